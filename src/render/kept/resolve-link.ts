import { posix } from 'node:path';
import type { LinkToLine } from '../references.ts';

/** What is needed to say where a link of a record leads once the text is printed elsewhere. */
export interface LinkWorld {
  /** Path of the record in the workspace. */
  readonly file: string;
  readonly linkToLine: LinkToLine;
  /** Whether a path of the workspace may be named in what is printed. */
  mayName(path: string): boolean;
}

/** Where a link leads: an address to print, a path to say instead of it, or nothing that may be printed. */
export type Target = { readonly url: string } | { readonly path: string } | undefined;

/** The address that a link of a record has in the printed document; places inside it and the web stay as they are. */
export function resolveLink(url: string, { file, linkToLine, mayName }: LinkWorld): Target {
  if (/^(?:#|https?:\/\/|mailto:[^•]+$)/i.test(url)) return { url };
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(url)) return undefined;
  const [, written = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const path = posix.normalize(posix.join(posix.dirname(file), decode(written)));
  if (path.startsWith('..') || !mayName(path)) return undefined;
  const line = /#L(\d+)$/.exec(suffix)?.[1];
  const printed = linkToLine(path, Number(line ?? 1));
  if (printed !== undefined)
    return { url: line === undefined ? printed.replace(/\?plain=1#L1$/, '') + suffix : printed };
  return { path };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
