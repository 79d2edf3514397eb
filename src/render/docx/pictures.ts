import { ImageRun, Paragraph, TextRun } from 'docx';
import { altOf, type PaintedPicture, type Picture } from '../pictures/picture.ts';
import { TEXT_WIDTH } from './styles.ts';

/** Gives the points of a picture. Throws a UsageError where it cannot be drawn. */
export type Paint = (picture: Picture) => PaintedPicture;

/** Word counts pictures in pixels, 96 an inch: 15 twentieths of a point each. */
const WIDTH = Math.floor(TEXT_WIDTH / 15);

/** A picture under its caption, on the same page, with the words that are read in its place. */
export function printPicture(picture: Picture, paint: Paint): Paragraph[] {
  const { png, proportion } = paint(picture);
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: WIDTH, height: Math.round(WIDTH * proportion) },
    altText: { name: picture.title, title: picture.title, description: altOf(picture) },
  });
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun({ text: `${picture.title}.` }), new TextRun({ text: ` ${picture.note}`, bold: false })],
    }),
    new Paragraph({ style: 'Picture', children: [image] }),
  ];
}
