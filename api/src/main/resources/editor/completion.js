// Completes what can be typed where the cursor stands.
import { Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { autocompletion, closeCompletion, selectedCompletion, snippetCompletion } from '@codemirror/autocomplete';

const SECTIONS = { when: 'WHEN', then: 'THEN', because: 'BECAUSE', given: 'GIVEN', expect: 'EXPECT', 'expect not': 'EXPECT' };
const WHOLE = new Set(['HEADER', 'FIELD', 'CONDITION', 'CONSEQUENCE', 'SCENARIO', 'GROUP']);
const TYPES = { HEADER: 'keyword', FIELD: 'property', CONDITION: 'text', CONSEQUENCE: 'text', SCENARIO: 'text', GROUP: 'keyword' };

// Where in a block a line stands: beneath which header, and beneath which of its fields.
function place(state, line) {
  const depth = /^ */.exec(line.text)[0].length;
  if (depth < 2) {
    return { context: 'START', within: '' };
  }
  let context = depth < 4 ? 'FIELD' : '';
  for (let number = line.number - 1; number > 0; number--) {
    const text = state.doc.line(number).text;
    const header = /^([^\s#:][^:]*):/.exec(text);
    if (header) {
      return { context, within: header[1] };
    }
    if (!context && /^ {1,3}\S/.test(text)) {
      context = SECTIONS[text.trim().toLowerCase().replace(/:$/, '')] || 'NONE';
    }
  }
  return { context, within: '' };
}

function option([kind, , , label, insert, detail, special]) {
  const shown = label || insert.replace(/\$\{\d:([^}]*)}/g, '$1');
  const about = {
    label: shown,
    detail: special ? `${detail} (special category)` : detail,
    type: TYPES[kind] || 'constant',
  };
  return insert.includes('${') ? snippetCompletion(insert, about) : { ...about, apply: insert };
}

// The suggestions of each context, those for a whole line apart from those within one.
function sorted(suggestions) {
  const found = {};
  for (const suggestion of suggestions) {
    const made = { ...option(suggestion), within: suggestion[2] };
    for (const context of suggestion[1]) {
      found[context] ||= { whole: [], words: [] };
      found[context][WHOLE.has(suggestion[0]) ? 'whole' : 'words'].push(made);
    }
  }
  return found;
}

// Whoever has typed a word to its end and presses Enter wants a new line, not the same word once more.
function typedAlready(view) {
  const chosen = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const before = view.state.doc.lineAt(head).text.slice(0, head - view.state.doc.lineAt(head).from);
  if (chosen && before.trim().toLowerCase().endsWith(chosen.label.toLowerCase())) {
    closeCompletion(view);
  }
  return false;
}

export function ruleCompletion(suggestions) {
  const byContext = sorted(suggestions);

  function at(context) {
    const line = context.state.doc.lineAt(context.pos);
    const { context: where, within } = place(context.state, line);
    return { line, where, within, offers: byContext[where] || { whole: [], words: [] } };
  }

  // After "and" or "not" a condition begins anew.
  function wholeLine(context) {
    const { line, within, offers } = at(context);
    const begun = line.text.slice(0, context.pos - line.from);
    const lead = /^\s*(?:(?:and|or|not)\s+)*/i.exec(begun)[0];
    if (!context.explicit && begun.length === lead.length) {
      return null;
    }
    const options = offers.whole.filter((one) => !one.within || one.within.toLowerCase() === within.toLowerCase());
    return options.length ? { from: line.from + lead.length, options, validFor: /^[^\n]*$/ } : null;
  }

  function word(context) {
    const { line, offers, where } = at(context);
    const begun = context.matchBefore(where === 'BECAUSE' ? /\{[^{}]*$/ : /"?[\p{L}\p{N}_-]+$|"$/u);
    if (!begun || (where !== 'BECAUSE' && begun.from === line.from + /^\s*/.exec(line.text)[0].length)) {
      return null;
    }
    return offers.words.length ? { from: begun.from, options: offers.words, validFor: /^["{]?[\p{L}\p{N}_ -]*$/u } : null;
  }

  return [
    Prec.highest(keymap.of([{ key: 'Enter', run: typedAlready }])),
    // As many as fit: the list moves with the arrow keys, and nothing in it needs a mouse to scroll.
    autocompletion({ override: [wholeLine, word], icons: false, maxRenderedOptions: 9 }),
  ];
}
