import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type Position,
  ShowMessageNotification,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { UsageError } from '../usage-error.ts';
import { pathOfUri } from '../workspace/document-uri.ts';
import { isRunning } from '../workspace/is-running.ts';
import { dayOf, type Io, type Outcome, print } from './io.ts';
import { LspDesk } from './lsp-desk.ts';
import type { EditorClient } from './lsp-workspace.ts';

/** How often to see whether the editor still runs, in milliseconds. */
const EDITOR_IS_ASKED_EVERY = 3000;

/** What an editor may ask of us. */
const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: ['#', ' ', ':', '[', '{', ',', '-'] },
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
};

/** Everything that may change what is found in a record. */
const WATCHED = ['**/records/**', '**/cops.yaml', '**/schemas/*.schema.json'];

type Connection = ReturnType<typeof createConnection>;

/** Speaks with an editor, on stdin and stdout, until it says so, goes away or dies. Ends in a fault where it did not say so first. */
export function speakWithEditor({ directory }: { directory: string }, io: Io): Promise<Outcome> {
  if (io.stdin.isTTY)
    throw new UsageError(
      '« cops lsp » se lance depuis un éditeur de texte, et non à la main : docs/editeurs.md dit comment le régler.',
    );
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout | undefined;
    let isOver = false;
    const end = (outcome: Outcome) => {
      if (!isOver && outcome === 'faults') print(io.stderr, GONE);
      isOver = true;
      clearInterval(watch);
      desk.close();
      io.stdin.destroy();
      resolve(outcome);
    };
    const watchDog = {
      shutdownReceived: false,
      initialize({ processId }: InitializeParams) {
        if (typeof processId === 'number')
          watch ??= setInterval(() => isRunning(processId) || end('faults'), EDITOR_IS_ASKED_EVERY);
      },
      exit: (code: number) => end(code === 0 ? 'fine' : 'faults'),
    };
    const connection = connect(watchDog, io);
    const desk = new LspDesk(clientOf(connection, io));
    for (const event of ['end', 'close', 'error'])
      io.stdin.once(event, () => end(watchDog.shutdownReceived ? 'fine' : 'faults'));
    greet(connection, desk, directory);
    answer(connection, desk);
    connection.listen();
  });
}

const GONE = 'cops lsp : L’éditeur s’est arrêté sans prévenir : cops s’arrête aussi. Aucun fichier n’a été touché.';

/** What cannot be read is told on stderr, which editors keep in a log; the conversation goes on. */
function connect(watchDog: Parameters<typeof createConnection>[1], { stdin, stdout, stderr }: Io): Connection {
  const quiet = () => undefined;
  const say = (reason: string) =>
    print(stderr, `cops lsp : un message de l’éditeur n’a pas pu être traité (${reason.replace(/\s+/g, ' ')}).`);
  return createConnection(() => {
    const streams = [new StreamMessageReader(stdin), new StreamMessageWriter(stdout)] as const;
    const protocol = createProtocolConnection(...streams, { error: say, warn: say, info: quiet, log: quiet });
    protocol.onError(() => {
      print(stderr, 'cops lsp : un message de l’éditeur est mal formé, et laissé de côté.');
      // The reader stopped in the middle of what came: it goes on with the next piece, be it empty.
      setImmediate(() => stdin.emit('data', Buffer.alloc(0)));
    });
    return protocol;
  }, watchDog);
}

function clientOf(connection: Connection, { now, stderr }: Io): EditorClient {
  const start = performance.now();
  const fail = (error: unknown) => print(stderr, `cops lsp : ${sayDefect(error)}`);
  return {
    publish: (document) => void connection.sendDiagnostics(document).catch(fail),
    warn: (message) =>
      void connection
        .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
        .catch(fail),
    fail,
    // An editor stays open for days.
    today: () => dayOf({ now: new Date(now.getTime() + performance.now() - start) }),
    clock: () => performance.now(),
  };
}

function sayDefect(error: unknown): string {
  return `le programme s’est trompé, ce n’est pas votre faute. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Hears what the editor has opened and what it can do, and asks it to tell of what changes on disk. */
function greet(connection: Connection, desk: LspDesk, directory: string): void {
  let folders: readonly string[] = [];
  let canWatch = false;
  connection.onInitialize(({ workspaceFolders, rootUri, capabilities }) => {
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    folders = uris.length > 0 ? uris.flatMap((uri) => pathOfUri(uri) ?? []) : [directory];
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    return { capabilities: CAPABILITIES, serverInfo: { name: 'cops' } };
  });
  connection.onInitialized(() => {
    for (const folder of folders) desk.openFolder(folder);
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    // An editor that refuses tells us of fewer changes, and that is all.
    if (canWatch)
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  });
}

/** Follows the documents of the editor, and answers its questions about them; one that is not open has no answer. */
function answer(connection: Connection, desk: LspDesk): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => desk.write(document));
  documents.onDidClose(({ document }) => desk.release(document));
  documents.onDidSave(({ document }) => desk.hear([document.uri]));
  connection.onDidChangeWatchedFiles(({ changes }) => desk.hear(changes.map(({ uri }) => uri)));
  const about = <T>({ textDocument, position }: TextDocumentPositionParams, ask: Ask<T>) => {
    const document = documents.get(textDocument.uri);
    return document ? ask.call(desk, document, position) : null;
  };
  connection.onCompletion((params) => about(params, desk.complete));
  connection.onHover((params) => about(params, desk.describe));
  connection.onDefinition((params) => about(params, desk.define));
  connection.onCodeAction(({ textDocument, range }) => {
    const document = documents.get(textDocument.uri);
    return document ? desk.mend(document, range) : [];
  });
  documents.listen(connection);
}

type Ask<T> = (this: LspDesk, document: TextDocument, position: Position) => Promise<T>;
