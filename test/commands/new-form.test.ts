import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/checks/check-draft.ts';
import { annotateFile } from '../../src/commands/annotate-file.ts';
import type { Io } from '../../src/commands/io.ts';
import { readForm } from '../../src/form/read-form.ts';
import { readCompiledSchemas } from '../../src/workspace/read-setup.ts';
import { readWorkspace } from '../../src/workspace/read-workspace.ts';
import { fillForm, partOf } from '../support/form-file.ts';
import { valuesOf } from '../support/forms.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

const [, JOURNEE = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/types.md', 'utf8')) ?? [];

describe('a Word form', () => {
  test.each([
    ['--output', 'formulaire.docx'],
    ['--format', 'docx', '--output', 'formulaire.docx'],
    ['--output', 'FORMULAIRE.DOCX'],
  ])('is written where it is asked: %j', async (...options) => {
    const cwd = makeWorkspace();
    const { code, stdout, stderr } = await runCops(['new', 'atelier', ...options], { cwd });
    const name = options.at(-1) ?? '';
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`Formulaire écrit dans « ${name} »`);
    const bytes = readFileSync(join(cwd, name));
    expect(readForm(bytes, readCompiledSchemas(cwd))).toMatchObject({ type: 'atelier', values: [] });
    expect(readdirSync(cwd).sort()).toEqual([name, 'records'].sort());
  });

  test('goes to what reads the standard output, the same bytes each time', async () => {
    const cwd = makeWorkspace();
    const first = await runCops(['new', 'projet', '--format', 'docx'], { cwd });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.startsWith('PK')).toBe(true);
    expect((await runCops(['new', 'projet', '--format', 'docx', '--output', '-'], { cwd })).stdout).toBe(first.stdout);
  });

  test('offers the records that a key may name, and none that may be internal', async () => {
    const cwd = makeWorkspace({
      'records/projets/essai.md': '---\ntype: projet\ntitre: Projet secret\n---\n\n## Objectifs\n',
      'schemas/journee.schema.json': JOURNEE.replace(
        '"lieu": {',
        '"projet": { "type": "string", "pattern": "^[a-z-]+$", "description": "Un projet." },\n "lieu": {',
      ),
    });
    await runCops(['new', 'journee', '--output', 'j.docx'], { cwd });
    const document = partOf(readFileSync(join(cwd, 'j.docx')));
    expect(document).toContain(
      '<w:listItem w:displayText="2018-2022 — Projet Régional de Santé Occitanie 2018-2022" w:value="2018-2022"/>',
    );
    expect(document).toContain('cops:projet');
    expect(document).toContain('>PRS<');
    expect(document).not.toContain('secret');
  });

  test('of a type of the workspace asks its keys and its sections, and gives them back', async () => {
    const cwd = makeWorkspace({ 'schemas/journee.schema.json': JOURNEE });
    expect((await runCops(['new', 'journee', '--output', 'j.docx'], { cwd })).code).toBe(0);
    const filled = fillForm(readFileSync(join(cwd, 'j.docx')), {
      titre: 'Journée inventée',
      inscrits: '80',
      'texte/bilan': '<w:p><w:r><w:t>Un bilan inventé.</w:t></w:r></w:p>',
    });
    const record = readForm(filled, readCompiledSchemas(cwd));
    expect(record?.type).toBe('journee');
    expect(valuesOf(record)).toEqual({ titre: 'Journée inventée', inscrits: '80' });
    expect(record?.body).toBe('## Programme\n\n## Bilan\n\nUn bilan inventé.\n');
  });

  test('says which keys it cannot ask', async () => {
    const schema = JOURNEE.replace(
      '"lieu": {',
      '"tours": { "type": "array", "description": "Des tours.", "items": { "type": "array", "items": { "type": "string" } } },\n "lieu": {',
    );
    const cwd = makeWorkspace({ 'schemas/journee.schema.json': schema });
    const { code, stderr } = await runCops(['new', 'journee', '--output', 'j.docx'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('Ce formulaire ne demande pas « tours »');
  });

  test('with --dry-run, is not written', async () => {
    const cwd = makeWorkspace();
    const { code, stdout, stderr } = await runCops(['new', 'atelier', '--output', 'f.docx', '--dry-run'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Rien n’a été écrit ; le formulaire serait « f.docx »');
    expect(existsSync(join(cwd, 'f.docx'))).toBe(false);
  });

  test('never replaces a file', async () => {
    const cwd = makeWorkspace({ 'f.docx': 'autre chose' });
    const { code, stderr } = await runCops(['new', 'atelier', '--output', 'f.docx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('existe déjà et n’a pas été touché');
    expect(readFileSync(join(cwd, 'f.docx'), 'utf8')).toBe('autre chose');
  });

  test.each([
    [['--format', 'docx', '--output', 'f.odt'], {}, 'se termine par « .docx », ce que « f.odt » ne fait pas'],
    [['--output', 'f.md'], {}, '--output dit où écrire un formulaire Word'],
    [['--format', 'md', '--output', 'f.docx'], {}, '--output dit où écrire un formulaire Word'],
    [['--format', 'odt'], {}, '« odt » ne convient pas'],
    [['--output', 'records/f.docx'], {}, 'écrivez le formulaire ailleurs, par exemple dans « formulaires/ »'],
    [
      ['--output', 'f.docx', '--titre', 'T', '--set', 'lieu=V'],
      {},
      'ce que disent --titre et --set s’y remplit à la main',
    ],
    [['--format', 'docx'], { columns: 80 }, 'ne se lit pas dans un terminal'],
  ])('%j is refused in French, and nothing is written', async (options, world, sentence) => {
    const cwd = makeWorkspace();
    const { code, stdout, stderr } = await runCops(['new', 'atelier', ...options], { cwd, ...world });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
    expect(readdirSync(cwd)).toEqual(['records']);
  });
});

describe('the copy with comments', () => {
  async function prepare() {
    const cwd = makeWorkspace();
    await runCops(['new', 'atelier', '--output', 'rendu.docx'], { cwd });
    const bytes = readFileSync(join(cwd, 'rendu.docx'));
    const collection = await readWorkspace(cwd);
    const draft = checkDraft(
      'records/ateliers/2022/2022-05-31-essai.md',
      '---\ntype: atelier\ntitre: T\ndate: 2022-05-31\n---\n',
      {
        collection,
        today: '2026-01-15',
      },
    );
    const said: string[] = [];
    const stderr = { write: (text: string) => said.push(text) };
    const io = { cwd, stderr, stdout: stderr, now: new Date(0), env: {} } as unknown as Io;
    return { cwd, request: { name: 'rendu.docx', bytes, draft, schemas: collection.schemas }, io, said };
  }

  test('stands beside the form, which is not touched, under a name that no file has', async () => {
    const { cwd, request, io, said } = await prepare();
    expect(await annotateFile(request, io)).toMatchObject({ name: 'rendu-annote.docx', isNew: true });
    expect(said.join('')).toMatch(/\d+ commentaires sont dans « rendu-annote.docx »/);
    const comments = partOf(readFileSync(join(cwd, 'rendu-annote.docx')), 'word/comments.xml');
    expect(comments).toContain('Il manque « Sujet ». Le sujet proposé au groupe');
    expect(Buffer.compare(readFileSync(join(cwd, 'rendu.docx')), request.bytes)).toBe(0);
    expect(await annotateFile(request, io)).toMatchObject({ name: 'rendu-annote.docx', isNew: false });
    writeFileSync(join(cwd, 'rendu-annote.docx'), 'autre chose');
    expect(await annotateFile(request, io)).toMatchObject({ name: 'rendu-annote-2.docx', isNew: true });
    expect(readFileSync(join(cwd, 'rendu-annote.docx'), 'utf8')).toBe('autre chose');
  });

  test('stands in the folder that is asked for, and only a Word file has one', async () => {
    const { request, io, said } = await prepare();
    const copy = await annotateFile({ ...request, draft: { ...request.draft, faults: [] }, folder: 'rendus' }, io);
    expect(copy).toEqual({ name: join('rendus', 'rendu-annote.docx'), isNew: true, faults: [] });
    expect(said.join('')).toContain('Rien à corriger');
    await expect(annotateFile({ ...request, name: 'b.odt' }, io)).rejects.toThrow('Seul un fichier Word');
  });
});
