import type { ErrorObject } from 'ajv';
import type { Fix, Range } from '../diagnostic.ts';
import { quote, slugify } from '../french.ts';
import { dropRepeated } from './drop-repeated.ts';
import type { Header, Path } from './header.ts';
import { parseTypedDate } from './partial-date.ts';

/** Mends what a schema refuses, where one value alone can be meant; `path` is that of the fault. */
export function fixSchemaFault(error: ErrorObject, path: Path, header: Header): Fix | undefined {
  const { keyword, parentSchema } = error;
  if (keyword === 'additionalProperties') return renameKey(header, path, Object.keys(parentSchema?.properties ?? {}));
  if (keyword === 'uniqueItems') return dropRepeated(header, path);
  if (typeof error.data !== 'string') return undefined;
  const meant = MEANT[keyword]?.(error, path);
  return meant === undefined ? undefined : replaceValue(header, path, { written: error.data, meant });
}

/** The key that is written with capitals, accents or spaces becomes the only one that it can be. */
export function renameKey(header: Header, path: Path, known: readonly string[]): Fix | undefined {
  const key = String(path.at(-1));
  const meant = findSame(key, known);
  const range = header.placeOfKey(path);
  if (meant === undefined || textAt(header, range) !== key) return undefined;
  return { title: sayBecomes(key, meant), edits: [{ range, text: meant }], reveals: true };
}

/** The only one of some names that differs from a text by its capitals, accents and spaces alone. */
export function findSame(text: string, names: Iterable<string>): string | undefined {
  const sought = slugify(text);
  const same = sought === '' ? [] : [...names].filter((name) => slugify(name) === sought);
  return same.length === 1 ? same[0] : undefined;
}

/** « A » devient « B », for the title of a fix. */
export function sayBecomes(written: string, meant: string): string {
  return `${quote(written)} devient ${quote(meant)}`;
}

/**
 * A value becomes another, between the quotation marks that it had; one written in another way than it reads is left. For other
 * readers of YAML, « 09 » is a number without them.
 */
function replaceValue(
  header: Header,
  path: Path,
  { written, meant }: { written: string; meant: string },
): Fix | undefined {
  const range = header.placeOf(path);
  const source = textAt(header, range);
  const mark = /^["']/.exec(source)?.[0] ?? '';
  if (source !== mark + written + mark) return undefined;
  const marks = mark || (/^0\d/.test(meant) ? '"' : '');
  return { title: sayBecomes(written, meant), edits: [{ range, text: marks + meant + marks }] };
}

function textAt({ lines }: Header, { start, end }: Range): string {
  const offsetOf = ({ line, column }: Range['start']) => lines.offsetOf(line) + column - 1;
  return lines.text.slice(offsetOf(start), offsetOf(end));
}

type Meant = (error: ErrorObject, path: Path) => string | undefined;

const MEANT: Readonly<Record<string, Meant>> = {
  enum: ({ data, params }) => findSame(data as string, (params.allowedValues as unknown[]).map(String)),
  const: ({ data, params }) => findSame(data as string, [String(params.allowedValue)]),
  format: findDate,
  anyOf: ({ data, parentSchema }) =>
    String(parentSchema?.['x-attendu']).startsWith('une date') ? readOnlyDate(data as string) : undefined,
  pattern: findMatching,
  type: ({ data, params }) => {
    if (params.type === 'boolean') return BOOLEANS[slugify(data as string)];
    return params.type === 'number' && /^\d+,\d{1,2}$/.test(data as string)
      ? (data as string).replace(',', '.')
      : undefined;
  },
};

const BOOLEANS: Readonly<Record<string, string>> = {
  oui: 'true',
  vrai: 'true',
  true: 'true',
  non: 'false',
  faux: 'false',
  false: 'false',
};

function findDate({ data, params }: ErrorObject): string | undefined {
  const iso = readOnlyDate(data as string);
  return params.format === 'jour' && iso?.length !== 10 ? undefined : iso;
}

/** The date that a text names, whoever reads it: 05/06/2022 is in June for some and in May for others. */
function readOnlyDate(typed: string): string | undefined {
  const [, day = '', month = ''] = /^\s*(\d{1,2})[/.](\d{1,2})[/.]/.exec(typed) ?? [];
  const mayBeMonth = day !== '' && Number(day) <= 12 && Number(day) !== Number(month);
  return mayBeMonth ? undefined : parseTypedDate(typed)?.iso;
}

/** Keys that name something: that it is there is seen once the value is mended. */
const NAMING = new Set(['themes', 'parent', 'prs', 'priorite', 'piste']);

/** A département without its zero or its capital; a name with capitals or accents. */
function findMatching({ data, params }: ErrorObject, path: Path): string | undefined {
  const written = data as string;
  const pattern = new RegExp(String(params.pattern), 'u');
  const key = path.findLast((step) => typeof step === 'string');
  const candidates =
    key === 'departements'
      ? [/^\d$/.test(written) ? `0${written}` : written.toUpperCase()]
      : NAMING.has(String(key))
        ? [slugify(written)]
        : [];
  return candidates.find((candidate) => candidate !== '' && pattern.test(candidate));
}
