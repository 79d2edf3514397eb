import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileValidators } from '../../src/record/validators.ts';
import { readBuiltValidators } from '../../src/workspace/built-validators.ts';
import { readSchemas } from '../../src/workspace/package-files.ts';
import { buildCops } from '../support/built-cops.ts';

buildCops();
const files = readSchemas(undefined);
const compiled = compileValidators(files, { proven: true });
const built = readBuiltValidators(files);

const words = [
  '2022',
  '2022-05-31',
  '2022-13',
  'valide',
  'professionnel',
  'true',
  '4',
  '-1',
  '1.5',
  'atelier',
  'p7',
  'un texte',
  '',
];
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, fc.constantFrom(...words), fc.array(tie('any'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(
    fc.constantFrom('nom', 'role', 'effectif', 'date', 'texte', 'etat', 'objet', 'piste', 'nombre', 'titre', 'prs'),
    tie('any'),
    { maxKeys: 4 },
  ),
})).any;

test.each([...files.keys()].filter((file) => file !== 'commun.schema.json'))(
  '%s as it was built refuses what it refuses when it is compiled, in the same words',
  (file) => {
    const keys = Object.keys((files.get(file)?.properties as object | undefined) ?? {});
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys, 'autre'), value, { maxKeys: 8 }), (header) => {
        const run = (validate: ReturnType<typeof compiled> | undefined) => {
          const copy = structuredClone(header);
          const isValid = validate?.(copy);
          return { isValid, copy, errors: validate?.errors?.map(({ message: _, ...error }) => error) };
        };
        expect(run(built?.(file))).toEqual(run(compiled(file)));
      }),
      { numRuns: 150 },
    );
  },
);

test('of other schemas, nothing was built', () => {
  expect(readBuiltValidators(new Map([...files, ['atelier.schema.json', { title: 'changé' }]]))).toBeUndefined();
});
