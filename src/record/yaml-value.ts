import { type HeaderValue, isList } from './header-value.ts';
import { readsPlain } from './write.ts';
import { quoteText } from './yaml-correction.ts';

/** A value as it is written on one line of a header; `inFlow` where braces or brackets stand around it. */
export function formatValue(value: HeaderValue, { inFlow }: { inFlow: boolean }): string {
  if (typeof value === 'string') return readsPlain(value, inFlow) ? value : quoteText(value);
  if (isList(value)) return `[${value.map((item) => formatValue(item, { inFlow: true })).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${key}: ${formatValue(item, { inFlow: true })}`);
  return `{ ${pairs.join(', ')} }`;
}

/** The same in place of another value, between the quotation marks that this one had. */
export function formatLike(source: string, value: HeaderValue, context: { inFlow: boolean }): string {
  if (typeof value === 'string' && /^["']/.test(source))
    return source.startsWith("'") ? `'${value.replace(/'/g, "''")}'` : quoteText(value);
  return formatValue(value, context);
}
