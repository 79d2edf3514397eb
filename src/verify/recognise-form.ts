import { unzipParts } from './unzip-parts.ts';

/** The forms in which a summary can be read. */
export type ReadableForm = 'md' | 'html' | 'docx' | 'pdf' | 'json';

/** Where a Word file keeps its own properties: every summary has some. */
export const CUSTOM_PART = 'docProps/custom.xml';

/** A summary in JSON by its first keys. */
const JSON_START = /^\s*\{\s*"version": 1,\s*(?:"exemple": true,\s*)?"(?:prs|annee|projet|theme)"/;

/** What a file is by what it holds, whatever its name; undefined where that is not certain. */
export function recogniseForm(bytes: Uint8Array): ReadableForm | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('PK')) return unzipParts(bytes, [CUSTOM_PART]).has(CUSTOM_PART) ? 'docx' : undefined;
  if (/^\W*<(?:!doctype html|html)\b/i.test(text)) return 'html';
  if (JSON_START.test(text)) return 'json';
  return text.includes('<!-- cops-provenance {') ? 'md' : undefined;
}
