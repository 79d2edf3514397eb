import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { ask, unpack } from './pdf-file.ts';

interface Sign {
  /** Where the code of its glyph stands in the file. */
  readonly place: number;
  readonly font: Font;
  readonly sign: string;
}

interface Font {
  readonly signs: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
}

/** Retypes words of a PDF in its own fonts, as an editor of PDF would; both texts have as many signs. */
export function retypePdf(path: string, from: string, to: string): void {
  let file = unpack(path);
  const fonts = readFonts(file);
  for (const signs of readLines(file, fonts)) {
    const start = signs
      .map(({ sign }) => sign)
      .join('')
      .indexOf(from);
    if (start < 0) continue;
    [...to].forEach((sign, index) => {
      const { place, font } = signs[start + index] as Sign;
      const code = font.codes.get(sign);
      if (code === undefined) throw new Error(`retypePdf: the font of « ${from} » has no « ${sign} »`);
      file = file.slice(0, place) + code + file.slice(place + code.length);
    });
    writeFileSync(path, Buffer.from(file, 'latin1'));
    return;
  }
  throw new Error(`retypePdf: « ${from} » is nowhere`);
}

function readFonts(file: string): ReadonlyMap<string, Font> {
  const object = (number = '') => file.split(`\n${number} 0 obj\n`)[1]?.split('\nendobj')[0] ?? '';
  const names = new Map([...file.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [name, number]));
  return new Map(
    [...names].map(([name, number]) => {
      const map = object(/\/ToUnicode (\d+) 0 R/.exec(object(number))?.[1]);
      const pairs = [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]{4})>$/gm)].map(
        ([, code = '', sign = '']) => [code.toLowerCase(), String.fromCharCode(Number.parseInt(sign, 16))] as const,
      );
      return [name, { signs: new Map(pairs), codes: new Map(pairs.map(([code, sign]) => [sign, code])) }];
    }),
  );
}

/** The signs of each text that is drawn in one go. */
function* readLines(file: string, fonts: ReadonlyMap<string, Font>): Iterable<Sign[]> {
  for (const { 0: text, index } of file.matchAll(/^BT\n[\s\S]*?^ET$/gm)) {
    let font: Font | undefined;
    const signs: Sign[] = [];
    for (const { 1: name, 2: codes = '', index: at } of text.matchAll(/\/(f\d+) |(?<!ActualText )<([0-9a-f]+)>/g)) {
      if (name !== undefined) font = fonts.get(name);
      else
        for (let offset = 0; offset < codes.length; offset += 4) {
          const sign = font?.signs.get(codes.slice(offset, offset + 4)) ?? '';
          if (font && sign) signs.push({ place: index + at + 1 + offset, font, sign });
        }
    }
    yield signs;
  }
}

/** Sets a word upon another of the first page, as a person does who cannot edit what is under it. */
export function coverPdf(path: string, under: string, word: string): void {
  const [, left, top] =
    new RegExp(`<word xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${under}</word>`).exec(
      ask('pdftotext', '-bbox', '-l', '1', path, '-'),
    ) ?? [];
  if (left === undefined) throw new Error(`coverPdf: « ${under} » is nowhere`);
  const fonts = ['400Regular'].map((face) => readFileSync(`dist/fonts/SourceSans3_${face}.ttf`));
  const mainFileContent = `#set page(width: 595.276pt, height: 841.89pt, margin: 0pt)
#set text(font: "Source Sans 3", size: 10.5pt)
#place(dx: ${left}pt, dy: ${Number(top) + 2}pt)[${word}]`;
  const over = `${path}.over.pdf`;
  writeFileSync(over, NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }).pdf({ mainFileContent }));
  ask('qpdf', '--overlay', over, '--to=1', '--', '--replace-input', path);
}
