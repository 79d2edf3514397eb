import type { Position, Range } from '../diagnostic.ts';
import { fold } from '../french.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { Theme } from '../theme/theme.ts';
import { type EditedFiche, findHeaderLines, findType } from './edited-fiche.ts';
import { findHashtagAt } from './hashtag.ts';
import type { Suggestion } from './suggestion.ts';

/** What the body may hold at the cursor: themes behind a `#`, marks in a comment, the sections of the type behind `##`. */
export function completeBody(edited: EditedFiche, position: Position): Suggestion[] {
  if (findType(edited)?.spec.texteLibre) return [];
  const hashtag = findHashtagAt(edited.lines, position);
  if (hashtag) return hashtag.free ? [] : completeThemes(edited, hashtag.range);
  return completeMarks(edited, position) ?? completeSections(edited, position) ?? [];
}

function completeThemes({ collection: { grille } }: EditedFiche, range: Range): Suggestion[] {
  return [...grille.values()]
    .filter(({ statut }) => statut !== 'retire')
    .map((theme) => ({
      kind: 'fiche',
      label: `#${theme.id}`,
      detail: describe(theme),
      explanation: maskPersonalData(theme.definition),
      range,
      text: `#${theme.id}`,
    }));
}

function describe({ titre, statut }: Theme): string {
  return `${maskPersonalData(titre)}${statut === 'candidat' ? ' (à l’essai)' : ''}`;
}

const MARKS: readonly (readonly [mark: string, explanation: string])[] = [
  ['extrait', 'Choisit le passage, à montrer dans la synthèse.'],
  ['piste', 'Dit que le passage est une piste, quelle que soit sa section.'],
  ['constat', 'Dit que le passage est un constat, quelle que soit sa section.'],
  ['pas #', 'Dit que le passage ne relève pas de ce thème.'],
  ['mémo : ', 'Garde une remarque, qui n’est jamais montrée.'],
];

function completeMarks({ lines }: EditedFiche, { line, column }: Position): Suggestion[] | undefined {
  const text = lines.lineAt(line);
  const opened = /<!--( ?)(\p{L}*)$/u.exec(text.slice(0, column - 1));
  if (!opened) return undefined;
  const after = /^\p{L}*/u.exec(text.slice(column - 1))?.[0] ?? '';
  const closed = /^ *-->/.test(text.slice(column - 1 + after.length));
  const start = column - (opened[2] ?? '').length;
  const range = { start: { line, column: start }, end: { line, column: column + after.length } };
  return MARKS.map(([mark, explanation]) => {
    const complete = /\p{L}$/u.test(mark) && !closed ? `${mark} -->` : mark;
    return { kind: 'marque', label: mark.trim(), explanation, range, text: `${opened[1] ? '' : ' '}${complete}` };
  });
}

/** The sections of the type that the record does not have. */
function completeSections(edited: EditedFiche, { line, column }: Position): Suggestion[] | undefined {
  const { lines } = edited;
  const text = lines.lineAt(line);
  if (!/^## .*$/.test(text) || column < 4) return undefined;
  const present = new Set<string>();
  for (let other = findHeaderLines(edited)?.end ?? 1; other <= lines.count; other++) {
    const title = /^## +(.*)$/.exec(lines.lineAt(other))?.[1];
    if (title !== undefined && other !== line) present.add(fold(title).trim());
  }
  const range = { start: { line, column: 4 }, end: { line, column: text.length + 1 } };
  const missing = (findType(edited)?.spec.sections ?? []).filter(
    ({ mot }) => ![...present].some((title) => title.startsWith(mot)),
  );
  return missing.map(({ titre, requise }) => ({
    kind: 'section',
    label: titre,
    ...(requise && { detail: 'nécessaire' }),
    range,
    text: titre,
  }));
}
