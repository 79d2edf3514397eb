import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { checkCollection } from '../checks/check-collection.ts';
import { KeptFindings } from '../checks/kept-findings.ts';
import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { UsageError } from '../usage-error.ts';
import { uriOf } from '../workspace/document-uri.ts';
import { OpenWorkspace } from '../workspace/open-workspace.ts';
import { toLspDiagnostic } from './lsp-format.ts';

/** What an editor is told, and what is asked of the world. */
export interface EditorClient {
  publish(document: { uri: string; version?: number; diagnostics: LspDiagnostic[] }): void;
  /** A sentence for the person. */
  warn(sentence: string): void;
  /** The program is wrong; the editor need not lose it for that. */
  fail(error: unknown): void;
  /** The current day, as an ISO date. */
  today(): string;
  /** Milliseconds from any start. */
  clock(): number;
}

/** A record that is open in the editor, by the name that the editor gives it. */
interface OpenDocument {
  readonly uri: string;
  readonly version: number;
}

/** Milliseconds between a change and the check that follows it, at least and at most: changes that come meanwhile share it. */
const SHORTEST_PAUSE = 20;
const LONGEST_PAUSE = 500;

/** A workspace in an editor: what changes in it is checked, and what is found is told. */
export class LspWorkspace {
  private readonly workspace: OpenWorkspace;
  private readonly client: EditorClient;
  private readonly kept = new KeptFindings();
  private readonly documents = new Map<string, OpenDocument>();
  /** What was last told of each file, to tell only what is new. */
  private readonly told = new Map<string, string>();
  private faults: readonly Diagnostic[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** As long as the last check took, so that a slow machine is not always checking. */
  private pause = SHORTEST_PAUSE;
  private loading: Promise<void>;

  constructor(root: string, client: EditorClient) {
    this.workspace = new OpenWorkspace(root);
    this.client = client;
    this.loading = this.load();
  }

  /** All records, once they are read; undefined where they cannot be, which was told. */
  async collection(): Promise<Collection | undefined> {
    await this.loading;
    return this.workspace.collection;
  }

  /** What the last check found in a file. */
  faultsOf(file: string): Diagnostic[] {
    return this.faults.filter((fault) => fault.file === file);
  }

  /** What is found in a file as it stands now: what an editor applies must fit its text to the letter. */
  currentFaultsOf(file: string): Diagnostic[] {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.check();
    return this.faultsOf(file);
  }

  /** A record is open in the editor, with a text that may not be saved. */
  write(file: string, text: string, document: OpenDocument): void {
    this.documents.set(file, document);
    this.workspace.write(file, text);
    this.schedule();
  }

  /** A record is no longer open. */
  release(file: string): void {
    this.documents.delete(file);
    this.workspace.release(file);
    this.schedule();
  }

  /** Something changed on disk. */
  hear(files: readonly string[]): void {
    const all = files.map((file) => this.workspace.hear(file)).some(Boolean);
    if (all) this.loading = this.loading.then(() => this.load());
    else this.schedule();
  }

  /** Nothing more will be told. */
  close(): void {
    clearTimeout(this.timer);
    this.workspace.close();
  }

  private async load(): Promise<void> {
    try {
      await this.workspace.load();
    } catch (error) {
      if (this.workspace.isClosed) return;
      if (error instanceof UsageError) this.client.warn(error.message);
      else this.client.fail(error);
    }
    this.schedule();
  }

  private schedule(): void {
    if (this.workspace.isClosed) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      try {
        this.check();
      } catch (error) {
        this.client.fail(error);
      }
    }, this.pause);
  }

  private check(): void {
    const { collection } = this.workspace;
    if (!collection) return;
    const start = this.client.clock();
    this.faults = checkCollection(collection, { today: this.client.today() }, this.kept);
    this.tell();
    this.pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, this.client.clock() - start));
  }

  /** Tells of each file whose faults are new, and of each open one whose text is. */
  private tell(): void {
    const byFile = new Map<string, LspDiagnostic[]>(
      [...this.told.keys(), ...this.documents.keys()].map((file) => [file, []]),
    );
    for (const fault of this.faults) {
      const found = byFile.get(fault.file);
      if (found) found.push(toLspDiagnostic(fault));
      else byFile.set(fault.file, [toLspDiagnostic(fault)]);
    }
    for (const [file, diagnostics] of byFile) {
      const document = this.documents.get(file);
      const said = JSON.stringify([document?.version, diagnostics]);
      if (this.told.get(file) === said) continue;
      if (diagnostics.length === 0 && !document) this.told.delete(file);
      else this.told.set(file, said);
      this.client.publish({
        uri: document?.uri ?? uriOf({ root: this.workspace.root, file }),
        ...document,
        diagnostics,
      });
    }
  }
}
