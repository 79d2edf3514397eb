import { quote } from '../../french.ts';
import { UsageError } from '../../usage-error.ts';
import type { MatrixChart } from './draw-matrix.ts';
import type { ProgressChart } from './draw-progress.ts';
import type { ThemesChart } from './draw-themes.ts';
import type { TimelineChart } from './timeline-layout.ts';

/** What is to be drawn, as plain values; `draw.ts` knows how. */
export type Chart = ThemesChart | MatrixChart | TimelineChart | ProgressChart;

/** A picture before it is drawn: its words, and what it shows. The table of its data stands beside it in the document. */
export interface Picture {
  /** `themes`, `contrats.agence-2022`: what a template asks for, and a fault names. */
  readonly name: string;
  /** On one line, without a full stop. */
  readonly title: string;
  /** How it is read: what each mark stands for. */
  readonly note: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly chart: Chart;
}

/** A drawn picture: what an `svg` element holds, in units of its own. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Size of the texts that set none. */
  readonly fontSize: number;
  /** Well-formed XML and HTML alike: texts are escaped, and nothing is named. */
  readonly content: string;
}

/** How a picture is drawn: in which shape, and which text is printed for one that a font may not have. */
export interface Manner {
  readonly narrow: boolean;
  readonly print: (text: string) => string;
}

/** Draws a picture. Throws a UsageError where it cannot be drawn. */
export type Draw = (picture: Picture, manner: Manner) => Drawing;

/** A picture as the points of a file. */
export interface PaintedPicture {
  readonly png: Uint8Array;
  /** Height out of width. */
  readonly proportion: number;
}

/** Does what a picture needs. Throws a UsageError that names the picture where that cannot be done. */
export function attemptPicture<T>(title: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `L’image ${quote(title)} ne peut pas être dessinée (${reason}). La synthèse n’est pas écrite ; les formes « md » et « json », qui n’ont pas d’images, en donnent les nombres.`,
    );
  }
}

/** The words that stand for a picture where none can be. */
export function altOf({ title, description }: Picture): string {
  return `${title}. ${description}`;
}
