import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { unmark } from '../support/marked.ts';
import { makeFolder, makeWorkspace, type Ran, runCops, writeFiles } from '../support/run-cops.ts';

const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const PROJET = 'records/projets/essai.md';
const ESC = '\u001b';
const BODY = '## Situation\n\n## Synthèse\n\n';

interface Shown {
  readonly version: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly message: string;
  }[];
}

async function checkJson(cwd: string, ...paths: string[]): Promise<Ran & { shown: Shown }> {
  const ran = await runCops(['check', '--format', 'json', ...paths], { cwd });
  return { ...ran, shown: JSON.parse(ran.stdout) as Shown };
}

async function codesIn(cwd: string): Promise<string[]> {
  const { shown } = await checkJson(cwd);
  return shown.diagnostics.map(({ code, file }) => `${file} ${code}`);
}

describe('a workspace without a fault', () => {
  test('prints nothing, says how many records of each type were looked at, and ends with 0', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier(), [PROJET]: projet() });
    const themes = readdirSync('records/themes').length;
    expect(await runCops(['check'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: `Vérifié : 1 atelier, 1 projet, ${themes} thèmes et 2 PRS ; aucune faute.\n`,
    });
  });

  test('is this repository’s own', async () => {
    const ran = await runCops(['check'], { cwd: '.' });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toMatch(/^Vérifié : 1 atelier, 1 projet, 15 thèmes et 2 PRS ; aucune faute\.\n$/);
  });

  test('a type without a record is said too, so that nothing is silent', async () => {
    const { stderr } = await runCops(['check'], { cwd: makeWorkspace() });
    expect(stderr).toContain('0 atelier, 0 projet,');
  });
});

describe('text, where it is no terminal', () => {
  test('is one line a fault, as other programs read it', async () => {
    const cwd = makeWorkspace({
      [ATELIER]: atelier({ header: 'titre: Atelier : le partenariat' }),
      [PROJET]: projet({ header: 'statut: termine\nlieu: a' }),
    });
    const ran = await runCops(['check'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout.split('\n')).toEqual([
      `${ATELIER}:3:8: erreur : Cette valeur contient « : », qui annonce une clé : mettez toute la valeur entre guillemets droits, ou alignez la ligne avec ses voisines. Écrivez : titre: "Atelier : le partenariat" [yaml-syntaxe]`,
      `${PROJET}:8:9: erreur : Ce projet est dit terminé, mais il n’a pas de date de fin : ajoutez la clé « fin », aussi vague soit-elle (fin: 2023). [termine-sans-fin]`,
      expect.stringMatching(
        /^records\/projets\/essai\.md:14:1: erreur : La clé « lieu » n’existe pas ici ; .* \[cle-inconnue\]$/,
      ),
      '',
    ]);
    expect(ran.stderr).toMatch(/^Vérifié : 1 atelier, 1 projet, .* ; 3 erreurs\.\n$/);
  });

  test('warnings alone end with 0', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'lieu:' }) });
    const ran = await runCops(['check'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/: avertissement : .* \[valeur-vide\]\n$/);
    expect(ran.stderr).toMatch(/ ; 1 avertissement\.\n$/);
  });

  test('errors and warnings are both counted', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'lieu:\nduree_min:\ndiffusion: a' }) });
    expect((await runCops(['check'], { cwd })).stderr).toMatch(/ ; 1 erreur et 2 avertissements\.\n$/);
  });

  test('has no colour', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'diffusion: a' }) });
    const ran = await runCops(['check'], { cwd });
    expect(ran.stdout + ran.stderr).not.toContain(ESC);
  });
});

describe('text, in a terminal', () => {
  const plain = { NO_COLOR: '1' };

  test('shows the line and a caret under the place', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ body: `${BODY}- Un. #temps-de-consultaton\n` }) });
    const { stdout, stderr } = await runCops(['check'], { cwd, columns: 80, env: plain });
    expect(stdout).toBe(
      [
        ATELIER,
        '',
        '  erreur ligne 23, colonne 7 theme-inconnu',
        '  Le thème « temps-de-consultaton » est absent de la grille ; le plus proche est',
        '  « temps-de-consultation ».',
        '  23 │ - Un. #temps-de-consultaton',
        '     │       ^^^^^^^^^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    );
    expect(stderr).toMatch(/; 1 erreur\.\n$/);
  });

  const PLACES: [string, string, string][] = [
    ['a short line', atelier({ body: `${BODY}Un. ⟦#xylophone⟧\n` }), '#xylophone'],
    [
      'the end of a long line',
      atelier({ body: `${BODY}${'Un constat inventé. '.repeat(20)}⟦#xylophone⟧\n` }),
      '#xylophone',
    ],
    [
      'the middle of a long line',
      atelier({ body: `${BODY}${'Un constat. '.repeat(20)}⟦#mot⟧ ${'et encore '.repeat(20)}\n` }),
      '#mot',
    ],
    ['wide characters before it', atelier({ body: `${BODY}日本語 👍🏽 e\u0301 Un. ⟦#xylophone⟧\n` }), '#xylophone'],
    [
      'many wide characters before it',
      atelier({ body: `${BODY}${'日本語👍'.repeat(20)} ⟦#xylophone⟧\n` }),
      '#xylophone',
    ],
    ['a tab before it', atelier({ body: `${BODY}-\tUn.\t⟦#xylophone⟧\n` }), '#xylophone'],
    [
      'a place longer than the line',
      atelier({ body: `${BODY}Un. ⟦#${'xylophone-'.repeat(20)}a⟧\n` }),
      '#xylophone-xylophone',
    ],
    [
      'a place longer than the line, of wide signs',
      atelier({ body: `${BODY}Un. ⟦#${'語'.repeat(100)}⟧\n` }),
      '#語語語語',
    ],
    ['a value of several lines', atelier({ header: 'diffusion: ⟦un\n  deux⟧' }), 'un'],
    ['a key', atelier().replace('\nprs:', '\n⟦lieux⟧: a\nprs:'), 'lieux'],
  ];

  test.each(PLACES.flatMap((place) => [40, 80, 120].map((columns) => [columns, ...place] as const)))(
    'at %i columns nothing is wider, and the caret stands under its place: %s',
    async (columns, _, marked, awaited) => {
      const { text } = unmark(marked);
      const cwd = makeWorkspace({ [ATELIER]: text });
      const { stdout } = await runCops(['check'], { cwd, columns, env: plain });
      const lines = stdout.split('\n');
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      const at = lines.findIndex((line) => /│ +\^+$/.test(line));
      expect(above(lines[at - 1] ?? '', lines[at] ?? '')).toMatch(new RegExp(`^${awaited}`));
    },
  );

  test('a very narrow terminal is written as one of 40 columns', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'diffusion: public' }) });
    const at = async (columns: number) => (await runCops(['check'], { cwd, columns, env: plain })).stdout;
    expect(await at(10)).toBe(await at(40));
  });

  test('a fault of a file as a whole shows no line', async () => {
    const cwd = makeWorkspace({ [ATELIER]: '' });
    const { stdout } = await runCops(['check'], { cwd, columns: 80, env: plain });
    expect(stdout).toBe(
      [
        ATELIER,
        '',
        '  erreur ligne 1, colonne 1 fichier-vide',
        '  Ce fichier est vide : écrivez la fiche, ou supprimez-le.',
        '',
      ].join('\n'),
    );
  });

  test('files are named once, apart from each other', async () => {
    const cwd = makeWorkspace({
      [ATELIER]: atelier({ header: 'diffusion: a\nprs: b' }),
      [PROJET]: projet({ header: 'statut: a' }),
    });
    const { stdout } = await runCops(['check'], { cwd, columns: 80, env: plain });
    expect(stdout.split(ATELIER)).toHaveLength(2);
    expect(stdout).toContain(`\n\n${PROJET}\n\n  erreur`);
  });

  test('is coloured by weight, and NO_COLOR or a plain terminal takes the colours away', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'diffusion: a\nlieu:' }) });
    const coloured = await runCops(['check'], { cwd, columns: 80 });
    expect(coloured.stdout).toContain(`${ESC}[31m`);
    expect(coloured.stdout).toContain(`${ESC}[33m`);
    expect(coloured.stderr).toContain(`${ESC}[31m`);
    const without = await runCops(['check'], { cwd, columns: 80, env: plain });
    expect(without.stdout + without.stderr).not.toContain(ESC);
    expect(stripColours(coloured.stdout)).toBe(without.stdout);
    expect((await runCops(['check'], { cwd, columns: 80, env: { TERM: 'dumb' } })).stdout).toBe(without.stdout);
  });

  test('French signs do not begin a line', async () => {
    const cwd = makeWorkspace({
      [ATELIER]: atelier({ header: 'diffusion: a\nprs: b\ntitre: Un : deux' }),
      [PROJET]: projet({ header: 'statut: a' }),
    });
    const { stdout } = await runCops(['check'], { cwd, columns: 40, env: plain });
    for (const line of stdout.split('\n')) expect(line).not.toMatch(/^ *[»:;!?]|«$/);
  });
});

describe('json', () => {
  test('has exactly these keys, with UTF-16 columns from 1 and an exclusive end', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ body: `${BODY}👍 Un. #xylophone\n` }) });
    const { code, stdout, stderr, shown } = await checkJson(cwd);
    expect(shown).toEqual({
      version: 1,
      counts: { atelier: 1, projet: 0, theme: readdirSync('records/themes').length, prs: 2 },
      diagnostics: [
        {
          code: 'theme-inconnu',
          severity: 'error',
          file: ATELIER,
          line: 23,
          column: 8,
          endLine: 23,
          endColumn: 18,
          message: expect.stringContaining('xylophone'),
        },
      ],
    });
    expect(Object.keys(shown)).toEqual(['version', 'counts', 'diagnostics']);
    expect(code).toBe(1);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stderr).toMatch(/^Vérifié : .* ; 1 erreur\.\n$/);
  });

  test('is written where there is no fault, and is the same in a terminal', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier() });
    const { code, stdout, shown } = await checkJson(cwd);
    expect([code, shown.diagnostics]).toEqual([0, []]);
    expect((await runCops(['check', '--format', 'json'], { cwd, columns: 80 })).stdout).toBe(stdout);
  });
});

describe('paths restrict what is shown, while references are resolved against the whole workspace', () => {
  const files = {
    [ATELIER]: atelier({ body: `${BODY}Un. #perennisation\n` }),
    'records/ateliers/2022/2022-04-01-autre.md': atelier({ header: 'date: 2022-04-01\ndiffusion: a' }),
    'records/ateliers/2022-bis/2022-05-01-a.md': atelier({ header: 'date: 2022-05-01\ndiffusion: a' }),
    [PROJET]: projet({ header: 'statut: a' }),
  };

  test.each([
    ['a file', [ATELIER], 0, '1 atelier, 0 projet, 0 thème et 0 PRS ; aucune faute'],
    [
      'a folder, and not one that only begins alike',
      ['records/ateliers/2022'],
      1,
      '2 ateliers, 0 projet, 0 thème et 0 PRS ; 1 erreur',
    ],
    ['a folder with a slash', ['records/ateliers/2022/'], 1, '2 ateliers'],
    ['two paths', [PROJET, 'records/ateliers/2022-bis'], 1, '1 atelier, 1 projet, 0 thème et 0 PRS ; 2 erreurs'],
    ['the same twice', [PROJET, PROJET], 1, '1 projet, 0 thème et 0 PRS ; 1 erreur'],
    ['everything', ['.'], 1, '3 ateliers, 1 projet'],
  ])('%s', async (_, paths, code, said) => {
    const ran = await runCops(['check', ...paths], { cwd: makeWorkspace(files) });
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
  });

  test('paths are read from where one stands, and shown from the top of the workspace', async () => {
    const cwd = makeWorkspace(files);
    const { shown } = await checkJson(join(cwd, 'records', 'projets'), 'essai.md');
    expect(shown.diagnostics.map(({ file }) => file)).toEqual([PROJET]);
  });

  test.each([
    [
      'a path that is not there',
      ['records/ateliers/2022/2022-03-14-esai.md'],
      'Le chemin « records/ateliers/2022/2022-03-14-esai.md » n’existe pas',
    ],
    ['a path below a file', [`${ATELIER}/a`], 'n’existe pas'],
    ['a path outside the workspace', ['..'], 'Le chemin « .. » est hors de l’espace de travail.'],
    ['a place without a record', ['cops.yaml'], 'Aucune fiche à cet endroit (cops.yaml) : rien n’a été vérifié.'],
    ['an empty folder', ['records/vide'], 'Aucune fiche à cet endroit'],
    ['a README', ['records/README.md'], 'Aucune fiche à cet endroit'],
  ])('%s is a wrong request', async (_, paths, said) => {
    const cwd = makeWorkspace({ ...files, 'cops.yaml': 'nom: a\n', 'records/README.md': '# a' });
    mkdirSync(join(cwd, 'records', 'vide'));
    const ran = await runCops(['check', ...paths], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^cops : /);
    expect(ran.stderr).toContain(said);
  });

  test('a folder whose name begins with two dots is inside', async () => {
    const cwd = makeWorkspace({ 'records/projets/..suite/a.md': projet() });
    expect((await runCops(['check', join('records', 'projets')], { cwd })).stderr).not.toContain('hors de');
    writeFiles(cwd, { '..b/c.md': 'a' });
    expect((await runCops(['check', '..b'], { cwd })).stderr).toContain('Aucune fiche à cet endroit');
  });

  test('a dangling link that is named is told, not denied', async () => {
    const cwd = makeWorkspace({ [PROJET]: projet() });
    symlinkSync('nulle-part.md', join(cwd, 'records', 'projets', 'lien.md'));
    const ran = await runCops(['check', 'records/projets/lien.md'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('le lien ne mène à aucun fichier');
  });
});

describe('the workspace', () => {
  test('is the nearest folder upwards', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier() });
    expect((await runCops(['check'], { cwd: join(cwd, 'records', 'ateliers', '2022') })).stderr).toContain(
      '1 atelier,',
    );
  });

  test.each(['-C', '--directory'])('or the one that %s gives, from where one stands', async (option) => {
    const cwd = makeWorkspace({ [ATELIER]: atelier() });
    expect((await runCops(['check', option, 'records/prs'], { cwd })).stderr).toContain('1 atelier,');
    expect((await runCops(['check', option, cwd], { cwd: makeFolder() })).stderr).toContain('1 atelier,');
  });

  test('none is a wrong request, which names « cops init »', async () => {
    const ran = await runCops(['check'], { cwd: makeFolder() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^cops : Aucun espace de travail ici .*« cops init ».*-C\.\n$/);
  });

  test.each([
    ['nulle-part', 'n’existe pas : donnez à -C le chemin d’un dossier.'],
    [ATELIER, 'est un fichier, et non un dossier'],
  ])('-C %s is a wrong request', async (path, said) => {
    const ran = await runCops(['check', '-C', path], { cwd: makeWorkspace({ [ATELIER]: atelier() }) });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
  });

  test.each([
    ['cops.yaml and no records', { 'cops.yaml': 'nom: a\n' }],
    ['an empty records/', { 'records/.gitkeep': '' }],
    ['a README alone', { 'records/README.md': '# a\n', 'records/ateliers/README.md': '# b\n' }],
    ['files that are none', { 'records/ateliers/notes.txt': 'a', 'records/ateliers/.cache.md': 'a' }],
  ])('%s is never a green run of nothing', async (_, files) => {
    const cwd = makeFolder();
    writeFiles(cwd, files);
    for (const format of ['text', 'json']) {
      const ran = await runCops(['check', '--format', format], { cwd });
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('Cet espace ne contient aucune fiche : rien n’a été vérifié.');
    }
  });

  test('a `.md` that belongs to no type is an error, and is counted', async () => {
    const cwd = makeFolder();
    writeFiles(cwd, { 'records/notes/a.md': '---\ntitre: a\n---\n' });
    const { code, stderr, shown } = await checkJson(cwd);
    expect([code, shown.counts.autre]).toEqual([1, 1]);
    expect(shown.diagnostics.map(({ code }) => code)).toEqual(['type-inconnu']);
    expect(stderr).toContain('0 PRS et 1 fichier sans type ; 1 erreur.');
  });

  test.each([
    ['a.MD', 'Renommez-le « a.md ».'],
    ['a.markdown', 'Renommez-le « a.md ».'],
    ['a.md.txt', 'Renommez-le « a.md ».'],
  ])('%s is an error, since no figure counts it', async (name, said) => {
    const cwd = makeWorkspace({ [`records/ateliers/${name}`]: atelier() });
    const { code, shown } = await checkJson(cwd);
    expect(code).toBe(1);
    expect(shown.diagnostics).toMatchObject([
      { code: 'extension', severity: 'error', file: `records/ateliers/${name}`, line: 1, column: 1 },
    ]);
    expect(shown.diagnostics[0]?.message).toContain(said);
  });

  test('a README.md is no record, in any folder', async () => {
    const cwd = makeWorkspace({
      [ATELIER]: atelier(),
      'records/README.md': '# a\n',
      'records/ateliers/2022/README.md': '# b\n',
    });
    expect(await codesIn(cwd)).toEqual([]);
  });
});

describe('cops.yaml', () => {
  test.each([
    ['an unknown key', 'nom: a\nregions: b\n', 'cops.yaml:2:1', 'la plus proche est « region »', 'cle-inconnue'],
    ['an unknown key without a value', 'regions:\n', 'cops.yaml:1:1', 'la plus proche est « region »', 'cle-inconnue'],
    ['a number too small', 'seuils: { recurrence: 1 }\n', 'cops.yaml:1:23', 'au moins 2', 'valeur-inattendue'],
    [
      'a word for a number',
      'seuils:\n  recurrence: trois\n',
      'cops.yaml:2:15',
      'un nombre entier',
      'valeur-inattendue',
    ],
    [
      'YAML that does not read',
      'nom: Centre : Occitanie\n',
      'cops.yaml:1:6',
      'Écrivez : nom: "Centre : Occitanie"',
      'yaml-syntaxe',
    ],
    ['a list', '- a\n', 'cops.yaml:1:1', 'n’est pas une suite de lignes « clé: valeur »', 'entete-non-yaml'],
    ['a value cut by a hash', 'nom: Centre #1\n', 'cops.yaml:1:13', 'nom: "Centre #1"', 'valeur-coupee'],
    ['UTF-16', Buffer.from('\ufeffnom: a', 'utf16le'), 'cops.yaml:1:1', 'UTF-16', 'encodage'],
    ['a binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 9, 9, 9, 9]), 'cops.yaml:1:1', 'pas du texte', 'fichier-non-texte'],
  ])('%s is an error of that file', async (_, text, place, said, code) => {
    const ran = await runCops(['check'], { cwd: makeWorkspace({ [ATELIER]: atelier(), 'cops.yaml': text }) });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(`${place}: erreur : `);
    expect(ran.stdout).toContain(said);
    expect(ran.stdout).toContain(`[${code}]`);
    expect(ran.stderr).toContain('1 atelier');
  });

  test.each([
    ['empty', ''],
    ['comments', '# nom: a\n\n# region: b\n'],
    ['complete', 'nom: Centre inventé\nregion: Occitanie\nseuils:\n  recurrence: 3\n  fiches_minimales: 3\n'],
    ['CRLF and a byte order mark', '\ufeffnom: a\r\nregion: b\r\n'],
  ])('is right where it is %s', async (_, text) => {
    const ran = await runCops(['check'], { cwd: makeWorkspace({ [ATELIER]: atelier(), 'cops.yaml': text }) });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
  });

  test('a key without a value is a warning', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier(), 'cops.yaml': 'nom:\n' });
    expect(await codesIn(cwd)).toEqual(['cops.yaml valeur-vide']);
  });

  test('a folder of that name, or a link that leads nowhere, is a fault and no crash', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier() });
    mkdirSync(join(cwd, 'cops.yaml'));
    expect(await codesIn(cwd)).toEqual(['cops.yaml fichier-illisible']);
    rmSync(join(cwd, 'cops.yaml'), { recursive: true });
    symlinkSync('nulle-part', join(cwd, 'cops.yaml'));
    expect(await codesIn(cwd)).toEqual(['cops.yaml fichier-illisible']);
  });

  test('its line is shown in a terminal, with a caret', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier(), 'cops.yaml': 'nom: a\nregions: b\n' });
    const { stdout } = await runCops(['check'], { cwd, columns: 80, env: { NO_COLOR: '1' } });
    expect(stdout).toContain('  2 │ regions: b\n    │ ^^^^^^^\n');
  });
});

describe('the command line is refused in French, with 2', () => {
  test.each([
    [['chek'], 'La commande « chek » n’existe pas ; la plus proche est « check ». « cops --help » les énumère.'],
    [['zzzzzz'], 'La commande « zzzzzz » n’existe pas. « cops --help » les énumère.'],
    [['check', '--fromat', 'json'], 'L’option « --fromat » n’existe pas ici ; la plus proche est « --format ».'],
    [['check', '--zzzzzz'], 'L’option « --zzzzzz » n’existe pas ici.'],
    [
      ['check', '--format', 'xml'],
      'La valeur « xml » ne convient pas à --format ; valeurs possibles : text, plain, json, github, gitlab, sarif, junit.',
    ],
    [['check', '--format'], 'attend une valeur, juste après elle.'],
    [['check', '-C'], 'attend une valeur, juste après elle.'],
  ])('%j', async (argv, said) => {
    const ran = await runCops(argv, { cwd: makeWorkspace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
    expect(ran.stderr).not.toMatch(/\b(?:error|option '|unknown|Did you mean|argument)\b/);
  });

  test('help is in French, and no fault', async () => {
    for (const argv of [['--help'], ['check', '--help']]) {
      const ran = await runCops(argv, { cwd: makeFolder() });
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toContain('Utilisation : cops');
      expect(ran.stdout).not.toMatch(/\b(?:Usage|Options:|Commands|display|output|default|choices)\b/);
    }
  });
});

describe('bad input: a diagnostic on that file, and the others are still checked', () => {
  const others = { [ATELIER]: atelier({ header: 'diffusion: a' }), [PROJET]: projet() };

  async function expectBad(path: string, code: string, prepare: (root: string) => void) {
    const root = makeWorkspace(others);
    mkdirSync(join(root, path, '..'), { recursive: true });
    prepare(root);
    const ran = await checkJson(root);
    expect(ran.code).toBe(1);
    expect(ran.shown.diagnostics.map(({ code, file }) => `${code} ${file}`).sort()).toEqual(
      [`${code} ${path}`, `valeur-hors-liste ${ATELIER}`].sort(),
    );
    expect(ran.stdout + ran.stderr).not.toMatch(/\bat .*\.ts:\d+|Error:/);
    return ran.shown.diagnostics.find((fault) => fault.file === path)?.message;
  }

  const bad = 'records/projets/x.md';
  const bytes = (content: string | Uint8Array) => (root: string) => writeFiles(root, { [bad]: content });

  test.each<[string, string, string | Uint8Array]>([
    ['a binary', 'fichier-non-texte', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])],
    ['an image', 'fichier-non-texte', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['UTF-16', 'encodage', Buffer.from(`\ufeff${projet()}`, 'utf16le')],
    ['UTF-16 without its mark', 'encodage', Buffer.from(projet(), 'utf16le')],
    ['invalid UTF-8', 'encodage', Buffer.from(projet(), 'latin1')],
    ['an empty file', 'fichier-vide', ''],
    ['blanks', 'fichier-vide', ' \n\n\t'],
    ['no header', 'entete-absent', '# Un projet\n'],
    ['JavaScript', 'entete-non-yaml', '---js\nglobalThis.copsWasRun = true\n---\n'],
    ['nested quotations', 'fiche-trop-imbriquee', `---\ntype: projet\n---\n${'>'.repeat(10_000)}`],
  ])('%s', async (_, code, content) => {
    await expectBad(bad, code, bytes(content));
    expect((globalThis as { copsWasRun?: boolean }).copsWasRun).toBeUndefined();
  });

  test('the bad byte of a file in Windows-1252 is shown at its place', async () => {
    const root = makeWorkspace({ [bad]: Buffer.from('---\ntype: projet\ntitre: Aidé\n---\n', 'latin1') });
    const { shown } = await checkJson(root);
    expect(shown.diagnostics).toMatchObject([{ code: 'encodage', line: 3, column: 11, endLine: 3, endColumn: 12 }]);
  });

  test('50 MB', async () => {
    const message = await expectBad(bad, 'fichier-trop-gros', (root) => {
      closeSync(openSync(join(root, bad), 'w'));
      truncateSync(join(root, bad), 50 * 1024 * 1024);
    });
    expect(message).toContain('50,0 Mo');
  });

  test('a folder named x.md', async () => {
    const message = await expectBad(bad, 'fichier-illisible', (root) => mkdirSync(join(root, bad)));
    expect(message).toContain('Ce dossier porte un nom de fiche');
  });

  test('a link that leads nowhere', async () => {
    const message = await expectBad(bad, 'fichier-illisible', (root) => symlinkSync('nulle-part.md', join(root, bad)));
    expect(message).toContain('le lien ne mène à aucun fichier');
  });

  test('a link that turns round', async () => {
    const message = await expectBad(bad, 'fichier-illisible', (root) => symlinkSync('x.md', join(root, bad)));
    expect(message).toContain('le lien tourne en rond');
  });

  test('a link to a folder', async () => {
    const linked = 'records/projets/ailleurs';
    const message = await expectBad(linked, 'fichier-illisible', (root) =>
      symlinkSync(makeFolder(), join(root, linked)),
    );
    expect(message).toContain('n’est pas suivi');
  });

  test('a link to a record is read', async () => {
    const root = makeWorkspace(others);
    writeFiles(root, { 'ailleurs.md': projet({ header: 'statut: a' }) });
    symlinkSync(join(root, 'ailleurs.md'), join(root, bad));
    expect(await codesIn(root)).toContain(`${bad} valeur-hors-liste`);
  });

  test('records/ that is a file', async () => {
    const root = makeFolder();
    writeFiles(root, { 'cops.yaml': 'nom: a\n', records: 'a' });
    const ran = await runCops(['check'], { cwd: root });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('ce n’est pas un dossier');
  });

  describe('what one may not read', () => {
    const nobody = 65_534;
    const isRoot = process.geteuid?.() === 0;

    /** A command’s modules are loaded before the rights are given up: reading them is not what is tried here. */
    beforeAll(async () => {
      await runCops(['check'], { cwd: '.' });
    });

    async function asNobody<T>(run: () => Promise<T>): Promise<T> {
      if (isRoot) process.seteuid?.(nobody);
      try {
        return await run();
      } finally {
        if (isRoot) process.seteuid?.(0);
      }
    }

    test.each([
      ['a file', bad, 'vos droits ne le permettent pas'],
      ['a folder', 'records/projets/secret', 'Ce dossier ne peut pas être ouvert (vos droits ne le permettent pas)'],
      ['cops.yaml', 'cops.yaml', 'vos droits ne le permettent pas'],
    ])('%s', async (_, path, said) => {
      const root = makeWorkspace({
        ...others,
        [bad]: projet(),
        'cops.yaml': 'nom: a\n',
        'records/projets/secret/y.md': projet(),
      });
      chmodSync(root, 0o755);
      chmodSync(join(root, path), 0o000);
      const ran = await asNobody(() => checkJson(root));
      chmodSync(join(root, path), 0o755);
      expect(ran.code).toBe(1);
      const codes = ran.shown.diagnostics.map(({ code, file }) => `${code} ${file}`);
      expect(codes).toContain(`fichier-illisible ${path}`);
      expect(codes).toContain(`valeur-hors-liste ${ATELIER}`);
      expect(ran.shown.diagnostics.find(({ file }) => file === path)?.message).toContain(said);
    });
  });
});

describe('personal data is masked in every output', () => {
  const secrets = ['camille.fictive@exemple.fr', '06 12 34 56 78', '2 84 05 2A 004 123 45'];

  test.each<[string, string]>([
    ['in a text', atelier({ body: `${BODY}${secrets.join(' ou ')}\n` })],
    [
      'beside another fault',
      atelier({ body: `${BODY}Voir ${secrets.join(', ')} au #temps-de-consultation demain.\n` }),
    ],
    ['in a value that is refused', atelier({ header: `diffusion: ${secrets.join(' ')}` })],
    ['in a long value that is refused', atelier({ header: `diffusion: ${'x'.repeat(48)} ${secrets.join(' ')}` })],
    ['in a corrected line', atelier({ header: `titre: Atelier : ${secrets.join(' ')}` })],
    ['in a value that is cut', atelier({ header: `titre: ${secrets.join(' ')} #fin` })],
    ['in a key', atelier({ header: `${secrets[0]}: a` })],
    ['in the first line', `---${secrets[0]}\na: b\n---\n`],
    ['in a header that is not read', `---\na: [\n---\n${secrets.join('\n')}\n`],
    ['in a heading', atelier({ body: `${BODY}Un.\n\n## Synthèse ${secrets.join(' ')}\n\nDeux.\n` })],
  ])('%s', async (_, text) => {
    const cwd = makeWorkspace({ [ATELIER]: text });
    const outputs = await Promise.all([
      runCops(['check'], { cwd }),
      runCops(['check', '--format', 'json'], { cwd }),
      runCops(['check'], { cwd, columns: 40, env: { NO_COLOR: '1' } }),
      runCops(['check'], { cwd, columns: 120, env: { NO_COLOR: '1' } }),
    ]);
    for (const { stdout, stderr } of outputs) {
      const said = `${stdout}${stderr}`.replace(/\s+/g, ' ');
      expect(said).toContain('donnees-personnelles');
      for (const secret of ['camille', 'fictive', '12 34 56', '34 56', '004 123', '2A 00'])
        expect(said).not.toContain(secret);
    }
  });

  test('is a warning, under which the caret shows the mask', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ body: `${BODY}Appeler le 06 12 34 56 78.\n` }) });
    const ran = await runCops(['check'], { cwd, columns: 80, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`  23 │ Appeler le ${'•'.repeat(14)}.\n     │            ${'^'.repeat(14)}\n`);
  });
});

test('signs that steer a terminal never reach it, from a text or from a name', async () => {
  const cwd = makeWorkspace({
    [ATELIER]: atelier({ body: `${BODY}Un ${ESC}[2J${ESC}]0;titre\u0007 \u009b31m \b\u007f #xylophone\n` }),
    [PROJET]: projet({ header: 'statut: "\\e[31m\\x9b2J"\ndiffusion: "\\u0007"' }),
    [`records/projets/${ESC}[31mrouge\u0007.md`]: projet(),
  });
  for (const columns of [undefined, 40, 80]) {
    const world = { cwd, env: { NO_COLOR: '1' }, ...(columns && { columns }) };
    const ran = await runCops(['check'], world);
    expect(ran.code).toBe(1);
    expect((ran.stdout + ran.stderr).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
  const { stdout } = await checkJson(cwd);
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('nothing is written to the workspace', async () => {
  const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'titre: a : b' }) });
  const before = readdirSync(cwd, { recursive: true }).sort();
  const text = readFileSync(join(cwd, ATELIER), 'utf8');
  await runCops(['check'], { cwd });
  expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
  expect(readFileSync(join(cwd, ATELIER), 'utf8')).toBe(text);
});

test('two runs say the same, whatever the language of the machine', async () => {
  const cwd = makeWorkspace({
    [ATELIER]: atelier({ header: 'diffusion: a\nprs: b' }),
    [PROJET]: projet({ header: 'statut: a' }),
  });
  const first = await runCops(['check', '--format', 'json'], { cwd, env: { LANG: 'fr_FR.UTF-8' } });
  const second = await runCops(['check', '--format', 'json'], {
    cwd,
    env: { LANG: 'C', TZ: 'Asia/Tokyo' },
    now: new Date(0),
  });
  expect(second).toEqual(first);
});

test('CRLF and a byte order mark change no place', async () => {
  const text = atelier({ body: `${BODY}Un. #xylophone\n` });
  const shown = async (content: string) => (await checkJson(makeWorkspace({ [ATELIER]: content }))).shown;
  expect(await shown(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(await shown(text));
});

/** What stands above the carets of a line, column by column. */
function above(line: string, carets: string): string {
  const from = stringWidth(carets.slice(0, carets.indexOf('^')));
  const to = stringWidth(carets);
  let column = 0;
  let text = '';
  for (const { segment } of new Intl.Segmenter('fr').segment(line)) {
    if (column >= from && column < to) text += segment;
    column += stringWidth(segment);
  }
  return text;
}

function stripColours(text: string): string {
  return text.replaceAll(new RegExp(`${ESC}\\[[0-9;]*m`, 'g'), '');
}
