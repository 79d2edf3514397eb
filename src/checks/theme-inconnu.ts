import type { Fix, Range } from '../diagnostic.ts';
import { findNearest, fold, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { findSame, sayBecomes } from '../record/schema-fixes.ts';
import { type Check, type Checked, type Finding, isId } from './check.ts';

/** Every theme cited is in the grille: a misspelt one would vanish from the counts. */
export const themeInconnu = {
  code: 'theme-inconnu',
  severity: 'error',
  family: 'themes',
  scope: 'fiche',
  title: 'Thème absent de la grille',
  explanation: `Un thème mal orthographié ne serait compté nulle part dans la synthèse.
Corrigez le mot-dièse, ou ajoutez le thème à la grille avec « cops new theme ».`,
  example: { faulty: '- → … #temps-de-consultaton', corrected: '- → … #temps-de-consultation' },

  *run(checked: Checked) {
    for (const read of checked.bodies) {
      for (const { word, range } of read.body.passages.flatMap(({ themes, refus }) => [...themes, ...refus])) {
        if (checked.themes.has(word)) continue;
        const fix = nameAsInGrille(word, range, checked.themes);
        yield { fiche: read, range, message: sayUnknown(word, checked.themes), fix };
      }
    }
    for (const fiche of checked.fiches) yield* checkHeader(fiche, checked.themes);
  },
} satisfies Check;

function* checkHeader(fiche: Fiche, themes: ReadonlySet<string>): Iterable<Finding> {
  const { value } = fiche.header;
  const declared = Array.isArray(value.themes) ? value.themes : [];
  for (const [index, word] of declared.entries()) {
    if (isId(word) && !themes.has(word)) {
      yield { fiche, range: fiche.header.placeOf(['themes', index]), message: sayUnknown(word, themes) };
    }
  }
  if (fiche.type?.name === 'theme' && isId(value.parent) && !themes.has(value.parent)) {
    yield { fiche, range: fiche.header.placeOf(['parent']), message: sayUnknown(value.parent, themes) };
  }
}

/** Capitals and accents alone: a letter too few may be another word. */
function nameAsInGrille(word: string, range: Range, themes: ReadonlySet<string>): Fix | undefined {
  const theme = findSame(word, themes);
  if (theme === undefined) return undefined;
  return { title: sayBecomes(`#${word}`, `#${theme}`), edits: [{ range, text: `#${theme}` }] };
}

function sayUnknown(word: string, themes: ReadonlySet<string>): string {
  const nearest = findNearest(word, themes);
  if (nearest && fold(nearest) === fold(word))
    return `Le thème ${quote(word)} s’écrit sans majuscule ni accent : ${quote(nearest)}.`;
  const advice = nearest
    ? `le plus proche est ${quote(nearest)}`
    : 'corrigez-le, ou ajoutez-le à la grille avec « cops new theme »';
  return `Le thème ${quote(word)} est absent de la grille ; ${advice}.`;
}
