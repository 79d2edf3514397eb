import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillForm, paragraph, partOf, runs } from '../support/form-file.ts';
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
