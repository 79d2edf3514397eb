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

/** A value on a line, columns from 0, and the same between quotation marks. */
export interface QuotedValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The value of a line that is a text and nothing else, whole and word for word, without the comment behind it. Undefined where
 * it may be read another way: two keys on one line, a list, a quotation mark that may have its place elsewhere, a word behind
 * a hash that may be a comment.
 */
export function quoteCertainValue(line: string): QuotedValue | undefined {
  const [, before, whole] = KEY_AND_VALUE.exec(line.trimEnd()) ?? [];
  if (before === undefined || whole === undefined || before.trim() === '' || isCollection(whole)) return undefined;
  const hash = whole.search(/\s#/);
  if (hash >= 0 && (/^["']/.test(whole) || !/^\s+#(?:\s|$)/.test(whole.slice(hash)))) return undefined;
  const value = (hash < 0 ? whole : whole.slice(0, hash)).trimEnd();
  const meant = GLUED_KEY.test(value) || SIGN_WITH_MEANING.test(value) ? undefined : readQuotes(value);
  const start = before.length;
  return meant === undefined ? undefined : { start, end: start + value.length, text: quoteText(meant) };
}

/** « lieu: Toulouse date: 2022 » may be two keys; a text in French has a space before its colon, or a capital. */
const GLUED_KEY = /(?:^|[\s,([{"'])[a-z][a-z0-9_]*:(?:\s|$)/;
/** What YAML gives a meaning that an author may have wanted: an anchor, a reference, a tag, a text of several lines, an item. */
const SIGN_WITH_MEANING = /^(?:[&!](?! )|\*(?! )(?!\**[^\s*].*\*)|[|>]|[-?:](?: |$))/;

/** What a value says, where its quotation marks leave no doubt. */
function readQuotes(value: string): string | undefined {
  const mark = value[0];
  if (mark === '"') {
    const more = value.slice(1).split('"').length - 1;
    if (value.includes('\\') || more > 1 || (more === 1 && value.endsWith('"'))) return undefined;
    return more === 0 ? value.slice(1) : value;
  }
  if (mark !== "'") return value;
  const inside = value.slice(1, -1);
  const elisions = inside.replace(/(?<=\p{L})'(?=\p{L})/gu, '');
  return value.length > 1 && value.endsWith("'") && !elisions.includes("'") ? inside : undefined;
}

/** A list or a set of keys, closed or not: « [bis] Atelier », which goes on after its bracket, is a text. */
function isCollection(value: string): boolean {
  return /^[[{]/.test(value) && !/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s\]},:#]/.test(value);
}

/** A text between straight quotation marks that YAML reads back as it is. */
export function quoteText(text: string): string {
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
