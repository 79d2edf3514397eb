import { join, relative } from 'node:path';
import type { Draft } from '../checks/check-draft.ts';
import { quote } from '../french.ts';
import { type Field, fieldsOf } from '../record/field.ts';
import type { HeaderValues } from '../record/header-value.ts';
import { proposeId } from '../record/identifier.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { formatTemplate } from '../record/write.ts';
import { UsageError } from '../usage-error.ts';
import { readTemplate } from '../workspace/package-files.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { writeRecord } from '../workspace/write-record.ts';
import { askFiche } from './ask-fiche.ts';
import { formatText } from './check.ts';
import {
  type Drafting,
  draftFiche,
  findIdFor,
  refuseFaulty,
  refuseFaultyValues,
  sayIdFault,
  sayValueFault,
} from './draft-fiche.ts';
import { canAsk, promptsIn } from './french-prompts.ts';
import { dayOf, type Io, print } from './io.ts';
import { type NewOptions, parseJson, readOptions, sayMissing } from './new-options.ts';
import { readAllStdin } from './read-stdin.ts';
import { tell } from './wrap.ts';

/** What `cops new <type>` was asked. */
export interface FicheRequest {
  readonly type: RecordType;
  readonly schemas: Schemas;
  readonly options: NewOptions;
  readonly root: string;
}

/** Writes one new fiche from options, JSON and answers, or nothing at all. */
export async function writeFiche({ type, schemas, options, root }: FicheRequest, io: Io): Promise<void> {
  const fields = fieldsOf(type, schemas);
  const { values: json, body } = options.json ? parseJson(await readStdin(io), fields) : { values: {} };
  const given: HeaderValues = { type: type.name, ...readOptions(options, fields, json) };
  refuseOtherType(given, type);
  const template = readTemplate(root, `${type.name}.md`)?.text ?? formatTemplate(type);
  const collection = await readWorkspace(root);
  const drafting: Drafting = { type, fields, template, collection, today: dayOf(io), id: options.id };
  if (options.id !== undefined) refuseId(options.id, drafting);
  const asks = canAsk(io) && !options.json;
  const { values, id } = asks ? await askAll(given, drafting, io) : takeAll(given, drafting);
  const draft = draftFiche(values, { id, body }, drafting);
  refuseFaulty(draft);
  if (options.dryRun) {
    print(io.stdout, draft.text.trimEnd());
    sayWarnings(draft, drafting, io);
    tell(io.stderr, `Rien n’a été écrit ; la fiche serait ${quote(draft.file)}.`);
    return;
  }
  writeRecord(root, draft.file, draft.text);
  sayWarnings(draft, drafting, io);
  print(io.stdout, relative(io.cwd, join(root, draft.file)));
  tell(io.stderr, NEXT);
}

const NEXT = 'La fiche est écrite : ouvrez-la dans un éditeur pour la compléter, puis lancez « cops check ».';

interface Complete {
  readonly values: HeaderValues;
  readonly id: string;
}

/** All that was given, where nobody can be asked. */
function takeAll(values: HeaderValues, drafting: Drafting): Complete {
  const { type, fields } = drafting;
  const missing = fields.filter((field) => isMissing(field, values));
  if (missing.length > 0) throw new UsageError(sayMissing(missing, type.name));
  const id = drafting.id ?? proposeId(type, values);
  refuseId(id, drafting);
  return { values, id };
}

function refuseOtherType({ type: written }: HeaderValues, { name }: RecordType): void {
  if (written === name) return;
  throw new UsageError(
    `La fiche demandée est du type ${quote(name)}, mais la clé « type » dit autre chose : retirez-la.`,
  );
}

function isMissing({ key, required, shape }: Field, values: HeaderValues): boolean {
  return required && shape.kind !== 'constant' && !Object.hasOwn(values, key);
}

function refuseId(id: string, drafting: Drafting): void {
  const fault = sayIdFault(id, drafting);
  if (fault) throw new UsageError(fault);
}

/** What was given and what the person answers; an id only where the proposed one is of no use. */
async function askAll(given: HeaderValues, drafting: Drafting, io: Io): Promise<Complete> {
  refuseFaultyValues(given, drafting);
  const prompts = promptsIn(io);
  const { type, fields, collection } = drafting;
  prompts.tell(
    `Une nouvelle fiche, du type ${quote(type.name)}. Entrée garde ce qui est entre parenthèses, ou passe une question facultative ; Ctrl-C abandonne, et rien n’est écrit.\n`,
  );
  const findFault = (values: HeaderValues, path: readonly [string, ...(string | number)[]]) =>
    sayValueFault(values, path, drafting);
  const values = await askFiche(given, { type, fields, collection, prompts, findFault });
  const proposed = drafting.id ?? proposeId(type, values);
  if (!sayIdFault(proposed, drafting)) return { values, id: proposed };
  const message =
    'Une fiche porte déjà ce nom, ou le titre n’en donne aucun : quel nom pour le fichier, sans « .md » ?';
  const refuse = (typed: string) => sayIdFault(typed, drafting);
  return { values, id: await prompts.text({ message, default: findIdFor(values, drafting), refuse }) };
}

function sayWarnings({ read, faults }: Draft, { collection }: Drafting, io: Io): void {
  if (faults.length === 0) return;
  print(io.stderr, formatText(faults, { ...collection, files: [...collection.files, read] }, io, io.stderr));
  print(io.stderr);
}

/** Throws a UsageError where the standard input is a terminal, which would wait, or no UTF-8. */
async function readStdin(io: Io): Promise<string> {
  if (io.stdin.isTTY)
    throw new UsageError(
      '--json lit l’entrée standard : donnez-lui un fichier, par exemple « cops new atelier --json < fiche.json ».',
    );
  const bytes = await readAllStdin(io);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('L’entrée standard n’est pas en UTF-8 : enregistrez le JSON avec cet encodage.');
  }
}
