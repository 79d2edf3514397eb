import { formatCount } from '../../../french.ts';
import { quoteWords } from '../left-out.ts';
import { elements } from '../xml.ts';
import type { WordParts } from './word-parts.ts';
import { wordText } from './word-text.ts';

/** Says what a Word file holds beside its text: headers and footers of pages, drawings with words, macros, other files. */
export function sayParts({ document, part, names, hasMacros }: WordParts): string[] {
  const textOf = (name: string) => {
    const root = part(name);
    return root ? wordText(root).replace(/\s+/g, ' ').trim() : '';
  };
  const say = (pattern: RegExp, sentence: string) =>
    [...new Set(names(pattern).map(textOf))].filter(Boolean).map((text) => `${sentence} : ${quoteWords(text)}.`);
  const others = elements(document, 'w:altChunk').length + elements(document, 'w:subDoc').length;
  return [
    ...say(/^word\/header\d*\.xml$/, 'L’en-tête des pages n’a pas été repris'),
    ...say(/^word\/footer\d*\.xml$/, 'Le pied des pages n’a pas été repris'),
    ...say(/^word\/diagrams\/data\d*\.xml$/, 'Les mots d’un schéma (SmartArt) n’ont pas trouvé de place dans le texte'),
    ...(others > 0
      ? [
          `${formatCount(others, 'fichier inséré n’a pas été lu', 'fichiers insérés n’ont pas été lus')} : importez-${others > 1 ? 'les' : 'le'} à part.`,
        ]
      : []),
    ...(hasMacros ? ['Ce document contient des macros : elles n’ont été ni lues ni exécutées.'] : []),
  ];
}
