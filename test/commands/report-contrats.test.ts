import { describe, expect, test } from 'vitest';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly base?: number;
  readonly sources: readonly unknown[];
}

function dated(day: string, header = ''): string {
  return atelier({ header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}` });
}

/** A contrat whose indicators follow figures, one each. */
function following(chiffres: readonly string[], header = ''): string {
  const items = chiffres.map(
    (chiffre) => `\n  - { libelle: Suivi inventé, cible: 4, unite: essais, chiffre: ${chiffre} }`,
  );
  return contrat({ header: `indicateurs:${items.join('')}\n${header}` });
}

const CONTRAT = 'records/contrats/financeur-2022.md';
const FILES = {
  'records/ateliers/2021-01-10-a.md': dated('2021-01-10'),
  'records/ateliers/2022-01-10-b.md': dated('2022-01-10'),
  'records/ateliers/2022-02-10-c.md': dated('2022-02-10'),
  'records/projets/essai.md': projet(),
};

const report = (cwd: string, ...words: string[]) => runCops(['report', ...words], { cwd });

async function figuresOf(cwd: string, ...words: string[]): Promise<Map<string, Figure>> {
  const { code, stdout, stderr } = await report(cwd, ...words, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { sections } = JSON.parse(stdout) as { sections: Record<string, { figures: Figure[] }> };
  return new Map(Object.values(sections).flatMap(({ figures }) => figures.map((figure) => [figure.id, figure])));
}

/** The rows of the table « Prévu et réalisé », links left out. */
function rowsOf(markdown: string): string[] {
  const [, after = ''] = markdown.split('## Prévu et réalisé');
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| (?!:?-)(?!Indicateur)(.*) \|$/gm)].map(([, row = '']) =>
    row.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
  );
}

describe('planned and achieved', () => {
  test('an indicator follows a figure, or gives a value with its source; the gap is their difference', async () => {
    const { code, stdout, stderr } = await report(makeWorkspace({ ...FILES, [CONTRAT]: contrat() }), '--annee', '2022');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rowsOf(stdout)).toEqual([
      'Ateliers fictifs | 4 | 2 | -2 | ateliers | fiches de cette synthèse',
      'Personnes fictives | 30 | 26 | -4 | personnes | un registre inventé',
    ]);
    expect(stdout).toContain('Tableau\u00a0: prévu et réalisé, Convention fictive 2022');
    expect(stdout).toContain('(Financeur fictif, 2022, [C1](#fiche-c1))');
    expect(stdout).toContain(`[Convention fictive 2022](${CONTRAT}?plain=1#L1)`);
    expect(stdout).toMatch(new RegExp(`cops-provenance .*"${CONTRAT}":"[0-9a-f]{40}"`));
  });

  test('every link of the table finds its proof', async () => {
    const { stdout } = await report(makeWorkspace({ ...FILES, [CONTRAT]: contrat() }), '--annee', '2022');
    const anchors = new Set([...stdout.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const targets = [...stdout.matchAll(/\]\(#([^)]+)\)/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => id.startsWith('preuve-contrats-'))).toHaveLength(12);
    expect(targets.filter((id) => !anchors.has(id))).toEqual([]);
  });

  test('its figures have permanent ids, and the line of the indicator or the records that are counted as sources', async () => {
    const figures = await figuresOf(makeWorkspace({ ...FILES, [CONTRAT]: contrat() }), '--annee', '2022');
    const line = { file: CONTRAT, line: 7 };
    expect(figures.get('contrats.financeur-2022.1.prevu')).toMatchObject({ value: 4, sources: [line] });
    expect(figures.get('contrats.financeur-2022.1.realise')).toMatchObject({
      value: 2,
      sources: [
        { file: 'records/ateliers/2022-01-10-b.md', line: 1 },
        { file: 'records/ateliers/2022-02-10-c.md', line: 1 },
      ],
    });
    expect(figures.get('contrats.financeur-2022.1.ecart')).toMatchObject({ value: -2, sources: [line] });
    expect(figures.get('contrats.financeur-2022.2.realise')).toMatchObject({
      value: 26,
      sources: [{ file: CONTRAT, line: 8 }],
    });
  });

  test('in a longer period, what was achieved is counted over the days of the contrat, and the document says so', async () => {
    const cwd = makeWorkspace({ ...FILES, [CONTRAT]: contrat() });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    expect(rowsOf(stdout)[0]).toBe('Ateliers fictifs | 4 | 2 | -2 | ateliers | fiches de cette synthèse');
    expect(stdout).toContain('Le réalisé est compté sur la seule période du contrat.');
    const figures = await figuresOf(cwd, '--prs', '2018-2022');
    expect(figures.get('activite.ateliers')?.value).toBe(3);
    expect(figures.get('contrats.financeur-2022.1.realise')?.value).toBe(2);
  });

  test('a shorter period counts no internal record, the whole period of a PRS does', async () => {
    const secret = { 'records/ateliers/2022-03-10-secret.md': dated('2022-03-10', 'diffusion: interne') };
    const whole = contrat({ header: 'annee: ABSENT\ndebut: 2018\nfin: 2022' });
    const cwd = makeWorkspace({ ...FILES, ...secret, [CONTRAT]: contrat(), 'records/contrats/entier.md': whole });
    const figures = await figuresOf(cwd, '--prs', '2018-2022');
    expect(figures.get('contrats.financeur-2022.1.realise')?.value).toBe(2);
    expect(figures.get('contrats.entier.1.realise')).toMatchObject({ value: 4 });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    expect(stdout).not.toContain('secret');
    expect(stdout).toContain('Les fiches internes ne sont pas comptées dans le réalisé.');
    expect((await figuresOf(cwd, '--annee', '2022', '--interne')).get('contrats.financeur-2022.1.realise')?.value).toBe(
      3,
    );
  });

  test('a figure that does not exist here is unavailable, never 0', async () => {
    const cwd = makeWorkspace({
      ...FILES,
      [CONTRAT]: following(['activite.participations.professionnel', 'suites.fait', 'activite.departements.31']),
    });
    const { stdout } = await report(cwd, '--annee', '2022');
    expect(rowsOf(stdout)).toEqual(
      Array.from({ length: 3 }, () => 'Suivi inventé | 4 | non disponible | — | essais | —'),
    );
    const ids = [...(await figuresOf(cwd, '--annee', '2022')).keys()].filter((id) => id.startsWith('contrats.'));
    expect(ids).toEqual([1, 2, 3].map((rank) => `contrats.financeur-2022.${rank}.prevu`));
  });

  test('a figure of a part of a whole keeps it, that of a year is the same over any days', async () => {
    const days = ['2021-02-10', '2021-03-10', '2022-04-10'];
    const more = Object.fromEntries(days.map((day) => [`records/ateliers/${day}-d.md`, dated(day)]));
    const cwd = makeWorkspace({
      ...FILES,
      ...more,
      [CONTRAT]: following(['projets.essai.interventions', 'activite.annees.2022', 'activite.annees.2021']),
    });
    const figures = await figuresOf(cwd, '--prs', '2018-2022');
    expect(figures.get('contrats.financeur-2022.1.realise')).toMatchObject({ value: 3, base: 6 });
    expect(figures.get('contrats.financeur-2022.2.realise')?.value).toBe(3);
    expect(figures.has('contrats.financeur-2022.3.realise')).toBe(false);
  });

  test('decimals leave no dust, a comment stands beside its label', async () => {
    const indicateurs =
      'indicateurs:\n  - { libelle: Taux inventé, cible: 0.1, unite: "%", valeur: 0.3, source: une enquête, commentaire: sur un mois }';
    const { stdout } = await report(
      makeWorkspace({ ...FILES, [CONTRAT]: contrat({ header: indicateurs }) }),
      '--annee',
      '2022',
    );
    expect(rowsOf(stdout)).toEqual(['Taux inventé (sur un mois) | 0,1 | 0,3 | 0,2 | % | une enquête']);
  });

  test('personal data in a contrat is masked, in text and in JSON', async () => {
    const indicateurs =
      'indicateurs:\n  - { libelle: Essai, cible: 1, unite: a, valeur: 1, source: prenom@exemple.fr }';
    const cwd = makeWorkspace({ ...FILES, [CONTRAT]: contrat({ header: indicateurs }) });
    for (const format of ['md', 'html', 'json']) {
      const { stdout } = await report(cwd, '--annee', '2022', '--format', format);
      expect(stdout).toContain('Essai');
      expect(stdout).not.toMatch(/prenom(?:\\?@|&#x40;)exemple/);
    }
  });
});

describe('which contrats are shown', () => {
  const ABSENT: [string, string, string[]][] = [
    ['internal', 'diffusion: interne', ['--annee', '2022']],
    ['internal by default', 'diffusion: ABSENT', ['--prs', '2018-2022']],
    ['a draft', 'validation: brouillon', ['--annee', '2022']],
    ['a draft by default', 'validation: ABSENT', ['--prs', '2018-2022']],
    ['of another year', 'annee: 2021', ['--annee', '2022']],
    ['longer than the summary', 'annee: ABSENT\ndebut: 2022\nfin: 2023', ['--prs', '2018-2022']],
    [
      'for the whole region, where a département is asked for',
      'annee: 2022',
      ['--annee', '2022', '--departement', '31'],
    ],
  ];

  test.each(ABSENT)('not one that is %s', async (_, header, words) => {
    const cwd = makeWorkspace({
      ...FILES,
      'records/ateliers/2022-05-10-e.md': dated('2022-05-10', 'departements: [31]'),
      'records/contrats/secret.md': contrat({ header: `titre: SECRETTITRE\nfinanceur: SECRETFINANCEUR\n${header}` }),
    });
    for (const format of ['md', 'html', 'json']) {
      const { code, stdout } = await report(cwd, ...words, '--format', format);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/secret|Prévu et réalisé/i);
    }
  });

  test.each([
    ['--interne', 'diffusion: interne'],
    ['--brouillons', 'validation: brouillon'],
  ])('%s shows what is %s', async (option, header) => {
    const cwd = makeWorkspace({ ...FILES, [CONTRAT]: contrat({ header }) });
    expect((await report(cwd, '--annee', '2022', option)).stdout).toContain('## Prévu et réalisé');
  });

  test('a faulty one stops the summary of its period, and no other', async () => {
    const cwd = makeWorkspace({ ...FILES, [CONTRAT]: following(['activite.atelier']) });
    const { code, stdout, stderr } = await report(cwd, '--annee', '2022');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('[chiffre-inconnu]');
    expect((await report(cwd, '--annee', '2021')).code).toBe(0);
    const partial = await report(cwd, '--annee', '2022', '--partial');
    expect(partial.code).toBe(0);
    expect(partial.stdout).toContain('1 fichier est écarté pour ses erreurs');
    expect(partial.stdout).not.toContain('## Prévu et réalisé');
  });
});

describe('a contrat is a fiche like another', () => {
  const cwd = () => makeWorkspace({ ...FILES, [CONTRAT]: contrat() });

  test('listed where its type is named, by year and by PRS', async () => {
    const list = async (...words: string[]) => {
      const { stdout } = await runCops(['list', '--format', 'json', ...words], { cwd: cwd() });
      return (JSON.parse(stdout) as { fiches: { id: string; date: string }[] }).fiches;
    };
    expect((await list()).map(({ id }) => id)).not.toContain('financeur-2022');
    expect(await list('--type', 'contrat')).toMatchObject([{ id: 'financeur-2022', date: '2022' }]);
    expect(await list('--type', 'contrat', '--prs', '2018-2022')).toHaveLength(1);
    expect(await list('--type', 'contrat', '--prs', '2023-2028')).toEqual([]);
    expect(await list('--type', 'contrat', '--depuis', '2022', '--jusqua', '2022')).toHaveLength(1);
    expect(await list('--type', 'contrat', '--depuis', '2022-02')).toEqual([]);
  });

  test('counted by check where there is one', async () => {
    const { code, stderr } = await runCops(['check'], { cwd: cwd() });
    expect(code).toBe(0);
    expect(stderr).toContain('et 1 contrat');
    expect((await runCops(['check'], { cwd: makeWorkspace(FILES) })).stderr).not.toContain('contrat');
  });

  test('named by funder and period, and shown', async () => {
    const root = makeWorkspace(FILES);
    const words = ['--titre', 'Convention', '--financeur', 'ARS Fictive', '--debut', '2022-T2', '--fin', '2024'];
    const ran = await runCops(['new', 'contrat', ...words], { cwd: root });
    expect(ran.stdout).toBe('records/contrats/ars-fictive-2022-t2-2024.md\n');
    const { code, stdout } = await runCops(['show', 'ars-fictive-2022-t2-2024'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('Convention');
  });
});

describe('perspectives', () => {
  const body = (words: string) =>
    `## Objectifs\n\nUn objectif inventé.\n\n## Perspectives\n\nLa suite ${words}.\n\n→ Une piste ${words}.\n\n## Freins\n\nUn frein ${words}.\n`;

  test('are shown by projet with their extracts, before the method, and internal or unread ones never', async () => {
    const cwd = makeWorkspace({
      'records/projets/montre.md': projet({ header: 'titre: Projet montré', body: body('à montrer') }),
      'records/projets/secret.md': projet({
        header: 'titre: SECRETTITRE\ndiffusion: interne',
        body: body('SECRETTEXTE'),
      }),
      'records/projets/relu.md': projet({ header: 'titre: Projet relu\nvalidation: relu', body: body('RELUTEXTE') }),
    });
    const { stdout } = await report(cwd, '--prs', '2018-2022');
    const [, after = ''] = stdout.split('## Perspectives\n');
    const [section = '', method = ''] = after.split('\n## ');
    expect(section.replaceAll('\u00a0', ' ')).toBe(
      '\n[6 passages](#preuve-perspectives-passages) des projets (dont 4 dans des fiches internes ou non validées, sans extrait) :\n\n' +
        '**Projet montré** ([P1](#fiche-p1))\n\n' +
        '- La suite à montrer. ([extrait 1](#extrait-1))\n- → Une piste à montrer. ([extrait 2](#extrait-2))\n',
    );
    expect(method).toMatch(/^Méthode et limites/);
    expect(stdout).not.toMatch(/SECRET|RELUTEXTE/);
    const figures = await figuresOf(cwd, '--prs', '2018-2022');
    expect(figures.get('perspectives.passages')).toMatchObject({ value: 6 });
  });

  test('a document without any has no such section', async () => {
    const { stdout } = await report(makeWorkspace(FILES), '--prs', '2018-2022');
    expect(stdout).not.toContain('## Perspectives');
  });
});
