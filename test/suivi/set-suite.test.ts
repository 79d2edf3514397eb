import { describe, expect, test } from 'vitest';
import { setSuite } from '../../src/suivi/set-suite.ts';
import { editAtelier } from '../support/edited-record.ts';
import { atelier } from '../support/fiches.ts';

/** What becomes of the suites of a header when values of the first one are set. */
function setIn(suites: string, values: Parameters<typeof setSuite>[2], ends = '\n'): string {
  const wrap = (text: string) =>
    atelier().replace('\ndiffusion:', `\nsuites:${text}\ndiffusion:`).replaceAll('\n', ends);
  const written = wrap(suites);
  const { text, errors } = setSuite(editAtelier(written), 1, values);
  expect(errors).toEqual([]);
  const [before = '', after = ''] = written.split(suites.replaceAll('\n', ends));
  expect(text.startsWith(before)).toBe(true);
  expect(text.endsWith(after)).toBe(true);
  return text.slice(before.length, text.length - after.length);
}

const BLOCK = '\n  - objet: Un essai # pilote\n    etat: prevu # vu\n  - { objet: b, etat: fait }';

describe('only the values that change are written', () => {
  test.each([
    ['a value, its comment kept', BLOCK, { etat: 'fait' }, BLOCK.replace('prevu', 'fait')],
    [
      'values that were not there, in the order of the schema',
      BLOCK,
      { le: '2023-01', par: 'COPS', echeance: '2023' },
      '\n  - objet: Un essai # pilote\n    par: COPS\n    echeance: 2023\n    etat: prevu # vu\n    le: 2023-01\n  - { objet: b, etat: fait }',
    ],
    [
      'between braces',
      '\n  - { objet: Un essai, etat: prevu } # vu',
      { etat: 'en-cours', par: 'Le groupe, élargi', le: '2023' },
      '\n  - { objet: Un essai, par: "Le groupe, élargi", etat: en-cours, le: 2023 } # vu',
    ],
    [
      'between brackets',
      ' [{ objet: Un essai, etat: prevu }]',
      { etat: 'abandonne' },
      ' [{ objet: Un essai, etat: abandonne }]',
    ],
    [
      'between quotation marks',
      `\n  - { objet: "Un essai", par: 'COPS', etat: "prevu" }`,
      { objet: 'Un autre', par: "L'équipe", etat: 'fait' },
      `\n  - { objet: "Un autre", par: 'L''équipe', etat: "fait" }`,
    ],
    [
      'between quotation marks that would not hold it',
      '\n  - { objet: "Un essai", etat: prevu }',
      { objet: 'Un "autre"' },
      `\n  - { objet: 'Un "autre"', etat: prevu }`,
    ],
    [
      'a text of several lines',
      '\n  - objet: >\n      Un essai\n      long\n    etat: prevu',
      { objet: 'Court' },
      '\n  - objet: Court\n    etat: prevu',
    ],
    [
      'a date with the words of its source',
      '\n  - objet: a\n    echeance:\n      date: 2022\n      texte: fin 2022\n    etat: prevu',
      { echeance: '2023-03' },
      '\n  - objet: a\n    echeance: 2023-03\n    etat: prevu',
    ],
    [
      'a date that gets the words of its source',
      '\n  - objet: a\n    echeance: 2022\n    etat: prevu',
      { echeance: { date: '2022', texte: 'fin 2022' } },
      '\n  - objet: a\n    echeance: { date: 2022, texte: fin 2022 }\n    etat: prevu',
    ],
    [
      'a key that stands empty',
      '\n  - objet: a\n    par: # qui ?\n    etat: prevu',
      { par: 'COPS' },
      '\n  - objet: a\n    par: COPS # qui ?\n    etat: prevu',
    ],
  ])('%s', (_, before, values, after) => {
    expect(setIn(before, values)).toBe(after);
    expect(setIn(before, values, '\r\n')).toBe(after.replaceAll('\n', '\r\n'));
  });

  test('the same value is no change', () => {
    const record = editAtelier(atelier({ header: 'suites:\n  - { objet: a, etat: prevu, echeance: 2022 }' }));
    const { text, changed } = setSuite(record, 1, { etat: 'prevu', echeance: '2022' });
    expect({ text, changed }).toEqual({ text: record.written, changed: [] });
  });

  test('a comment that would be lost is a reason to refuse, with the lines to write', () => {
    const header =
      'suites:\n  - objet: a\n    etat: prevu\n    echeance:\n      date: 2022 # à vérifier\n      texte: fin 2022';
    expect(() => setSuite(editAtelier(atelier({ header })), 1, { echeance: '2023' })).toThrow(
      /Rien n’a été écrit.*\necheance: 2023$/s,
    );
  });
});
