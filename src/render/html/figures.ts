import { formatNumber } from '../../french.ts';
import type { Extrait } from '../../synthese/extraits.ts';
import type { Figure } from '../../synthese/figure.ts';
import { kindOf } from '../../synthese/figure-list.ts';
import type { RenderedDocument } from '../document.ts';

/** What is shown of a figure when one points at it. */
export interface FigureDescription {
  readonly figure: Figure;
  /** What it counts. */
  readonly rule: string;
  readonly base?: string;
  /** The first of its extracts. */
  readonly extraits: readonly string[];
  /** How many more there are. */
  readonly others: number;
}

/** More would hide the page. */
const MOST_EXTRAITS = 3;

/** The descriptions of a document's figures, by anchor. */
export function describeFigures({
  figures,
  extraits,
}: Pick<RenderedDocument, 'figures' | 'extraits'>): (anchor: string) => FigureDescription | undefined {
  const byPlace = new Map(extraits.map((extrait) => [`${extrait.file}:${extrait.line}`, extrait]));
  const known = new Map<string, FigureDescription>();
  return (anchor) => {
    const figure = figures.get(anchor);
    if (!figure) return undefined;
    const description = known.get(anchor) ?? describeFigure(figure, byPlace);
    known.set(anchor, description);
    return description;
  };
}

function describeFigure(figure: Figure, byPlace: ReadonlyMap<string, Extrait>): FigureDescription {
  const texts = figure.sources.flatMap((source) => {
    const extrait = 'interne' in source ? undefined : byPlace.get(`${source.file}:${source.line}`);
    return extrait ? [extrait.text] : [];
  });
  return {
    figure,
    rule: kindOf(figure).kind.meaning,
    ...(figure.base !== undefined && { base: `Base : ${formatNumber(figure.base)}.` }),
    extraits: texts.slice(0, MOST_EXTRAITS),
    others: Math.max(0, texts.length - MOST_EXTRAITS),
  };
}
