import type { Field, Shape } from '../record/field.ts';
import { fieldsOf } from '../record/field.ts';
import type { SectionSpec } from '../record/passage.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { choiceOf } from '../render/labels.ts';

/** What a person may choose: words on paper, and the value that they stand for. */
export interface FormChoice {
  readonly label: string;
  readonly value: string;
}

/** One place to fill in. */
export interface Question {
  /** Keys of the header that lead to it; for a column of a table, from an item of the list on. */
  readonly path: readonly string[];
  readonly label: string;
  /** French, in grey below the label. */
  readonly hint: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** Empty where the answer is written freely. */
  readonly choices: readonly FormChoice[];
}

/** A list whose items are lines of a table. */
export interface FormTable extends Omit<Question, 'shape' | 'choices'> {
  readonly columns: readonly Question[];
  /** How many empty lines it has. */
  readonly rows: number;
}

/** What is asked about the header, in its order. */
export type FormBlock =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'table'; readonly table: FormTable };

/** What a Word form of a type asks. */
export interface FormModel {
  readonly type: string;
  /** The type in French: « Atelier ». */
  readonly title: string;
  /** What whoever tells of the event knows. */
  readonly blocks: readonly FormBlock[];
  /** What the centre fills in later: diffusion, validation, codage… */
  readonly centre: readonly FormBlock[];
  readonly sections: readonly SectionSpec[];
  /** Keys that no form can ask: lists within lists. */
  readonly omitted: readonly string[];
}

/** The records that a key may name, as choices; undefined where it names none. */
export type ChoicesOf = (key: string) => readonly FormChoice[] | undefined;

/** Keys that the centre keeps about any record. */
const CENTRE_KEYS = new Set(['themes', 'suites', 'diffusion', 'validation', 'codage']);
const YES_OR_NO: readonly FormChoice[] = [
  { label: 'Oui', value: 'true' },
  { label: 'Non', value: 'false' },
];
const FEWEST_ROWS = 4;
const MOST_ROWS = 8;
/** Word cuts the tag of a control at 64 signs: `cops:` and the number of a line stand before these. */
const LONGEST_PATH = 52;

/** What a form of a type asks: the keys of its schema in the order of `cops new`, then its sections. */
export function buildForm(type: RecordType, schemas: Schemas, choicesOf: ChoicesOf = () => undefined): FormModel {
  const fields = inOrder(fieldsOf(type, schemas), type.spec.questions);
  const omitted: string[] = [];
  const toBlocks = (some: readonly Field[]) =>
    some.flatMap((field) => blocksOf(field, { path: [], label: '', required: true, schemas, choicesOf, omitted }));
  return {
    type: type.name,
    title: typeof type.schema.title === 'string' ? type.schema.title : choiceOf(type.name),
    blocks: toBlocks(fields.filter(({ key }) => !CENTRE_KEYS.has(key))),
    centre: toBlocks(fields.filter(({ key }) => CENTRE_KEYS.has(key))),
    sections: type.spec.sections,
    omitted,
  };
}

function inOrder(fields: readonly Field[], questions: readonly string[]): Field[] {
  const rank = ({ key, required }: Field) => {
    const asked = questions.indexOf(key);
    return asked >= 0 ? asked : required ? questions.length : questions.length + 1;
  };
  const asked = fields.filter(({ shape }) => shape.kind !== 'constant');
  return asked
    .map((field) => ({ field, rank: rank(field) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
}

interface Around {
  readonly path: readonly string[];
  /** The label of what it is a part of. */
  readonly label: string;
  readonly required: boolean;
  readonly schemas: Schemas;
  readonly choicesOf: ChoicesOf;
  readonly omitted: string[];
}

function blocksOf(field: Field, around: Around): FormBlock[] {
  const { shape } = field;
  const path = [...around.path, field.key];
  const label = [around.label, labelOfField(field, around)].filter(Boolean).join(' — ');
  const required = field.required && around.required;
  if (shape.kind === 'map') {
    const within = { ...around, path, label, required };
    return shape.fields.flatMap((inner) => blocksOf(inner, within));
  }
  if (path.join('.').length > LONGEST_PATH || hasNoPlace(shape)) {
    around.omitted.push(path.join('.'));
    return [];
  }
  if (shape.kind === 'list' && shape.item.shape.kind === 'map')
    return [{ kind: 'table', table: toTable({ field, path, label, required }, shape.item.shape, around) }];
  const question = toQuestion(field, path, around);
  return [{ kind: 'question', question: { ...question, label, required, hint: withExample(question) } }];
}

/** A date may be written as one says it. */
function withExample({ hint, shape }: Question): string {
  return shape.kind === 'date' && !/\d{4}/.test(hint) ? `${hint} Par exemple : 31 mai 2022, ou mai 2022.` : hint;
}

function toTable(
  { field, path, label, required }: { field: Field; path: readonly string[]; label: string; required: boolean },
  item: Extract<Shape, { kind: 'map' }>,
  around: Around,
): FormTable {
  const columns = columnsOf(item.fields, { ...around, path: [], label: '', required: true }, path);
  const most = Math.max(0, ...columns.map(({ choices, path: keys }) => (keys.length === 1 ? choices.length : 0)));
  const rows = Math.max(FEWEST_ROWS, columns.length === 2 ? Math.min(MOST_ROWS, most) : 0);
  return { path, label, hint: field.description, required, columns, rows };
}

/** The keys of an item, those of a map within it one by one. */
function columnsOf(fields: readonly Field[], around: Around, list: readonly string[]): Question[] {
  return fields.flatMap((field): Question[] => {
    const path = [...around.path, field.key];
    const label = [around.label, labelOfField(field, around)].filter(Boolean).join(' — ');
    const required = field.required && around.required;
    if (field.shape.kind === 'map') return columnsOf(field.shape.fields, { ...around, path, label, required }, list);
    const whole = [...list, ...path].join('.');
    if (field.shape.kind !== 'constant' && whole.length <= LONGEST_PATH && !hasNoPlace(field.shape, true))
      return [{ ...toQuestion(field, path, around), label, required }];
    around.omitted.push(whole);
    return [];
  });
}

/** A list of lists, or a list of maps within a line. */
function hasNoPlace(shape: Shape, isInLine = false): boolean {
  if (shape.kind !== 'list') return false;
  const { kind } = shape.item.shape;
  return kind === 'list' || (kind === 'map' && isInLine);
}

function toQuestion(field: Field, path: readonly string[], around: Around): Question {
  const { key, shape, required } = field;
  return {
    path,
    label: labelOfField(field, around),
    hint: hintOf(field),
    required,
    shape,
    choices: choicesFor(key, shape, around.choicesOf),
  };
}

function choicesFor(key: string, shape: Shape, choicesOf: ChoicesOf): readonly FormChoice[] {
  if (shape.kind === 'choice') return shape.choices.map((value) => ({ label: choiceOf(value), value }));
  if (shape.kind === 'boolean') return YES_OR_NO;
  return shape.kind === 'identifier' ? (choicesOf(key) ?? []) : [];
}

/** Its title, else that of the type whose records it names. */
export function labelOfField({ key, title }: Field, { schemas }: Pick<Around, 'schemas'>): string {
  if (title !== undefined) return title;
  const named = schemas.types.get(key)?.schema.title;
  if (typeof named === 'string') return named;
  const words = key.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What helps to fill a key in, in French. */
export function hintOf({ description, shape }: Field): string {
  if (shape.kind === 'boolean') return description.replace(/^true\b/i, 'Oui').replace(/^false\b/i, 'Non');
  if (shape.kind !== 'list') return description;
  const { kind } = shape.item.shape;
  return `${description} ${kind === 'identifier' || kind === 'choice' ? 'Séparez-les par une virgule.' : 'Un par ligne.'}`;
}
