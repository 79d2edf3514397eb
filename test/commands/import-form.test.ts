import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillForm, paragraph, partOf, runs, withPart } from '../support/form-file.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  titre: 'Atelier inventé du 14 mars 2024',
  date: '14 mars 2024',
  sujet: 'La sortie d’hôpital',
  situation: 'Une personne inventée rentre chez elle',
  'participants.0.role': 'professionnel',
  'participants.0.effectif': '4',
  'texte/synthese': paragraph(runs('-> Un cahier de liaison inventé, tenu par la personne.')),
};

/** A workspace, and a form that was filled in. */
async function fill(answers: Readonly<Record<string, string>> = ANSWERS): Promise<string> {
  const cwd = makeWorkspace();
  const { code, stderr } = await runCops(['new', 'atelier', '--output', 'rendu.docx'], { cwd });
  expect(code, stderr).toBe(0);
  writeFileSync(join(cwd, 'rendu.docx'), fillForm(readFileSync(join(cwd, 'rendu.docx')), answers));
  return cwd;
}

test('a filled form becomes a record that check accepts, each field as it was written', async () => {
  const cwd = await fill();
  const { code, stdout, stderr } = await runCops(['import', 'rendu.docx'], { cwd });
  expect(code, stderr).toBe(0);
  const text = readFileSync(join(cwd, stdout.trim()), 'utf8');
  for (const line of ['titre: Atelier inventé du 14 mars 2024', 'date: 2024-03-14', 'sujet: La sortie d’hôpital'])
    expect(text).toContain(`\n${line}\n`);
  expect(text).toContain('{ role: professionnel, effectif: 4 }');
  expect(text).toMatch(/## Synthèse coconstruite\n\n(?:- )?(?:→|->) Un cahier de liaison inventé/);
  expect((await runCops(['check'], { cwd })).code).toBe(0);
  const again = await runCops(['import', 'rendu.docx'], { cwd });
  expect(again.stderr).toContain('déjà été importé');
});

test('a form with faults goes back with comments, and becomes no record', async () => {
  const cwd = await fill({ ...ANSWERS, date: 'un jour de mars', 'participants.0.effectif': 'quatre ou cinq' });
  const { code, stdout, stderr } = await runCops(['import', '--annotate', 'rendu.docx'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'rendu-annote.docx\n' });
  expect(stderr).toMatch(/\d commentaires sont dans « rendu-annote\.docx », une copie de « rendu\.docx »/);
  const comments = partOf(readFileSync(join(cwd, 'rendu-annote.docx')), 'word/comments.xml');
  expect(comments).toContain('« un jour de mars »');
  expect(readdirSync(join(cwd, 'records')).filter((name) => name === 'ateliers')).toEqual([]);
});

test('a copy that was corrected and comes back gives the next one, and what changes nothing gives none', async () => {
  const cwd = await fill({ ...ANSWERS, date: 'un jour de mars' });
  const annotate = (name: string) => runCops(['import', '--annotate', name], { cwd });
  expect((await annotate('rendu.docx')).stdout).toBe('rendu-annote.docx\n');
  const again = await annotate('rendu-annote.docx');
  expect(again).toMatchObject({ code: 1, stdout: 'rendu-annote.docx\n' });
  expect(again.stderr.replace(/\s+/g, ' ')).toContain('déjà dans « rendu-annote.docx », qui n’a pas été touché');
  const copy = join(cwd, 'rendu-annote.docx');
  const corrected = withPart(readFileSync(copy), 'word/document.xml', (text) =>
    text.replace('un jour de mars', '14 mars 2024'),
  );
  writeFileSync(copy, corrected);
  expect(await annotate('rendu-annote.docx')).toMatchObject({ code: 0, stdout: 'rendu-annote-2.docx\n' });
  expect(Buffer.compare(readFileSync(copy), corrected)).toBe(0);
});

test('a folder annotated twice is annotated once, and counted whole', async () => {
  const cwd = await fill({ ...ANSWERS, date: 'un jour de mars' });
  mkdirSync(join(cwd, 'recus'));
  renameSync(join(cwd, 'rendu.docx'), join(cwd, 'recus', 'a.docx'));
  writeFileSync(join(cwd, 'recus', 'b.docx'), 'Un texte inventé.');
  const first = await runCops(['import', '--annotate', 'recus'], { cwd });
  expect(first.code, first.stderr).toBe(1);
  expect(first.stdout).toMatch(/^Document +Copie, ou pourquoi il n’y en a pas +À corriger +À vérifier/);
  expect(first.stdout).toMatch(/a\.docx +recus\/a-annote\.docx +1 +\d/);
  expect(first.stdout).toMatch(/b\.docx +Les mots de ce document/);
  const second = await runCops(['import', '--annotate', 'recus'], { cwd });
  expect(second.stdout).toMatch(/a-annote\.docx +recus\/a-annote\.docx \(déjà là\) +1/);
  expect(readdirSync(join(cwd, 'recus'))).toEqual(['a-annote.docx', 'a.docx', 'b.docx']);
});

test('a line of a table that cannot be kept leaves the others, and waits to be sorted', async () => {
  const cwd = await fill({
    ...ANSWERS,
    'participants.1.role': 'patients inventés',
    'participants.1.effectif': '3',
    'coanimation.0.nom': 'Camille Exemple',
    'coanimation.1.nom': 'Dominique Fictif',
    'coanimation.1.role': 'Professionnel',
    departements: '31, Pays-Inventé',
    'texte/synthese': paragraph(runs('Un constat #inconnu inventé.')),
  });
  const { code, stdout, stderr } = await runCops(['import', 'rendu.docx'], { cwd });
  expect(code, stderr).toBe(0);
  const text = readFileSync(join(cwd, stdout.trim()), 'utf8');
  expect(text).toContain('{ role: professionnel, effectif: 4 }');
  expect(text).toContain('nom: Dominique Fictif');
  expect(text).toContain(
    '## À classer\n\nparticipants : patients inventés, 3\n\ncoanimation : Camille Exemple\n\ndepartements : Pays-Inventé\n',
  );
  expect(stderr.replace(/\s+/g, ' ')).toContain('« patients inventés, 3 » n’est pas dans « participants »');
  expect((await runCops(['check'], { cwd })).code).toBe(0);
});

test('a value that is wrong only without another leaves the header after it, and each keeps its words', async () => {
  const cwd = makeWorkspace();
  await runCops(['new', 'projet', '--output', 'p.docx'], { cwd });
  const answers = { titre: 'Projet inventé', 'structure.nom': 'Structure inventée', debut: '2023', fin: '2022' };
  const blank = readFileSync(join(cwd, 'p.docx'));
  writeFileSync(join(cwd, 'p.docx'), fillForm(blank, { ...answers, statut: 'Terminé', 'convention.date': 'hier' }));
  const annotated = await runCops(['import', '--annotate', 'p.docx'], { cwd });
  expect(annotated.code).toBe(1);
  const comments = partOf(readFileSync(join(cwd, 'p-annote.docx')), 'word/comments.xml');
  expect(comments).toContain('« Fin » est avant « Début » : corrigez l’une des deux dates.');
  expect(comments).toContain('« hier » n’est pas une date qui convient à « Convention — Date »');
  const { code, stdout, stderr } = await runCops(['import', 'p.docx'], { cwd });
  expect(code, stderr).toBe(0);
  const text = readFileSync(join(cwd, stdout.trim()), 'utf8');
  expect(text).toContain('## À classer\n\nconvention : hier\n\nfin : 2022\n\nstatut : Terminé\n');
});

test('a needed value that cannot be kept is quoted, not said to be absent', async () => {
  const cwd = await fill({ ...ANSWERS, date: '31 février 2023' });
  const { code, stderr } = await runCops(['import', 'rendu.docx'], { cwd });
  expect(code).toBe(1);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'le document dit « 31 février 2023 » pour « date », ce qui ne convient pas',
  );
  expect(stderr).not.toContain('pas été trouvé');
});

test('a form without a fault goes back without a comment', async () => {
  const cwd = await fill({ ...ANSWERS });
  const { code, stdout } = await runCops(['import', '--annotate', 'rendu.docx', '--output', 'rendus'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toBe('rendus/rendu-annote.docx\n');
});

test.each([
  [['rendu.docx', '--type', 'projet'], 'Ce formulaire est celui d’une fiche de type « atelier », et non « projet »'],
  [['rendu.docx', '--annotate', '--dry-run'], 'retirez --dry-run'],
  [['texte.txt', '--annotate'], 'Seul un fichier Word'],
])('%j is refused in a sentence', async (words, sentence) => {
  const cwd = await fill();
  writeFileSync(join(cwd, 'texte.txt'), 'Atelier du 14 mars 2024\n\nSynthèse\n\nUn constat inventé.\n');
  const { code, stdout, stderr } = await runCops(['import', ...words], { cwd });
  expect(code).toBeGreaterThan(0);
  expect(stdout).toBe('');
  expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
});
