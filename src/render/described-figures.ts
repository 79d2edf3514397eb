import { lowerFirst } from '../french.ts';
import type { Extrait } from '../synthese/extraits.ts';
import type { Figure } from '../synthese/figure.ts';
import { anchorOfFigure } from './references.ts';

/** An extract as templates see it. */
export type DescribedExtrait = ReturnType<typeof describeExtrait>;

/** A figure as filters read it. */
export function describeFigure(figure: Figure) {
  return {
    id: figure.id,
    valeur: figure.value,
    base: figure.base ?? null,
    ancre: anchorOfFigure(figure),
    sources: figure.sources,
  };
}

/** Lays an extract out; its themes by the titles that stand inside a sentence. */
export function describeExtrait(
  { numero, text, nature, themes, file, line }: Extrait,
  titles: ReadonlyMap<string, string>,
) {
  return {
    numero,
    ancre: `extrait-${numero}`,
    texte: text,
    nature,
    themes: themes.map((id) => lowerFirst(titles.get(id) ?? id)),
    file,
    line,
  };
}
