import type { Diagnostic } from '../diagnostic.ts';
import { formatList, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Field, Shape } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import { type HeaderValue, isList, valueAt } from '../record/header-value.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { Schemas } from '../record/schema.ts';
import { choiceOf } from '../render/labels.ts';
import { hintOf, labelOfField } from './form-model.ts';

/** Warnings that speak of the record alone: its themes, its reading, its place among the others. */
export const FOR_THE_CENTRE: ReadonlySet<string> = new Set([
  ...['codage-ancien', 'codage-non-lu', 'date-sans-prs', 'marque-sans-passage', 'passage-en-double'],
  ...['section-mal-nommee', 'suite-en-retard', 'suite-hors-piste', 'texte-a-classer', 'texte-non-lu'],
  ...['theme-candidat', 'theme-jamais-employe', 'theme-retire', 'valeur-sans-appui', 'valeur-vide'],
]);

/** Whether a fault says nothing to whoever wrote the document, and keeps no record from being made of it. */
export function isForTheCentre({ code, severity }: Pick<Diagnostic, 'code' | 'severity'>): boolean {
  return severity === 'warning' && FOR_THE_CENTRE.has(code);
}

/** What a fault is about. */
interface About {
  readonly path: Path | undefined;
  readonly section: string | undefined;
  /** Whether it is what the record lacks. */
  readonly isLacking: boolean;
}

/** The record in which a fault is. */
interface Within {
  readonly fiche: Fiche;
  readonly fields: readonly Field[];
  readonly schemas: Schemas;
}

/** Says a fault as the form says things: labels, choices and examples of what one types there, no key and no YAML. */
export function sayFault(fault: Diagnostic, about: About, within: Within): string {
  const { path, section, isLacking } = about;
  const isSection = section !== undefined && (isLacking || SECTIONS.has(fault.code));
  if (isSection) return `${quote(section)} est encore vide : écrivez-y quelques phrases.`;
  const field = path && findFieldAt(path, within.fields);
  if (!path || !field) return fault.message;
  const label = quote(labelAt(path, within));
  if (isLacking) return sayLacking(fault, { field, path, label }, within);
  const value = valueAt(within.fiche.header.value as HeaderValue, path);
  const isText = value !== undefined && typeof value !== 'object';
  const said = isText ? quote(cut(maskPersonalData(String(value)))) : 'Ce qui est écrit';
  return SENTENCES[fault.code]?.({ said, label, field, isTwice: isTwice(path, within) }, within) ?? fault.message;
}

/** Of a section that is there. */
const SECTIONS: ReadonlySet<string> = new Set(['section-vide', 'a-completer']);

function sayLacking(
  { severity }: Diagnostic,
  { field, path, label }: { field: Field; path: Path; label: string },
  within: Within,
): string {
  const list = path.some((step) => typeof step === 'number')
    ? findFieldAt(path.slice(0, -2), within.fields)
    : undefined;
  const where = list ? ` dans cette ligne de ${quote(labelOfField(list, within))}` : '';
  const advice = adviceFor(field);
  return severity === 'error'
    ? `Il manque ${label}${where}. ${advice}`
    : `Il manque encore ${label}, qui sera nécessaire par la suite. ${advice}`;
}

interface Faulty {
  /** The words, between quotation marks. */
  readonly said: string;
  readonly label: string;
  readonly field: Field;
  /** Whether the same words stand before in the same list. */
  readonly isTwice: boolean;
}

const SENTENCES: Readonly<Record<string, (faulty: Faulty, within: Within) => string>> = {
  'valeur-hors-liste': ({ said, label, field }) => `${said} n’est pas l’un des choix de ${label}. ${adviceFor(field)}`,
  'date-invalide': ({ said, label }) => `${said} n’est pas une date qui convient à ${label} : ${DATES}.`,
  'valeur-inattendue': ({ said, label, field, isTwice: again }) => {
    if (again) return `${said} est écrit deux fois dans ${label} : gardez-le une fois.`;
    // No schema has an upper bound.
    const isSmall = field.shape.kind === 'number' && /^« -?\d+ »$/.test(said);
    return isSmall
      ? `${said} est un nombre trop petit pour ${label}.`
      : `${said} ne convient pas à ${label}. ${adviceFor(field)}`;
  },
  'prs-inconnu': ({ said, label }) =>
    `${said} n’est pas connu du centre pour ${label} : prenez l’un des choix, ou laissez cette place vide.`,
  'fin-avant-debut': ({ label }, within) =>
    `${label} est avant ${labelOfKey('debut', within)} : corrigez l’une des deux dates.`,
  'termine-sans-fin': (_, within) =>
    `Ce projet est dit terminé : ajoutez une date à ${labelOfKey('fin', within)}, même vague, comme 2023.`,
  'interventions-contradictoires': (_, within) =>
    `Ce nombre n’est pas celui des lignes de ${labelOfKey('interventions', within)} : complétez ces lignes, ou laissez ce nombre vide.`,
};

const DATES = 'écrivez par exemple 31 mai 2022, mai 2022 ou 2022';

/** What is to be written in the place of a key. */
function adviceFor(field: Field): string {
  const { shape, description } = field;
  const isTable = shape.kind === 'list' && shape.item.shape.kind === 'map';
  const hint = shape.kind === 'choice' ? '' : isTable ? description : hintOf(field);
  return `${ADVICE[shape.kind]?.(shape) ?? ''}${hint}`.trim();
}

const ADVICE: Partial<Record<Shape['kind'], (shape: Shape) => string>> = {
  date: () => `${DATES.charAt(0).toUpperCase()}${DATES.slice(1)}. `,
  number: () => 'Il y faut un nombre entier. ',
  boolean: () => 'Il y faut « Oui » ou « Non ». ',
  choice: (shape) =>
    shape.kind === 'choice' ? `Choisissez ${formatList(shape.choices.map(choiceOf).map(quote), 'ou')}. ` : '',
};

function labelOfKey(key: string, { fields, schemas }: Within): string {
  const field = fields.find((one) => one.key === key);
  return quote(field ? labelOfField(field, { schemas }) : key);
}

/** What the form calls a place: parts of a map bear its name too, and an item of a list that of the list. */
function labelAt(path: Path, { fields, schemas }: Within): string {
  const line = path.findLastIndex((step) => typeof step === 'number');
  const isItem = line === path.length - 1;
  const labels = path.flatMap((step, index) => {
    const isNamed = typeof step === 'string' && (index > line || (isItem && index === line - 1));
    const field = isNamed ? findFieldAt(path.slice(0, index + 1), fields) : undefined;
    return field ? [labelOfField(field, { schemas })] : [];
  });
  return [...new Set(labels)].join(' — ');
}

/** What the schema says of a value: an item of a list bears the title of the list. */
function findFieldAt(path: Path, fields: readonly Field[]): Field | undefined {
  let found: Field | undefined;
  let within = fields;
  for (const step of path) {
    const above: Field | undefined = found;
    if (above?.shape.kind === 'date') return above;
    if (typeof step !== 'number') found = within.find(({ key }) => key === step);
    else if (above?.shape.kind === 'list') found = { ...above, ...above.shape.item, ...titleOf(above) };
    if (!found) return undefined;
    within = found.shape.kind === 'map' ? found.shape.fields : [];
  }
  return found;
}

function titleOf({ title }: Field): { title?: string } {
  return title === undefined ? {} : { title };
}

function isTwice(path: Path, { fiche }: Within): boolean {
  const index = path.at(-1);
  const list = valueAt(fiche.header.value as HeaderValue, path.slice(0, -1));
  if (typeof index !== 'number' || list === undefined || !isList(list)) return false;
  const own = JSON.stringify(list[index]);
  return list.slice(0, index).some((other) => JSON.stringify(other) === own);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const LONGEST = 60;
