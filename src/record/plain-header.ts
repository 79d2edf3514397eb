/** A header's values and the keys without any, as `parseHeader` gives them back. */
export interface PlainHeader {
  readonly value: Record<string, unknown>;
  readonly emptyKeys: readonly (readonly (string | number)[])[];
}

/** Comments that stand alone or after a value; without a space after `#`, a person may have meant something else. */
const COMMENT = '(?: +#(?: .*)?| *)$';
const KEY = '[a-z][a-z0-9_]*';
/** A text without quotes: begins like no other value of YAML, and holds nothing that could end it. */
const PLAIN = `[\\p{L}\\p{N}→«(](?:[^:#]|:(?=[^ #:]))*?`;
/** The same between braces or brackets. */
const PLAIN_IN_FLOW = /[\p{L}\p{N}→«(][^,[\]{}:#]*/uy;
const QUOTED = /"([^"\\]*)"|'([^']*)'/y;
const QUOTED_LINE = new RegExp(`^(?:"([^"\\\\]*)"|'([^']*)')${COMMENT}`);
const PLAIN_LINE = new RegExp(`^(${PLAIN})${COMMENT}`, 'u');
const PAIR = new RegExp(`^( *)(${KEY}):(?: +(\\S.*)| *)$`);
const ITEM = /^( *)- (\S.*)$/;
const PAIR_IN_FLOW = new RegExp(`(${KEY}): +`, 'y');
/** Signs that YAML refuses, or takes for the end of a line. */
const ODD = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Patterns try the spaces before a comment one by one: a value that holds many would take the square of their number. */
const LONG_GAP = /[^ \n] {20}/;

/** Thrown where a header is not plain, and caught in this file. */
const NOT_PLAIN = new Error('plain-header: the full parser is needed');

/**
 * Reads a header written as most are: keys at the margin, texts on one line, lists and maps of one level, ten times faster
 * than the full parser and to the same values. Undefined where anything might be read another way, or be a fault.
 */
export function scanPlainHeader(yaml: string): PlainHeader | undefined {
  if (ODD.test(yaml) || LONG_GAP.test(yaml)) return undefined;
  try {
    return new Scanner(yaml).scan();
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    return undefined;
  }
}

/** A class because each line read says where the next begins. */
class Scanner {
  private readonly lines: readonly string[];
  private next = 0;
  private readonly emptyKeys: (string | number)[][] = [];
  private readonly emptyNames = new Set<string>();

  constructor(yaml: string) {
    this.lines = yaml.split('\n').filter((line) => !/^ *$/.test(line) && !/^#(?: |$)/.test(line));
  }

  scan(): PlainHeader {
    const value = {};
    while (this.next < this.lines.length) this.readPair(value, { indent: 0, path: [] });
    if (Object.keys(value).length + this.emptyKeys.length === 0) throw NOT_PLAIN;
    return { value, emptyKeys: this.emptyKeys };
  }

  /** Reads `key: value` into a map; at the margin, the value may be a list or a map on the lines below. */
  private readPair(map: object, { indent, path }: { indent: number; path: readonly (string | number)[] }): void {
    const [, spaces, key, written] = PAIR.exec(this.lines[this.next] ?? '') ?? [];
    if (spaces?.length !== indent || key === undefined) throw NOT_PLAIN;
    this.next++;
    this.set(map, [...path, key], written === undefined ? this.readBelow([key], indent) : readValue(written));
  }

  private set(map: object, path: (string | number)[], value: unknown): void {
    const key = path.at(-1) as string;
    const name = path.join('\n');
    if (Object.hasOwn(map, key) || this.emptyNames.has(name)) throw NOT_PLAIN;
    if (value === '') {
      this.emptyKeys.push(path);
      this.emptyNames.add(name);
    } else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  }

  /** What the lines below a key hold; an empty text where there is nothing. */
  private readBelow(path: readonly string[], indent: number): unknown {
    if (indent > 0) throw NOT_PLAIN;
    const line = this.lines[this.next];
    if (line === undefined) return '';
    const spaces = line.search(/[^ ]/);
    if (ITEM.test(line)) return this.readItems(path, spaces);
    return spaces > 0 ? this.readMap({}, { indent: spaces, path }) : '';
  }

  private readMap(map: object, place: { indent: number; path: readonly (string | number)[] }): object {
    while (indentOf(this.lines[this.next]) === place.indent) this.readPair(map, place);
    if (indentOf(this.lines[this.next]) > place.indent) throw NOT_PLAIN;
    return map;
  }

  private readItems(path: readonly string[], indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.lines[this.next]; line !== undefined; line = this.lines[this.next]) {
      const [, spaces, written = ''] = ITEM.exec(line) ?? [];
      if (spaces?.length !== indent) break;
      items.push(this.readItem(written, { indent: indent + 2, path: [...path, items.length] }));
    }
    if (indentOf(this.lines[this.next]) > 0) throw NOT_PLAIN;
    return items;
  }

  private readItem(written: string, place: { indent: number; path: readonly (string | number)[] }): unknown {
    const pair = PAIR.exec(written);
    this.next++;
    if (!pair?.[2]) return readValue(written);
    if (pair[3] === undefined) throw NOT_PLAIN;
    const map = {};
    this.set(map, [...place.path, pair[2]], readValue(pair[3]));
    return this.readMap(map, place);
  }
}

function indentOf(line: string | undefined): number {
  return line === undefined ? -1 : line.search(/[^ ]/);
}

/** A value on one line, the comment after it left out. */
function readValue(written: string): unknown {
  const sign = written[0];
  if (sign === '{' || sign === '[') return readWholeFlow(written);
  const match = (sign === '"' || sign === "'" ? QUOTED_LINE : PLAIN_LINE).exec(written);
  if (!match) throw NOT_PLAIN;
  return sign === '"' || sign === "'" ? (match[1] ?? match[2] ?? '') : (match[1] ?? '');
}

function readWholeFlow(written: string): unknown {
  const reader = { text: written, at: 0 };
  const value = readFlow(reader);
  if (!new RegExp(`^${COMMENT}`).test(written.slice(reader.at))) throw NOT_PLAIN;
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** A list, a map or a text between braces or brackets. */
function readFlow(reader: Reader): unknown {
  const sign = reader.text[reader.at];
  if (sign === '[') return readFlowItems(reader, ']', () => readFlow(reader));
  if (sign !== '{') return readFlowText(reader);
  const map = {};
  readFlowItems(reader, '}', () => {
    const key = take(reader, PAIR_IN_FLOW)[1] ?? '';
    if (Object.hasOwn(map, key)) throw NOT_PLAIN;
    Object.defineProperty(map, key, { value: readFlow(reader), enumerable: true, configurable: true, writable: true });
  });
  return map;
}

function readFlowItems(reader: Reader, end: string, readOne: () => unknown): unknown[] {
  const items: unknown[] = [];
  reader.at++;
  for (;;) {
    skipSpaces(reader);
    items.push(readOne());
    skipSpaces(reader);
    const sign = reader.text[reader.at++];
    if (sign === end) return items;
    if (sign !== ',') throw NOT_PLAIN;
  }
}

/** An empty text has a place of its own among the empty keys, and is left to the full parser. */
function readFlowText(reader: Reader): string {
  const sign = reader.text[reader.at];
  const match = take(reader, sign === '"' || sign === "'" ? QUOTED : PLAIN_IN_FLOW);
  const text = sign === '"' || sign === "'" ? (match[1] ?? match[2] ?? '') : match[0].replace(/ +$/, '');
  if (text === '') throw NOT_PLAIN;
  return text;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (!match) throw NOT_PLAIN;
  reader.at += match[0].length;
  return match;
}

function skipSpaces(reader: Reader): void {
  while (reader.text[reader.at] === ' ') reader.at++;
}
