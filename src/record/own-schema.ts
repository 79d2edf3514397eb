import { quote } from '../french.ts';
import type { JsonSchema, RecordSpec } from './schema.ts';

/** Words that describe a schema and change nothing of what it accepts. */
const ANNOTATIONS = new Set(['$schema', '$id', 'title', 'description', 'examples', 'default', 'x-attendu', 'x-cops']);

/**
 * What is wrong in a workspace's own schema of a type that cops knows: it may add keys and need more of them, but keeps each
 * key that the program reads as it is. Undefined where nothing is wrong.
 */
export function refuseChanged(own: JsonSchema, packaged: JsonSchema): string | undefined {
  const free = new Set((packaged['x-cops'] as RecordSpec | undefined)?.libres ?? []);
  const kept = Object.entries((packaged.properties as Record<string, JsonSchema> | undefined) ?? {});
  const read = { ...packaged, properties: Object.fromEntries(kept.filter(([key]) => !free.has(key))) };
  const path = findChange(own, read, []);
  return path && sayChange(path, own);
}

/** What is wrong in a workspace's own `commun.schema.json`. */
export function refuseChangedParts(own: JsonSchema, packaged: JsonSchema): string | undefined {
  for (const [name, part] of Object.entries((packaged.$defs as Record<string, JsonSchema> | undefined) ?? {})) {
    const kept = (own.$defs as Record<string, JsonSchema> | undefined)?.[name];
    if (!kept) return `la partie commune ${quote(name)} n’y est plus, alors que cops la lit : remettez-la.`;
    if (findChange(kept, part, []))
      return `la partie commune ${quote(name)} y est changée, alors que cops la lit telle qu’elle était : remettez-la.`;
  }
  return undefined;
}

/** What is wrong in what the schema of a new type says under `x-cops`. */
export function refuseSpec(
  spec: Partial<RecordSpec>,
  { name, schema, folders }: { name: string; schema: JsonSchema; folders: ReadonlyMap<string, string> },
): string | undefined {
  const { dossier, fichier, ...lists } = spec;
  if (typeof dossier !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(dossier))
    return '« x-cops » : « dossier » y est le nom d’un dossier de records, en minuscules sans accent, comme « journees ».';
  const other = folders.get(dossier);
  if (other !== undefined && other !== name)
    return `« x-cops » : le dossier ${quote(dossier)} est déjà celui du type ${quote(other)} ; donnez-en un autre.`;
  if (typeof fichier !== 'string' || fichier === '')
    return '« x-cops » : « fichier » dit comment se nomme une fiche, comme « {date}-{titre} ».';
  for (const list of ['requisSiValide', 'questions', 'sections'] as const)
    if (!Array.isArray(lists[list])) return `« x-cops » : il y manque la liste ${quote(list)} ; elle peut être vide.`;
  const nameless = lists.sections?.find(({ titre, mot }) => typeof titre !== 'string' || typeof mot !== 'string');
  if (nameless) return '« x-cops » : chaque section y a un « titre » et un « mot », comme « Bilan » et « bilan ».';
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (properties?.type?.const !== name)
    return `la clé « type » doit y valoir ${quote(name)} : "type": { "const": "${name}" }.`;
  if (!properties.titre) return 'il y manque la clé « titre », qui nomme la fiche partout où elle est montrée.';
  const unknown = [...(lists.requisSiValide ?? []), ...(lists.questions ?? [])].find((key) => !properties[key]);
  return unknown === undefined ? undefined : `« x-cops » nomme la clé ${quote(unknown)}, que le schéma ne décrit pas.`;
}

/** The first place at which a schema no longer accepts what another does, or reads it in another form. */
function findChange(own: unknown, packaged: unknown, path: readonly string[]): readonly string[] | undefined {
  if (!isSchema(own) || !isSchema(packaged)) return own === packaged ? undefined : path;
  for (const [word, value] of Object.entries(packaged)) {
    if (ANNOTATIONS.has(word)) continue;
    const change = findChangedWord(word, own[word], { value, path });
    if (change) return change;
  }
  return undefined;
}

function findChangedWord(
  word: string,
  own: unknown,
  { value, path }: { value: unknown; path: readonly string[] },
): readonly string[] | undefined {
  if (word === 'properties') {
    for (const [key, property] of Object.entries(value as object)) {
      const here = [...path, key];
      const kept = isSchema(own) ? own[key] : undefined;
      const change = kept === undefined ? here : findChange(kept, property, here);
      if (change) return change;
    }
    return undefined;
  }
  if (word === 'additionalProperties') return undefined;
  if (word === 'required') {
    const wanted = Array.isArray(own) ? own : [];
    const missing = (value as string[]).find((key) => !wanted.includes(key));
    return missing === undefined ? undefined : [...path, missing];
  }
  if (isSchema(value)) return findChange(own, value, path);
  return JSON.stringify(own) === JSON.stringify(value) ? undefined : path;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sayChange(path: readonly string[], own: JsonSchema): string {
  const key = path.join('.');
  let here: unknown = own;
  for (const step of path) here = isSchema(here) ? stepInto(here, step) : undefined;
  return here === undefined
    ? `la clé ${quote(key)} n’y est plus, alors que cops la lit : remettez-la.`
    : `la clé ${quote(key)} y est décrite autrement, alors que cops la lit telle qu’elle était : remettez-la (elle peut avoir une autre description).`;
}

function stepInto(schema: JsonSchema, key: string): unknown {
  const owner = isSchema(schema.items) ? schema.items : schema;
  return isSchema(owner.properties) ? owner.properties[key] : undefined;
}
