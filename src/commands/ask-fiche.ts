import type { Collection } from '../collection.ts';
import type { Field } from '../record/field.ts';
import { type HeaderValue, type HeaderValues, withValueAt } from '../record/header-value.ts';
import { proposeTitle } from '../record/identifier.ts';
import type { RecordType } from '../record/schema.ts';
import { toHeaderValue } from '../record/typed-value.ts';
import type { Choice, Prompts, Question } from './french-prompts.ts';
import { listReferences } from './list-references.ts';

/** Where a value stands in the header. */
type Place = readonly [string, ...(string | number)[]];

/** What the questions need to know. */
export interface Asking {
  readonly type: RecordType;
  readonly fields: readonly Field[];
  readonly collection: Collection;
  readonly prompts: Prompts;
  /** What `cops check` would say of the value at a path, were the header so. */
  readonly findFault: (values: HeaderValues, path: Place) => string | undefined;
}

/** A question about one key: where it stands, and all that is known so far. */
interface Step {
  readonly field: Field;
  readonly path: Place;
  readonly values: HeaderValues;
}

const NONE = '';
const NONE_CHOICE: Choice = { value: NONE, name: 'ne pas renseigner', short: '—' };

/** Asks for the keys of a type that are not given yet, in its order, and returns the whole header. */
export async function askFiche(given: HeaderValues, asking: Asking): Promise<HeaderValues> {
  let values = given;
  for (const field of listQuestions(asking)) {
    if (Object.hasOwn(values, field.key)) continue;
    const value = await askValue({ field, path: [field.key], values }, asking);
    if (value !== undefined) values = withValueAt(values, [field.key], value);
  }
  return values;
}

/** Asks for one key, whatever the header says of it. */
export function askKey(field: Field, values: HeaderValues, asking: Asking): Promise<HeaderValue | undefined> {
  return askValue({ field, path: [field.key], values }, asking);
}

/** The keys that the type wants asked, and those that it requires. */
function listQuestions({ type, fields }: Asking): Field[] {
  const wanted = type.spec.questions.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const required = fields.filter(
    (field) => field.required && field.shape.kind !== 'constant' && !wanted.includes(field),
  );
  return [...wanted, ...required];
}

function askValue(step: Step, asking: Asking): Promise<HeaderValue | undefined> {
  const { shape } = step.field;
  const references = listReferences(step.field.key, step, asking.collection);
  if (references && shape.kind !== 'list') return askChoice(step, references, asking);
  switch (shape.kind) {
    case 'choice':
      return askChoice(step, { choices: shape.choices.map((value) => ({ value, name: value })) }, asking);
    case 'boolean':
      return askChoice(step, { choices: YES_OR_NO }, asking);
    case 'map':
      return askMap(step, shape.fields, asking);
    case 'list':
      return askList(step, shape.item, asking);
    default:
      return askText(step, asking);
  }
}

const YES_OR_NO = [
  { value: 'true', name: 'oui' },
  { value: 'false', name: 'non' },
];

async function askText({ field, path, values }: Step, asking: Asking): Promise<HeaderValue | undefined> {
  const { shape, required } = field;
  const titled = path.length === 1 && field.key === 'titre' ? proposeTitle(asking.type, values) : undefined;
  const proposed = field.default ?? titled;
  const refuse = (typed: string) => {
    const value = toHeaderValue(typed, shape);
    if (value === undefined) return required ? 'Il faut ici une réponse.' : undefined;
    return asking.findFault(withValueAt(values, path, value), path);
  };
  const typed = await asking.prompts.text({ ...describe(field, proposed), refuse });
  return toHeaderValue(typed, shape);
}

async function askChoice(
  { field }: Step,
  { choices, byDefault }: { choices: readonly Choice[]; byDefault?: string | undefined },
  { prompts }: Asking,
): Promise<HeaderValue | undefined> {
  if (choices.length === 0 && !field.required) return undefined;
  const all = field.required ? choices : [NONE_CHOICE, ...choices];
  const chosen = await prompts.choose({ ...describe(field), default: byDefault ?? field.default }, all);
  return chosen === NONE ? undefined : chosen;
}

/** Key by key; where a required key is left empty, the map is not wanted. */
async function askMap(step: Step, fields: readonly Field[], asking: Asking): Promise<HeaderValues | undefined> {
  const optional = !step.field.required;
  asking.prompts.tell(step.field.description);
  let map: HeaderValues = {};
  for (const field of fields) {
    const first = Object.keys(map).length === 0;
    const asked = { ...field, required: field.required && !(first && optional) };
    const values = withValueAt(step.values, step.path, map);
    const value = await askValue({ field: asked, path: [...step.path, field.key], values }, asking);
    if (value === undefined && field.required) return undefined;
    if (value !== undefined) map = { ...map, [field.key]: value };
  }
  return Object.keys(map).length > 0 ? map : undefined;
}

async function askList(step: Step, item: Field, asking: Asking): Promise<HeaderValue | undefined> {
  const references = listReferences(step.field.key, step, asking.collection)?.choices;
  const choices =
    item.shape.kind === 'choice' ? item.shape.choices.map((value) => ({ value, name: value })) : references;
  if (choices && choices.length > 0) return askMany(step, choices, asking);
  if (item.shape.kind === 'identifier') return askText(step, asking);
  if (item.shape.kind !== 'map') return askItems(step, item, asking);
  const tally = asTally(item.shape.fields);
  return tally ? askTally(step, tally, asking) : askMaps(step, item, asking);
}

async function askMany(
  { field, path, values }: Step,
  choices: readonly Choice[],
  { prompts, findFault }: Asking,
): Promise<HeaderValue | undefined> {
  const refuse = (answers: string[]) => {
    if (answers.length === 0) return field.required ? 'Choisissez au moins une réponse.' : undefined;
    return findFault(withValueAt(values, path, answers), path);
  };
  const { hint: _separators, ...question } = describe(field);
  const chosen = await prompts.chooseMany({ ...question, refuse }, choices);
  return chosen.length > 0 ? chosen : undefined;
}

/** One text after the other, until one is left empty. */
async function askItems(step: Step, item: Field, asking: Asking): Promise<HeaderValue | undefined> {
  const { field, path } = step;
  const list: HeaderValue[] = [];
  for (;;) {
    const first = list.length === 0;
    const asked = {
      ...item,
      description: first ? field.description : 'Et encore ?',
      required: first && field.required,
    };
    const values = first ? step.values : withValueAt(step.values, path, list);
    const value = await askValue({ field: asked, path: [...path, list.length], values }, asking);
    if (value === undefined) return first ? undefined : list;
    list.push(value);
  }
}

/** A list that counts: each of its items is a word of a closed list, and how many of it there are. */
function asTally(fields: readonly Field[]): { word: Field; number: Field } | undefined {
  const word = fields.find(({ shape }) => shape.kind === 'choice');
  const number = fields.find(({ shape }) => shape.kind === 'number');
  return fields.length === 2 && word && number ? { word, number } : undefined;
}

async function askTally(
  step: Step,
  { word, number }: { word: Field; number: Field },
  { prompts, findFault }: Asking,
): Promise<HeaderValue | undefined> {
  if (word.shape.kind !== 'choice') return undefined;
  prompts.tell(`${step.field.description} (Entrée s’il n’y en a pas.)`);
  const list: HeaderValues[] = [];
  for (const choice of word.shape.choices) {
    const add = (count: string) => [...list, { [word.key]: choice, [number.key]: count }];
    const refuse = (typed: string) => {
      const values = withValueAt(step.values, step.path, add(typed.trim()));
      return isNone(typed) ? undefined : findFault(values, [...step.path, list.length, number.key]);
    };
    const typed = await prompts.text({ message: choice, refuse });
    if (!isNone(typed)) list.push({ [word.key]: choice, [number.key]: typed.trim() });
  }
  return list.length > 0 ? list : undefined;
}

function isNone(typed: string): boolean {
  return /^0*$/.test(typed.trim());
}

/** Item by item, each key by key: until one is left empty, as many as the type says, or as long as the person wants. */
async function askMaps(step: Step, item: Field, asking: Asking): Promise<HeaderValue | undefined> {
  const { cles, nombre = Number.POSITIVE_INFINITY } = asking.type.spec.details?.[step.field.key] ?? {};
  const fields = (item.shape.kind === 'map' ? item.shape.fields : []).filter(({ key }) => !cles || cles.includes(key));
  const list: HeaderValue[] = [];
  while (list.length < nombre) {
    const number = Number.isFinite(nombre) ? ` (${list.length + 1} sur ${nombre} au plus)` : '';
    const field = { ...item, required: false, description: `${trimEnd(step.field.description)}${number}.` };
    const path = [...step.path, list.length] as const;
    const values = withValueAt(step.values, step.path, [...list, {}]);
    const map = await askMap({ field, path, values }, fields, asking);
    if (map === undefined) break;
    const fault = asking.findFault(withValueAt(step.values, step.path, [...list, map]), path);
    if (fault) asking.prompts.tell(fault);
    else list.push(map);
    if (!fault && !Number.isFinite(nombre) && !(await asking.prompts.confirm('En ajouter un autre ?'))) break;
  }
  return list.length > 0 ? list : undefined;
}

function describe({ description, required, shape }: Field, proposed?: string): Question {
  const hints = [
    ...(shape.kind === 'date' ? ['Par exemple 31/05/2022, 31 mai 2022, mai 2022 ou 2022.'] : []),
    ...(shape.kind === 'list' && shape.item.shape.kind === 'identifier' ? ['Séparez-les par des virgules.'] : []),
  ];
  return {
    message: trimEnd(description),
    optional: !required && !proposed,
    ...(hints.length > 0 && { hint: hints.join(' ') }),
    default: proposed,
  };
}

function trimEnd(description: string): string {
  return description.replace(/[.\s]+$/, '');
}
