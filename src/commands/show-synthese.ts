import { formatCount } from '../french.ts';
import type { TextPart } from '../record/computed-text.ts';
import type { Fiche } from '../record/fiche.ts';
import { partsOf, readPart, withoutComments } from '../synthese/synthese-fiche.ts';
import type { Paint } from './paint.ts';

/** What a record that keeps a summary says: the words of its author in full, and each computed block by its name. */
export function describeSynthese(fiche: Fiche): readonly { text: string; isOwn: boolean }[] {
  return partsOf(fiche)
    .map((part) => ({ text: sayPart(fiche, part), isOwn: part.kind === 'libre' }))
    .filter((said) => said.text !== '');
}

function sayPart(fiche: Fiche, part: TextPart): string {
  if (part.kind === 'provenance') return '';
  if (part.kind === 'calcul') return `bloc calculé : ${part.name} (lignes ${part.line} à ${part.lastLine})`;
  return withoutComments(readPart(fiche, part))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for a person: her words, and the blocks between them. */
export function formatSynthese(
  fiche: Fiche,
  { cut, paint }: { cut: (text: string, indent: string) => string[]; paint: Paint },
): string[] {
  const parts = describeSynthese(fiche);
  const own = parts.filter(({ isOwn }) => isOwn).length;
  return [
    '',
    paint.dim(
      own > 0 ? formatCount(own, 'texte entre les blocs', 'textes entre les blocs') : 'Aucun texte entre les blocs.',
    ),
    ...parts.flatMap(({ text, isOwn }) =>
      isOwn ? ['', ...text.split('\n').flatMap((line) => cut(line, '  ')), ''] : [paint.dim(text)],
    ),
  ];
}
