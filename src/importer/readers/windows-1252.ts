/** The letters of Windows-1252 from 0x80 to 0x9f; five bytes are none. Node 20 decodes them as Latin-1, which has none there. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...HIGH].map((letter, index) => [letter, index + 0x80]));

/** The text of bytes in Windows-1252. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The byte of a letter in Windows-1252, where it has one. */
export function byteIn1252(letter: string): number | undefined {
  const code = letter.charCodeAt(0);
  return BYTES.get(letter) ?? (code < 0x100 ? code : undefined);
}

/** The letters of the bytes that follow the first one of a letter in UTF-8, from 0x80 to 0xbf. */
export const FOLLOWING: string = decodeWindows1252(Uint8Array.from({ length: 64 }, (_, index) => index + 0x80));
