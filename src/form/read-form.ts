import type { RootContent } from 'mdast';
import { formatCount, formatList, quote } from '../french.ts';
import type { FoundValue, ImportedRecord } from '../importer/imported-record.ts';
import { addToSort } from '../importer/understand/write-body.ts';
import type { SectionSpec } from '../record/passage.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { TO_SORT_TITLE } from '../record/section-title.ts';
import { UsageError } from '../usage-error.ts';
import { type FormContent, readContent, type Stray } from './form-content.ts';
import { findFormType } from './form-identity.ts';
import { indexForm } from './form-index.ts';
import { buildForm } from './form-model.ts';
import { readValues } from './form-values.ts';
import { findKeptHashtags, formatBlocks } from './format-body.ts';
import { printedWords } from './printed-words.ts';
import { toBlocks, type WordContext } from './word-blocks.ts';
import { DOCUMENT, openWord } from './word-file.ts';
import { readNotes } from './word-notes.ts';
import { listRemarks } from './word-remarks.ts';
import { readStyles } from './word-styles.ts';
import { linesOf, wordsWithin } from './word-text.ts';
import { childOf } from './xml.ts';

/** A filled form, and the record that it gives. */
export interface ReadForm {
  readonly record: ImportedRecord;
  readonly type: RecordType;
  readonly content: FormContent;
}

/** A record of more than a megabyte is not read back. */
const LONGEST_TEXT = 1_000_000;

/**
 * The record that a filled Word form gives; undefined for a file that is no form of ours. Throws a UsageError for a form that
 * is damaged, or of a type that the workspace does not have.
 */
export function readForm(bytes: Uint8Array, schemas: Schemas): ImportedRecord | undefined {
  return openForm(bytes, schemas)?.record;
}

/** The same, with the places of what was read. */
export function openForm(bytes: Uint8Array, schemas: Schemas): ReadForm | undefined {
  const word = openWord(bytes);
  const name = word && findFormType(word, schemas);
  if (!word || name === undefined) return undefined;
  const type = schemas.types.get(name);
  if (!type)
    throw new UsageError(
      `Ce formulaire est celui d’une fiche de type ${quote(name)}, que cet espace de travail ne connaît pas ; ses types sont ${formatList([...schemas.types.keys()])}.`,
    );
  const document = word.treeOf(DOCUMENT);
  const body = childOf(document, 'w:body');
  if (!document || !body) throw new UsageError('Ce formulaire Word est abîmé : il n’a pas été lu.');
  if (wordsWithin(body).length > LONGEST_TEXT)
    throw new UsageError(
      'Le texte de ce formulaire dépasse un million de signes, plus que n’en tient une fiche : il n’a pas été lu.',
    );
  const model = buildForm(type, schemas);
  const styles = readStyles(word.treeOf('word/styles.xml'), word.treeOf('word/numbering.xml'));
  const content = readContent(body, {
    index: indexForm(model),
    sections: model.sections,
    printed: printedWords(word, model),
    styleOf: styles.nameOf,
  });
  const notes = readNotes(word);
  const context: WordContext = { styles, links: notes };
  const values = readValues(content.answers);
  const text = formatBody(model.sections, content, context, () => notes.takeMet(context));
  const record: ImportedRecord = {
    type: type.name,
    values,
    body: text,
    warnings: [
      ...sayDoubts(values),
      ...sayStrays(content.strays),
      ...sayHashtags(text),
      ...listRemarks(word, document),
    ],
  };
  return { record, type, content };
}

function sayDoubts(values: readonly FoundValue[]): string[] {
  return values.flatMap(({ key, doubt }) => (doubt === undefined ? [] : [`${quote(key)} : ${doubt}`]));
}

/** A text is read with the grille once it is a record. */
function sayHashtags(text: string): string[] {
  const words = findKeptHashtags(text);
  if (words.length === 0) return [];
  return [
    `${formatList(words.map(quote))} ${words.length > 1 ? 'restent des mots' : 'reste un mot'} du texte : les thèmes se notent dans la fiche, en la lisant avec la grille.`,
  ];
}

function sayStrays(strays: readonly Stray[]): string[] {
  const count = strays.filter(({ element }) => linesOf(element).length > 0).length;
  if (count === 0) return [];
  const gone = strays.flatMap(({ label }) => (label === undefined ? [] : [quote(label)]));
  const why = gone.length > 0 ? ` Le formulaire demandait ${formatList(gone)}, que ce type n’a plus.` : '';
  return [
    `${formatCount(count, 'texte écrit hors des cases est gardé', 'textes écrits hors des cases sont gardés')} sous « ${TO_SORT_TITLE} ».${why}`,
  ];
}

/** The sections that have a text or need one, then what found no place. */
function formatBody(
  specs: readonly SectionSpec[],
  { sections, strays }: FormContent,
  context: WordContext,
  takeNotes: () => readonly RootContent[],
): string {
  const toText = (blocks: readonly RootContent[]) => formatBlocks([...blocks, ...takeNotes()]);
  const parts = specs.flatMap((spec) => {
    const text = toText(toBlocks(sections.get(spec)?.blocks ?? [], context));
    return text === '' && (spec.interne || !spec.requise) ? [] : [`## ${spec.titre}\n${text && `\n${text}\n`}`];
  });
  const unsorted = toText(strays.flatMap((stray) => toStrayBlocks(stray, context)));
  return `${addToSort(parts.join('\n'), unsorted ? [unsorted] : []).trimEnd()}\n`;
}

function toStrayBlocks({ element, label }: Stray, context: WordContext): RootContent[] {
  if (label === undefined) return toBlocks([element], context);
  const value = linesOf(element).join(' ');
  return [{ type: 'paragraph', children: [{ type: 'text', value: `${label} : ${value}` }] }];
}
