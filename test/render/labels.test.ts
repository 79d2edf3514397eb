import { expect, test } from 'vitest';
import { ROLES_DE_PATIENTS } from '../../src/atelier/atelier.ts';
import { ETATS_DE_SUITE } from '../../src/record/coded.ts';
import type { JsonSchema } from '../../src/record/schema.ts';
import { labelOf } from '../../src/render/labels.ts';
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
