import { expect, test } from 'vitest';
import { ROLES_DE_PATIENTS } from '../../src/atelier/atelier.ts';
import { slugify } from '../../src/french.ts';
import { ETATS_DE_SUITE } from '../../src/record/coded.ts';
import type { JsonSchema } from '../../src/record/schema.ts';
import { choiceOf, labelOf } from '../../src/render/labels.ts';
import { readSchemas } from '../../src/workspace/package-files.ts';

const schemas = readSchemas(undefined);
const common = schemas.get('commun.schema.json')?.$defs as Record<string, JsonSchema>;

/** The schemas of the keys of a schema. */
function keysOf(schema: JsonSchema | undefined): Record<string, JsonSchema> {
  return (schema?.properties ?? {}) as Record<string, JsonSchema>;
}

function enumOf(schema: JsonSchema | undefined): string[] {
  return (schema?.enum as string[] | undefined) ?? [];
}

/** Values that a summary prints, by where its schema lists them. */
const PRINTED: Record<string, string[]> = {
  role: enumOf(common.role),
  domaine: enumOf(common.domaine),
  validation: enumOf(common.validation),
  codage: enumOf(keysOf(common.codage).etat),
  statut: enumOf(keysOf(schemas.get('projet.schema.json')).statut),
  suite: [...ETATS_DE_SUITE],
};

test.each(Object.entries(PRINTED))('every value of %s is printed in French words', (_, values) => {
  expect(values.length).toBeGreaterThan(2);
  for (const value of values)
    expect(labelOf(value)).not.toMatch(/-(?=[a-z])|^(?:termine|prevu|abandonne|valide|relu)$/);
});

test('the code names roles and states that the schemas have', () => {
  expect(enumOf(keysOf(common.suites?.items as JsonSchema | undefined).etat)).toEqual([...ETATS_DE_SUITE]);
  for (const role of ROLES_DE_PATIENTS) expect(PRINTED.role).toContain(role);
});

/** All values that a schema lists, wherever it does. */
function listChoices(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { enum?: unknown }).enum;
  return [...(Array.isArray(own) ? own.map(String) : []), ...Object.values(schema).flatMap(listChoices)];
}

test('every value that a person may choose is in French words, which lead back to it', () => {
  const values = [...new Set([...schemas.values()].flatMap(listChoices))];
  expect(values.length).toBeGreaterThan(30);
  for (const value of values) expect(slugify(choiceOf(value))).toBe(value);
  expect(
    ['representant-des-usagers', 'a-venir', 'non-lu', 'co-construction', '09', 'Pas un slug'].map(choiceOf),
  ).toEqual(['Représentant des usagers', 'À venir', 'Non lu', 'Co-construction', '09', 'Pas un slug']);
});
