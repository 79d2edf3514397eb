import { buildForm, type FormModel, type Question } from '../../src/form/form-model.ts';
import { writeForm } from '../../src/form/write-form.ts';
import type { HeaderValue } from '../../src/record/header-value.ts';
import { schemas } from './parse.ts';

/** What the form of a type of the package asks. */
export function modelOf(name: string): FormModel {
  const type = schemas.types.get(name);
  if (!type) throw new Error(`no type ${name}`);
  return buildForm(type, schemas);
}

/** An empty form of a type of the package. */
export function emptyForm(name = 'atelier'): Promise<Uint8Array> {
  return writeForm(modelOf(name));
}

/** The values of a form by their keys. */
export function valuesOf(record: { values: readonly { key: string; value: HeaderValue }[] } | undefined) {
  return Object.fromEntries((record?.values ?? []).map(({ key, value }) => [key, value]));
}

/** All that a form asks, with the tag of each place: the first line alone of each table. */
export function questionsOf({ blocks, centre }: FormModel): [tag: string, question: Question, inTable: boolean][] {
  return [...blocks, ...centre].flatMap((block): [string, Question, boolean][] =>
    block.kind === 'question'
      ? [[block.question.path.join('.'), block.question, false]]
      : block.table.columns.map((column) => [[...block.table.path, 0, ...column.path].join('.'), column, true]),
  );
}
