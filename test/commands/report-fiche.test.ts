import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hashBlock } from '../../src/commands/print-synthese.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { ask, hasPdfTools, readWords } from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const FILE = 'records/syntheses/prs-2018-2022.md';
const FIRST = 'records/ateliers/2022/2022-03-14-premier.md';
const SECOND = 'records/ateliers/2022/2022-05-31-second.md';
const WORDS =
  '\r\n## Mon analyse\r\n\r\nCe que je retiens, en **mots à moi** :   \n\n- un point\t\n- 7 idées\n\n<!-- note à moi -->\n';

const second = () => atelier({ header: 'titre: Second atelier fictif\ndate: 2022-05-31' });
const read = (root: string, file = FILE) => readFileSync(join(root, file), 'utf8');
const make = (cwd: string, ...more: string[]) =>
  runCops(['report', '--prs', '2018-2022', '--output', FILE, ...more], { cwd });
const refresh = (cwd: string, ...more: string[]) => runCops(['report', '--refresh', ...more], { cwd });

/** A workspace whose summary is kept, with the words of its author behind a block. */
async function keep({ words = WORDS, diffusion = 'partageable', files = {} } = {}): Promise<string> {
  const root = makeWorkspace({ [FIRST]: atelier(), 'records/projets/essai.md': projet(), ...files });
  expect(await make(root)).toMatchObject({ code: 0 });
  change(root, (text) =>
    text
      .replace('<!-- cops:fin activite -->\n', `<!-- cops:fin activite -->\n${words}`)
      .replace('diffusion: interne', `diffusion: ${diffusion}`),
  );
  return root;
}

function change(root: string, how: (text: string) => string, file = FILE): void {
  const before = read(root, file);
  const after = how(before);
  expect(after).not.toBe(before);
  writeFileSync(join(root, file), after);
}

async function check(cwd: string): Promise<string[]> {
  const { stdout } = await runCops(['check', '--format', 'json'], { cwd });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file: string; message: string }[] };
  return diagnostics.filter(({ file }) => file === FILE).map(({ code, message }) => `${code} ${message}`);
}

describe('a coordinator’s year', () => {
  test('she makes the summary, writes between its blocks, and every later run keeps her words', async () => {
    const root = makeWorkspace({ [FIRST]: atelier(), 'records/projets/essai.md': projet() });
    const made = await make(root);
    expect(made).toEqual({
      code: 0,
      stdout: '',
      stderr: `Synthèse gardée dans « ${FILE} » : écrivez-y votre texte entre les blocs calculés.\n`,
    });
    expect(read(root)).toMatch(
      /^---\ntype: synthese\ntitre: Synthèse régionale [^\n]*\nprs: 2018-2022\ndiffusion: interne\nvalidation: brouillon\n---\n/,
    );
    expect(read(root)).toMatch(/<!-- cops:calcul activite [0-9a-f]{12} -->\n\n## Activité\n/);
    expect(await check(root)).toEqual([]);

    change(root, (text) => text.replace('<!-- cops:fin activite -->\n', `<!-- cops:fin activite -->\n${WORDS}`));
    const written = read(root);
    expect(await refresh(root)).toEqual({ code: 0, stdout: `${FILE} : à jour.\n`, stderr: '' });
    expect(read(root)).toBe(written);

    writeFiles(root, { [SECOND]: second() });
    expect(await check(root)).toEqual([
      expect.stringMatching(
        /^synthese-perimee Cette synthèse n’est plus à jour : activite\.ateliers 1 → 2, .* ; depuis, 1 fiche ajoutée\. « cops report --refresh »/,
      ),
    ]);

    const dry = await refresh(root, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: 'Rien n’a été écrit : c’était un essai.\n' });
    expect(dry.stdout).toMatch(
      /^records\/syntheses\/prs-2018-2022\.md : \d+ blocs seraient renouvelés \(l-essentiel, .*annexe\)\.\n/,
    );
    expect(dry.stdout).toMatch(/ateliers \(activite\.ateliers\) +1 +2\n/);
    expect(read(root)).toBe(written);

    const done = await refresh(root);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toBe(dry.stdout.replace('seraient renouvelés', 'renouvelés'));
    expect(read(root)).toContain(`<!-- cops:fin activite -->\n${WORDS}`);
    expect(read(root)).toContain('[2 ateliers](#preuve-activite-ateliers)');
    expect(read(root).slice(0, 100)).toBe(written.slice(0, 100));
    expect(await check(root)).toEqual([]);

    const renewed = read(root);
    expect(await make(root)).toMatchObject({ code: 0, stdout: '' });
    expect(read(root)).toBe(renewed);
  });

  test('only her blocks of computed text change, whatever she moved or took out', async () => {
    const root = await keep();
    change(root, (text) => text.replace(/<!-- cops:calcul suites[\s\S]*?<!-- cops:fin suites -->\n\n/, ''));
    writeFiles(root, { [SECOND]: second() });
    const { code, stderr } = await refresh(root, 'prs-2018-2022');
    expect(code).toBe(0);
    expect(stderr).toContain('1 bloc du gabarit n’est pas dans la fiche, d’où vous l’avez retiré : « suites »');
    expect(read(root)).not.toContain('cops:calcul suites');
  });

  test('a figure that she quotes with its link is told when it moves, and left to her', async () => {
    const root = await keep({ words: '\nSoit [1 atelier](#preuve-activite-ateliers).\n' });
    writeFiles(root, { [SECOND]: second() });
    const { stderr } = await refresh(root);
    expect(stderr).toMatch(
      /prs-2018-2022\.md:\d+ : votre texte cite 1 pour ateliers \(activite\.ateliers\), qui vaut maintenant 2 : c’est à vous de le changer\./,
    );
    expect(read(root)).toContain('Soit [1 atelier](#preuve-activite-ateliers).');
  });

  test('so is one whose base alone moved', async () => {
    const coded = (date: string) =>
      atelier({ header: `titre: Atelier du ${date}\ndate: ${date}\ncodage: { etat: complet }` });
    const root = await keep({ files: { [FIRST]: coded('2022-03-14') } });
    const [quoted = '', id = ''] = /\[1 atelier sur 1\]\(#preuve-(activite-ateliers-lus)\)/.exec(read(root)) ?? [];
    expect(id).not.toBe('');
    change(root, (text) => text.replace('mots à moi', quoted));
    writeFiles(root, { [SECOND]: second().replace('etat: complet', 'etat: partiel') });
    expect(read(root, SECOND)).toContain('etat: partiel');
    const { stdout, stderr } = await refresh(root);
    expect(stdout).toMatch(/\(activite\.ateliers-lus\) +1 sur 1 +1 sur 2\n/);
    expect(stderr).toMatch(/votre texte cite 1 sur 1 pour .*, qui vaut maintenant 1 sur 2 : c’est à vous/);
  });

  test.each<[string, Record<string, string>, string]>([
    ['the name of the centre', { 'cops.yaml': 'nom: Centre inventé autrement\n' }, 'un réglage a changé'],
    ['a threshold', { 'cops.yaml': 'seuils: { recurrence: 2 }\n' }, 'un réglage a changé'],
    [
      'the template',
      { 'templates/rapports/synthese.md': '# {{ titre }}\n\n## Activité\n\n{{ activite.ateliers | chiffre }}\n' },
      'le gabarit a changé',
    ],
    ['the text of a PRS', {}, 'un texte du PRS'],
    ['a theme', {}, 'la grille'],
  ])('%s makes it out of date as refresh would see it', async (what, files, sentence) => {
    const root = await keep();
    expect(await check(root)).toEqual([]);
    writeFiles(root, files);
    const spoil = {
      'the text of a PRS': 'records/prs/2018-2022.md',
      'a theme': 'records/themes/temps-de-consultation.md',
    };
    const file = spoil[what as keyof typeof spoil];
    if (file) change(root, (text) => text.replace(/^titre: .*$/m, 'titre: Un autre titre inventé'), file);
    expect(await check(root)).toEqual([expect.stringContaining(sentence)]);
    expect((await refresh(root, '--dry-run')).stdout).not.toContain('à jour');
    expect(await refresh(root)).toMatchObject({ code: 0 });
    expect(await check(root)).toEqual([]);
  });

  test('a name of the centre that changed is told when it is printed, and no picture is drawn', async () => {
    const root = await keep();
    const asked = ['report', '--fiche', 'prs-2018-2022', '--format', 'html'];
    expect((await runCops(asked, { cwd: root })).stderr).not.toContain('n’est plus à jour');
    writeFiles(root, { 'cops.yaml': 'nom: Centre inventé autrement\n' });
    expect((await runCops(asked, { cwd: root })).stderr).toContain('n’est plus à jour');
  });

  test('words behind --dry-run are the fiches to renew', async () => {
    const root = await keep();
    const named = await refresh(root, '--dry-run', 'prs-2018-2022');
    expect(named).toMatchObject({ code: 0, stdout: `${FILE} : à jour.\n` });
    expect(await refresh(root, '--dry-run', 'absente')).toMatchObject({ code: 2 });
  });

  test('the selection of its header is kept as the command line says it', async () => {
    const root = makeWorkspace({
      [FIRST]: atelier(),
      [SECOND]: second().replace('validation: valide', 'validation: brouillon'),
    });
    const asked = [
      'report',
      '--annee',
      '2022',
      '--departement',
      '31',
      '--brouillons',
      '--output',
      'records/syntheses/annee-2022.md',
    ];
    expect(await runCops(asked, { cwd: root })).toMatchObject({ code: 2 });
    writeFiles(root, {
      [FIRST]: atelier({ header: 'departements: [31]' }),
      [SECOND]: atelier({
        header: 'titre: Second atelier fictif\ndate: 2022-05-31\nvalidation: brouillon\ndepartements: [31]',
      }),
    });
    expect(await runCops(asked, { cwd: root })).toMatchObject({ code: 0 });
    const text = read(root, 'records/syntheses/annee-2022.md');
    expect(text).toContain('\nannee: 2022\ndepartement: 31\nbrouillons: true\n');
    expect(text).toContain('[2 ateliers]');
    expect(await refresh(root)).toMatchObject({ code: 0, stdout: 'records/syntheses/annee-2022.md : à jour.\n' });
  });
});

describe('what may not be written', () => {
  test('text inside a computed block is never replaced', async () => {
    const root = await keep();
    change(root, (text) => text.replace('## Activité\n', '## Activité\n\nMon avis, au mauvais endroit.\n'));
    writeFiles(root, { [SECOND]: second() });
    const before = read(root);
    const { code, stdout, stderr } = await refresh(root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^records\/syntheses\/prs-2018-2022\.md:\d+ : le bloc « activite » \(lignes \d+ à \d+\) a été changé à la main\. Placez votre texte hors du bloc, puis videz-le en gardant ses deux marques : il sera recalculé\.\nRien n’a été écrit\.\n$/,
    );
    expect(await make(root)).toMatchObject({ code: 1, stdout: '' });
    expect(read(root)).toBe(before);
    change(root, (text) =>
      text.replace(/(<!-- cops:calcul activite \w+ -->\n)[\s\S]*?(<!-- cops:fin activite -->)/, '$1$2'),
    );
    expect(await refresh(root)).toMatchObject({ code: 0 });
    expect(read(root)).toContain('## Activité');
  });

  test('marks that do not fit stop it at their line', async () => {
    const root = await keep();
    change(root, (text) => text.replace('<!-- cops:fin activite -->\n', ''));
    const before = read(root);
    const { code, stdout, stderr } = await refresh(root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /prs-2018-2022\.md:\d+:1: erreur : Un bloc s’ouvre ici dans le bloc « activite ».*\[marque-de-calcul\]/,
    );
    expect(stderr).toContain('Rien n’a été écrit.');
    expect(read(root)).toBe(before);
    expect(await check(root)).toEqual([expect.stringContaining('marque-de-calcul')]);
  });

  test('one that may not be renewed leaves the others as they are', async () => {
    const root = await keep();
    expect(
      await runCops(['report', '--annee', '2022', '--output', 'records/syntheses/annee-2022.md'], { cwd: root }),
    ).toMatchObject({ code: 0 });
    change(root, (text) => text.replace('## Activité\n', '## Activité à ma façon\n'));
    writeFiles(root, { [SECOND]: second() });
    const before = read(root, 'records/syntheses/annee-2022.md');
    expect(await refresh(root)).toMatchObject({ code: 1, stdout: '' });
    expect(read(root, 'records/syntheses/annee-2022.md')).toBe(before);
    expect(await refresh(root, 'annee-2022')).toMatchObject({ code: 0 });
    expect(read(root, 'records/syntheses/annee-2022.md')).not.toBe(before);
  });

  test('a record with an error stops it, and --partial goes on', async () => {
    const root = await keep();
    writeFiles(root, { [SECOND]: second().replace('sujet:', 'sujets:') });
    const before = read(root);
    const stopped = await refresh(root);
    expect(stopped).toMatchObject({ code: 1, stdout: '' });
    expect(stopped.stderr).toContain('cle-inconnue');
    expect(read(root)).toBe(before);
    expect(await check(root)).toEqual([]);
    expect(await refresh(root, '--partial')).toMatchObject({ code: 0 });
    expect(read(root)).toContain(WORDS);
  });

  test.each<[string, string[], RegExp]>([
    [
      'another selection',
      ['--annee', '2022', '--output', FILE],
      /est la synthèse d’une autre sélection, que dit son en-tête : elle n’a pas été touchée/,
    ],
    ['another format', ['--prs', '2018-2022', '--format', 'html', '--output', FILE], /Une fiche est en Markdown/],
    [
      'another ending',
      ['--prs', '2018-2022', '--output', 'records/syntheses/a.docx'],
      /ne tient que des fiches, dont le nom finit par \.md/,
    ],
    [
      'a name that is no id',
      ['--prs', '2018-2022', '--output', 'records/syntheses/Été 2022.md'],
      /ne peut pas nommer une fiche/,
    ],
    [
      'the id of another record',
      ['--prs', '2018-2022', '--output', 'records/syntheses/essai.md'],
      /est déjà celui de « records\/projets\/essai\.md »/,
    ],
    [
      'a folder of other records',
      ['--prs', '2018-2022', '--output', 'records/prs/a.md'],
      /est la place des fiches et des réglages/,
    ],
    [
      'no record of that name',
      ['--refresh', 'prs-2018-2023'],
      /Aucune fiche ne se nomme « prs-2018-2023 » ; la plus proche est/,
    ],
    ['a record of another type', ['--refresh', 'essai'], /est du type « projet », et non une synthèse/],
    [
      'a refresh with a selection',
      ['--refresh', '--prs', '2018-2022'],
      /--refresh prend ce que dit l’en-tête de la fiche, et ne se combine pas avec --prs/,
    ],
    ['a refresh with an output', ['--refresh', '--output', 'a.md'], /ne se combine pas avec --output/],
    ['a word alone', ['prs-2018-2022'], /« --refresh prs-2018-2022 » renouvelle une synthèse gardée/],
    ['a dry run of nothing', ['--prs', '2018-2022', '--dry-run'], /--dry-run montre ce que --refresh changerait/],
    [
      'a record with a selection',
      ['--fiche', 'prs-2018-2022', '--annee', '2022'],
      /--fiche prend ce que dit l’en-tête/,
    ],
    [
      'a record as JSON',
      ['--fiche', 'prs-2018-2022', '--format', 'json'],
      /ne tient que des chiffres, sans votre texte/,
    ],
    ['a record printed over records', ['--fiche', 'prs-2018-2022', '--output', FILE], /est la place des fiches/],
    ['a Word file on a terminal', ['--fiche', 'essai', '--format', 'docx'], /est du type « projet »/],
  ])('%s is refused by a sentence', async (_, words, sentence) => {
    const root = await keep();
    const before = readdirSync(root, { recursive: true }).sort();
    const text = read(root);
    const { code, stdout, stderr } = await runCops(['report', ...words], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before);
    expect(read(root)).toBe(text);
  });

  test('a workspace that keeps none says how to make one', async () => {
    const root = makeWorkspace({ [FIRST]: atelier() });
    const { code, stderr } = await refresh(root);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '« cops report --prs 2018-2022 --output records/syntheses/prs-2018-2022.md » en fait une.',
    );
  });

  test('cops new sends to cops report', async () => {
    const root = makeWorkspace();
    const { code, stderr } = await runCops(['new', 'synthese', '--titre', 'Une synthèse'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('« cops report --prs 2018-2022 --output records/syntheses/prs-2018-2022.md » la fait');
    expect(existsSync(join(root, 'records/syntheses'))).toBe(false);
  });
});

test('a summary does not go among the records of another workspace', async () => {
  const here = makeWorkspace({ [FIRST]: atelier() });
  const there = makeWorkspace({ [FIRST]: atelier() });
  const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', FILE, '-C', there], {
    cwd: here,
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Le chemin de --output part du dossier courant, et non de celui de -C.');
  expect(existsSync(join(here, FILE))).toBe(false);
});

describe('from it, every format', () => {
  const OWN = [
    '',
    '# Mon analyse',
    '',
    'Des **mots** et un [site](https://exemple.invalid), 42 fois. Voir [l’atelier](../ateliers/2022/2022-03-14-premier.md).',
    '',
    '| Priorité | Avis |',
    '| --- | --- |',
    '| Une | bon <b>avis</b> |',
    '',
    '##### Détail',
    '',
    '![Une photo](photo.png) prise par prenom.nom@exemple.invalid[^1]',
    '',
    '[^1]: Une note de bas de page.',
    '',
    '<!-- NOTE À MOI -->',
    '',
    '## Notes internes',
    '',
    'RIEN DE CECI.',
    '',
  ].join('\n');

  test.each(['md', 'html', 'docx'])(
    '%s prints what she wrote with what is computed, and not her notes',
    async (format) => {
      const root = await keep({ words: OWN });
      const { code, stderr } = await runCops(['report', '--fiche', 'prs-2018-2022', '--output', `out/a.${format}`], {
        cwd: root,
      });
      expect(code).toBe(0);
      expect(stderr.split('\n').filter(Boolean).sort()).toEqual([
        'Des balises HTML sont imprimées comme du texte, telles qu’elles sont écrites.',
        'Les notes internes de la fiche ne sont pas imprimées.',
        `Synthèse écrite dans « out/a.${format} ».`,
        'Une image n’est pas imprimée : le texte qui la décrit l’est à sa place, entre crochets.',
      ]);
      const printed = textOf(join(root, `out/a.${format}`), format);
      for (const said of ['Mon analyse', 'mots', 'Une photo', 'Détail', 'Note 1', '1 atelier'])
        expect(printed).toContain(said);
      for (const hidden of [
        'NOTE À MOI',
        'RIEN DE CECI',
        'Notes internes',
        'cops:calcul',
        'cops:fin',
        'prenom.nom',
        'photo.png',
        'validation: brouillon',
      ])
        expect(printed).not.toContain(hidden);
      expect(printed).toMatch(
        format === 'md' ? /\.\.\/records\/ateliers\/2022\/2022-03-14-premier\.md/ : /2022-03-14-premier\.md/,
      );
      const again = readFileSync(join(root, `out/a.${format}`));
      await runCops(['report', '--fiche', FILE, '--output', `out/a.${format}`], { cwd: root });
      expect(readFileSync(join(root, `out/a.${format}`)).equals(again)).toBe(true);
      const verified = await runCops(['verify', `out/a.${format}`], { cwd: root });
      expect(verified).toMatchObject({ code: 0, stderr: '' });
      expect(verified.stdout).toContain('Mon analyse');
      expect(verified.stdout).toContain('Ce document tient.');
    },
  );

  test.skipIf(!hasPdfTools)('a PDF that assistive technology reads', async () => {
    const root = await keep({ words: OWN });
    expect(await runCops(['report', '--fiche', 'prs-2018-2022', '--output', 'a.pdf'], { cwd: root })).toMatchObject({
      code: 0,
    });
    const words = readWords(join(root, 'a.pdf'));
    for (const said of ['Mon analyse', '[Une photo]', 'Détail', 'Note 1', 'bon <b>avis</b>'])
      expect(words).toContain(said);
    expect(words).not.toMatch(/NOTE À MOI|RIEN DE CECI|prenom\.nom/);
    expect(ask('pdfinfo', join(root, 'a.pdf'))).toMatch(/Tagged: +yes/);
  });

  test('one title, and headings that leap over no level', async () => {
    const root = await keep({ words: OWN });
    const { stdout } = await runCops(['report', '--fiche', 'prs-2018-2022', '--format', 'html'], { cwd: root });
    const levels = [...stdout.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  test('what she reread is what is printed, and a warning says that it is out of date', async () => {
    const root = await keep();
    writeFiles(root, { [SECOND]: second() });
    const { code, stdout, stderr } = await runCops(['report', '--fiche', 'prs-2018-2022'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('[1 atelier](#preuve-activite-ateliers)');
    expect(stderr).toContain(
      'Cette synthèse n’est plus à jour (« cops check » dit en quoi) : elle est imprimée telle qu’elle est.',
    );
    const html = await runCops(['report', '--fiche', 'prs-2018-2022', '--format', 'html'], { cwd: root });
    expect(html.stdout).toContain('data-figure="activite.ateliers"');
    expect(html.stdout).not.toContain('Second atelier');
  });

  test('a block that was changed by hand is printed, and named', async () => {
    const root = await keep();
    change(root, (text) => text.replace('## Activité\n', '## Activité\n\nMon avis.\n'));
    const { stdout, stderr } = await runCops(['report', '--fiche', 'prs-2018-2022'], { cwd: root });
    expect(stdout).toContain('Mon avis.');
    expect(stderr).toMatch(/le bloc « activite » a été changé à la main ; il est imprimé tel qu’il est\./);
  });

  test('cops verify reads the record itself', async () => {
    const root = await keep();
    const { code, stdout } = await runCops(['verify', FILE], { cwd: root });
    expect(stdout).toContain('Ce document tient.');
    expect(stdout).toContain('Mon analyse');
    expect(code).toBe(0);
    writeFiles(root, { [SECOND]: second() });
    const later = await runCops(['verify', FILE], { cwd: root });
    expect(later.code).toBe(1);
    expect(later.stdout).toContain('1 alors, 2 maintenant');
  });

  test.each(['md', 'html', 'docx'])('cops verify misses no block that she took out, in %s', async (format) => {
    const root = await keep();
    change(root, (text) => text.replace(/<!-- cops:calcul suites[\s\S]*?<!-- cops:fin suites -->\n\n/, ''));
    const printed = `out/a.${format}`;
    expect(await runCops(['report', '--fiche', 'prs-2018-2022', '--output', printed], { cwd: root })).toMatchObject({
      code: 0,
    });
    for (const file of [FILE, printed]) {
      const { code, stdout } = await runCops(['verify', file], { cwd: root });
      expect(stdout).toContain('Ce document tient.');
      expect(stdout).not.toContain('suites');
      expect(code).toBe(0);
    }
    change(root, (text) => text.replace('[1 atelier](#preuve-activite-ateliers)', '1 atelier'));
    expect(await runCops(['verify', FILE], { cwd: root })).toMatchObject({ code: 1 });
  });
});

/** The words of a printed document. */
function textOf(path: string, format: string): string {
  if (format !== 'docx') return readFileSync(path, 'utf8');
  const parts = unzipSync(readFileSync(path));
  return Object.entries(parts)
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([, part]) => strFromU8(part).replace(/<\/w:t>.*?<w:t[^>]*>/g, ''))
    .join('\n');
}

describe('nothing internal leaves', () => {
  const INTERNAL = 'records/ateliers/2022/2022-04-01-cache.md';
  const internal = () => atelier({ header: 'titre: Atelier secret inventé\ndate: 2022-04-01\ndiffusion: interne' });
  const print = (cwd: string, ...more: string[]) => runCops(['report', '--fiche', 'prs-2018-2022', ...more], { cwd });

  test('an internal record prints with --interne alone, marked', async () => {
    const root = await keep({ diffusion: 'partageable' });
    change(root, (text) => text.replace('diffusion: partageable', 'diffusion: interne'));
    const refused = await print(root);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('est interne : ajoutez --interne pour un document qui reste au centre.');
    const { code, stdout } = await print(root, '--interne');
    expect(code).toBe(0);
    expect(stdout).toContain('> **Usage interne.** Ce document ne doit pas quitter le centre.');
  });

  test('blocks that show internal records never leave, whatever diffusion says', async () => {
    const root = makeWorkspace({ [FIRST]: atelier(), [INTERNAL]: internal() });
    expect(await make(root, '--interne')).toMatchObject({ code: 0 });
    expect(read(root)).toContain('\ninterne: true\ndiffusion: interne\n');
    change(root, (text) => text.replace('diffusion: interne', 'diffusion: partageable'));
    const { code, stdout, stderr } = await print(root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('et retirez « interne », puis « cops report --refresh »');
    change(root, (text) => text.replace('interne: true\n', ''));
    const again = await print(root);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('Ses blocs ont été calculés avec les fiches internes');
    expect((await print(root, '--interne')).stdout.match(/Usage interne/g)).toHaveLength(1);
    expect(await refresh(root)).toMatchObject({ code: 0 });
    const { stdout: sent } = await print(root);
    expect(sent).toContain('2 ateliers');
    expect(sent).not.toMatch(/secret|Camille|Usage interne/);
  });

  test.each<[string, (root: string) => void, RegExp]>([
    [
      'a record that has become internal',
      (root) => change(root, (text) => text.replace('diffusion: partageable', 'diffusion: interne'), FIRST),
      /Ses blocs montrent « records\/ateliers\/2022\/2022-03-14-premier\.md », qui n’est pas partageable, ou ne l’est plus/,
    ],
    ['a record that is no more', (root) => rmSync(join(root, FIRST)), /qui n’est plus là : « cops report --refresh »/],
    [
      'the title of an internal record in her words',
      (root) => change(root, (text) => text.replace('mots à moi', 'atelier  SECRET inventé')),
      /Votre texte nomme la fiche interne « 2022-04-01-cache »/,
    ],
    [
      'the same inside a block that she changed',
      (root) => change(root, (text) => text.replace('## Activité\n', '## Activité\n\nAtelier secret inventé.\n')),
      /nomme la fiche interne/,
    ],
    [
      'its id in a link',
      (root) => change(root, (text) => text.replace('mots à moi', '[x](../ateliers/2022/2022-04-01-cache.md)')),
      /nomme la fiche interne/,
    ],
    [
      'a facilitator who has not agreed',
      (root) => change(root, (text) => text.replace('mots à moi', 'Camille Fictive')),
      /nomme Camille Fictive, qui n’a pas donné son accord/,
    ],
    ...[
      'Fictive Camille',
      'Fictive, Camille',
      'Camille&nbsp;Fictive',
      'Camille Fic*ti*ve',
      'Camille-Fictive',
      'Camille Fic\u00adtive',
      '`<!--` Camille Fictive `-->`',
      '[elle](https://exemple.invalid/camille-fictive)',
    ].map((said): [string, (root: string) => void, RegExp] => [
      `her name as ${said}`,
      (root) => change(root, (text) => text.replace('mots à moi', said)),
      /nomme Camille Fictive, qui n’a pas donné son accord/,
    ]),
    [
      'her name in the title',
      (root) => change(root, (text) => text.replace(/titre: .*/, 'titre: Le bilan de Camille Fictive')),
      /nomme Camille Fictive/,
    ],
    [
      'an internal contrat',
      (root) => {
        writeFiles(root, {
          'records/contrats/tu-2022.md': contrat({ header: 'titre: Pacte caché\ndiffusion: interne' }),
        });
        change(root, (text) => text.replace('mots à moi', 'le *pacte* caché'));
      },
      /nomme la fiche interne « tu-2022 »/,
    ],
    [
      'an internal record with an error',
      (root) => {
        writeFiles(root, { 'records/projets/projet-tu.md': 'sans en-tête\n' });
        change(root, (text) => text.replace('mots à moi', 'projet-tu'));
      },
      /nomme la fiche interne « projet-tu »/,
    ],
    [
      'its id in a block that was computed',
      (root) =>
        change(root, (text) => {
          const [, name = '', content = ''] =
            /<!-- cops:calcul (suites) \w+ -->\n\n([\s\S]*?)\n\n<!-- cops:fin suites/.exec(text) ?? [];
          const spoilt = `${content} 2022-04-01-cache`;
          return (
            text.replace(content, spoilt).replace(/(cops:calcul suites) \w+/, `$1 ${hashBlock(spoilt)}`) +
            (name ? '' : '?')
          );
        }),
      /Ses blocs nomment la fiche interne « 2022-04-01-cache »/,
    ],
  ])('%s stops it', async (_, spoil, sentence) => {
    const root = await keep({ files: { [INTERNAL]: internal() } });
    expect(await print(root)).toMatchObject({ code: 0 });
    spoil(root);
    const { code, stdout, stderr } = await print(root, '--output', 'a.md');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(existsSync(join(root, 'a.md'))).toBe(false);
    expect(await print(root, '--interne')).toMatchObject({ code: 0 });
  });

  test('an internal record is counted in its blocks and never shown there', async () => {
    const root = await keep({ files: { [INTERNAL]: internal() } });
    expect(read(root)).toContain('[2 ateliers](#preuve-activite-ateliers)');
    expect(read(root)).not.toMatch(/secret|2022-04-01|cache/);
  });
});

describe('elsewhere in cops', () => {
  test('it is counted by check, listed by its type alone, shown with her words, and counted in no figure', async () => {
    const root = await keep();
    const checked = await runCops(['check'], { cwd: root });
    expect(checked.stderr).toContain('et 1 synthèse ;');
    const { stdout: plain } = await runCops(['list', '--format', 'json'], { cwd: root });
    expect(plain).not.toContain('prs-2018-2022"');
    const { stdout: asked } = await runCops(['list', '--type', 'synthese', '--format', 'json'], { cwd: root });
    expect((JSON.parse(asked) as { fiches: { id: string }[] }).fiches.map(({ id }) => id)).toEqual(['prs-2018-2022']);
    const shown = await runCops(['show', 'prs-2018-2022'], { cwd: root });
    expect(shown.stdout).toContain('Mon analyse');
    expect(shown.stdout).toMatch(/bloc calculé : activite \(lignes \d+ à \d+\)/);
    expect(shown.stdout).not.toContain('note à moi');
    const sent = await runCops(['show', 'prs-2018-2022', '--shared'], { cwd: root });
    expect(sent).toMatchObject({ code: 2, stdout: '' });
    const { stdout: after } = await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd: root });
    rmSync(join(root, 'records/syntheses'), { recursive: true });
    const { stdout: without } = await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd: root });
    expect(after).toBe(without);
  });

  test('one whose marks or header are faulty stops no summary', async () => {
    const root = await keep();
    change(root, (text) => text.replace('titre:', 'titres:').replace('<!-- cops:fin activite -->\n', ''));
    mkdirSync(join(root, 'records/syntheses/vieux'));
    writeFiles(root, { 'records/syntheses/vieux/illisible.md': 'sans en-tête\n' });
    expect(await runCops(['report', '--prs', '2018-2022'], { cwd: root })).toMatchObject({ code: 0, stderr: '' });
  });

  test('what is computed may be long and full of links; what she writes is bounded', async () => {
    const root = await keep();
    const links = '[1](#a) '.repeat(160_000);
    change(root, (text) => text.replace('## Activité\n', `## Activité\n\n${links}\n`));
    expect(await check(root)).toEqual([]);
    change(root, (text) => text.replace(links, '').replace(WORDS, '\nmot mot mot.\n'.repeat(90_000)));
    expect(await check(root)).toEqual([expect.stringContaining('fichier-trop-gros Le texte écrit entre les blocs')]);
  });

  test('a shell completes its name', async () => {
    const root = await keep();
    for (const option of ['--fiche', '--refresh']) {
      const { stdout } = await runCops(['complete', '--', 'report', option, ''], { cwd: root });
      expect(stdout).toContain('prs-2018-2022\n');
      expect(stdout).not.toContain('2022-03-14-premier');
    }
  });

  test('explain says where words go', async () => {
    const { stdout } = await runCops(['explain', 'synthese'], { cwd: makeWorkspace() });
    expect(stdout).toContain('Il va entre les blocs calculés');
    expect(stdout).not.toContain('Sections du texte');
  });
});

describe('pictures of a kept summary', () => {
  const kept = 'records/syntheses/prs-2018-2022.md';

  async function keepRegion(): Promise<string> {
    const top = makeFolder();
    cpSync('records/themes', join(top, 'records/themes'), { recursive: true });
    cpSync('examples/region-fictive', join(top, 'examples/region'), { recursive: true });
    const root = join(top, 'examples/region');
    await runCops(['report', '--prs', '2018-2022', '--output', kept], { cwd: root });
    change(root, (text) => text.replace('diffusion: interne', 'diffusion: partageable'), kept);
    return root;
  }

  test('keep their places in the record, and are drawn in each format that shows them', async () => {
    const root = await keepRegion();
    const places = readFileSync(join(root, kept), 'utf8').match(/^<!-- image : [\w.-]+ -->$/gm) ?? [];
    expect(places).toContain('<!-- image : themes -->');
    expect(places.length).toBe(5);
    for (const format of ['html', 'md']) {
      const { stdout, stderr } = await runCops(['report', '--fiche', 'prs-2018-2022', '--format', format], {
        cwd: root,
      });
      expect(stderr).toBe('');
      expect(stdout).not.toContain('image :');
      expect(stdout.match(/<figure/g)?.length ?? 0).toBe(format === 'html' ? places.length : 0);
    }
  });

  test('are not drawn once the records changed: they would show other figures', async () => {
    const root = await keepRegion();
    change(
      root,
      (text) => text.replace(/ #temps-de-consultation/g, ''),
      'records/ateliers/2018/2018-10-09-annonce-diabete.md',
    );
    const { stdout, stderr } = await runCops(['report', '--fiche', 'prs-2018-2022', '--format', 'html'], { cwd: root });
    expect(stdout).not.toContain('<figure');
    expect(stderr).toContain('Les images ne sont pas dessinées');
  });
});
