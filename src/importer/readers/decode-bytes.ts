import { isStartOfUtf8 } from '../../record/encoding.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** The text of bytes of any usual encoding, line ends `\n`, without byte order mark; and the encoding, where it is not UTF-8. */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding?: string } {
  const encoding = guessEncoding(bytes);
  const raw = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  const text = raw.replace(/\r\n?/g, '\n');
  return encoding === 'utf-8' ? { text } : { text, encoding };
}

/** Whether bytes can be a text: none is a control sign, save those of UTF-16, tabs, ends of lines and of pages. */
export function isText(bytes: Uint8Array): boolean {
  return guessEncoding(bytes).startsWith('utf-16') || !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

/** UTF-16 shows by its mark, or by a zero in every other byte; what is not UTF-8 is Windows-1252, in which any byte is a letter. */
function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
  const zeros = (rest: number) => sample.filter((byte, index) => byte === 0 && index % 2 === rest).length;
  if (sample.length >= 4 && zeros(1) >= sample.length * 0.4 && zeros(0) === 0) return 'utf-16le';
  if (sample.length >= 4 && zeros(0) >= sample.length * 0.4 && zeros(1) === 0) return 'utf-16be';
  return isStartOfUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
