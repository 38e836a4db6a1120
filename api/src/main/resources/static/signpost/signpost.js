// Before anything is drawn: pages know that scripts run, and htmx sends the token that forms carry.
document.documentElement.classList.add("js-enabled");

document.addEventListener("DOMContentLoaded", () => {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
});

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="_csrf"]');
  if (token) {
    event.detail.headers["X-CSRF-TOKEN"] = token.content;
  }
});
