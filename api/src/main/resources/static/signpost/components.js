// Wakes the GOV.UK Frontend components of the page. Its address carries a version, so the page tells it.
const govuk = document.querySelector("script[data-govuk]").dataset.govuk;

import(govuk).then(({ initAll }) => initAll());
