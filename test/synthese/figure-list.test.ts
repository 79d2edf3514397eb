import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIGURE_KINDS, kindOf } from '../../src/synthese/figure-list.ts';

test('each kind of figure is described once, with a label and a meaning', () => {
  const ids = FIGURE_KINDS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { label, meaning } of FIGURE_KINDS) {
    expect(label).not.toBe('');
    expect(meaning).toMatch(/\.$/);
  }
});

test.each([
  ['activite.ateliers', 'activite.ateliers', undefined],
  ['themes.temps-de-consultation.pistes', 'themes.<theme>.pistes', 'temps-de-consultation'],
  ['projets.x.heures', 'projets.<projet>.heures', 'x'],
  ['suites.toutes', 'suites.toutes', undefined],
  ['suites.en-cours', 'suites.<etat>', 'en-cours'],
  ['limites.non-renseigne.domaine', 'limites.non-renseigne.<cle>', 'domaine'],
])('%s is of the kind %s', (id, kind, value) => {
  expect(kindOf({ id }).kind.id).toBe(kind);
  expect(kindOf({ id }).value).toBe(value);
});

test('an id of no kind is a defect of the program', () => {
  expect(() => kindOf({ id: 'inconnu.x' })).toThrow(/no kind/);
});

test('docs/chiffres.md lists every kind of figure, and no other', () => {
  const rows = [...readFileSync('docs/chiffres.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)];
  expect(rows.map(([, id, meaning]) => [id, meaning])).toEqual(FIGURE_KINDS.map(({ id, meaning }) => [id, meaning]));
});
