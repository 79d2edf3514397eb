import { extname } from 'node:path';
import { strFromU8 } from 'fflate';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { listEntries } from './readers/archive.ts';
import { decodeBytes, isText } from './readers/decode-bytes.ts';

/** The formats that are read. */
export type Format = 'docx' | 'odt' | 'pdf' | 'html' | 'md' | 'txt';

/** Tells the format of a document by what it holds, and by its name where texts look alike; any other is refused, with what to do. */
export function detectFormat(bytes: Uint8Array, name: string): { format: Format; warnings: string[] } {
  if (bytes.length === 0) throw new UsageError('Ce document est vide : il n’y a rien à importer.');
  const format = detectPacked(bytes) ?? detectText(bytes, extname(name).toLowerCase());
  return { format, warnings: sayMislabelled(format, extname(name).toLowerCase()) };
}

const ENDINGS: Readonly<Record<Format, readonly string[]>> = {
  docx: ['.docx', '.docm', '.dotx', '.dotm'],
  odt: ['.odt', '.ott', '.fodt'],
  pdf: ['.pdf'],
  html: ['.html', '.htm', '.xhtml'],
  md: ['.md', '.markdown'],
  txt: ['.txt', '.text', '.md', '.markdown'],
};

/** Whether the name of a file is that of a document that may be read. */
export function hasDocumentName(name: string): boolean {
  return Object.values(ENDINGS).some((endings) => endings.includes(extname(name).toLowerCase()));
}

function sayMislabelled(format: Format, ending: string): string[] {
  const isOther =
    Object.values(ENDINGS).some((endings) => endings.includes(ending)) && !ENDINGS[format].includes(ending);
  return isOther
    ? [`Son nom finit par ${quote(ending)}, mais c’est un document .${format} : il a été lu comme tel.`]
    : [];
}

function detectPacked(bytes: Uint8Array): Format | undefined {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return detectArchive(bytes);
  if (findText(bytes.subarray(0, 1024), '%PDF-')) return 'pdf';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new UsageError(sayCompound(bytes));
  if (startsWith(bytes, '{\\rtf')) throw new UsageError(saySaveAs('en RTF'));
  const picture = Object.entries(PICTURES).find(([, signature]) => startsWith(bytes, signature))?.[0];
  if (picture)
    throw new UsageError(`Ce fichier est une image (${picture}) : cops n’y lit aucun mot. Recopiez-en le texte.`);
  return undefined;
}

const PICTURES = { PNG: '\u0089PNG', JPEG: '\u00ff\u00d8\u00ff', GIF: 'GIF8', TIFF: 'II*\u0000' };

function detectArchive(bytes: Uint8Array): Format {
  const names = new Set(listEntries(bytes).map(({ name }) => name));
  const startsAny = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (names.has('word/document.xml') || (names.has('[Content_Types].xml') && startsAny('word/'))) return 'docx';
  const mimetype = /application\/[\w.+-]+/.exec(strFromU8(bytes.subarray(0, 200), true))?.[0] ?? '';
  if (names.has('content.xml') && !/spreadsheet|presentation|graphics/.test(mimetype)) return 'odt';
  if (/opendocument\.text/.test(mimetype)) return 'odt';
  const other =
    names.has('content.xml') || startsAny('xl/')
      ? 'un tableur ou une présentation'
      : startsAny('ppt/')
        ? 'une présentation'
        : 'une archive';
  throw new UsageError(
    `Ce fichier est ${other}, non un texte : cops importe des documents .docx, .odt, .pdf, .html, .md et .txt.`,
  );
}

/** Word's old files, and its new ones once a password protects them, are in one container. */
function sayCompound(bytes: Uint8Array): string {
  if (findText(bytes, wide('EncryptedPackage')))
    return 'Ce document est protégé par un mot de passe : ouvrez-le et enregistrez-en une copie sans mot de passe.';
  return findText(bytes, wide('WordDocument'))
    ? saySaveAs('dans l’ancien format binaire de Word (.doc)')
    : 'Ce fichier est dans un ancien format binaire que cops ne lit pas : cops importe des documents .docx, .odt, .pdf, .html, .md et .txt.';
}

function saySaveAs(how: string): string {
  return `Ce document est enregistré ${how}, que cops ne lit pas : ouvrez-le dans Word ou LibreOffice, puis « Enregistrer sous » au format .docx.`;
}

/** Begins a page, after a declaration and comments; or is one that lost its first lines. */
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const MARKDOWN = /^---[ \t]*\r?\n|^#{1,6} +\S|^\*\*[^*]+\*\*\s*$/m;

function detectText(bytes: Uint8Array, ending: string): Format {
  if (!isText(bytes))
    throw new UsageError(
      'Ce fichier n’est pas un document que cops sait lire : il importe des documents .docx, .odt, .pdf, .html, .md et .txt.',
    );
  const start = decodeBytes(bytes.subarray(0, 64 * 1024)).text;
  if (/^MIME-Version:|^From: <Saved by/im.test(start.slice(0, 400)))
    throw new UsageError(
      'Cette page a été enregistrée en un seul fichier MHTML : enregistrez-la de nouveau en « Page Web, HTML uniquement ».',
    );
  if (PAGE.test(start)) return 'html';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<office:document\b/.test(start)) return 'odt';
  if (/^\s*<\?(?:xml|mso)/.test(start)) throw new UsageError(saySaveAs('en XML'));
  if (ENDINGS.html.includes(ending)) return 'html';
  if (ENDINGS.md.includes(ending)) return 'md';
  return !ENDINGS.txt.includes(ending) && MARKDOWN.test(start) ? 'md' : 'txt';
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

function findText(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'latin1'));
}

function wide(text: string): string {
  return [...text].map((letter) => `${letter}\u0000`).join('');
}
