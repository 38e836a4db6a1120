// Asks the server at every pause of typing what is wrong and how the scenarios come out, and shows both in and beside the text.
import { EditorView } from '@codemirror/view';
import { setDiagnostics } from '@codemirror/lint';

const PAUSE = 400;

function position(doc, line, column) {
  if (line > doc.lines) {
    return doc.length;
  }
  const found = doc.line(line);
  return Math.min(found.from + column - 1, found.to);
}

export function fixOf(doc, button) {
  const line = Number(button.dataset.fixLine);
  if (line > doc.lines) {
    return null;
  }
  return {
    from: position(doc, line, Number(button.dataset.from)),
    to: position(doc, line, Number(button.dataset.to)),
    insert: button.dataset.replacement,
  };
}

export class Looking {
  constructor(form, panel, said) {
    Object.assign(this, { form, panel, said, timer: 0, asked: null, current: true });
    panel.addEventListener('click', (event) => this.clicked(event));
  }

  begin(view) {
    this.view = view;
    this.mark();
  }

  extension() {
    return EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        this.current = false;
        this.later();
      }
    });
  }

  later(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), pause);
  }

  async look() {
    if (!this.form.dataset.look) {
      return;
    }
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const doc = this.view.state.doc;
    try {
      const answer = await fetch(this.form.dataset.look, {
        method: 'POST',
        redirect: 'manual',
        signal: asked.signal,
        headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name="_csrf"]').content },
        body: new URLSearchParams({ path: this.form.elements.path.value, text: doc.toString() }),
      });
      if (!answer.ok) {
        return this.say('The text could not be checked just now. Save and check to see what is wrong.');
      }
      const html = await answer.text();
      if (doc === this.view.state.doc) {
        this.show(html);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.say('The text could not be checked just now. Save and check to see what is wrong.');
      }
    }
  }

  show(html) {
    this.current = true;
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.rule-look');
    if (!fresh) {
      return;
    }
    if (fresh.outerHTML !== this.panel.firstElementChild?.outerHTML) {
      const held = this.panel.contains(document.activeElement);
      this.panel.replaceChildren(fresh);
      if (held) {
        this.view.focus();
      }
    }
    this.say(this.panel.querySelector('#look-sum').textContent.replace(/\s+/g, ' ').trim());
    this.mark();
  }

  // Said once, not at every pause.
  say(words) {
    if (this.said.textContent !== words) {
      this.said.textContent = words;
    }
  }

  mark() {
    const doc = this.view.state.doc;
    const diagnostics = [...this.panel.querySelectorAll('.rule-look__problems > li')].map((item) => {
      const line = Number(item.dataset.line);
      const from = position(doc, line, Number(item.dataset.column));
      const button = item.querySelector('[data-fix]');
      const end = line <= doc.lines ? doc.line(line).to : doc.length;
      return {
        from,
        to: Math.max(from, end),
        severity: 'error',
        message: [item.dataset.message, item.dataset.advice].filter(Boolean).join(' '),
        actions: button ? [{ name: button.textContent, apply: () => this.fix(button) }] : [],
        button,
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  // Only what was looked at is mended: a line may have moved since.
  fix(button) {
    const change = this.current && !this.view.state.readOnly ? fixOf(this.view.state.doc, button) : null;
    if (change) {
      this.view.dispatch({ changes: change, selection: { anchor: change.from + change.insert.length }, userEvent: 'input.fix', scrollIntoView: true });
      this.later(0);
    }
    this.view.focus();
    return Boolean(change);
  }

  // The fix for the line of the cursor.
  fixHere() {
    const line = this.view.state.doc.lineAt(this.view.state.selection.main.head).number;
    const button = this.panel.querySelector(`[data-fix][data-fix-line="${line}"]`);
    return button ? this.fix(button) : false;
  }

  clicked(event) {
    const button = event.target.closest('button');
    if (button?.hasAttribute('data-fix')) {
      this.fix(button);
    } else if (button?.hasAttribute('data-go')) {
      const { line, column } = button.closest('li').dataset;
      const anchor = position(this.view.state.doc, Number(line), Number(column));
      this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      this.view.focus();
    }
  }
}
