import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly base?: number;
  readonly sources: readonly unknown[];
}

const OLD = '2018-2022';
const NEW = '2023-2028';

/** An atelier that speaks of some themes, and of nothing else. */
function speaking(themes: readonly string[], header = ''): string {
  const said = themes.map((theme) => `- Un constat inventé sur ce point. #${theme}`);
  const body = `## Situation\n\n## Synthèse\n\n- Un constat inventé.\n${said.join('\n')}\n`;
  return atelier({ body, header });
}

/** Ateliers of a PRS, each with the themes that it speaks of. */
function period(prs: string, themes: readonly (readonly string[])[]): Record<string, string> {
  const year = prs === OLD ? '2019' : '2024';
  return Object.fromEntries(
    themes.map((own, index) => {
      const date = `${year}-0${index + 1}-10`;
      const header = `titre: Atelier fictif du ${date}\ndate: ${date}\nprs: ${prs}`;
      return [`records/ateliers/${date}-a.md`, speaking(own, header)];
    }),
  );
}

const compare = (cwd: string, ...words: string[]) =>
  runCops(['report', '--prs', NEW, '--compare', OLD, ...words], { cwd });

async function figuresOf(cwd: string, ...words: string[]): Promise<Map<string, Figure>> {
  const { code, stdout, stderr } = await compare(cwd, '--format', 'json', ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { sections } = JSON.parse(stdout) as { sections: Record<string, { figures: Figure[] }> };
  return new Map(Object.values(sections).flatMap(({ figures }) => figures.map((figure) => [figure.id, figure])));
}

/** The section as words: links and unbreakable spaces left out. */
function sectionOf(markdown: string): string {
  const [, after = ''] = markdown.split('## Depuis la période précédente');
  const [section = ''] = after.split('\n## ');
  return section
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\\', '');
}

const [TEMPS, OUTIL, ARGENT, LIEN, ECOUTE, POSTURE] = [
  'temps-de-consultation',
  'outil-de-communication-partage',
  'remuneration-des-usagers',
  'coordination-des-parcours',
  'confiance-et-ecoute',
  'postures-et-culture',
] as const;

/** Six ateliers then, five now: 2/6 and 2/5 rise, 3/6 and 2/5 fall. */
const BOTH = {
  ...period(OLD, [[TEMPS, OUTIL, LIEN], [TEMPS, OUTIL, ECOUTE], [OUTIL], [], [], []]),
  ...period(NEW, [[TEMPS, OUTIL, ARGENT], [TEMPS, OUTIL], [], [], []]),
};

describe('themes since an earlier PRS', () => {
  test('are sorted by the exact fractions of ateliers read, each said with its base', async () => {
    const section = sectionOf((await compare(makeWorkspace(BOTH))).stdout);
    const groups = section.split('\n**').slice(1);
    expect(groups.map((group) => group.split('\n').filter((line) => /\*\*|^- /.test(line)))).toEqual([
      ['Apparus**', '- Rémunération des usagers : 0 atelier sur 6 lus, puis 1 sur 5.'],
      ['En hausse**', '- Temps de consultation : 2 ateliers sur 6 lus, puis 2 sur 5.'],
      ['En baisse**', '- Outil de communication partagé : 3 ateliers sur 6 lus, puis 2 sur 5.'],
      [
        'Disparus**',
        '- Coordination des parcours : 1 atelier sur 6 lus, puis 0 sur 5.',
        '- Confiance et écoute : 1 atelier sur 6 lus, puis 0 sur 5.',
      ],
    ]);
    expect(section).toContain('aucune des deux périodes : postures et culture du partenariat,');
    expect(section).toContain('on ne peut pas savoir');
    expect(section).not.toMatch(/%|pourcent/);
  });

  test('1/5 and 2/10 are the same, whatever the bases', async () => {
    const cwd = makeWorkspace({
      ...period(OLD, [[POSTURE], [], [], [], []]),
      ...period(NEW, [[POSTURE], [POSTURE], [], [], [], [], [], [], []]),
      'records/ateliers/2024-10-10-a.md': speaking([], `date: 2024-10-10\nprs: ${NEW}`),
    });
    const { stdout } = await compare(cwd, '--format', 'json');
    const { comparaison } = JSON.parse(stdout) as { comparaison: { themes: { id: string; evolution: string }[] } };
    expect(comparaison.themes.find(({ id }) => id === POSTURE)).toEqual({ id: POSTURE, evolution: 'inchange' });
    expect(sectionOf((await compare(cwd)).stdout)).toContain(
      '**Inchangés**\n\n- Postures et culture du partenariat : 1 atelier sur 5 lus, puis 2 sur 10.',
    );
  });

  test.each([
    ['then', period(OLD, [[TEMPS], [], [], []]), period(NEW, [[TEMPS], [TEMPS], [], [], []])],
    ['now', period(OLD, [[TEMPS], [], [], [], []]), period(NEW, [[TEMPS], [TEMPS], [], []])],
  ])('under five ateliers read %s there are two fractions and no trend', async (_, before, after) => {
    const { stdout } = await compare(makeWorkspace({ ...before, ...after }));
    const section = sectionOf(stdout);
    expect(section).toContain('moins de cinq ateliers sont lus en entier : c’est trop peu pour les comparer');
    expect(section).toMatch(/^- Temps de consultation : 1 atelier sur \d lus, puis 2 sur \d\.$/m);
    expect(section).not.toMatch(/\*\*(?:Apparus|En hausse|En baisse|Disparus|Inchangés)/);
  });

  test('records that are not read are in no base; with none read, that is said, and nothing is out of zero', async () => {
    const unread = 'codage: { etat: non-lu }';
    const cwd = makeWorkspace({
      'records/ateliers/2019-01-10-a.md': speaking([], `date: 2019-01-10\n${unread}`),
      ...period(NEW, [[TEMPS]]),
      'records/projets/essai.md': projet({ header: `cadres:\n  - { prs: ${OLD} }` }),
    });
    const { stdout } = await compare(cwd);
    expect(sectionOf(stdout)).toContain(
      '- Temps de consultation : aucun atelier lu, puis 1 sur 1 ; 0 projet sur 1 lu, puis aucun projet lu.',
    );
    expect(sectionOf(stdout)).toContain('alors : 0 atelier sur 1 et 1 projet sur 1.');
    expect(stdout).not.toMatch(/sur 0/);
  });

  test('a theme that left the grille is said to have left, not to have vanished', async () => {
    const cwd = makeWorkspace(BOTH);
    const path = join(cwd, `records/themes/${LIEN}.md`);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^statut: actif$/m, 'statut: retire'));
    const section = sectionOf((await compare(cwd)).stdout);
    expect(section).toMatch(/\*\*Retirés de la grille\*\*\n\n- Coordination des parcours/);
    expect(section).toMatch(/\*\*Disparus\*\*\n\n- Confiance et écoute[^\n]*\n\n\*\*/);
  });

  test('are figures of their own, with the records of the earlier period as sources', async () => {
    const figures = await figuresOf(makeWorkspace(BOTH));
    expect(figures.get(`comparaison.themes.${TEMPS}.ateliers`)).toEqual({
      id: `comparaison.themes.${TEMPS}.ateliers`,
      value: 2,
      base: 6,
      sources: ['01', '02'].map((month) => ({ file: `records/ateliers/2019-${month}-10-a.md`, line: 24 })),
    });
    expect(figures.get(`themes.${TEMPS}.ateliers`)).toMatchObject({ value: 2, base: 5 });
    expect(figures.get('comparaison.ateliers-lus')).toMatchObject({ value: 6, base: 6 });
  });
});

const SUITES = `suites:
  - { piste: p1, objet: Essai mené, par: Hôpital fictif, etat: fait, le: 2020-05 }
  - { piste: p1, objet: Essai étendu, etat: en-cours }
  - { piste: p2, objet: Renoncé, etat: abandonne }
  - { objet: Une rencontre, etat: fait }`;

function withPistes(date: string, header = '', mark = ''): string {
  return atelier({
    header: `titre: Atelier fictif du ${date}\ndate: ${date}\n${header}`,
    body: `## Situation\n\n## Synthèse\n\n- → Essayer ${mark}. ^p1\n- → Étendre ${mark}. #temps-de-consultation ^p2\n- → Oublier ${mark}.\n`,
  });
}

describe('the pistes of an earlier PRS', () => {
  const files = {
    ...period(NEW, [[TEMPS]]),
    'records/ateliers/2019-01-10-a.md': withPistes('2019-01-10', SUITES, 'ensemble'),
    'records/ateliers/2019-02-10-b.md': withPistes(
      '2019-02-10',
      'diffusion: interne\nsuites:\n  - { piste: p1, objet: SECRETOBJET, etat: fait }',
      'SECRETPISTE',
    ),
    'records/ateliers/2019-03-10-c.md': withPistes('2019-03-10', 'validation: relu', 'NONVALIDE'),
  };

  test('are followed up: by state, with what was done and the extract, then those without any', async () => {
    const section = sectionOf((await compare(makeWorkspace(files))).stdout);
    expect(section).toContain('9 pistes formulées alors : 3 ont une suite, 6 n’en ont pas.');
    const lines = section.split('\n').filter((line) => /^\*\*|^- →|aucune de ces/.test(line));
    expect(lines).toEqual([
      '**Suite faite**, 2 pistes (dont 1 dans des fiches internes ou non validées, sans extrait) :',
      '- → Essayer ensemble. (extrait 2) ; suite : Essai mené, par : Hôpital fictif (mai 2020)',
      '**Suite en cours**, 1 piste :',
      '- → Essayer ensemble. (extrait 2) ; suite : Essai étendu',
      '**Suite abandonnée**, 1 piste :',
      '- → Étendre ensemble. (extrait 3) ; suite : Renoncé',
      '**Sans suite notée**, 6 pistes (dont 5 dans des fiches internes ou non validées, sans extrait) :',
      '- → Oublier ensemble. (extrait 4)',
      '1 suite notée dans ces fiches ne nomme aucune de ces pistes.',
    ]);
  });

  test('have an extract, a record in the annex and a proof each, and every link finds its place', async () => {
    const { stdout } = await compare(makeWorkspace(files));
    const anchors = new Set([...stdout.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const targets = [...stdout.matchAll(/\]\(#([^)]+)\)/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => id.startsWith('preuve-comparaison-')).length).toBeGreaterThan(8);
    expect(targets.filter((id) => !anchors.has(id))).toEqual([]);
    expect(stdout).toContain('[Atelier fictif du 2019-01-10](records/ateliers/2019-01-10-a.md?plain=1#L1)');
    expect(stdout).toMatch(/\*\*4\.\*\* « Oublier ensemble\. »|\*\*4\.\*\* «.Oublier ensemble\..»/);
  });

  test('of an internal record are counted and never shown', async () => {
    const cwd = makeWorkspace(files);
    const { stdout } = await compare(cwd);
    expect(stdout).not.toMatch(/SECRET|NONVALIDE|2019-02-10/);
    expect((await figuresOf(cwd)).get('comparaison.pistes.fait')).toMatchObject({
      value: 2,
      base: 9,
      sources: [{ file: 'records/ateliers/2019-01-10-a.md', line: 28 }, { interne: true }],
    });
    expect((await compare(cwd, '--interne')).stdout).toContain('SECRETOBJET');
  });

  test('of an internal record are not counted for one département, then as now', async () => {
    const header = 'departements: [31]';
    const cwd = makeWorkspace({
      'records/ateliers/2019-01-10-a.md': withPistes('2019-01-10', header),
      'records/ateliers/2019-02-10-b.md': withPistes('2019-02-10', `${header}\ndiffusion: interne`),
      'records/ateliers/2024-02-10-c.md': withPistes('2024-02-10', `${header}\nprs: ${NEW}`),
    });
    const figures = await figuresOf(cwd, '--departement', '31');
    expect(figures.get('comparaison.pistes.toutes')?.value).toBe(3);
    expect((await figuresOf(cwd)).get('comparaison.pistes.toutes')?.value).toBe(6);
  });

  test('are none where nobody formulated any', async () => {
    const cwd = makeWorkspace({ ...period(OLD, [[TEMPS]]), ...period(NEW, [[TEMPS]]) });
    expect(sectionOf((await compare(cwd)).stdout)).toContain('ne formulent aucune piste');
  });

  test('a projet of both PRS is counted in both, and shown once in the annex', async () => {
    const both = projet({
      header: `cadres:\n  - { prs: ${OLD} }\n  - { prs: ${NEW} }`,
      body: '## Objectifs\n\nUn.\n\n## Perspectives\n\n- → Poursuivre. #temps-de-consultation ^p1\n',
    });
    const cwd = makeWorkspace({ ...period(OLD, [[]]), ...period(NEW, [[]]), 'records/projets/essai.md': both });
    const figures = await figuresOf(cwd);
    expect(figures.get(`comparaison.themes.${TEMPS}.projets`)).toMatchObject({ value: 1, base: 1 });
    expect(figures.get(`themes.${TEMPS}.projets`)).toMatchObject({ value: 1, base: 1 });
    const { stdout } = await compare(cwd);
    expect(stdout.match(/<a id="fiche-p\d">/g)).toHaveLength(1);
    expect(stdout).toContain('Un projet qui nomme les deux PRS compte dans chacun.');
  });
});

describe('every form', () => {
  test.each(['md', 'html', 'docx', 'json'])(
    '%s is verified, and an earlier record that changes is told',
    async (format) => {
      const cwd = makeWorkspace({ ...BOTH, 'records/ateliers/2019-07-10-p.md': withPistes('2019-07-10', SUITES) });
      expect((await compare(cwd, '--output', `s.${format}`)).code).toBe(0);
      const held = await runCops(['verify', `s.${format}`], { cwd });
      expect(held).toMatchObject({ code: 0, stderr: '' });
      expect(held.stdout).toContain('Synthèse du PRS « 2023-2028 », comparé au PRS « 2018-2022 », écrite avec cops');
      writeFiles(cwd, {
        'records/ateliers/2019-07-10-p.md': withPistes('2019-07-10', SUITES.replace('abandonne', 'fait')),
      });
      const changed = await runCops(['verify', `s.${format}`], { cwd });
      expect(changed.code).toBe(1);
      expect(changed.stdout).toContain('(comparaison.pistes.fait) : 1 alors, 2 maintenant');
      expect(changed.stdout).toContain('Fiches modifiées depuis\n  - records/ateliers/2019-07-10-p.md');
    },
  );

  test('the tables have the themes then and now, and the pistes with what became of them', async () => {
    const cwd = makeWorkspace({ ...BOTH, 'records/ateliers/2019-07-10-p.md': withPistes('2019-07-10', SUITES, 'x') });
    mkdirSync(join(cwd, 'tables'));
    expect((await compare(cwd, '--output', 'tables/')).code).toBe(0);
    const read = (name: string) => readFileSync(join(cwd, 'tables', name), 'utf8').split('\r\n');
    expect(read('comparaison.csv')[1]).toBe(
      `${TEMPS};Temps de consultation;en-hausse;3;7;2;5;0;0;0;0`.replace('en-hausse', 'en-baisse'),
    );
    expect(read('pistes-alors.csv').slice(1, 3)).toEqual([
      '6;Essayer x.;faite;Essai mené;Hôpital fictif;;2020-05;A12;records/ateliers/2019-07-10-p.md',
      '6;Essayer x.;en cours;Essai étendu;;;;A12;records/ateliers/2019-07-10-p.md',
    ]);
  });
});

describe('a request that cannot be met', () => {
  test.each([
    [['--prs', NEW, '--compare', '2018-2023'], /« 2018-2023 » n’a pas de fiche ; le plus proche est « 2018-2022 »/],
    [['--prs', NEW, '--compare', NEW], /attend un autre PRS que --prs : tous deux disent « 2023-2028 »/],
    [['--prs', OLD, '--compare', NEW], /plus ancien.*Inversez-les, avec --prs 2023-2028 --compare 2018-2022/],
    [['--annee', '2024', '--compare', OLD], /met deux PRS entiers en regard : retirez --annee/],
    [['--prs', NEW, '--depuis', '2024', '--compare', OLD], /retirez --depuis/],
    [['--prs', NEW, '--compare'], /attend une valeur/],
    [['--compare', OLD], /Dites de quel PRS faire la synthèse/],
    [['--prs', NEW, '--compare', OLD, '--departement', '82'], /dans le PRS « 2018-2022 » avec les critères donnés/],
  ])('%j', async (words, sentence) => {
    const cwd = makeWorkspace({
      ...BOTH,
      'records/ateliers/2024-08-10-z.md': speaking([], `date: 2024-08-10\nprs: ${NEW}\ndepartements: [82]`),
    });
    const { code, stdout, stderr } = await runCops(['report', ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\n/g, ' ')).toMatch(sentence);
  });

  test('a faulty record of the earlier period stops it too, and --partial names it', async () => {
    const cwd = makeWorkspace({
      ...BOTH,
      'records/ateliers/2019-09-10-x.md': speaking([], 'date: 2019-09-10\nfaute: x'),
    });
    expect(await compare(cwd)).toMatchObject({ code: 1, stdout: '' });
    expect((await runCops(['report', '--prs', NEW], { cwd })).code).toBe(0);
    const { code, stdout } = await compare(cwd, '--partial');
    expect(code).toBe(0);
    expect(stdout).toContain('1 fichier est écarté pour ses erreurs');
    expect(stdout).toContain('2019-09-10-x.md');
  });

  test('no indicator of a contrat follows what was before it', async () => {
    const cwd = makeWorkspace({
      'records/contrats/c.md':
        '---\ntype: contrat\ntitre: C\nfinanceur: F\nannee: 2024\nindicateurs:\n  - { libelle: a, cible: 1, unite: b, chiffre: comparaison.pistes.toutes }\n---\n',
    });
    expect((await runCops(['check'], { cwd })).stdout).toContain('comparaison.pistes.toutes');
  });
});
