/** What a header holds under a key: texts, as the failsafe reader gives them back, in lists and maps. */
export type HeaderValue = string | readonly HeaderValue[] | HeaderValues;

/** A header, or a part of one. Own properties only: a key named `__proto__` is a key like another. */
export interface HeaderValues {
  readonly [key: string]: HeaderValue;
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: HeaderValue | undefined, path: readonly (string | number)[]): HeaderValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined || value === undefined) return value;
  if (isList(value)) return valueAt(value[Number(step)], rest);
  if (typeof value === 'string' || !Object.hasOwn(value, step)) return undefined;
  return valueAt(value[step], rest);
}

/** A copy of a header with a value at a path; lists and maps on the way are made where they are missing. */
export function withValueAt(
  values: HeaderValues,
  [key, ...rest]: readonly [string, ...(string | number)[]],
  value: HeaderValue,
): HeaderValues {
  return { ...values, [key]: placed(valueAt(values, [key]), rest, value) };
}

function placed(
  here: HeaderValue | undefined,
  [step, ...rest]: readonly (string | number)[],
  value: HeaderValue,
): HeaderValue {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = here !== undefined && isList(here) ? [...here] : [];
    list[step] = placed(list[step], rest, value);
    return list;
  }
  const map = here !== undefined && typeof here !== 'string' && !isList(here) ? here : {};
  return withValueAt(map, [step, ...rest], value);
}

/** Whether a value is a list; `Array.isArray` does not narrow a readonly one. */
export function isList(value: HeaderValue): value is readonly HeaderValue[] {
  return Array.isArray(value);
}

/** A text fit for one line of a header: line ends and control signs become a space, none stands at its ends. */
export function cleanText(text: string): string {
  return text
    .replace(/\uFEFF/g, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s*[\p{Cc}\u2028\u2029]\s*/gu, ' ')
    .trim();
}
