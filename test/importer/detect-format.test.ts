import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detectFormat } from '../../src/importer/detect-format.ts';
import { UsageError } from '../../src/usage-error.ts';
import { makeOdt } from '../support/odt-file.ts';
import { makePdf } from '../support/pdf-maker.ts';
import { makeDocx, p, r } from '../support/word-file.ts';

const DOCX = makeDocx(p(r('Bonjour')));
const ODT = makeOdt('<text:p>Bonjour</text:p>');
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('');
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

test.each([
  [DOCX, 'a.docx', 'docx'],
  [DOCX, 'a.DOCM', 'docx'],
  [ODT, 'a.odt', 'odt'],
  [makePdf([{}]), 'a.pdf', 'pdf'],
  [latin1('<?xml version="1.0"?>\n<!-- x --><!DOCTYPE html PUBLIC "x"><html>'), 'a.htm', 'html'],
  [latin1('<p>Un morceau'), 'a.html', 'html'],
  [latin1('# Titre'), 'a.markdown', 'md'],
  [latin1('# Titre'), 'a.txt', 'txt'],
  [latin1('Bonjour'), '-', 'txt'],
] as const)('%# a document is what it holds', (bytes, name, format) => {
  expect(detectFormat(bytes, name)).toEqual({ format, warnings: [] });
});

test.each([
  [ODT, 'a.docx', 'odt', 'Son nom finit par « .docx », mais c’est un document .odt : il a été lu comme tel.'],
  [DOCX, 'a.pdf', 'docx', 'Son nom finit par « .pdf », mais c’est un document .docx : il a été lu comme tel.'],
  [
    latin1('<html><body>'),
    'a.txt',
    'html',
    'Son nom finit par « .txt », mais c’est un document .html : il a été lu comme tel.',
  ],
] as const)('%# a name that lies is said', (bytes, name, format, warning) => {
  expect(detectFormat(bytes, name)).toEqual({ format, warnings: [warning] });
});

test.each([
  [
    'an old Word file',
    latin1(`${OLE}${'\0'.repeat(600)}${wide('WordDocument')}`),
    /ancien format binaire de Word \(\.doc\).*\.docx/,
  ],
  [
    'an encrypted Word file',
    latin1(`${OLE}${'\0'.repeat(600)}${wide('EncryptedPackage')}`),
    /protégé par un mot de passe/,
  ],
  ['another old file', latin1(`${OLE}${'\0'.repeat(600)}`), /ancien format binaire que cops ne lit pas/],
  ['RTF', latin1('{\\rtf1\\ansi Bonjour}'), /en RTF.*« Enregistrer sous » au format \.docx/],
  ['a picture', latin1('\x89PNG\r\n\x1a\n\0\0'), /est une image \(PNG\)/],
  ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /un tableur ou une présentation/],
  ['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), /une présentation/],
  ['an archive', zipSync({ 'a.txt': strToU8('x') }), /est une archive/],
  ['Word’s XML', latin1('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'), /en XML/],
  ['a program', latin1('\x7fELF\x02\0\0\0'), /n’est pas un document que cops sait lire/],
  [
    'a page in one file',
    latin1('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
    /MHTML.*« Page Web, HTML uniquement »/,
  ],
  ['nothing', new Uint8Array(), /est vide/],
])('%s is refused, with what to do', (_, bytes, sentence) => {
  expect(() => detectFormat(bytes, 'a.docx')).toThrow(UsageError);
  expect(() => detectFormat(bytes, 'a.docx')).toThrow(sentence);
});
