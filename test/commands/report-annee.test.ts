import { describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

interface Figure {
  readonly id: string;
  readonly value: number;
}

function dated(day: string, header = ''): string {
  return atelier({ header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}` });
}

const report = (cwd: string, ...words: string[]) => runCops(['report', ...words], { cwd });

async function figuresOf(cwd: string, ...words: string[]): Promise<Map<string, number>> {
  const { code, stdout, stderr } = await report(cwd, ...words, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { sections } = JSON.parse(stdout) as { sections: Record<string, { figures: Figure[] }> };
  return new Map(Object.values(sections).flatMap(({ figures }) => figures.map(({ id, value }) => [id, value])));
}

const FILES = {
  'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
  'records/ateliers/2022-12-31-b.md': dated('2022-12-31', 'prs: ABSENT'),
  'records/ateliers/2023-03-10-c.md': dated('2023-03-10', 'prs: ABSENT'),
  'records/ateliers/2022-06-10-d.md': dated('2022-06-10', 'prs: 2023-2028'),
  'records/projets/en-cours.md': projet({ header: 'titre: Projet toujours en cours\ndebut: 2021-06' }),
  'records/projets/fini.md': projet({ header: 'titre: Projet fini\ndebut: 2020\nfin: 2021\nstatut: termine' }),
};

describe('--annee', () => {
  test('chooses by date whatever the PRS: ateliers within the year, projets that run in it', async () => {
    const figures = await figuresOf(makeWorkspace(FILES), '--annee', '2022');
    expect(figures.get('activite.ateliers')).toBe(3);
    expect(figures.get('activite.projets')).toBe(1);
    expect(figures.get('limites.par-date')).toBe(0);
    expect(figures.get('limites.sans-prs')).toBe(0);
  });

  test('names the year in the title, the perimeter and the provenance, and no PRS', async () => {
    const { code, stdout, stderr } = await report(makeWorkspace(FILES), '--annee', '2022');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^# Synthèse de l’année 2022\n/);
    expect(stdout).toContain('quel que soit leur PRS');
    expect(stdout).toContain('"selection":{"annee":"2022","brouillons":false,"interne":false}');
    expect(stdout).not.toContain('Priorité');
  });

  test('counts the year that lies between two PRS', async () => {
    expect((await figuresOf(makeWorkspace(FILES), '--annee', '2023')).get('activite.ateliers')).toBe(1);
  });

  test('with --prs is the year inside the PRS', async () => {
    const cwd = makeWorkspace(FILES);
    const figures = await figuresOf(cwd, '--prs', '2018-2022', '--annee', '2022');
    expect(figures.get('activite.ateliers')).toBe(2);
    expect(figures.get('limites.par-date')).toBe(1);
    const { stdout } = await report(cwd, '--prs', '2018-2022', '--annee', '2022');
    expect(stdout).toMatch(/^# Synthèse de l’année 2022, Projet Régional de Santé Occitanie 2018-2022\n/);
    expect(stdout).toContain('"selection":{"prs":"2018-2022","annee":"2022"');
  });

  test('counts no internal record and tells no participations: years can be subtracted from a PRS', async () => {
    const cwd = makeWorkspace({
      ...FILES,
      'records/ateliers/2022-02-10-e.md': dated('2022-02-10'),
      'records/ateliers/2022-03-10-secret.md': dated('2022-03-10', 'diffusion: interne\ntitre: SECRETTITRE'),
    });
    const figures = await figuresOf(cwd, '--annee', '2022');
    expect(figures.get('activite.ateliers')).toBe(4);
    expect([...figures.keys()].filter((id) => id.includes('participations'))).toEqual([]);
    const { stdout } = await report(cwd, '--annee', '2022');
    expect(stdout).not.toMatch(/secret/i);
    expect(stdout).toContain('Avec une année, des dates ou un département, les fiches internes ne sont pas comptées');
    expect((await figuresOf(cwd, '--annee', '2022', '--interne')).get('activite.ateliers')).toBe(5);
  });

  test('leaves aside what has no date precise enough, and says so', async () => {
    const cwd = makeWorkspace({
      ...FILES,
      'records/projets/vague.md': projet({ header: 'debut: ABSENT\nstatut: ABSENT\nvalidation: relu\ntitre: Vague' }),
    });
    expect((await figuresOf(cwd, '--annee', '2022')).get('limites.dates-vagues')).toBe(1);
  });

  test('a record whose date cannot be read stops it, one of another year does not', async () => {
    const other = { ...FILES, 'records/ateliers/2020-01-10-x.md': dated('2020-01-10', 'situaton: x') };
    expect((await report(makeWorkspace(other), '--annee', '2022')).code).toBe(0);
    const unread = { ...FILES, 'records/ateliers/2022-05-10-x.md': dated('mai ou juin') };
    const { code, stdout, stderr } = await report(makeWorkspace(unread), '--annee', '2022');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('2022-05-10-x.md');
  });

  test('the JSON of a year is known again, and replaced', async () => {
    const cwd = makeWorkspace(FILES);
    for (let run = 0; run < 2; run++)
      expect((await report(cwd, '--annee', '2022', '--output', 'annee.json')).code).toBe(0);
  });

  test.each([
    [['--annee', '22'], /--annee attend une année, comme 2022 ; « 22 » n’en est pas une/],
    [['--annee', '2022-05'], /--annee attend une année/],
    [['--annee', '2022', '--depuis', '2022-03'], /retirez --depuis, ou --annee/],
    [['--annee', '2022', '--jusqua', '2022-03'], /retirez --jusqua, ou --annee/],
    [['--annee', '2015'], /Aucun atelier ni projet n’entre dans cette synthèse \(année 2015, et les critères donnés\)/],
    [['--annee', '2017', '--prs', '2018-2022'], /\(PRS « 2018-2022 », année 2017, et les critères donnés\)/],
    [['--annee', '2022', '--prs', '2018-2023'], /le plus proche est « 2018-2022 »/],
    [['--annee'], /attend une valeur/],
    [[], /Dites de quel PRS faire la synthèse, avec --prs, ou de quelle année, avec --annee/],
  ])('a request that cannot be met ends with 2 and a sentence: %j', async (words, sentence) => {
    const { code, stdout, stderr } = await report(makeWorkspace(FILES), ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(sentence);
  });
});

describe('since when the centre is at work', () => {
  const years = (...days: string[]) =>
    Object.fromEntries(days.map((day) => [`records/ateliers/${day}-a.md`, dated(day)]));
  const BUSY = years('2020-03-10', '2022-01-10', '2022-02-10', '2022-03-10', '2022-04-10');
  const rows = (stdout: string) =>
    [...stdout.matchAll(/^\| (20\d\d[^|]*) \| ([^|]*) \|$/gm)].map(([, a, b]) => `${a} : ${b}`);

  test('unknown, years without an atelier are not told', async () => {
    const { stdout } = await report(makeWorkspace(BUSY), '--prs', '2018-2022');
    expect(rows(stdout)).toEqual([
      '2020 : [1](#preuve-activite-annees-2020)',
      '2022 : [4](#preuve-activite-annees-2022)',
    ]);
    expect(stdout).not.toContain('existe depuis');
  });

  test('earlier years say that it did not exist, the year of its start says when, and 0 is a year of work', async () => {
    const cwd = makeWorkspace({ 'cops.yaml': 'activite: { debut: 2019-11 }\n', ...BUSY });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    expect(rows(stdout)).toEqual([
      '2018 : le centre n’existait pas',
      '2019 (le centre existe depuis : novembre 2019) : [0](#preuve-activite-annees-2019)'.replace(' : n', '\u00a0: n'),
      '2020 : [1](#preuve-activite-annees-2020)',
      '2021 : [0](#preuve-activite-annees-2021)',
      '2022 : [4](#preuve-activite-annees-2022)',
    ]);
    expect(stdout).toContain('La période commence avant le centre, qui existe depuis\u00a0: novembre 2019.');
    const figures = await figuresOf(cwd, '--prs', '2018-2022');
    expect(figures.has('activite.annees.2018')).toBe(false);
    expect(figures.get('activite.annees.2021')).toBe(0);
  });

  test('a year of ateliers before the start that is given keeps its ateliers', async () => {
    const cwd = makeWorkspace({ 'cops.yaml': 'activite: { debut: 2021 }\n', ...BUSY });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    expect(rows(stdout).slice(1, 4)).toEqual([
      '2019 : le centre n’existait pas',
      '2020 : [1](#preuve-activite-annees-2020)',
      '2021 : [0](#preuve-activite-annees-2021)',
    ]);
  });

  test('years after the last atelier are not told: they may not have come', async () => {
    const days = ['2018-01-10', '2018-02-10', '2018-03-10', '2019-01-10', '2019-02-10'];
    const cwd = makeWorkspace({ 'cops.yaml': 'activite: { debut: 2018 }\n', ...years(...days) });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    expect(rows(stdout)).toHaveLength(2);
    expect(stdout).not.toContain('existe depuis');
  });

  test('a year before it has no summary, and the message says why', async () => {
    const cwd = makeWorkspace({ 'cops.yaml': 'activite: { debut: 2019-11 }\n', ...BUSY });
    const { code, stderr } = await report(cwd, '--annee', '2018');
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('Le centre n’existait pas');
  });

  test.each([
    ['activite: { debut: hier }', 'date-invalide'],
    ['activite: { début: 2021 }', 'cle-inconnue'],
    ['activite: 2021', 'valeur-inattendue'],
  ])('%s is refused in its place', async (line, code) => {
    const { code: exit, stdout } = await runCops(['check'], {
      cwd: makeWorkspace({ 'cops.yaml': `${line}\n`, ...BUSY }),
    });
    expect(exit).toBe(1);
    expect(stdout).toContain('cops.yaml:1:');
    expect(stdout).toContain(`[${code}]`);
  });
});
