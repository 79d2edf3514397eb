import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { ask, hasPdfTools, unpack } from './pdf-file.ts';

/** Every text that a file, or a folder of files, holds in any way: parts of archives, streams, attachments, properties, names. */
export function readEverything(path: string): string {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .map((name) => `${name}\n${readEverything(join(path, name))}`)
      .join('\n');
  const bytes = readFileSync(path);
  if (path.endsWith('.docx')) return readArchive(bytes);
  if (path.endsWith('.pdf')) return readPdf(path);
  return bytes.toString('utf8');
}

function readArchive(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

/** Without the Debian programs, only its bytes. */
function readPdf(path: string): string {
  if (!hasPdfTools) return readFileSync(path, 'latin1');
  const folder = mkdtempSync(join(tmpdir(), 'cops-pieces-'));
  try {
    ask('pdfdetach', '-saveall', '-o', folder, path);
    return [ask('pdftotext', path, '-'), ask('pdfinfo', path), readEverything(folder), decode(unpack(path))].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The texts of a PDF's objects, which may be in UTF-16, as hexadecimal digits or with escapes. */
function decode(objects: string): string {
  const hexadecimal = [...objects.matchAll(/<feff([0-9a-f\s]+)>/gi)].map(([, digits = '']) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'),
  );
  const plain = objects.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
  return [plain.replaceAll('\0', ''), ...hexadecimal].join('\n');
}

/** A text as it is searched: without tags, escapes, spaces, hyphens and case, which no secret hides behind. */
export function squeeze(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/[\s\\\-\u00ad\u2010\u2011]/g, '')
    .toLowerCase();
}

/** The same without its tags too: a word may be cut by one. */
export function squeezeWords(text: string): string {
  return squeeze(text.replace(/<[^>]*>/g, ''));
}
