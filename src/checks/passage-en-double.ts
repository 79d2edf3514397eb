import { fold, formatCount, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Passage } from '../record/passage.ts';
import { type Check, type Checked, type Finding, fichesOf } from './check.ts';

/** Shorter passages, « Manque de temps », may well be said twice. */
const SHORTEST = 40;

interface Place {
  readonly file: string;
  readonly line: number;
}

/** The same words in two records are most often a paste that was not made over: they would be counted twice. */
export const passageEnDouble = {
  code: 'passage-en-double',
  severity: 'warning',
  family: 'texte',
  title: 'Passage déjà écrit dans une autre fiche',
  explanation: `Deux groupes ne disent pas la même chose mot pour mot : un même passage dans deux fiches vient le plus souvent d’un
copier-coller, et serait compté deux fois. Supprimez-le de la fiche où il est de trop. Un paragraphe de contexte qui ne
porte aucun thème, comme la présentation du centre, peut se répéter.`,
  example: {
    faulty: 'la même longue phrase dans « 2022-03-14-atelier.md » et dans « 2022-05-31-atelier.md »',
    corrected: 'la phrase dans la seule fiche de l’atelier où elle a été dite',
  },

  *run(checked: Checked): Iterable<Finding> {
    const firsts = new Map<string, Place>();
    for (const fiche of fichesOf(checked, 'atelier', 'projet')) {
      for (const { passage, first, others } of findCopies(fiche, firsts)) {
        const more = others > 0 ? `, comme ${formatCount(others, 'autre')} de cette fiche` : '';
        const message = `Ce passage est déjà dans ${quote(first.file)}, ligne ${first.line}${more}, et serait compté deux fois : s’il vient d’un collage, supprimez-le de l’une des deux fiches.`;
        yield { fiche, range: passage.range, message };
      }
    }
  },
} satisfies Check;

interface Copy {
  readonly passage: Passage;
  readonly first: Place;
  /** How many more passages the two records share. */
  others: number;
}

/** An editor checks again at each keystroke passages that did not change. */
const FOLDED = new WeakMap<Passage, string>();

function wordsOf(passage: Passage): string {
  const words = FOLDED.get(passage) ?? fold(passage.text).replace(/[^a-z0-9]+/g, ' ');
  FOLDED.set(passage, words);
  return words;
}

/** The first passage shared with each earlier record: a whole record pasted is one fault, not thirty. */
function findCopies({ file, body }: Fiche, firsts: Map<string, Place>): Iterable<Copy> {
  const copies = new Map<string, Copy>();
  for (const passage of body.passages) {
    if (passage.text.length < SHORTEST || (passage.nature === 'contexte' && passage.themes.length === 0)) continue;
    const words = wordsOf(passage);
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, { file, line: passage.range.start.line });
    else if (first.file !== file) {
      const copy = copies.get(first.file);
      if (copy) copy.others++;
      else copies.set(first.file, { passage, first, others: 0 });
    }
  }
  return copies.values();
}
