import { quote } from '../french.ts';
import type { FoundValue } from '../importer/imported-record.ts';
import type { HeaderValues } from '../record/header-value.ts';
import { proposeId } from '../record/identifier.ts';
import { type Asking, askFiche, askKey } from './ask-fiche.ts';
import { findIdFor, sayIdFault, sayValueFault } from './draft-fiche.ts';
import { type Prompts, promptsIn } from './french-prompts.ts';
import { type DraftedImport, draftImport, type ImportRequest } from './import-draft.ts';
import { formatValue, sayOrigin, withoutStop } from './import-summary.ts';
import type { Io } from './io.ts';

const CHOICES = [
  { value: 'keep', name: 'garder' },
  { value: 'change', name: 'corriger' },
  { value: 'drop', name: 'ne pas mettre dans l’en-tête' },
];

/** Shows each value beside the words of the document, lets the person keep, correct or leave it, then asks for what is missing. */
export async function reviewImport(request: ImportRequest, name: string, io: Io): Promise<DraftedImport> {
  const { record, drafting } = request;
  const prompts = promptsIn(io);
  const { type, fields, collection } = drafting;
  const asking: Asking = {
    type,
    fields,
    collection,
    prompts,
    findFault: (values, path) => sayValueFault(values, path, drafting),
  };
  prompts.tell(
    `${quote(name)}, une fiche du type ${quote(type.name)}. Chaque information est montrée avec les mots du document ; Ctrl-C abandonne, et rien n’est écrit.`,
  );
  const values: FoundValue[] = [];
  for (const value of record.values) {
    const reviewed = await reviewValue(value, { values: toValues(type.name, values), asking, prompts });
    if (reviewed) values.push(reviewed);
  }
  const reviewed = toValues(type.name, values);
  const seen = Object.fromEntries(record.values.map(({ key }) => [key, '']));
  const required = fields.filter((field) => field.required).map(({ key }) => key);
  const skipped = Object.fromEntries(Object.entries(seen).filter(([key]) => !required.includes(key)));
  const asked = await askFiche({ ...skipped, ...reviewed }, asking);
  const added = Object.entries(asked)
    .filter(([key, value]) => key !== 'type' && value !== '' && !values.some((known) => known.key === key))
    .map(([key, value]): FoundValue => ({ key, value, words: '', place: 'votre réponse' }));
  const all = { ...record, values: [...values, ...added] };
  const id = await askId(toValues(type.name, all.values), request, prompts);
  return draftImport({ ...request, record: all, drafting: { ...drafting, id } });
}

function toValues(type: string, values: readonly FoundValue[]): HeaderValues {
  return { type, ...Object.fromEntries(values.map(({ key, value }) => [key, value])) };
}

async function reviewValue(
  found: FoundValue,
  { values, asking, prompts }: { values: HeaderValues; asking: Asking; prompts: Prompts },
): Promise<FoundValue | undefined> {
  const field = asking.fields.find(({ key }) => key === found.key);
  if (!field) return undefined;
  const doubt = found.doubt ? `\nÀ vérifier : ${withoutStop(found.doubt)}.` : '';
  prompts.tell(`${found.key} : ${formatValue(found.value)}\n${sayOrigin(found)}${doubt}`);
  const fault = asking.findFault({ ...values, [found.key]: found.value }, [found.key]);
  if (fault) prompts.tell(fault);
  const choices = fault ? CHOICES.slice(1) : CHOICES;
  const chosen = await prompts.choose({ message: `Que faire de ${quote(found.key)} ?` }, choices);
  if (chosen === 'keep') return { key: found.key, value: found.value, words: found.words, place: found.place };
  if (chosen === 'drop') return undefined;
  const proposed = typeof found.value === 'string' ? { default: found.value } : {};
  const value = await askKey({ ...field, ...proposed }, values, asking);
  return value === undefined ? undefined : { key: found.key, value, words: found.words, place: 'votre réponse' };
}

async function askId(values: HeaderValues, { drafting }: ImportRequest, prompts: Prompts): Promise<string> {
  const proposed = drafting.id ?? proposeId(drafting.type, values);
  if (!sayIdFault(proposed, drafting)) return proposed;
  const message =
    'Une fiche porte déjà ce nom, ou le titre n’en donne aucun : quel nom pour le fichier, sans « .md » ?';
  return prompts.text({
    message,
    default: findIdFor(values, drafting),
    refuse: (typed) => sayIdFault(typed, drafting),
  });
}
