// Keeps what is typed into a form with `data-draft` as its author's draft on the server: a few seconds after the last key, when
// a field is left, and before the form is sent. Until the server has it, it stays in this page and the page says so. Nothing
// about a student is written to the browser's own storage.
(() => {
  const form = document.querySelector("form[data-draft]");
  const state = document.getElementById("draft-state");
  const PAUSE = 3000;
  const AGAIN = 5000;
  const TRYING = "Not saved yet, trying again.";
  const SIGNED_OUT = "Not saved yet: you are signed out. Leave this page open and sign in again in another window.";
  // The draft that the server has of this form, and a name for this window, where a form tells windows apart.
  const stamp = form.elements.draft;
  if (form.elements.window) {
    form.elements.window.value = Math.random().toString(36).slice(2);
  }

  let kept = typed();
  let timer = 0;
  let sending = null;
  let signedOut = false;
  let elsewhere = false;
  let leaving = false;

  function typed() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("_csrf");
    fields.delete("draft");
    return fields.toString();
  }

  function say(words, waiting) {
    state.textContent = words;
    state.classList.toggle("signpost-save__state--waiting", waiting);
  }

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(() => save(false), pause);
  }

  // After signing in again in another window this page's token is stale: a fresh copy of the page has the new one.
  async function freshToken() {
    const page = await fetch(location.href, { redirect: "manual" });
    if (!page.ok) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const field = fresh.querySelector("form[data-draft] [name=_csrf]");
    if (field) {
      form.elements._csrf.value = field.value;
    }
    return Boolean(field);
  }

  function post(content) {
    const body = new URLSearchParams(content);
    if (stamp) {
      body.set("draft", stamp.value);
    }
    return fetch(form.dataset.draft, {
      method: "POST",
      redirect: "manual",
      headers: { "Signpost-Autosave": "1", "X-CSRF-TOKEN": form.elements._csrf.value },
      body,
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
      if (stamp) {
        stamp.value = answer.headers.get("Signpost-Draft");
      }
      return answer.text();
    }
    elsewhere = answer.status === 409;
    throw new Error(elsewhere || answer.status === 413 ? await answer.text() : TRYING);
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
    if (typed() !== kept && !signedOut && !elsewhere) {
      later(saved ? PAUSE : AGAIN);
    }
    return saved;
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

  // The draft goes first: when it cannot be kept, sending the form would lose what was typed.
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    // What another window has, the server joins with this form.
    if (elsewhere || (button && button.formAction.includes("/draft/discard"))) {
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
