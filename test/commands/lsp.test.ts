import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { frame, startServer } from '../../bench/lsp-client.js';
import { readWorkspace } from '../../src/workspace/read-workspace.ts';
import { buildCops } from '../support/built-cops.ts';
import { openEditor } from '../support/editor.ts';
import { atelier } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const FILE = 'records/ateliers/2022/2022-03-14-essai.md';
const OTHER = 'records/ateliers/2022/2022-03-14-autre.md';

let cops = '';
beforeAll(() => {
  cops = buildCops();
});

function coded(words: string): string {
  return atelier({
    body: `## Situation choisie par le groupe\n\n## Synthèse coconstruite\n\n- Un constat inventé. ${words}\n`,
  });
}

function codes(faults: readonly { code: string }[]): string[] {
  return faults.map(({ code }) => code);
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

describe('fixes', () => {
  const text = coded('#Perennisation').replace('situation:', 'modalite: Mixte\nsituation:');
  const linesOf = (one: string) => one.split('\n');

  test('are those of `check --fix`, for the text as it stands', async () => {
    const root = makeWorkspace({ [FILE]: text });
    const editor = await openEditor(cops, root);
    expect(editor.initialized.capabilities).toMatchObject({ codeActionProvider: { codeActionKinds: ['quickfix'] } });
    await editor.open(FILE, text);
    await editor.change(FILE, 2, `${text}\n`);
    const line = linesOf(text).findIndex((one) => one.includes('#Perennisation'));
    const character = linesOf(text)[line]?.indexOf('#') ?? 0;
    const cursor = { line, character: character + 3 };
    const ask = (start: object, end: object) =>
      editor.request('textDocument/codeAction', {
        textDocument: { uri: editor.uriOf(FILE) },
        range: { start, end },
        context: { diagnostics: [] },
      });
    const range = { start: { line, character }, end: { line, character: character + '#Perennisation'.length } };
    expect(await ask(cursor, cursor)).toMatchObject([
      {
        title: 'Corriger : « #Perennisation » devient « #perennisation »',
        kind: 'quickfix',
        diagnostics: [{ code: 'theme-inconnu', range }],
        edit: { changes: { [editor.uriOf(FILE)]: [{ range, newText: '#perennisation' }] } },
      },
    ]);
    const all = await ask({ line: 0, character: 0 }, { line: line + 1, character: 0 });
    expect(all.map(({ title }: { title: string }) => title)).toEqual([
      'Corriger : « Mixte » devient « mixte »',
      'Corriger : « #Perennisation » devient « #perennisation »',
    ]);
    expect(await ask({ line: 1, character: 0 }, { line: 1, character: 4 })).toEqual([]);
  });

  test('are not offered where another fault would come', async () => {
    const wrong = atelier({ header: 'date: 31/05/2022' });
    const editor = await openEditor(cops, makeWorkspace({ [FILE]: wrong }));
    expect(codes(await editor.open(FILE, wrong))).toEqual(['date-invalide']);
    const asked = await editor.request('textDocument/codeAction', {
      textDocument: { uri: editor.uriOf(FILE) },
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 20 } },
      context: { diagnostics: [] },
    });
    expect(asked).toEqual([]);
  });
});

describe('faults', () => {
  test('are those of `check`, at the same places and in the same words', async () => {
    const text = coded('#absent Écrire à prenom.nom@exemple.fr').replace('situation:', 'situaton:');
    const root = makeWorkspace({ [FILE]: text });
    const editor = await openEditor(cops, root);
    expect(editor.initialized.capabilities).toMatchObject({ hoverProvider: true, definitionProvider: true });
    const told = await editor.open(FILE, text);
    const checked = JSON.parse((await runCops(['check', '--format', 'json'], { cwd: root })).stdout);
    expect(told.length).toBeGreaterThan(2);
    expect(
      told.map(({ code, severity, source, message, range: { start, end } }) => ({
        code,
        severity: severity === 1 ? 'error' : 'warning',
        source,
        message,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      })),
    ).toEqual(checked.diagnostics.map(({ file: _, ...fault }: { file: string }) => ({ ...fault, source: 'cops' })));
    expect(JSON.stringify(told)).not.toContain('prenom.nom');
    expect(await editor.leave()).toEqual({ code: 0, signal: null });
    expect(editor.stderr()).toBe('');
  });

  test('follow the text that is not saved, and the file once it is closed', async () => {
    const root = makeWorkspace({ [FILE]: coded('#perennisation') });
    const editor = await openEditor(cops, root);
    expect(await editor.open(FILE, coded('#perennisation'))).toEqual([]);
    expect(codes(await editor.change(FILE, 2, coded('#perenisation')))).toEqual(['theme-inconnu']);
    editor.notify('textDocument/didClose', { textDocument: { uri: editor.uriOf(FILE) } });
    expect(await editor.faults(FILE)).toEqual([]);
  });

  test('follow one key at a time, with line ends of Windows and signs of two units', async () => {
    const text = coded('🙂 dit-on. #perennisation').replaceAll('\n', '\r\n');
    const root = makeWorkspace({ [FILE]: text });
    const editor = await openEditor(cops, root);
    expect(await editor.open(FILE, text)).toEqual([]);
    const line = text.split('\r\n').findIndex((one) => one.includes('🙂'));
    const character = text.split('\r\n')[line]?.length ?? 0;
    const place = { line, character };
    editor.notify('textDocument/didChange', {
      textDocument: { uri: editor.uriOf(FILE), version: 2 },
      contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
    });
    const [fault] = await editor.faults(FILE, 2);
    expect(fault).toMatchObject({
      code: 'theme-inconnu',
      range: {
        start: { line, character: character - '#perennisation'.length },
        end: { line, character: character + 1 },
      },
    });
  });

  test('between records are seen: a theme not saved yet, an id that is taken', async () => {
    const root = makeWorkspace({ [FILE]: coded('#neuf'), 'records/projets/pilote.md': 'vide' });
    const editor = await openEditor(cops, root);
    expect(codes(await editor.open(FILE, coded('#neuf')))).toEqual(['theme-inconnu']);
    await editor.open('records/themes/neuf.md', '---\ntype: theme\ntitre: Neuf\ndefinition: Un thème inventé.\n---\n');
    editor.notify('textDocument/didChange', {
      textDocument: { uri: editor.uriOf(FILE), version: 2 },
      contentChanges: [{ text: coded('#neuf') }],
    });
    expect(await editor.faults(FILE, 2)).toEqual([]);
    const twin = 'records/ateliers/2023/2022-03-14-essai.md';
    const told = await editor.open(twin, coded('#neuf'));
    expect(codes(told)).toContain('identifiant-en-double');
  });

  test('of records that are not open are told too, and those of other files are not', async () => {
    const root = makeWorkspace({ [OTHER]: coded('#absent'), 'LISEZMOI.md': '# Un titre #absent\n' });
    const editor = await openEditor(cops, root);
    expect(codes(await editor.faults(OTHER))).toEqual(['theme-inconnu']);
    editor.notify('textDocument/didOpen', {
      textDocument: { uri: editor.uriOf('LISEZMOI.md'), languageId: 'markdown', version: 1, text: '#absent' },
    });
    editor.notify('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Sans-titre', languageId: 'markdown', version: 1, text: '#absent' },
    });
    await editor.open(FILE, coded('#perennisation'));
    const told = editor.unheard('textDocument/publishDiagnostics').map(({ uri }) => uri);
    expect(told).toEqual([]);
    expect(await editor.ask('textDocument/completion', 'LISEZMOI.md', '‸')).toEqual([]);
    expect(await editor.ask('textDocument/completion', 'jamais-ouvert.md', '‸')).toBeNull();
  });

  test('a record in a folder that does not exist yet is checked', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root);
    expect(codes(await editor.open(FILE, coded('#absent')))).toEqual(['theme-inconnu']);
  });

  test('a text too large to be a record is said to be', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root);
    expect(codes(await editor.open(FILE, coded('x'.repeat(1_100_000))))).toEqual(['fichier-trop-gros']);
    expect(codes(await editor.change(FILE, 2, ''))).toEqual(['fichier-vide']);
  });
});

describe('what changes on disk', () => {
  const WATCHING = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

  test('is asked for, and heard: a file written, removed, a folder removed', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root, { capabilities: WATCHING });
    const { registrations } = await editor.respond('client/registerCapability', null);
    expect(registrations[0]).toMatchObject({ method: 'workspace/didChangeWatchedFiles' });
    await editor.open(FILE, coded('#perennisation'));
    const hear = (file: string, type: number) =>
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uriOf(file), type }] });

    writeFiles(root, { [OTHER]: coded('#absent') });
    hear(OTHER, 1);
    expect(codes(await editor.faults(OTHER))).toEqual(['theme-inconnu']);
    writeFiles(root, { [OTHER]: coded('#perennisation') });
    hear(OTHER, 2);
    expect(await editor.faults(OTHER)).toEqual([]);

    rmSync(join(root, 'records/themes/perennisation.md'));
    hear('records/themes/perennisation.md', 3);
    expect(codes(await editor.faults(OTHER))).toEqual(['theme-inconnu']);
    rmSync(join(root, 'records/ateliers/2022'), { recursive: true });
    hear('records/ateliers/2022', 3);
    expect(await editor.faults(OTHER)).toEqual([]);
  });

  test('settings, and records that come as a folder, are read anew', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root);
    await editor.open(FILE, coded('#perennisation'));
    writeFileSync(join(root, 'cops.yaml'), 'seuils: beaucoup\n');
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uriOf('cops.yaml'), type: 1 }] });
    expect(codes(await editor.faults('cops.yaml'))).toEqual(['valeur-inattendue']);
    writeFiles(root, { 'a-part/2022-03-14-autre.md': coded('#absent') });
    renameSync(join(root, 'a-part'), join(root, 'records/ateliers'));
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uriOf('records/ateliers'), type: 1 }] });
    expect(codes(await editor.faults('records/ateliers/2022-03-14-autre.md'))).toEqual(['theme-inconnu']);
  });

  test('a schema that does not read is told to the person, and the conversation goes on', async () => {
    const root = makeWorkspace({ 'schemas/atelier.schema.json': '{' });
    const editor = await openEditor(cops, root);
    const said = await editor.next('window/showMessage');
    expect(said.message).toContain('schemas/atelier.schema.json');
    expect(await editor.ask('textDocument/hover', FILE, '‸')).toBeNull();
    rmSync(join(root, 'schemas'), { recursive: true });
    editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uriOf('schemas/atelier.schema.json'), type: 3 }],
    });
    expect(codes(await editor.open(FILE, coded('#absent')))).toEqual(['theme-inconnu']);
  });
});

describe('answers', () => {
  test('keys, themes and their meaning, and where they are written', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root);
    const marked = coded('#temps-‸de-consultation');
    await editor.open(FILE, marked.replace('‸', ''));
    const hover = await editor.ask('textDocument/hover', FILE, marked);
    expect(hover.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(/^Temps de consultation\n\nLa durée/),
    });
    expect(await editor.ask('textDocument/definition', FILE, marked)).toEqual({
      uri: editor.uriOf('records/themes/temps-de-consultation.md'),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });

    const typing = coded('#‸');
    await editor.change(FILE, 2, typing.replace('‸', ''));
    const themes = await editor.ask('textDocument/completion', FILE, typing);
    expect(themes).toHaveLength(15);
    expect(themes[0]).toMatchObject({
      label: '#temps-de-consultation',
      textEdit: { newText: '#temps-de-consultation' },
    });

    const header = '---\ntype: atelier\n‸\n---\n';
    await editor.change(FILE, 3, header.replace('‸', ''));
    const keys = await editor.ask('textDocument/completion', FILE, header);
    expect(keys.map(({ label }: { label: string }) => label)).toContain('situation');
    expect(keys.find(({ label }: { label: string }) => label === 'date').documentation.value).toBe(
      'Le jour de l’atelier.',
    );
  });

  test('what a fault is, and nothing where there is nothing', async () => {
    const root = makeWorkspace();
    const editor = await openEditor(cops, root);
    const marked = coded('#abs‸ent');
    await editor.open(FILE, marked.replace('‸', ''));
    const hover = await editor.ask('textDocument/hover', FILE, marked);
    expect(hover.contents.value).toMatch(/^Thème absent de la grille\. Un thème mal orthographié/);
    expect(await editor.ask('textDocument/hover', FILE, '‸')).toBeNull();
    expect(await editor.ask('textDocument/definition', FILE, marked)).toBeNull();
    expect(await editor.ask('textDocument/hover', OTHER, '‸')).toBeNull();
  });
});

describe('the end', () => {
  test('without a word before is an end all the same, with another code', async () => {
    const editor = await openEditor(cops, makeWorkspace());
    editor.notify('exit', undefined);
    expect(await editor.exited).toEqual({ code: 1, signal: null });
  });

  test.each([
    ['said so', true, 0],
    ['did not', false, 1],
  ])('an editor that closes its end and %s leaves nothing behind', async (_, says, code) => {
    const editor = await openEditor(cops, makeWorkspace());
    if (says) await editor.request('shutdown');
    editor.child.stdin.end();
    expect(await editor.exited).toEqual({ code, signal: null });
  });

  test('an editor that is killed while others hold its end leaves nothing behind', async () => {
    const dying = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const editor = await openEditor(cops, makeWorkspace(), { processId: dying.pid ?? 0 });
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    expect(await editor.exited).toEqual({ code: 1, signal: null });
  });

  test('an interruption ends it as it ends any command', async () => {
    const editor = await openEditor(cops, makeWorkspace());
    editor.child.kill('SIGINT');
    expect(await editor.exited).toEqual({ code: 130, signal: null });
  });

  test('a workspace that is still being read is let go', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => [`records/projets/p-${index}.md`, coded('#perennisation')]);
    const root = makeWorkspace(Object.fromEntries(many));
    const wholly = await time(() => readWorkspace(root));
    const editor = await openEditor(cops, root);
    const leaving = await time(async () => {
      expect(await editor.leave()).toEqual({ code: 0, signal: null });
    });
    expect(leaving).toBeLessThan(wholly * 0.7);
  });
});

describe('what is no message', () => {
  test.each([
    ['words', 'bonjour\r\n\r\n'],
    ['a message without a length', 'Content-Type: x\r\n\r\n'],
    ['a length that is none', 'Content-Length: beaucoup\r\n\r\n'],
    ['a text that is no JSON', frame('{ "jsonrpc": ')],
    ['JSON that is no message', frame('[1, 2]')],
    ['nothing', frame('null')],
    ['a question that nobody knows', frame('{"jsonrpc":"2.0","id":"x","method":"inconnu/inconnu"}')],
    ['a question without its words', frame('{"jsonrpc":"2.0","id":"y","method":"textDocument/hover"}')],
    [
      'a change of what is not open',
      frame(
        '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x.md","version":3},"contentChanges":[{"text":"x"}]}}',
      ),
    ],
    ['a change without its words', frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}')],
    [
      'a URI that is none',
      frame(
        '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"::","languageId":"x","version":1,"text":"x"}}}',
      ),
    ],
  ])('%s does not stop the conversation', async (_, garbage) => {
    const editor = await openEditor(cops, makeWorkspace());
    editor.writeRaw(garbage);
    expect(codes(await editor.open(FILE, coded('#absent')))).toEqual(['theme-inconnu']);
    expect(await editor.leave()).toEqual({ code: 0, signal: null });
  });

  test('what could not be read is told on stderr, in one French line', async () => {
    const editor = await openEditor(cops, makeWorkspace());
    editor.writeRaw(frame('{'));
    await editor.open(FILE, coded(''));
    expect(editor.stderr()).toBe('cops lsp : un message de l’éditeur est mal formé, et laissé de côté.\n');
  });
});

test('a folder that is no workspace is no fault: its files are left alone', async () => {
  const root = makeFolder();
  const editor = await openEditor(cops, root);
  expect(await editor.ask('textDocument/hover', 'x.md', '‸')).toBeNull();
  expect(await editor.leave()).toEqual({ code: 0, signal: null });
});

test('without a folder, the workspace of each file is found from where it lies', async () => {
  const root = makeWorkspace({ [FILE]: coded('#absent') });
  const server = startServer([cops, 'lsp'], { cwd: '/', patience: 20_000 });
  await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  const uri = `file://${join(root, FILE)}`;
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: coded('#absent') },
  });
  const said = await server.next('textDocument/publishDiagnostics', (one) => one.version === 1);
  expect(codes(said.diagnostics)).toEqual(['theme-inconnu']);
  server.child.stdin.end();
  expect((await server.exited).code).toBe(1);
});
