import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type Collection, collect } from '../collection.ts';
import type { ReadFiche } from '../record/fiche.ts';
import { RECORDS_FOLDER, SETTINGS_FILE } from './find-workspace.ts';
import { isRecordPath, readRecord, readRecordText } from './read-records.ts';
import { readWorkspace } from './read-workspace.ts';

/**
 * A workspace that stays open: its records are read once, then one by one as they change; a text that is not saved yet stands
 * in place of its file. A class because all of it changes with time.
 */
export class OpenWorkspace {
  readonly root: string;
  /** What the disk says, by path; empty until it is loaded. */
  private files = new Map<string, ReadFiche>();
  private readonly texts = new Map<string, { readonly text: string; read?: ReadFiche }>();
  private base: Collection | undefined;
  private together: Collection | undefined;
  private isLoading = false;
  private readonly closing = new AbortController();

  constructor(root: string) {
    this.root = root;
  }

  /** Reads all of it, anew where it was read before. Throws a UsageError where a schema of its own is faulty. */
  async load(): Promise<void> {
    this.isLoading = true;
    const base = await readWorkspace(this.root, { bodies: true, signal: this.closing.signal }).finally(() => {
      this.isLoading = false;
    });
    const ofFiles = new Set(base.files.flatMap(({ faults }) => faults));
    this.base = { ...base, faults: base.faults.filter((fault) => !ofFiles.has(fault)) };
    this.files = new Map(base.files.map((read) => [read.file, read]));
    for (const entry of this.texts.values()) delete entry.read;
    this.together = undefined;
  }

  /** All records as they stand now. Undefined until they are loaded. */
  get collection(): Collection | undefined {
    const { base } = this;
    if (!base || this.together) return this.together;
    const files = new Map(this.files);
    for (const [file, entry] of this.texts) {
      entry.read ??= readRecordText(file, entry.text, base.schemas);
      files.set(file, entry.read);
    }
    this.together = collect([...files.values()], base);
    return this.together;
  }

  /** A record takes a text that its file may not have. */
  write(file: string, text: string): void {
    this.texts.set(file, { text });
    this.together = undefined;
  }

  /** A record is again what its file says. */
  release(file: string): void {
    if (this.texts.delete(file)) this.refresh(file);
  }

  /** Hears that something changed on disk. Says whether all must be loaded again: what holds for every record has changed. */
  hear(file: string): boolean {
    if (this.isLoading || file === SETTINGS_FILE || file.startsWith('schemas/')) return true;
    if (isRecordPath(file)) this.refresh(file);
    else if (file.startsWith(`${RECORDS_FOLDER}/`) && !file.includes('/.')) return this.hearFolder(file);
    return false;
  }

  /** Stops reading; nothing of it is used any more. */
  close(): void {
    this.closing.abort();
  }

  /** Whether it was closed. */
  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** A folder that is gone takes its records away; one that comes, or a record of another extension, is seen by reading all. */
  private hearFolder(path: string): boolean {
    const stats = this.statOf(path);
    if (stats) return stats.isDirectory() || /\.(?:md|markdown|mdown|mdx|md\.txt)$/i.test(path);
    for (const file of this.files.keys()) if (file.startsWith(`${path}/`)) this.refresh(file);
    return false;
  }

  /** One file is read anew; where it is gone, it is a record no longer. */
  private refresh(file: string): void {
    if (!this.base) return;
    if (isRecordPath(file) && this.statOf(file))
      this.files.set(file, readRecord(this.root, file, { schemas: this.base.schemas }));
    else this.files.delete(file);
    this.together = undefined;
  }

  private statOf(path: string): Stats | undefined {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false });
  }
}
