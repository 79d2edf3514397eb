import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { startServer } from '../../bench/lsp-client.js';

/** A fault as the protocol tells it. */
export interface ToldFault {
  readonly code: string;
  readonly severity: number;
  readonly source: string;
  readonly message: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}

/** An editor that has opened a workspace, and speaks with a real `cops lsp`. */
export async function openEditor(
  cops: string,
  root: string,
  { capabilities = {}, processId = process.pid }: { capabilities?: object; processId?: number | null } = {},
) {
  const server = startServer([cops, 'lsp', '--stdio'], { cwd: root, patience: 20_000 });
  onTestFinished(() => {
    server.child.kill('SIGKILL');
  });
  const uriOf = (file: string) => pathToFileURL(join(root, file)).href;
  const initialized = await server.request('initialize', {
    processId,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'essai' }],
    capabilities,
  });
  server.notify('initialized', {});
  /** What is told of a file, at a version of its text where one is given. */
  const faults = async (file: string, version?: number): Promise<ToldFault[]> => {
    const said = await server.next(
      'textDocument/publishDiagnostics',
      (one) => one.uri === uriOf(file) && one.version === version,
    );
    return said.diagnostics;
  };
  return {
    ...server,
    initialized,
    uriOf,
    faults,
    /** Opens a file with a text, and says what is told of it. */
    open: (file: string, text: string) => {
      server.notify('textDocument/didOpen', {
        textDocument: { uri: uriOf(file), languageId: 'markdown', version: 1, text },
      });
      return faults(file, 1);
    },
    /** Replaces the whole text of an open file. */
    change: (file: string, version: number, text: string) => {
      server.notify('textDocument/didChange', {
        textDocument: { uri: uriOf(file), version },
        contentChanges: [{ text }],
      });
      return faults(file, version);
    },
    /** Asks something of the place that a text marks with « ‸ ». */
    ask: (method: string, file: string, marked: string) => {
      const before = marked.slice(0, marked.indexOf('‸')).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      return server.request(method, { textDocument: { uri: uriOf(file) }, position });
    },
    leave: async () => {
      await server.request('shutdown');
      server.notify('exit', undefined);
      return server.exited;
    },
  };
}
