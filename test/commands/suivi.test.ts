import { chmodSync, cpSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';
import { CTRL_C, DOWN, ENTER, ERASE, runAtTerminal } from '../support/run-terminal.ts';

const A = 'records/ateliers/2022/2022-03-14-a.md';
const B = 'records/ateliers/2023/2023-03-14-b.md';
const P = 'records/projets/pilote.md';

const BODY = `## Situation choisie par le groupe

## Synthèse coconstruite

- Les consultations inventées sont trop brèves. #temps-de-consultation ^p4
- → Réunir la filière inventée. #perennisation <!-- extrait -->
- → Réunir l’équipe inventée. ^p2
- → Écrire à camille.fictive@exemple.invalid. ^p3
`;

const SUITES = `suites: # suivies en réunion
  - piste: p2
    objet: Une réunion inventée
    par: COPS
    echeance: 2022-11
    etat: prevu
  - piste: p3
    objet: Un courrier inventé
    etat: fait
    le: 2022-06-01 # le jour de l’envoi`;

const FILES = {
  [A]: atelier({ header: SUITES, body: BODY }),
  [B]: atelier({
    header:
      'titre: Atelier fictif interne\ndate: 2023-03-14\nprs: 2023-2028\ndiffusion: ABSENT\nvalidation: brouillon\nsuites: [{ objet: Un essai inventé, etat: en-cours, echeance: 2027 }]',
  }),
  [P]: projet({
    header: 'suites:\n  - { objet: Un abandon inventé, etat: abandonne }\n  - { objet: Sans date, etat: prevu }',
  }),
};

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('cops suivi', () => {
  test('lists the suites: overdue, then open by what is due first, then done, then given up', async () => {
    const { code, stdout, stderr } = await runCops(['suivi'], { cwd: makeWorkspace(FILES) });
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['Fiche', 'N°', 'Piste', 'État'],
      ['2022-03-14-a', '1', '^p2', 'prévue, en retard'],
      ['2023-03-14-b', '1', 'en cours', '2027'],
      ['pilote', '2', 'prévue', 'Sans date'],
      ['2022-03-14-a', '2', '^p3', 'faite'],
      ['pilote', '1', 'abandonnée', 'Un abandon inventé'],
    ]);
    expect(rows[1]?.slice(4)).toEqual(['novembre 2022', 'Une réunion inventée', 'COPS', 'Réunir l’équipe inventée.']);
    expect(stderr).toBe(
      '5 suites, dont 1 en retard. 2 pistes de fiches lues n’ont pas de suite : « cops suivi --sans-suite » les énumère.\n',
    );
  });

  test.each([
    [['--en-retard'], ['2022-03-14-a 1']],
    [['--etat', 'fait'], ['2022-03-14-a 2']],
    [
      ['--etat', 'Prévu', '--etat', 'abandonné'],
      ['2022-03-14-a 1', 'pilote 2', 'pilote 1'],
    ],
    [['--etat', 'fait', '--en-retard'], []],
    [['--prs', '2023-2028'], ['2023-03-14-b 1']],
    [
      ['--depuis', '2022-03-01', '--jusqua', '2022-03'],
      ['2022-03-14-a 1', 'pilote 2', '2022-03-14-a 2', 'pilote 1'],
    ],
  ])('chooses by %j', async (words, awaited) => {
    const { code, stdout } = await runCops(['suivi', '--format', 'json', ...words], { cwd: makeWorkspace(FILES) });
    expect(code).toBe(0);
    const { version, suites } = JSON.parse(stdout) as { version: number; suites: { id: string; number: number }[] };
    expect({ version, suites: suites.map(({ id, number }) => `${id} ${number}`) }).toEqual({
      version: 1,
      suites: awaited,
    });
  });

  test('json says all of a suite, personal data masked', async () => {
    const { stdout } = await runCops(['suivi', '--etat', 'fait', '--format', 'json'], { cwd: makeWorkspace(FILES) });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      suites: [
        {
          id: '2022-03-14-a',
          titre: 'Atelier fictif du 14 mars 2022',
          number: 2,
          etat: 'fait',
          overdue: false,
          objet: 'Un courrier inventé',
          par: null,
          echeance: null,
          le: '2022-06-01',
          piste: 'p3',
          passage: `Écrire à ${'•'.repeat('camille.fictive@exemple.invalid'.length)}.`,
          file: A,
          line: 23,
        },
      ],
    });
  });

  test('csv opens in a spreadsheet, and says that all is invented where it is', async () => {
    const cwd = makeWorkspace({ ...FILES, 'cops.yaml': 'exemple: true\n' });
    const { stdout } = await runCops(['suivi', '--en-retard', '--format', 'csv'], { cwd });
    expect(stdout).toBe(
      '\ufefffiche;titre;numero;etat;en_retard;objet;par;echeance;le;piste;passage;file;line;exemple\r\n' +
        `2022-03-14-a;Atelier fictif du 14 mars 2022;1;prevu;oui;Une réunion inventée;COPS;2022-11;;p2;Réunir l’équipe inventée.;${A};18;fictif\r\n`,
    );
    expect((await runCops(['suivi'], { cwd })).stdout).toMatch(/^Exemple fictif : /);
    expect(JSON.parse((await runCops(['suivi', '--format', 'json'], { cwd })).stdout).exemple).toBe(true);
  });

  test('fits a narrow terminal, ids and numbers whole, without signs that would steer it', async () => {
    const header =
      'suites:\n  - { objet: "Un objet inventé, long, avec un signe \\e[31m qui colore et beaucoup de mots", etat: prevu }';
    const cwd = makeWorkspace({ ...FILES, [B]: atelier({ header }) });
    const { stdout } = await runCops(['suivi'], { cwd, columns: 60 });
    const plain = stripVTControlCharacters(stdout);
    for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(plain).toMatch(
      /^En retard \(1\)\n\n2022-03-14-a {2}n° 1 \(\^p2\)\n {2}Une réunion inventée\n {2}prévue · échéance novembre 2022 · par COPS\n {2}→ Réunir l’équipe inventée\.\n\nPrévues ou en cours \(2\)\n/,
    );
    expect(stdout).not.toContain('\u001b[31m');
  });

  test('--sans-suite gives the pistes of which nothing is noted, each with its line', async () => {
    const cwd = makeWorkspace({
      ...FILES,
      'records/projets/non-lu.md': projet({ header: 'codage: ABSENT', body: '## Objectifs\n\n→ Une piste non lue.\n' }),
    });
    const { code, stdout, stderr } = await runCops(['suivi', '--sans-suite'], { cwd });
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['Fiche', 'Ligne', 'Nom', 'Piste'],
      ['2022-03-14-a', '34', 'Réunir la filière inventée.'],
      ['2023-03-14-b', expect.any(String), 'Allonger les consultations inventées.'],
      [''],
    ]);
    expect(stderr).toBe(
      '2 pistes sans suite, dans 2 fiches lues en entier. Pour noter ce que devient la première :\n  cops suivi add 2022-03-14-a --ligne 34\n',
    );
    const json = await runCops(['suivi', '--sans-suite', '--format', 'json', '--prs', '2018-2022'], { cwd });
    expect(JSON.parse(json.stdout)).toEqual({
      version: 1,
      pistes: [
        {
          id: '2022-03-14-a',
          titre: 'Atelier fictif du 14 mars 2022',
          piste: null,
          passage: 'Réunir la filière inventée.',
          file: A,
          line: 34,
        },
      ],
    });
    const csv = await runCops(['suivi', '--sans-suite', '--format', 'csv', '--prs', '2018-2022'], { cwd });
    expect(csv.stdout).toBe(
      `\ufefffiche;titre;piste;passage;file;line\r\n2022-03-14-a;Atelier fictif du 14 mars 2022;;Réunir la filière inventée.;${A};34\r\n`,
    );
    const narrow = await runCops(['suivi', '--sans-suite'], { cwd, columns: 40 });
    expect(stripVTControlCharacters(narrow.stdout)).toContain(
      '2023-03-14-b\n  ligne 24  Allonger les consultations\n            inventées.\n',
    );
  });

  test('says that nothing answers, and what does not read', async () => {
    const cwd = makeWorkspace({ 'records/projets/faux.md': '---\ntitre: [\n---\n' });
    const { code, stdout, stderr } = await runCops(['suivi'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Aucune suite n’est notée ici.');
    expect(stderr).toContain('1 fichier ne se lit pas, et ne peut figurer ici');
    expect((await runCops(['suivi', '--sans-suite'], { cwd })).stderr).toContain('Aucune piste sans suite');
    expect((await runCops(['suivi', '--etat', 'fait'], { cwd })).stderr).toContain(
      'Aucune suite ne répond à ces critères.',
    );
  });

  test.each([
    [
      ['--etat', 'fini'],
      /La valeur « fini » ne convient pas à --etat ; valeurs possibles : prevu, en-cours, fait, abandonne/,
    ],
    [['--sans-suite', '--etat', 'fait'], /retirez --etat, ou --sans-suite/],
    [['--sans-suite', '--en-retard'], /retirez --en-retard, ou --sans-suite/],
    [['--prs', '2018-2023'], /Le PRS « 2018-2023 » n’a pas de fiche/],
    [['--depuis', 'hier'], /--depuis attend une date/],
    [['ajouter'], /ne connaît pas le mot « ajouter » ; ceux qu’elle connaît sont add et set/],
    [['sett', 'x'], /le plus proche est « set »/],
    [['--objet', 'x'], /L’option « --objet » n’existe pas ici/],
    [['add'], /Il manque « fiche » après la commande/],
  ])('refuses %j', async (words, sentence) => {
    const { code, stdout, stderr } = await runCops(['suivi', ...words], { cwd: makeWorkspace(FILES) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  test('help says what each of its commands takes, in French', async () => {
    const { stdout } = await runCops(['suivi', '--help'], { cwd: makeFolder() });
    expect(stdout).toContain('Utilisation : cops suivi [options] [commande]');
    expect(stdout).toMatch(/Commandes :\n {2}add <fiche> .*\n.*\n {2}set <fiche> \[suite\] /);
    const add = await runCops(['suivi', 'add', '--help'], { cwd: makeFolder() });
    expect(add.stdout).toContain('--etat <etat>              où elle en est (prevu, en-cours, fait ou abandonne)');
  });
});

const ADD = ['--objet', 'Une rencontre : la filière', '--etat', 'prévu', '--echeance', 'novembre 2027'];
const WITH_SUITE = FILES[A]
  .replace(
    '# le jour de l’envoi\n',
    '# le jour de l’envoi\n  - piste: p5\n    objet: "Une rencontre : la filière"\n    echeance: 2027-11\n    etat: prevu\n',
  )
  .replace('#perennisation <!--', '#perennisation ^p5 <!--');

describe('cops suivi add', () => {
  test.each([
    ['its line', ['--ligne', '34']],
    ['its first words', ['--passage', '→ REUNIR la fil']],
  ])('notes a suite and names its piste, found by %s; all else stays as it was', async (_, words) => {
    const cwd = makeWorkspace(FILES);
    chmodSync(join(cwd, A), 0o640);
    const ran = await runCops(['suivi', 'add', '2022-03-14-a', ...words, ...ADD], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: `${A}\n` });
    expect(ran.stderr).toMatch(/\[suite-en-retard\]\n/);
    expect(ran.stderr).toMatch(
      /\nSuite n° 3 de « 2022-03-14-a » : ligne 27, pour le passage de la ligne 38, qui se nomme maintenant \^p5\.\n$/,
    );
    expect(read(cwd, A)).toBe(WITH_SUITE);
    expect(statSync(join(cwd, A)).mode & 0o777).toBe(0o640);
    for (const file of [B, P] as const) expect(read(cwd, file)).toBe(FILES[file]);
  });

  test('keeps a byte order mark and CRLF, and takes the path of a file, and -C before the word', async () => {
    const root = makeWorkspace({ [A]: `\uFEFF${FILES[A].replaceAll('\n', '\r\n')}` });
    const ran = await runCops(['suivi', '-C', root, 'add', join(root, A), '--ligne', '34', ...ADD], {
      cwd: makeFolder(),
    });
    expect(ran.code).toBe(0);
    expect(read(root, A)).toBe(`\uFEFF${WITH_SUITE.replaceAll('\n', '\r\n')}`);
  });

  test('--dry-run shows the lines and writes nothing', async () => {
    const cwd = makeWorkspace(FILES);
    const ran = await runCops(['suivi', 'add', '2022-03-14-a', '--ligne', '34', ...ADD, '--dry-run'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toBe(`27 +   - piste: p5
28 +     objet: "Une rencontre : la filière"
29 +     echeance: 2027-11
30 +     etat: prevu
34 - - → Réunir la filière inventée. #perennisation <!-- extrait -->
38 + - → Réunir la filière inventée. #perennisation ^p5 <!-- extrait -->
`);
    expect(ran.stderr).toMatch(/\^p5\. Ce n’est qu’un essai : rien n’a été écrit\.\n$/);
    expect(read(cwd, A)).toBe(FILES[A]);
  });

  test('a constat may be followed up, with a warning', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stderr } = await runCops(
      ['suivi', 'add', '2022-03-14-a', '--piste', '^P4', '--objet', 'x', '--etat', 'fait'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /avertissement : Le passage « \^p4 », ligne 36, est un constat, non une piste.*\[suite-hors-piste\]/,
    );
    expect(stderr).toContain('pour le passage ^p4 de la ligne 36.');
    expect(read(cwd, A)).toContain('  - piste: p4\n    objet: x\n    etat: fait\n');
  });

  test('a suite may follow up no piste', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stderr } = await runCops(
      ['suivi', 'add', 'pilote', '--piste', 'aucune', '--objet', 'x', '--etat', 'fait'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Suite n° 3 de « pilote » : ligne 17, sans piste.\n' });
    expect(read(cwd, P)).toContain('  - { objet: Sans date, etat: prevu }\n  - { objet: x, etat: fait }\n');
  });

  test.each([
    [
      '2022-03-14-b',
      ['--ligne', '34', ...ADD],
      /Aucune fiche ne se nomme « 2022-03-14-b » ; la plus proche est « 2022-03-14-a »/,
    ],
    [
      '2018-2022',
      ['--ligne', '3', ...ADD],
      /« 2018-2022 » est une fiche du type « prs » : seuls un atelier et un projet/,
    ],
    ['perennisation', ['--ligne', '3', ...ADD], /est une fiche du type « theme »/],
    [
      '2022-03-14-a',
      ADD,
      /Dites ce que la suite suit : --piste p7.*Les pistes de la fiche :\n {2}ligne 34 : Réunir la filière inventée\.\n {2}ligne 35 \(\^p2\) : Réunir l’équipe/s,
    ],
    ['2022-03-14-a', ['--ligne', '34', '--piste', 'p2', ...ADD], /--piste et --ligne disent chacun/],
    ['2022-03-14-a', ['--ligne', 'x', ...ADD], /--ligne attend le numéro d’une ligne/],
    ['2022-03-14-a', ['--ligne', '2', ...ADD], /La ligne 2 de « 2022-03-14-a » n’est celle d’aucun passage/],
    ['2022-03-14-a', ['--piste', 'p9', ...ADD], /ne se nomme « p9 » ; les noms y sont \^p4, \^p2 et \^p3/],
    [
      '2022-03-14-a',
      ['--passage', 'Réunir', ...ADD],
      /2 passages de « 2022-03-14-a » commencent par « Réunir » : donnez plus de mots.*\n {2}ligne 34 : .*\n {2}ligne 35 \(\^p2\)/,
    ],
    ['2022-03-14-a', ['--passage', 'Rire', ...ADD], /Aucun passage de « 2022-03-14-a » ne commence par « Rire »/],
    ['2022-03-14-a', ['--passage', ' → ', ...ADD], /--passage attend les premiers mots/],
    ['pilote', ['--ligne', '3', ...ADD], /Cette fiche n’a aucune piste/],
    ['2022-03-14-a', ['--ligne', '34', '--par', 'x'], /Il manque --objet et --etat\. Sans terminal/],
    ['2022-03-14-a', ['--ligne', '34', ...ADD, '--par', ' '], /--par attend une valeur/],
    ['2022-03-14-a', ['--ligne', '34', ...ADD, '--le', 'hier'], /Rien n’a été écrit\. « hier » n’est pas une date/],
    [
      '2022-03-14-a',
      ['--ligne', '34', ...ADD, '--le', '31/02/2022'],
      /Rien n’a été écrit\. « 31\/02\/2022 » n’est pas une date/,
    ],
    [
      '2022-03-14-a',
      ['--ligne', '34', '--objet', 'x', '--etat', 'fini'],
      /La valeur « fini » ne convient pas à --etat/,
    ],
    [
      '2022-03-14-a',
      ['--piste', 'p2', '--objet', 'une REUNION inventee', '--etat', 'fait'],
      /la piste « \^p2 » a déjà une suite avec cet objet, la n° 1\..*cops suivi set 2022-03-14-a 1 --etat/,
    ],
    [
      'pilote',
      ['--piste', 'aucune', '--objet', 'sans date', '--etat', 'fait'],
      /cette fiche a déjà une suite avec cet objet, la n° 2/,
    ],
  ])('on %s, %j is refused, and nothing written', async (fiche, words, sentence) => {
    const cwd = makeWorkspace(FILES);
    const { code, stdout, stderr } = await runCops(['suivi', 'add', fiche, ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('@exemple');
    for (const file of [A, B, P] as const) expect(read(cwd, file)).toBe(FILES[file]);
  });

  test('what does not read, is a link or is read-only is left, with the reason', async () => {
    const latin = Buffer.from(FILES[A], 'latin1');
    const cwd = makeWorkspace({ [A]: latin, [P]: FILES[P].replace('etat: prevu', 'etat: fini') });
    const add = async (fiche: string) => {
      const { code, stderr } = await runCops(['suivi', 'add', fiche, '--piste', 'aucune', ...ADD], { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await add('2022-03-14-a')).toMatch(
      /La fiche « .*2022-03-14-a\.md » a une erreur : .*UTF-8.*corrigez d’abord/,
    );
    expect(readFileSync(join(cwd, A)).equals(latin)).toBe(true);
    expect(await add('pilote')).toMatch(/a une erreur : .*fini/);
    writeFiles(cwd, { [B]: FILES[B] });
    symlinkSync(join(cwd, B), join(cwd, 'records/ateliers/2023/2023-lien.md'));
    expect(await add('2023-lien')).toContain('est un lien vers un autre fichier');
    chmodSync(join(cwd, B), 0o444);
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) expect(await add('2023-03-14-b')).toContain('est en lecture seule');
    expect(read(cwd, B)).toBe(FILES[B]);
  });

  test('a record that would be too large to be read is left', async () => {
    const filler = 'x'.repeat(1_048_576 - Buffer.byteLength(FILES[A]) - 40);
    const large = `${FILES[A]}\n<!-- ${filler} -->\n`;
    const cwd = makeWorkspace({ [A]: large });
    const { code, stderr } = await runCops(['suivi', 'add', '2022-03-14-a', '--ligne', '34', ...ADD], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('serait trop long et ne serait plus lu');
    expect(read(cwd, A)).toBe(large);
  });

  test('works on each record of the invented region, and check finds no new fault', async () => {
    const cwd = makeFolder();
    cpSync('examples/region-fictive', join(cwd, 'examples/region-fictive'), { recursive: true });
    cpSync('records', join(cwd, 'records'), { recursive: true });
    const region = join(cwd, 'examples/region-fictive');
    const before = await runCops(['check'], { cwd: region });
    const { stdout } = await runCops(['suivi', '--sans-suite', '--format', 'json'], { cwd: region });
    const { pistes } = JSON.parse(stdout) as { pistes: { id: string; file: string; line: number; passage: string }[] };
    expect(pistes.length).toBeGreaterThan(30);
    const firstOfEach = [...new Map([...pistes].reverse().map((piste) => [piste.id, piste])).values()];
    for (const { id, line } of firstOfEach) {
      const words = ['--ligne', String(line), '--objet', 'Un essai inventé', '--etat', 'prevu'];
      expect((await runCops(['suivi', 'add', id, ...words], { cwd: region })).code, id).toBe(0);
    }
    const after = await runCops(['check'], { cwd: region });
    expect(after.stdout.split('\n').length).toBe(before.stdout.split('\n').length);
    const left = JSON.parse((await runCops(['suivi', '--sans-suite', '--format', 'json'], { cwd: region })).stdout);
    expect(left.pistes.length).toBe(pistes.length - firstOfEach.length);
  });
});

describe('cops suivi set', () => {
  test.each([
    ['p2', 1],
    ['1', 1],
  ])('changes the values given of suite %s, and nothing else', async (asked) => {
    const cwd = makeWorkspace(FILES);
    const words = ['--etat', 'fait', '--le', '18/11/2022', '--objet', 'Une réunion inventée'];
    const ran = await runCops(['suivi', 'set', '2022-03-14-a', asked, ...words], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: `${A}\n` });
    expect(ran.stderr).not.toContain('[suite-en-retard]');
    expect(ran.stderr).toMatch(
      /\nSuite n° 1 de « 2022-03-14-a » : etat « prevu » devient « fait » ; le « 2022-11-18 »\.\n$/,
    );
    expect(read(cwd, A)).toBe(FILES[A].replace('etat: prevu\n', 'etat: fait\n    le: 2022-11-18\n'));
  });

  test('says that a state has the day of another', async () => {
    const cwd = makeWorkspace(FILES);
    const { stderr } = await runCops(['suivi', 'set', '2022-03-14-a', 'p3', '--etat', 'en cours'], { cwd });
    expect(stderr).toContain('La clé « le » dit encore « 2022-06-01 » : --le note le jour de ce nouvel état.');
    expect(read(cwd, A)).toBe(FILES[A].replace('etat: fait', 'etat: en-cours'));
  });

  test('--dry-run shows the line before and after', async () => {
    const cwd = makeWorkspace(FILES);
    const words = ['--etat', 'fait', '--dry-run'];
    const { stdout } = await runCops(['suivi', 'set', '2022-03-14-a', '1', ...words], { cwd });
    expect(stdout).toBe('22 -     etat: prevu\n22 +     etat: fait\n');
    expect(read(cwd, A)).toBe(FILES[A]);
  });

  test('the same again changes nothing, and says so', async () => {
    const cwd = makeWorkspace(FILES);
    const before = statSync(join(cwd, A)).mtimeMs;
    const ran = await runCops(['suivi', 'set', '2022-03-14-a', '1', '--etat', 'prevu'], { cwd });
    expect(ran).toEqual({ code: 0, stdout: '', stderr: 'La suite n° 1 dit déjà cela : rien n’a été écrit.\n' });
    expect(statSync(join(cwd, A)).mtimeMs).toBe(before);
  });

  test.each([
    [
      ['2022-03-14-a', '9', '--etat', 'fait'],
      /« 2022-03-14-a » n’a pas de suite n° 9\. Ses suites :\n {2}1 \(\^p2\) : Une réunion inventée\n/,
    ],
    [['2022-03-14-a', 'p4', '--etat', 'fait'], /Aucune suite de « 2022-03-14-a » ne suit la piste « \^p4 »/],
    [['2022-03-14-a', 'réunion', '--etat', 'fait'], /« réunion » n’est ni le nom d’une piste/],
    [['2022-03-14-a', '--etat', 'fait'], /Dites quelle suite changer, après la fiche/],
    [['2022-03-14-a', '1'], /Dites ce qui change : --objet, --par, --echeance, --etat ou --le/],
    [['2022-03-14-a', '1', '--le', 'demain'], /Rien n’a été écrit\. « demain » n’est pas une date/],
    [['2022-03-14-a', '1', '--piste', 'p3'], /L’option « --piste » n’existe pas ici/],
    [['vide', '1', '--etat', 'fait'], /« vide » n’a aucune suite : « cops suivi add vide » en note une/],
    [
      ['double', 'p1', '--etat', 'fait'],
      /2 suites de « double » suivent la piste « \^p1 » : donnez le numéro de la bonne, 1 ou 2/,
    ],
  ])('refuses %j', async (words, sentence) => {
    const double = projet({
      header: 'suites: [{ piste: p1, objet: a, etat: fait }, { piste: p1, objet: b, etat: prevu }]',
      body: '## Objectifs\n\n→ Une piste inventée. ^p1\n',
    });
    const files = { ...FILES, 'records/projets/vide.md': projet(), 'records/projets/double.md': double };
    const cwd = makeWorkspace(files);
    const { code, stdout, stderr } = await runCops(['suivi', 'set', ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    for (const [file, text] of Object.entries(files)) expect(read(cwd, file)).toBe(text);
  });
});

describe('at a terminal', () => {
  test('add asks which piste, then what is to be said, each answer checked', async () => {
    const cwd = makeWorkspace(FILES);
    const ran = await runAtTerminal(['suivi', 'add', '2022-03-14-a'], {
      cwd,
      answers: [
        ['Piste dont noter la suite', DOWN, ENTER],
        ['Ce qui est prévu ou fait', 'une réunion inventée', ENTER],
        ['a déjà une suite avec cet objet', ERASE, 'Un compte rendu inventé', ENTER],
        ['Qui s’en charge', ENTER],
        ['Pour quand', 'hier', ENTER],
        ['n’est pas une date', ERASE, 'mars 2027', ENTER],
        ['Où en est cette suite', DOWN, ENTER],
        ['Le jour où cet état a été constaté', '15/01/2026', ENTER],
      ],
    });
    expect(ran.code).toBe(0);
    expect(read(cwd, A)).toBe(
      FILES[A].replace(
        '# le jour de l’envoi\n',
        '# le jour de l’envoi\n  - piste: p2\n    objet: Un compte rendu inventé\n    echeance: 2027-03\n    etat: en-cours\n    le: 2026-01-15\n',
      ),
    );
    expect(ran.screen).not.toContain('@exemple');
  });

  test('add asks nothing where options say what is needed, and left half-way writes nothing', async () => {
    const cwd = makeWorkspace(FILES);
    const whole = await runAtTerminal(['suivi', 'add', '2022-03-14-a', '--ligne', '34', ...ADD], { cwd, answers: [] });
    expect(whole.code).toBe(0);
    expect(read(cwd, A)).toBe(WITH_SUITE);
    const left = await runAtTerminal(['suivi', 'add', 'pilote'], {
      cwd,
      answers: [['Ce qui est prévu ou fait', 'x', CTRL_C]],
    });
    expect(left.code).toBe(130);
    expect(left.screen).toContain('Cette fiche n’a aucune piste');
    expect(left.stderr).toContain('Abandonné : rien n’a été écrit.');
    expect(read(cwd, P)).toBe(FILES[P]);
  });

  test('set asks which suite and each value, and proposes today for a new state', async () => {
    const cwd = makeWorkspace(FILES);
    const ran = await runAtTerminal(['suivi', 'set', '2022-03-14-a'], {
      cwd,
      answers: [
        ['Suite à changer', ENTER],
        ['Où en est cette suite', DOWN, DOWN, ENTER],
        ['Le jour où cet état a été constaté', ENTER],
        ['Pour quand', ENTER],
        ['Qui s’en charge', ENTER],
        ['Ce qui est prévu ou fait', ENTER],
      ],
    });
    expect(ran.code).toBe(0);
    expect(read(cwd, A)).toBe(FILES[A].replace('etat: prevu\n', 'etat: fait\n    le: 2026-01-15\n'));
  });
});
