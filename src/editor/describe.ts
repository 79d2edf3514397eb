import type { Diagnostic, Position, Range, Rule } from '../diagnostic.ts';
import { formatList, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Field } from '../record/field.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { EditedFiche } from './edited-fiche.ts';
import { findMention, type Mention } from './mention.ts';

/** What an editor shows above a word: plain text, paragraphs parted by an empty line. */
export interface Description {
  readonly text: string;
  readonly range?: Range;
}

/** Says what the word under a cursor means, and why each fault found there is one. */
export function describe(
  edited: EditedFiche,
  position: Position,
  { faults, rules }: { faults: readonly Diagnostic[]; rules: readonly Rule[] },
): Description | undefined {
  const mention = findMention(edited, position);
  const codes = new Set(faults.filter(({ range }) => liesIn(position, range)).map(({ code }) => code));
  const reasons = rules
    .filter(({ code }) => codes.has(code))
    .map(({ title, explanation }) => `${title}. ${explanation}`);
  const said = [...(mention ? sayMention(edited, mention) : []), ...reasons];
  if (said.length === 0) return undefined;
  return { text: maskPersonalData(said.join('\n\n')), ...(mention && { range: mention.range }) };
}

function liesIn({ line, column }: Position, { start, end }: Range): boolean {
  const begun = line > start.line || (line === start.line && column >= start.column);
  return begun && (line < end.line || (line === end.line && column <= end.column));
}

function sayMention(edited: EditedFiche, mention: Mention): string[] {
  const { files, prs } = edited.collection;
  switch (mention.kind) {
    case 'cle':
      return [sayField(mention.field)];
    case 'fiche':
      return sayFiche(files.find(({ file }) => file === mention.file)?.fiche);
    case 'priorite': {
      const texte = prs.get(mention.prs)?.priorites.find(({ id }) => id === mention.id)?.texte;
      return texte ? [texte] : [];
    }
    case 'passage': {
      const passages = files.find(({ file }) => file === edited.file)?.body?.passages ?? [];
      const text = passages.find(({ nom }) => nom === mention.nom)?.text;
      return text ? [quote(text)] : [];
    }
  }
}

function sayField({ description, required, shape }: Field): string {
  const choices = shape.kind === 'choice' ? [`Valeurs possibles : ${formatList(shape.choices)}.`] : [];
  return [description, ...(required ? ['Cette clé est nécessaire.'] : []), ...choices].join('\n');
}

/** A theme with what falls under it, another record by its title. */
function sayFiche(fiche: Fiche | undefined): string[] {
  if (!fiche) return [];
  const { titre, definition, statut, inclure, exclure } = fiche.header.value;
  const status = statut === 'retire' ? ' (retiré de la grille)' : statut === 'candidat' ? ' (à l’essai)' : '';
  return [
    `${String(titre ?? fiche.id)}${status}`,
    ...(typeof definition === 'string' ? [definition] : []),
    ...sayList('En relève', inclure),
    ...sayList('N’en relève pas', exclure),
  ];
}

function sayList(title: string, items: unknown): string[] {
  return Array.isArray(items) && items.length > 0 ? [`${title} :\n${items.map((item) => `– ${item}`).join('\n')}`] : [];
}
