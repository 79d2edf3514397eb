import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findPersonalData } from '../../src/record/personal-data.ts';
import { lostWords, understandText, valuesOf } from '../support/imports.ts';
import { readSeed } from '../support/seeds.ts';

/** The header of a record, each of its values a text. */
function headerOf(file: string): Record<string, unknown> {
  const [, yaml = ''] = readFileSync(file, 'utf8').split('---\n');
  return parse(yaml, { schema: 'failsafe' }) as Record<string, unknown>;
}

/** The two real documents, as pasted text, beside the records that people made of them. */
const SEEDS = [
  {
    seed: 'atelier-2022-05-31',
    record: 'records/ateliers/2022/2022-05-31-maladies-rares.md',
    same: ['date', 'sujet', 'situation', 'participants', 'coanimation'],
    /** The record has the curly apostrophe, the document the straight one: it is left as it is. */
    nearly: ['titre'],
    missing: {
      prs: 'the document names no PRS: its authors attached it',
      type: 'told apart',
      diffusion: 'a decision of the group',
      validation: 'a decision of the authors',
      codage: 'the work of a coder',
    },
  },
  {
    seed: 'projet-onco-occitanie',
    record: 'records/projets/onco-occitanie.md',
    same: ['structure', 'cadres', 'debut', 'statut', 'convention', 'interventions_realisees', 'projets_cibles'],
    nearly: [],
    missing: {
      titre: 'the document has no title: the name of the structure stands for it, with a doubt',
      type: 'told apart',
      diffusion: 'a decision of the structure',
      validation: 'a decision of the authors',
      codage: 'the work of a coder',
    },
  },
] as const;

describe.each(SEEDS)('$seed', ({ seed, record, same, nearly, missing }) => {
  const wanted = headerOf(record);
  const straight = (value: unknown) => (JSON.stringify(value) ?? '').replaceAll('’', "'");

  test('has its type told by its words', async () => {
    expect((await understandText(readSeed(seed))).type).toBe(wanted.type);
  });

  test('gives the values of the record', async () => {
    const found = valuesOf(await understandText(readSeed(seed)));
    for (const key of same) expect(found[key], key).toEqual(wanted[key]);
    for (const key of nearly) expect(straight(found[key]), key).toBe(straight(wanted[key]));
  });

  test('what is not found is listed here, with the reason', async () => {
    const found = valuesOf(await understandText(readSeed(seed)));
    const different = Object.keys(wanted).filter((key) => straight(found[key]) !== straight(wanted[key]));
    expect(different.sort()).toEqual(Object.keys(missing).sort());
    const invented = Object.keys(found).filter((key) => !Object.hasOwn(wanted, key));
    expect(invented).toEqual([]);
  });

  test('loses no word', async () => {
    const text = readSeed(seed);
    expect(findPersonalData(text)).toEqual([]);
    const { body, served } = await understandText(text);
    expect(lostWords(text, `${(served ?? []).join('\n')}\n${body}`)).toEqual([]);
  });

  test('each value says its words, which stand in the document, and their place', async () => {
    const text = readSeed(seed).replace(/\s+/g, ' ');
    for (const { key, words, place } of (await understandText(readSeed(seed))).values) {
      expect(place, key).not.toBe('');
      for (const part of words.split(/ … | ; /)) expect(text, key).toContain(part);
    }
  });
});
