import { formatCount } from '../french.ts';
import { findBodyStart, splitComputed, type TextPart } from '../record/computed-text.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Paint } from './paint.ts';

/** What a record that keeps a summary says: the words of its author in full, and each computed block by its name. */
export function describeSynthese({ lines, body }: Fiche): readonly { text: string; isOwn: boolean }[] {
  const { text } = lines;
  const internal = (line: number) => body.internalLines.some(({ first, last }) => line >= first && line <= last);
  const sayPart = (part: TextPart) => {
    if (part.kind === 'provenance') return '';
    if (part.kind === 'calcul') return `bloc calculé : ${part.name} (lignes ${part.line} à ${part.lastLine})`;
    const first = lines.positionAt(part.start).line;
    return text
      .slice(part.start, part.end)
      .split('\n')
      .map((line, index) => (internal(first + index) ? '' : line))
      .join('\n')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  };
  return splitComputed(text, findBodyStart(text))
    .parts.map((part) => ({ text: sayPart(part), isOwn: part.kind === 'libre' }))
    .filter((said) => said.text !== '');
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
