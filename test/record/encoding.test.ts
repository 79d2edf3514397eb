import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/record/encoding.ts';
import { formatRange } from '../support/marked.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

describe('text that is UTF-8 is read', () => {
  test.each([
    ['accents', utf8('é œ — 👍'), 'é œ — 👍'],
    ['a byte order mark is dropped', join([0xef, 0xbb, 0xbf], '---\n'), '---\n'],
    ['CRLF', utf8('a\r\nb\r\n'), 'a\nb\n'],
    ['CR alone, of old Macs', utf8('a\rb\r'), 'a\nb\n'],
    ['mixed line ends', utf8('a\r\n\nb\rc'), 'a\n\nb\nc'],
  ])('%s', (_, bytes, text) => {
    expect(decodeText('f.md', bytes)).toEqual({ text });
  });
});

describe('anything else is one fault, in French', () => {
  test.each([
    ['nothing', new Uint8Array(), 'fichier-vide', '1:1-1:1', 'est vide'],
    ['a byte order mark alone', join([0xef, 0xbb, 0xbf]), 'fichier-vide', '1:1-1:1', 'que des blancs'],
    ['blanks', utf8(' \n\t\r\n\u00a0'), 'fichier-vide', '1:1-1:1', 'que des blancs'],
    ['UTF-16 with its mark', join([0xff, 0xfe, 0x61, 0]), 'encodage', '1:1-1:1', 'UTF-16'],
    ['UTF-16, the other way round', join([0xfe, 0xff, 0, 0x61]), 'encodage', '1:1-1:1', 'UTF-16'],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from('---\ntype: é', 'utf16le')), 'encodage', '1:1-1:1', 'UTF-16'],
    ['a Word document', join('PK', [3, 4, 20, 0, 8, 0, 8, 0, 1, 2, 3, 4]), 'fichier-non-texte', '1:1-1:1', 'Word'],
    ['a zero in a text', join('---\ntype', [0], ': atelier'), 'fichier-non-texte', '1:1-1:1', 'pas du texte'],
  ])('%s', (_, bytes, code, place, words) => {
    const fault = faultOf(bytes);
    expect([fault.code, formatRange(fault.range)]).toEqual([code, place]);
    expect(fault.message).toContain(words);
  });

  test.each([
    ['the first byte', join([0xe9], 'a'), '1:1-1:2'],
    ['after ASCII', join('caf', [0xe9]), '1:4-1:5'],
    ['after accents, counted as characters', join('éé caf', [0xe9], ' é'), '1:7-1:8'],
    ['after an emoji, two units wide', join('👍', [0xe9], 'a'), '1:3-1:4'],
    ['on the third line', join('é\n\nabc', [0xe9], 'd'), '3:4-3:5'],
    ['after CRLF', join('é\r\nab', [0xe9]), '2:3-2:4'],
    ['after CR alone', join('é\rab', [0xe9]), '2:3-2:4'],
    ['after a byte order mark', join([0xef, 0xbb, 0xbf], 'a', [0xe9], 'b'), '1:2-1:3'],
    ['a character cut by the end of the file', join('ab', [0xc3]), '1:3-1:4'],
    ['a character cut by the end of its line', join('ab', [0xc3], '\nc'), '1:3-1:4'],
    ['an overlong form', join('a', [0xc0, 0x80]), '1:2-1:3'],
    ['half of a surrogate pair', join('ab', [0xed, 0xa0, 0x80]), '1:3-1:4'],
    ['a long line', join('é'.repeat(5000), [0xe9], 'é'.repeat(5000)), '1:5001-1:5002'],
  ])('invalid UTF-8 is shown at its first bad byte: %s', (_, bytes, place) => {
    const fault = faultOf(bytes);
    expect([fault.code, formatRange(fault.range)]).toEqual(['encodage', place]);
    expect(fault.message).toContain('Windows-1252');
  });
});

function faultOf(bytes: Uint8Array) {
  const decoded = decodeText('f.md', bytes);
  if (!('fault' in decoded)) throw new Error(`read as ${JSON.stringify(decoded.text)}`);
  return decoded.fault;
}
