// What a person waits for in an editor: from a keystroke to the faults of the text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from './lsp-client.js';

/**
 * Milliseconds from each keystroke to the diagnostics of the text that holds it, in a record of a workspace that is read.
 * The keys are typed and taken back in turn, so that the faults change; some rounds first are not counted.
 * `between` runs after each that counts, such as a measure of something else.
 * @param {{ cops: string, workspace: string, file: string, runs: number, between: () => void }} options
 * @returns {Promise<number[]>}
 */
export async function timeKeystrokes({ cops, workspace, file, runs, between }) {
  const server = startServer([cops, 'lsp'], { cwd: workspace });
  const uri = pathToFileURL(join(workspace, file)).href;
  const text = readFileSync(join(workspace, file), 'utf8');
  await server.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(workspace).href,
    capabilities: {},
  });
  server.notify('initialized', {});
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 0, text } });
  await server.next('textDocument/publishDiagnostics', (said) => said.uri === uri && said.version === 0);
  const line = text.split('\n').findIndex((one) => /#[a-z-]+$/.test(one));
  const character = text.split('\n')[line]?.length ?? 0;
  const times = [];
  for (let version = 1; version <= runs + WARM_UP; version++) {
    const isTyped = version % 2 === 1;
    const start = { line, character };
    const range = { start, end: isTyped ? start : { line, character: character + 1 } };
    const begun = performance.now();
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: isTyped ? 'x' : '' }],
    });
    const { diagnostics } = await server.next('textDocument/publishDiagnostics', (said) => said.version === version);
    const time = performance.now() - begun;
    const isFound = diagnostics.some((/** @type {{ code: string }} */ { code }) => code === 'theme-inconnu');
    if (isFound !== isTyped) throw new Error(`faute attendue : ${isTyped} ; dite : ${isFound}`);
    if (version <= WARM_UP) continue;
    times.push(time);
    between();
  }
  await server.request('shutdown');
  server.notify('exit', undefined);
  await server.exited;
  return times;
}

const WARM_UP = 6;
