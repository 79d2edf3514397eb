import { findFaultAt } from '../checks/check-draft.ts';
import { quote } from '../french.ts';
import type { HeaderValues } from '../record/header-value.ts';
import type { Passage } from '../record/passage.ts';
import { type Added, addSuite } from '../suivi/add-suite.ts';
import { findPiste, NO_PISTE, type PisteChoice, sayPassage } from '../suivi/find-piste.ts';
import { findSame } from '../suivi/find-suite.ts';
import { suitesOf } from '../suivi/list-suites.ts';
import { UsageError } from '../usage-error.ts';
import { canAsk, isAbandonment, promptsIn } from './french-prompts.ts';
import { type Io, type Outcome, print } from './io.ts';
import { type OpenedRecord, openRecord, writeRecordAgain } from './suivi-record.ts';
import { askSuite, readSuiteOptions, refuseMissing, type TypedSuite } from './suivi-values.ts';

/** What `cops suivi add` was asked. */
export interface SuiviAddOptions extends PisteChoice, TypedSuite {
  readonly directory: string;
  /** The record, by its id or path. */
  readonly asked: string;
  readonly dryRun: boolean;
}

/** Notes what becomes of a piste in the header of its record; the passage gets a name where it has none. */
export async function addToSuivi(options: SuiviAddOptions, io: Io): Promise<Outcome> {
  const opened = openRecord(options.asked, options.directory, io);
  try {
    const { passage, values } = await readRequest(options, opened, io);
    refuseSame(opened, passage, values);
    const added = addSuite(opened.record, { passage, values });
    return writeRecordAgain(opened, added, { dryRun: options.dryRun, said: sayAdded(added, opened) }, io);
  } catch (error) {
    if (!isAbandonment(error)) throw error;
    print(io.stderr, 'Abandonné : rien n’a été écrit.');
    return 'interrupted';
  }
}

interface Request {
  readonly passage: Passage | undefined;
  readonly values: HeaderValues;
}

/** All that was given; where something is missing and someone can answer, the rest is asked. */
async function readRequest(
  { piste, ligne, passage: words, ...typed }: SuiviAddOptions,
  opened: OpenedRecord,
  io: Io,
): Promise<Request> {
  const { fiche } = opened.record;
  const choice = {
    ...(piste !== undefined && { piste }),
    ...(ligne !== undefined && { ligne }),
    ...(words !== undefined && { passage: words }),
  };
  const values = readSuiteOptions(typed, opened.fields);
  const isChosen = Object.keys(choice).length > 0;
  if (!canAsk(io) || (isChosen && 'objet' in values && 'etat' in values)) {
    const passage = findPiste(fiche, choice);
    refuseMissing(values, opened.fields);
    return { passage, values };
  }
  const passage = isChosen ? findPiste(fiche, choice) : await askPiste(opened, io);
  return { passage, values: await askValues(values, passage, opened, io) };
}

async function askPiste({ record: { fiche } }: OpenedRecord, io: Io): Promise<Passage | undefined> {
  const pistes = fiche.body.passages.filter(({ nature }) => nature === 'piste');
  if (pistes.length === 0) {
    promptsIn(io).tell('Cette fiche n’a aucune piste : la suite n’en nommera pas.');
    return undefined;
  }
  const choices = pistes.map((passage) => ({
    value: String(passage.range.start.line),
    name: `ligne ${sayPassage(passage)}`,
    short: `ligne ${passage.range.start.line}`,
  }));
  const none = { value: NO_PISTE, name: 'aucune : la suite ne répond à aucune piste', short: NO_PISTE };
  const chosen = await promptsIn(io).choose({ message: 'Piste dont noter la suite' }, [...choices, none]);
  return pistes.find(({ range }) => String(range.start.line) === chosen);
}

/** The day of a state is asked once there is something to date. */
async function askValues(
  given: HeaderValues,
  passage: Passage | undefined,
  opened: OpenedRecord,
  io: Io,
): Promise<HeaderValues> {
  const findFault = (values: HeaderValues, key: string) =>
    (key === 'objet' ? saySame(opened, passage, values) : undefined) ?? sayFault(opened, { passage, values }, key);
  const values = await askSuite(given, { keys: ['objet', 'par', 'echeance', 'etat'], findFault }, opened, io);
  return values.etat === 'prevu' ? values : askSuite(values, { keys: ['le'], findFault }, opened, io);
}

function sayFault({ record }: OpenedRecord, request: Request, key: string): string | undefined {
  const { draft, number } = addSuite(record, request);
  return findFaultAt(draft, ['suites', number - 1, key])?.message;
}

function refuseSame(opened: OpenedRecord, passage: Passage | undefined, values: HeaderValues): void {
  const said = saySame(opened, passage, values);
  if (said) throw new UsageError(said);
}

/** The same is not noted twice: what changes is set. A passage without a name has no suite yet. */
function saySame(
  { record: { fiche, world } }: OpenedRecord,
  passage: Passage | undefined,
  { objet }: HeaderValues,
): string | undefined {
  if (passage && passage.nom === undefined) return undefined;
  const same = findSame(suitesOf(fiche, world.today), { piste: passage?.nom, objet: String(objet) });
  if (!same) return undefined;
  const about = passage ? `la piste ${quote(`^${passage.nom}`)} a` : 'cette fiche a';
  return `Rien n’a été ajouté : ${about} déjà une suite avec cet objet, la n° ${same.number}. Pour en changer l’état : cops suivi set ${fiche.id} ${same.number} --etat …`;
}

function sayAdded({ number, draft, piste, isNamed }: Added, { record: { fiche } }: OpenedRecord): string {
  const after = draft.read.fiche;
  const line = after?.header.placeOf(['suites', number - 1]).start.line;
  const noted = `Suite n° ${number} de ${quote(fiche.id)} : ligne ${line}`;
  if (piste === undefined) return `${noted}, sans piste.`;
  const at = after?.body.passages.find(({ nom }) => nom === piste)?.range.start.line;
  return isNamed
    ? `${noted}, pour le passage de la ligne ${at}, qui se nomme maintenant ^${piste}.`
    : `${noted}, pour le passage ^${piste} de la ligne ${at}.`;
}
