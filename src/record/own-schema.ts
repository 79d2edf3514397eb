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
  return path ? sayChange(path, own) : refuseChangedSpec(own['x-cops'], packaged['x-cops'] as RecordSpec | undefined);
}

/** What a schema of ours says under `x-cops` decides what is counted, and what is never shown: sections may be added, not changed. */
function refuseChangedSpec(own: unknown, packaged: RecordSpec | undefined): string | undefined {
  if (!packaged) return undefined;
  if (!isSchema(own)) return '« x-cops » n’y est plus, alors que cops le lit : remettez-le.';
  if (own.dossier !== packaged.dossier) return `« x-cops » : le dossier de ce type reste ${quote(packaged.dossier)}.`;
  if (own.texteLibre !== packaged.texteLibre)
    return '« x-cops » : « texteLibre » y est changé, alors que cops lit ce type tel qu’il était : remettez-le.';
  const sections = Array.isArray(own.sections) ? own.sections.filter(isSchema) : [];
  const changed = packaged.sections.find(({ mot, nature, interne }) => {
    const kept = sections.find((section) => section.mot === mot);
    return !kept || kept.nature !== nature || kept.interne !== interne;
  });
  return changed
    ? `« x-cops » : la section ${quote(changed.titre)} y manque ou est changée, alors que cops la lit telle qu’elle était (« mot », « nature », « interne ») : remettez-la.`
    : undefined;
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
  spec: unknown,
  { name, schema, folders }: { name: string; schema: JsonSchema; folders: ReadonlyMap<string, string> },
): string | undefined {
  if (!isSchema(spec)) return '« x-cops » est un ensemble de clés : « dossier », « fichier », « sections »…';
  const { dossier, fichier, ...lists } = spec;
  if (typeof dossier !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(dossier))
    return '« x-cops » : « dossier » y est le nom d’un dossier de records, en minuscules sans accent, comme « journees ».';
  const other = folders.get(dossier);
  if (other !== undefined && other !== name)
    return `« x-cops » : le dossier ${quote(dossier)} est déjà celui du type ${quote(other)} ; donnez-en un autre.`;
  if (typeof fichier !== 'string' || fichier === '')
    return '« x-cops » : « fichier » dit comment se nomme une fiche, comme « {date}-{titre} ».';
  for (const list of ['requisSiValide', 'questions'] as const)
    if (!isTexts(lists[list])) return `« x-cops » : il y manque la liste ${quote(list)} ; elle peut être vide.`;
  if (!Array.isArray(lists.sections)) return '« x-cops » : il y manque la liste « sections » ; elle peut être vide.';
  for (const section of lists.sections) {
    const wrong = refuseSection(section);
    if (wrong) return wrong;
  }
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (properties?.type?.const !== name)
    return `la clé « type » doit y valoir ${quote(name)} : "type": { "const": "${name}" }.`;
  if (!properties.titre) return 'il y manque la clé « titre », qui nomme la fiche partout où elle est montrée.';
  const named = [...(lists.requisSiValide as string[]), ...(lists.questions as string[])];
  const unknown = named.find((key) => !properties[key]);
  return unknown === undefined ? undefined : `« x-cops » nomme la clé ${quote(unknown)}, que le schéma ne décrit pas.`;
}

const NATURES: readonly unknown[] = ['contexte', 'constat', 'piste', 'frein', 'levier', undefined];

function refuseSection(section: unknown): string | undefined {
  if (!isSchema(section) || typeof section.titre !== 'string' || typeof section.mot !== 'string')
    return '« x-cops » : chaque section y a un « titre » et un « mot », comme « Bilan » et « bilan ».';
  if (!NATURES.includes(section.nature))
    return `« x-cops » : la nature de la section ${quote(section.titre)} est contexte, constat, piste, frein ou levier.`;
  const isFlag = (value: unknown) => value === undefined || typeof value === 'boolean';
  return isFlag(section.interne) && isFlag(section.requise)
    ? undefined
    : `« x-cops » : dans la section ${quote(section.titre)}, « interne » et « requise » valent true ou false.`;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
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
  const owner = path.length === 1 ? own.required : undefined;
  if (here !== undefined && Array.isArray(owner) && !owner.includes(path[0]))
    return `la clé ${quote(key)} n’y est plus nécessaire, alors que cops compte sur elle : remettez-la dans « required ».`;
  return here === undefined
    ? `la clé ${quote(key)} n’y est plus, alors que cops la lit : remettez-la.`
    : `la clé ${quote(key)} y est décrite autrement, alors que cops la lit telle qu’elle était : remettez-la (elle peut avoir une autre description).`;
}

function stepInto(schema: JsonSchema, key: string): unknown {
  const owner = isSchema(schema.items) ? schema.items : schema;
  return isSchema(owner.properties) ? owner.properties[key] : undefined;
}
