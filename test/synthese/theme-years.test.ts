import { describe, expect, test } from 'vitest';
import { atelier, contrat } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly base?: number;
  readonly sources: readonly object[];
}

function dated(day: string, header = '', theme = 'temps-de-consultation'): string {
  return atelier({
    header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}`,
    body: `## Situation\n\n## Synthèse\n\n- Un constat inventé. #${theme}\n- Le même, encore. #${theme}\n`,
  });
}

/** What is counted by year and by theme, « 2 sur 3 », by id. */
async function count(files: Record<string, string>, ...more: string[]): Promise<Record<string, string>> {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`records/ateliers/${name}.md`, text]));
  return read(makeWorkspace(paths), ...more);
}

async function read(cwd: string, ...more: string[]): Promise<Record<string, string>> {
  const ran = await runCops(['report', '--prs', '2018-2022', '--format', 'json', ...more], { cwd });
  expect(ran.code, ran.stderr).toBe(0);
  const { sections } = JSON.parse(ran.stdout) as { sections: Record<string, { figures: Figure[] }> };
  const all = Object.values(sections).flatMap(({ figures }) => figures);
  return Object.fromEntries(
    all
      .filter(({ id }) => /^themes\..*\.annees\.|\.lus$/.test(id))
      .map(({ id, value, base }) => [id, base === undefined ? String(value) : `${value} sur ${base}`]),
  );
}

const FIVE = {
  '2020-03-10-a': dated('2020-03-10'),
  '2020-04-10-b': dated('2020-04-10', '', 'perennisation'),
  '2021-01-10-c': dated('2021-01-10'),
  '2022-01-10-d': dated('2022-01-10'),
  '2022-02-10-e': dated('2022-02-10'),
};

describe('themes by year', () => {
  test('are ateliers that speak of them, once each, out of those of the year that were read', async () => {
    const figures = await count(FIVE);
    expect(figures).toMatchObject({
      'activite.annees.2020.lus': '2',
      'themes.temps-de-consultation.annees.2020': '1 sur 2',
      'themes.temps-de-consultation.annees.2022': '2 sur 2',
      'themes.perennisation.annees.2020': '1 sur 2',
      'themes.perennisation.annees.2021': '0 sur 1',
    });
    expect(Object.keys(figures).filter((id) => id.startsWith('themes.'))).toHaveLength(6);
  });

  test('an atelier that is not read in full is no base, and its year is unknown, not 0', async () => {
    const figures = await count({ ...FIVE, '2019-05-10-f': dated('2019-05-10', 'codage: { etat: partiel }') });
    expect(figures['activite.annees.2019.lus']).toBe('0');
    expect(figures).not.toHaveProperty('themes.temps-de-consultation.annees.2019');
  });

  test('an internal atelier is in no year', async () => {
    const files = { ...FIVE, '2021-05-10-f': dated('2021-05-10', 'diffusion: interne') };
    expect((await count(files))['themes.temps-de-consultation.annees.2021']).toBe('1 sur 1');
    expect((await count(files, '--interne'))['themes.temps-de-consultation.annees.2021']).toBe('2 sur 2');
  });

  test.each<[string, Record<string, string>]>([
    ['four ateliers are read', { '2022-02-10-e': dated('2022-02-10', 'codage: { etat: partiel }') }],
    ['four may be shown', { '2022-02-10-e': dated('2022-02-10', 'diffusion: interne') }],
    [
      'all are of one year',
      Object.fromEntries(Object.keys(FIVE).map((name) => [name, dated(`2022${name.slice(4, 10)}`)])),
    ],
  ])('where %s, nothing is counted', async (_, changed) => {
    const files = Object.fromEntries(
      Object.entries({ ...FIVE, ...changed }).map(([name, text]) => [
        `${/^date: (\S+)$/m.exec(text)?.[1]}${name.slice(10)}`,
        text,
      ]),
    );
    expect(await count(files)).toEqual({});
  });

  test('an indicator may follow one of them: it is the same over any days', async () => {
    const indicateur =
      'libelle: Ateliers, cible: 1, unite: ateliers, chiffre: themes.temps-de-consultation.annees.2022';
    const files = {
      ...Object.fromEntries(Object.entries(FIVE).map(([name, text]) => [`records/ateliers/${name}.md`, text])),
      'records/contrats/c.md': contrat({ header: `indicateurs:\n  - { ${indicateur} }` }),
    };
    const cwd = makeWorkspace(files);
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd });
    expect(stdout).toMatch(/"id": "contrats\.c\.1\.realise",\s*"value": 2,/);
  });
});
