import type { Element } from 'hast';
import { PALETTE } from '../palette.ts';
import type { Draw, Picture } from '../pictures/picture.ts';
import { element, text } from './nodes.ts';

/** A picture with its caption: drawn twice, of which the page shows the one that the screen has room for. */
export function toPictureFigure(picture: Picture, { id, draw }: { id: string; draw: Draw }): Element {
  const caption = element('figcaption', {}, [
    element('strong', {}, [text(picture.title)]),
    text(' '),
    element('span', {}, [text(picture.note)]),
  ]);
  return element('figure', { className: ['image'] }, [
    caption,
    toSvg(picture, { id: `${id}-large`, narrow: false, draw }),
    toSvg(picture, { id: `${id}-etroite`, narrow: true, draw }),
  ]);
}

function toSvg(picture: Picture, { id, narrow, draw }: { id: string; narrow: boolean; draw: Draw }): Element {
  const { width, height, fontSize, content } = draw(picture, { narrow, print: (said) => said });
  const properties = {
    className: [narrow ? 'etroite' : 'large'],
    role: 'img',
    ariaLabelledBy: [`${id}-titre`, `${id}-description`],
    viewBox: `0 0 ${width} ${height}`,
    fontSize: String(fontSize),
    textAnchor: 'middle',
    fill: PALETTE.ink,
  };
  return element('svg', properties, [
    element('title', { id: `${id}-titre` }, [text(picture.title)]),
    element('desc', { id: `${id}-description` }, [text(picture.description)]),
    // Drawn from figures: its texts are escaped already.
    { type: 'raw', value: content },
  ]);
}
