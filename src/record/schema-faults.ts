import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { Header, Path } from './header.ts';
import type { JsonSchema } from './schema.ts';
import { fixSchemaFault, renameKey } from './schema-fixes.ts';
import { aCompleter, cleInconnue, cleManquante, valeurVide } from './schema-rules.ts';
import { SENTENCES, sayAwaited, sayUnknownKey } from './schema-sentences.ts';

/** What a header is held to. */
export interface Demands {
  /** What the validator found. */
  readonly errors: readonly ErrorObject[];
  /** Keys that a valid record needs: an error once it says that it is `valide`, a reminder before. */
  readonly wanted: readonly string[];
  /** The keys that may stand beside the one at the end of a path; none where any may. */
  keysAt(path: Path): readonly string[] | undefined;
}

/** French sentences for all that a schema refuses in a header, each at its key or value, each fault once. */
export function diagnoseHeader(file: string, header: Header, { errors, wanted, keysAt }: Demands): Diagnostic[] {
  const missing = errors.filter(({ keyword }) => keyword === 'required').map((error) => pathOfMissing(error, header));
  const needed = header.value.validation === 'valide' ? [...missing, ...wanted.map((key) => [key])] : missing;
  return [
    ...diagnoseErrors(file, header, errors),
    ...diagnoseEmptyKeys(file, header, { needed, keysAt }),
    ...diagnoseIncomplete(file, header, wanted),
  ];
}

function diagnoseErrors(file: string, header: Header, errors: readonly ErrorObject[]): Diagnostic[] {
  return withoutBranches(errors).map((error) => {
    const found = parsePointer(error.instancePath, header.value);
    const { rule, at, path, message } = (SENTENCES[error.keyword] ?? sayAwaited)(error, found);
    const said = rule === cleManquante && isEmptyKey(header, path) ? sayEmpty(path) : message;
    const place = at === 'key' ? header.placeOfKey(path) : header.placeOf(path);
    return diagnose(rule, file, place, said, fixSchemaFault(error, path, header));
  });
}

/** Keys written without a value: one that is needed is told as missing, an unknown one as unknown. */
function diagnoseEmptyKeys(
  file: string,
  header: Header,
  { needed, keysAt }: { needed: readonly Path[] } & Pick<Demands, 'keysAt'>,
): Diagnostic[] {
  return header.emptyKeys
    .filter((path) => !needed.some((other) => isSame(path, other)))
    .map((path) => {
      const key = String(path.at(-1));
      const known = keysAt(path);
      const place = header.placeOfKey(path);
      if (known && !known.includes(key))
        return diagnose(cleInconnue, file, place, sayUnknownKey(key, known), renameKey(header, path, known));
      const message = `La clé ${quote(key)} n’a pas de valeur : complétez-la, ou supprimez la ligne.`;
      return diagnose(valeurVide, file, place, message);
    });
}

function diagnoseIncomplete(file: string, header: Header, wanted: readonly string[]): Diagnostic[] {
  const valid = header.value.validation === 'valide';
  return wanted.flatMap((key) => {
    if (Object.hasOwn(header.value, key)) return [];
    if (!isEmptyKey(header, [key])) return [diagnoseWanted(file, header, key)];
    return valid ? [diagnose(cleManquante, file, header.placeOfKey([key]), sayEmpty([key]))] : [];
  });
}

function diagnoseWanted(file: string, header: Header, key: string): Diagnostic {
  if (header.value.validation !== 'valide') {
    const message = `La clé ${quote(key)} sera nécessaire pour valider cette fiche : complétez-la d’ici là.`;
    return diagnose(aCompleter, file, header.placeOfKey([]), message);
  }
  const message = `La fiche est dite « valide », mais la clé ${quote(key)} manque : ajoutez-la, ou revenez à « validation: relu ».`;
  return diagnose(cleManquante, file, header.placeOfKey(['validation']), message);
}

function sayEmpty(path: Path): string {
  return `La clé ${quote(String(path.at(-1)))} n’a pas de valeur, et il en faut une : complétez la ligne.`;
}

/** Where the branches of an `anyOf` each complain, the one that the author meant is told, else the `anyOf` itself; of one place, each thing once, and nothing more of a value whose very form is wrong. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const seen = new Set<string>();
  const told = errors.filter((error) => {
    const choice = choices.find((other) => isUnder(error, other));
    const isTold = choice
      ? error.schemaPath.startsWith(`${branchMeant(choice, errors)}/`)
      : !branchMeant(error, errors);
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    return isTold && !seen.has(key) && seen.add(key);
  });
  const misformed = new Set(told.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return told.filter(({ keyword, instancePath }) => keyword === 'type' || !misformed.has(instancePath));
}

function isUnder({ schemaPath, instancePath }: ErrorObject, choice: ErrorObject): boolean {
  const { instancePath: place } = choice;
  return (
    schemaPath.startsWith(`${choice.schemaPath}/`) && (instancePath === place || instancePath.startsWith(`${place}/`))
  );
}

/** The only branch of an `anyOf` that wants what is written, a text or a set of keys: its path in the schema. */
function branchMeant(choice: ErrorObject, errors: readonly ErrorObject[]): string | undefined {
  if (choice.keyword !== 'anyOf') return undefined;
  const branches = (choice.parentSchema?.anyOf ?? []) as JsonSchema[];
  const meant = branches
    .map((branch, index) => ({ typed: branch.type !== undefined, path: `${choice.schemaPath}/${index}` }))
    .filter(({ path }) => !errors.some((error) => isUnder(error, choice) && error.schemaPath === `${path}/type`));
  return meant.length === 1 && meant[0]?.typed ? meant[0].path : undefined;
}

function isEmptyKey(header: Header, path: Path): boolean {
  return header.emptyKeys.some((empty) => isSame(empty, path));
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

function pathOfMissing({ instancePath, params }: ErrorObject, header: Header): Path {
  return [...parsePointer(instancePath, header.value), String(params.missingProperty)];
}

/** The steps of a JSON Pointer; a step into a list is a number. */
function parsePointer(pointer: string, value: unknown): Path {
  const steps: (string | number)[] = [];
  let here = value;
  for (const raw of pointer.split('/').slice(1)) {
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(here) ? Number(name) : name;
    steps.push(step);
    here = (here as Record<string | number, unknown> | undefined)?.[step];
  }
  return steps;
}
