/** Words at a place of a page: points from the lower left corner. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A page of words, lines and pictures. */
export interface MadePage {
  readonly words?: readonly PlacedWords[];
  /** Lines from one point to another. */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  readonly image?: boolean;
}

/** How wide letters are, about: those of a typewriter, so that it is exact. */
export const LETTER = 0.6;

/** A PDF of A4 pages, in Courier. Letters are those of Windows-1252. */
export function makePdf(pages: readonly MadePage[]): Uint8Array {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  const count = pages.length;
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${count} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>');
  add(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream',
  );
  for (const page of pages) {
    const content = drawPage(page);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  return Buffer.from(writeFile(objects), 'latin1');
}

function drawPage({ words = [], rules = [], image = false }: MadePage): string {
  return [
    ...rules.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`),
    ...words.map(
      ({ text, x, y, size = 12, bold = false }) =>
        `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${encode(text)}) Tj ET`,
    ),
    ...(image ? ['q 200 0 0 200 100 400 cm /I1 Do Q'] : []),
  ].join('\n');
}

/** Signs of Windows-1252 that Latin-1 has not. */
const HIGH: Readonly<Record<string, string>> = { '’': '\x92', '–': '\x96', '…': '\x85', œ: '\x9c', '•': '\x95' };

function encode(text: string): string {
  return [...text]
    .map((letter) => HIGH[letter] ?? letter)
    .join('')
    .replace(/[\\()]/g, '\\$&');
}

function writeFile(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((content, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
}

/** A text in lines of a width, as a word processor breaks it. */
export function breakLines(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
