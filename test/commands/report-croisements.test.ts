import { describe, expect, test } from 'vitest';
import { findLostLinks, printDocument } from '../support/documents.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly base?: number;
  readonly sources: readonly object[];
}

const TEMPS = 'temps-de-consultation';
const body = (...passages: string[]) =>
  `## Situation\n\n## Synthèse\n\n${passages.map((one) => `- ${one}\n`).join('')}`;

function dated(day: string, header = '', passages = body(`Un constat. #${TEMPS}`)): string {
  return atelier({ header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}`, body: passages });
}

const file = (day: string) => `records/ateliers/${day}-a.md`;

async function figuresOf(files: Record<string, string>, ...words: string[]): Promise<Map<string, Figure>> {
  const stdout = await printDocument(makeWorkspace(files), '--prs', '2018-2022', '--format', 'json', ...words);
  const { sections } = JSON.parse(stdout) as { sections: { themes: { figures: Figure[] } } };
  return new Map(sections.themes.figures.map((figure) => [figure.id, figure]));
}

const crossed = (figures: Map<string, Figure>) => [...figures.keys()].filter((id) => /\.(?:domaines|avec)\./.test(id));

/** Five ateliers of two fields, of which the last speaks of something else. */
const FIVE: Record<string, string> = {
  [file('2022-01-10')]: dated('2022-01-10', 'domaine: formation'),
  [file('2022-02-10')]: dated('2022-02-10', 'domaine: formation'),
  [file('2022-03-10')]: dated('2022-03-10', 'domaine: formation', body('Un constat. #perennisation')),
  [file('2022-04-10')]: dated('2022-04-10', 'domaine: management'),
  [file('2022-05-10')]: dated('2022-05-10', 'domaine: management', body('Un constat. #perennisation')),
};

describe('themes by field', () => {
  test('are counted over the ateliers of each field', async () => {
    const figures = await figuresOf(FIVE);
    expect(figures.get(`themes.${TEMPS}.domaines.formation`)).toMatchObject({ value: 2, base: 3 });
    expect(figures.get(`themes.${TEMPS}.domaines.management`)).toMatchObject({ value: 1, base: 2 });
    expect(figures.get('themes.perennisation.domaines.formation')).toMatchObject({ value: 1, base: 3 });
    expect(figures.has('themes.confiance-et-ecoute.domaines.formation')).toBe(false);
    const stdout = await printDocument(makeWorkspace(FIVE), '--prs', '2018-2022');
    expect(stdout).toContain('| Thème | formation | management |');
    expect(stdout).toMatch(/\| Temps de consultation \| \[2 sur 3\]\([^)]+\) \| \[1 sur 2\]\([^)]+\) \|/);
    expect(findLostLinks(stdout)).toEqual([]);
  });

  test.each([
    ['there are four', { [file('2022-05-10')]: undefined }],
    ['one names no field', { [file('2022-05-10')]: dated('2022-05-10') }],
    [
      'one is not read in full',
      { [file('2022-05-10')]: dated('2022-05-10', 'domaine: management\ncodage: { etat: partiel }') },
    ],
    ['one is internal', { [file('2022-05-10')]: dated('2022-05-10', 'domaine: management\ndiffusion: interne') }],
    ['one is a draft', { [file('2022-05-10')]: dated('2022-05-10', 'domaine: management\nvalidation: brouillon') }],
  ])('are not told where %s', async (_, changes) => {
    const files = Object.entries({ ...FIVE, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const figures = await figuresOf(Object.fromEntries(files));
    expect(crossed(figures).filter((id) => id.includes('.domaines.'))).toEqual([]);
  });

  test('an internal atelier is in no field, neither above nor below', async () => {
    const figures = await figuresOf({
      ...FIVE,
      [file('2022-06-10')]: dated('2022-06-10', 'domaine: management\ndiffusion: interne'),
      [file('2022-07-10')]: dated('2022-07-10', 'domaine: recherche\ndiffusion: interne'),
    });
    expect(figures.get(`themes.${TEMPS}.domaines.management`)).toMatchObject({ value: 1, base: 2 });
    expect([...figures.keys()].filter((id) => id.includes('recherche'))).toEqual([]);
  });
});

describe('themes that go together', () => {
  const both = body(`Un constat. #${TEMPS}`, 'Un autre. #perennisation');
  const three = {
    ...FIVE,
    [file('2022-01-10')]: dated('2022-01-10', '', both),
    [file('2022-02-10')]: dated('2022-02-10', '', body(`Les deux. #${TEMPS} #perennisation`)),
    'records/projets/p.md': projet({
      header: 'titre: Projet fictif',
      body: `## Objectifs\n\nL’un. #${TEMPS}\n\nL’autre. #perennisation\n`,
    }),
  };
  const id = `themes.${TEMPS}.avec.perennisation`;

  test('are those of the same records, in one passage or in two, ateliers and projects apart', async () => {
    const figures = await figuresOf(three);
    expect(figures.get(`${id}.ateliers`)).toMatchObject({ value: 2, base: 5 });
    expect(figures.get(`${id}.projets`)).toMatchObject({ value: 1, base: 1 });
    expect(crossed(figures).filter((one) => one.includes('.avec.'))).toHaveLength(2);
    const stdout = await printDocument(makeWorkspace(three), '--prs', '2018-2022');
    expect(stdout).toMatch(/\| Temps de consultation \| Pérennisation \| \[2 sur 5 lus\]\([^)]+\) \| \[1 sur 1 lus?\]/);
    expect(stdout).toContain('ateliers, avec pérennisation ([2 sur 5]');
    expect(stdout).toContain('dans un même passage ou non');
    expect(findLostLinks(stdout)).toEqual([]);
  });

  test('are told in the document of either, and of no other', async () => {
    const cwd = makeWorkspace(three);
    const one = await printDocument(cwd, '--theme', TEMPS, '--prs', '2018-2022');
    expect(one).toMatch(/\| Pérennisation \| \[2 sur 5 lus\]/);
    const other = await printDocument(cwd, '--theme', 'perennisation', '--prs', '2018-2022');
    expect(other).toMatch(/\| Temps de consultation \| \[2 sur 5 lus\]/);
    expect(findLostLinks(other)).toEqual([]);
    expect(await printDocument(cwd, '--theme', 'confiance-et-ecoute', '--prs', '2018-2022')).not.toContain(
      'mêmes fiches',
    );
  });

  test('need as many records as a theme that comes back, and five ateliers', async () => {
    const strict = await figuresOf({ ...three, 'cops.yaml': 'seuils: { recurrence: 4 }\n' });
    expect(crossed(strict)).toEqual([]);
    const { [file('2022-05-10')]: _, ...four } = three;
    expect(crossed(await figuresOf(four))).toEqual([]);
  });

  test('count an internal record without showing it', async () => {
    const figures = await figuresOf({
      ...three,
      [file('2022-06-10')]: dated('2022-06-10', 'diffusion: interne', both),
    });
    const figure = figures.get(`${id}.ateliers`);
    expect(figure).toMatchObject({ value: 3, base: 6 });
    expect(figure?.sources.filter((source) => 'interne' in source)).toHaveLength(1);
    expect(JSON.stringify(figure)).not.toContain('2022-06-10');
  });

  test('are twelve at most in the text, and the others are told by their number', async () => {
    const tags = ['confiance-et-ecoute', 'postures-et-culture', 'savoirs-experientiels', 'mobilisation-des-usagers'];
    const all = body(...[TEMPS, 'perennisation', ...tags].map((theme) => `Un constat sur ${theme}. #${theme}`));
    const files = Object.fromEntries(Object.keys(FIVE).map((path) => [path, dated(path.slice(17, 27), '', all)]));
    const stdout = await printDocument(makeWorkspace(files), '--prs', '2018-2022');
    expect(stdout).toContain('Et 3 autres paires dans autant de fiches ou moins, que l’annexe donne.');
    expect(stdout.match(/\| \[5 sur 5 lus\]\(#preuve-themes-[\w-]+-avec-/g)).toHaveLength(12);
    expect(stdout.match(/<a id="preuve-themes-[\w-]+-avec-[\w-]+-ateliers">/g)).toHaveLength(15);
  });
});

describe('an indicator may follow them', () => {
  const follow = async (chiffre: string) => {
    const cwd = makeWorkspace({
      ...FIVE,
      'records/contrats/c.md': contrat({
        header: `indicateurs:\n  - { libelle: Un indicateur, cible: 4, unite: ateliers, chiffre: ${chiffre} }`,
      }),
    });
    return { ...(await runCops(['check'], { cwd })), cwd };
  };

  test.each([`themes.${TEMPS}.domaines.formation`, `themes.${TEMPS}.avec.perennisation.ateliers`, 'pistes.suivies'])(
    '%s',
    async (chiffre) => {
      const { code, cwd } = await follow(chiffre);
      expect(code).toBe(0);
      const stdout = await printDocument(cwd, '--annee', '2022');
      if (chiffre.includes('domaines')) expect(stdout).toMatch(/\| Un indicateur \| \[4\]\([^)]+\) \| \[2\]/);
    },
  );

  test.each([
    `themes.${TEMPS}.domaines.jardinage`,
    `themes.${TEMPS}.avec.inconnu.ateliers`,
    'themes.x.domaines.formation',
  ])('not %s', async (chiffre) => {
    const { code, stdout } = await follow(chiffre);
    expect(code).toBe(1);
    expect(stdout).toContain('chiffre-inconnu');
  });
});
