import type * as Plot from '@observablehq/plot';
import { PALETTE } from '../palette.ts';

/** What a picture is drawn with. Its shape decides sizes: wide for paper and screens, narrow for telephones. */
export interface Canvas {
  readonly plot: typeof Plot;
  /** Where elements are made, in place of a browser's. */
  readonly document: Plot.PlotOptions['document'];
  readonly narrow: boolean;
  /** In units of the picture: on paper, 640 of them are the width of the text. */
  readonly width: number;
  /** On paper, more than nine points. */
  readonly fontSize: number;
}

/** The sizes of a shape. */
export function sizesOf(narrow: boolean): Pick<Canvas, 'width' | 'fontSize' | 'narrow'> {
  return narrow ? { narrow, width: 320, fontSize: 12 } : { narrow, width: 640, fontSize: 13 };
}

/** Options that all pictures share: nothing of Plot's own axes, no clipping, which would need names. */
export function plotOptions({ document, width, fontSize }: Canvas): Plot.PlotOptions {
  return {
    document,
    width,
    style: { fontSize: `${fontSize}px`, color: PALETTE.ink },
    marginTop: 4,
    marginBottom: 4,
  };
}
