const KEY_AND_VALUE = /^(\s*(?:- +)*(?:[\p{L}\p{N}_-]+ *: +)?)(\S.*)$/u;

/**
 * The line with its whole value between quotation marks, as its author most likely meant it:
 * `titre: Atelier : le lien` gives `titre: "Atelier : le lien"`. Undefined where there is no value to quote.
 */
export function quoteValueOnLine(line: string): string | undefined {
  const match = KEY_AND_VALUE.exec(line.trimEnd());
  const [, before, value] = match ?? [];
  if (before === undefined || value === undefined || before.trim() === '' || isCollection(value)) return undefined;
  return `${before.trimStart()}${quoteText(stripQuotes(value))}`;
}

/** A list or a set of keys, closed or not: « [bis] Atelier », which goes on after its bracket, is a text. */
function isCollection(value: string): boolean {
  return /^[[{]/.test(value) && !/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s\]},:#]/.test(value);
}

/** A text between straight quotation marks that YAML reads back as it is. */
function quoteText(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replace(/'/g, "''")}'`;
}

/** What a misused pair of quotation marks holds; one that opens and does not close, or the reverse, is dropped too. */
function stripQuotes(value: string): string {
  const mark = value[0];
  if (mark !== '"' && mark !== "'") return value;
  if (value.length > 1 && value.endsWith(mark)) return value.slice(1, -1);
  return value.slice(1).includes(mark) ? value : value.slice(1);
}
