// The rule language, as far as colours go. What is right, the server says.
import { StreamLanguage, HighlightStyle, syntaxHighlighting, indentService } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const escape = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const either = (words) => (words.length ? words.map(escape).join('|') : '(?!)');

// Thousands of phrases are found by their first word.
function byFirstWord(lists) {
  const found = new Map();
  for (const [style, words] of lists) {
    for (const phrase of words) {
      const first = phrase.toLowerCase().split(/[^\p{L}\p{N}-]+/u).find(Boolean);
      if (first) {
        const entry = { text: phrase.toLowerCase(), style };
        found.has(first) ? found.get(first).push(entry) : found.set(first, [entry]);
      }
    }
  }
  found.forEach((entries) => entries.sort((one, other) => other.text.length - one.text.length));
  return found;
}

function reader(words) {
  const header = new RegExp(`^(${either(words.headers)}):`, 'i');
  const fields = [...new Set(Object.values(words.fields).flat())].sort((one, other) => other.length - one.length);
  const field = new RegExp(`^(${either(fields)})(:|\\s*$)`, 'i');
  const owned = new RegExp(`^ {2}(${either(fields)}):`, 'i');
  const phrases = byFirstWord([
    ['string', words.flags], ['atom', words.interventions], ['atom', words.codes], ['variableName', words.phrases],
    ['variableName', words.names], ['keyword', words.acts], ['keyword', words.severities], ['variableName', words.scores],
  ]);
  const joining = new RegExp(`^(${either([...words.joining, ...words.groups])}|or|of)(?![\\p{L}\\p{N}])`, 'iu');

  function phrase(stream) {
    const rest = stream.string.slice(stream.pos).toLowerCase();
    const first = /^[\p{L}\p{N}-]+/u.exec(rest);
    const entries = first ? phrases.get(first[0]) || [] : [];
    const fits = entries.find(({ text }) => rest.startsWith(text) && !/^[\p{L}\p{N}]/u.test(rest.slice(text.length)));
    if (!fits) {
      return null;
    }
    stream.pos += fits.text.length;
    return fits.style;
  }

  return function token(stream) {
    if (stream.sol()) {
      if (stream.match(/^\s*#.*/)) {
        return 'comment';
      }
      if (stream.match(header)) {
        return 'heading';
      }
      if (stream.eatSpace()) {
        return null;
      }
    }
    // A title, or what stands behind a field, is the writer's own.
    if (header.test(stream.string) || owned.test(stream.string.slice(0, stream.pos))) {
      stream.skipToEnd();
      return null;
    }
    if (stream.column() === 2 && stream.string.slice(0, stream.pos).trim() === '' && stream.match(field)) {
      return 'propertyName';
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(/^"[^"]*"?/)) {
      return 'string';
    }
    if (stream.match(/^\{[^}]*}?/)) {
      return 'variableName';
    }
    if (stream.match(joining)) {
      return 'keyword';
    }
    const known = phrase(stream);
    if (known) {
      return known;
    }
    if (stream.match(/^\d[\d.,]*%?/)) {
      return 'number';
    }
    stream.match(/^[\p{L}\p{N}_-]+/u) || stream.next();
    return null;
  };
}

// Each of these has a contrast of 7 to 1 or more on white.
const colours = HighlightStyle.define([
  { tag: tags.comment, color: '#454b4f', fontStyle: 'italic' },
  { tag: tags.heading, color: '#0b0c0c', fontWeight: 'bold' },
  { tag: tags.propertyName, color: '#003078', fontWeight: 'bold' },
  { tag: tags.keyword, color: '#4c2c92', fontWeight: 'bold' },
  { tag: tags.string, color: '#00572f' },
  { tag: tags.atom, color: '#80224d' },
  { tag: tags.number, color: '#942514' },
  { tag: tags.variableName, color: '#003078' },
]);

// A new line stands where its kind does: two spaces beneath a header, four beneath a field that stands alone.
const indentation = (words) =>
  indentService.of((context, at) => {
    const line = context.state.doc.lineAt(at);
    const breaks = context.simulatedBreak === at;
    if (!breaks && line.number === 1) {
      return 0;
    }
    const text = breaks ? line.text.slice(0, at - line.from) : context.state.doc.line(line.number - 1).text;
    const depth = /^ */.exec(text)[0].length;
    const bare = words.bare.some((name) => name.toLowerCase() === text.trim().toLowerCase());
    const header = depth === 0 && words.headers.some((name) => text.toLowerCase().startsWith(name.toLowerCase() + ':'));
    const group = depth >= 4 && text.trimEnd().endsWith(':');
    return depth + (bare || header || group ? 2 : 0);
  });

export function ruleLanguage(words) {
  const token = reader(words);
  return [StreamLanguage.define({ name: 'signpost', token }), syntaxHighlighting(colours), indentation(words)];
}
