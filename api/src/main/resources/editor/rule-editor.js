// Puts an editor in the place of the text box of a rule book's file. The text box stays the form's field and has at every
// moment what the editor has; where this script does not run, it is what people type in.
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, highlightActiveLineGutter, highlightSpecialChars, drawSelection } from '@codemirror/view';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { completionKeymap } from '@codemirror/autocomplete';
import { lintKeymap } from '@codemirror/lint';
import { search, searchKeymap, highlightSelectionMatches } from '@codemirror/search';
import { ruleLanguage } from './language.js';
import { ruleCompletion } from './completion.js';
import { Looking } from './looking.js';
import { theme } from './theme.js';

const form = document.getElementById('editor');
const box = document.getElementById('text');
const host = document.getElementById('rule-editor');
const looking = new Looking(form, document.getElementById('looked'), document.getElementById('look-said'));
const mayEdit = !box.readOnly;
const sent = box.value;
let leaving = false;

async function words() {
  try {
    const answer = await fetch(form.dataset.words, { redirect: 'manual' });
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

async function format(view) {
  const doc = view.state.doc;
  const answer = await fetch(form.dataset.format, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name="_csrf"]').content },
    body: new URLSearchParams({ path: form.elements.path.value, text: doc.toString() }),
  }).catch(() => null);
  if (!answer?.ok) {
    looking.say('It could not be formatted: mend the problems first.');
  } else if (doc === view.state.doc) {
    const text = (await answer.text()).replace(/\r\n/g, '\n');
    const anchor = Math.min(view.state.selection.main.head, text.length);
    if (text !== doc.toString()) {
      view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, selection: { anchor }, scrollIntoView: true });
    }
    looking.say('The text is in its usual form.');
  }
}

function extensions({ highlighting, suggestions }) {
  return [
    EditorState.readOnly.of(!mayEdit),
    lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(),
    highlightSelectionMatches(), search({ top: true }), indentUnit.of('  '), EditorView.lineWrapping,
    highlighting ? ruleLanguage(highlighting) : [],
    suggestions && mayEdit ? ruleCompletion(suggestions) : [],
    keymap.of([
      { key: 'Alt-Enter', run: () => looking.fixHere() },
      { key: 'Alt-Shift-f', run: (view) => Boolean(mayEdit && form.dataset.format) && (format(view), true) },
      { key: 'Mod-s', preventDefault: true, run: () => (mayEdit && form.requestSubmit(document.getElementById('save')), true) },
      // Tab is not among them: it leaves the editor.
      ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': `Text of the file ${form.elements.path.value}`, 'aria-describedby': 'keys', spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        box.value = update.state.doc.toString();
      }
    }),
    looking.extension(),
    theme,
  ];
}

// Its style sheets belong to a root of its own, where the content security policy of the page lets them be.
function root() {
  const shadow = host.attachShadow({ mode: 'open' });
  const keys = document.createElement('p');
  keys.id = 'keys';
  keys.hidden = true;
  keys.textContent = mayEdit
    ? 'Tab leaves the editor. Control and Space lists what can be typed. F8 goes to the next problem, Alt and Enter mends it.'
    : 'Tab leaves the text.';
  shadow.append(keys);
  return shadow;
}

function formatButton(view) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.textContent = 'Format';
  button.addEventListener('click', () => format(view));
  document.getElementById('save').after(button);
}

const known = await words();
const shadow = root();
const view = new EditorView({ state: EditorState.create({ doc: box.value, extensions: extensions(known) }), root: shadow, parent: shadow });
looking.begin(view);
host.hidden = false;
box.hidden = true;
document.querySelector('label[for="text"]').addEventListener('click', () => view.focus());
if (form.dataset.format) {
  formatButton(view);
}
form.addEventListener('submit', () => {
  leaving = true;
});
window.addEventListener('beforeunload', (event) => {
  if (!leaving && mayEdit && box.value !== sent) {
    event.preventDefault();
  }
});
host.dataset.ready = 'yes';
