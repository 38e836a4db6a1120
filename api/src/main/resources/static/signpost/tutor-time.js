// Keeps what is typed of a whole group as its author's draft on the server: a few seconds after the last key, when a field is
// left, and before the answers are sent. Until the server has it, it stays in this page and the page says so. Nothing about a
// student is written to the browser's own storage.
(() => {
  const form = document.getElementById("sitting");
  const state = document.getElementById("draft-state");
  const PAUSE = 3000;
  const AGAIN = 5000;
  const TRYING = "Not saved yet, trying again.";
  const SIGNED_OUT = "Not saved yet: you are signed out. Leave this page open and sign in again in another window.";

  let kept = typed();
  let timer = 0;
  let sending = null;
  let signedOut = false;
  let leaving = false;

  function typed() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("_csrf");
    return fields.toString();
  }

  function say(words, waiting) {
    state.textContent = words;
    state.classList.toggle("signpost-save__state--waiting", waiting);
  }

  // After signing in again in another window this page's token is stale: a fresh copy of the page has the new one.
  async function freshToken() {
    const page = await fetch(location.href, { redirect: "manual" });
    if (!page.ok) {
      return false;
    }
    const field = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("#sitting [name=_csrf]");
    if (field) {
      form.elements._csrf.value = field.value;
    }
    return Boolean(field);
  }

  function post(content) {
    return fetch(form.dataset.draft, {
      method: "POST",
      redirect: "manual",
      headers: { "Signpost-Autosave": "1", "X-CSRF-TOKEN": form.elements._csrf.value },
      body: new URLSearchParams(content),
    });
  }

  async function send(content) {
    signedOut = false;
    let answer = await post(content);
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      signedOut = !(await freshToken());
      if (signedOut) {
        throw new Error(SIGNED_OUT);
      }
      answer = await post(content);
    }
    if (answer.ok) {
      return answer.text();
    }
    throw new Error(answer.status === 413 ? await answer.text() : TRYING);
  }

  // Whether the server has everything; asked even when nothing was typed since, if `surely`.
  async function save(surely) {
    while (sending) {
      await sending;
    }
    clearTimeout(timer);
    const content = typed();
    if (content === kept && !surely) {
      return true;
    }
    sending = send(content)
      .then((words) => {
        kept = content;
        say(words, false);
        return true;
      })
      .catch((failure) => {
        say(failure instanceof TypeError ? TRYING : failure.message, true);
        return false;
      });
    const saved = await sending;
    sending = null;
    // Signed out, it waits for its reader's return: to try meanwhile would begin a session of its own, and that would end
    // the one they are beginning in the other window.
    if (typed() !== kept && !signedOut) {
      later(saved ? PAUSE : AGAIN);
    }
    return saved;
  }

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(() => save(false), pause);
  }

  function saveNow() {
    if (typed() !== kept) {
      save(false);
    }
  }

  form.addEventListener("input", () => later(PAUSE));
  form.addEventListener("change", () => later(PAUSE));
  form.addEventListener("focusout", saveNow);
  window.addEventListener("focus", saveNow);

  // Enter in a field goes on to the next: sending a half-filled table would be a surprise.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") {
      return;
    }
    event.preventDefault();
    const fields = [...form.querySelectorAll("input:not([type=hidden]), select, .signpost-save button")];
    fields[fields.indexOf(event.target) + 1].focus();
  });

  // The draft goes first: when it cannot be kept, sending the form would lose what was typed.
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button && button.formAction.includes("/draft/discard")) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const saved = await save(true);
    if (saved && !(button && button.hasAttribute("formaction"))) {
      leaving = true;
      form.submit();
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && typed() !== kept) {
      event.preventDefault();
    }
  });
})();
