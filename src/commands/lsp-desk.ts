import type {
  CodeAction,
  CompletionItem,
  Hover,
  Location,
  Position as LspPosition,
  Range as LspRange,
} from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../checks/index.ts';
import { complete } from '../editor/complete.ts';
import { define } from '../editor/define.ts';
import { describe } from '../editor/describe.ts';
import type { EditedFiche } from '../editor/edited-fiche.ts';
import { holds, isMendable } from '../fixing/fix-record.ts';
import { rangesTouch } from '../fixing/splice.ts';
import { indexLines } from '../record/lines.ts';
import { findWorkspaceAbove, type PlacedFile, placeOfUri, uriOf } from '../workspace/document-uri.ts';
import { isRecordPath } from '../workspace/read-records.ts';
import { fromLspPosition, fromLspRange, toCodeAction, toCompletionItems, toLspRange } from './lsp-format.ts';
import { type EditorClient, LspWorkspace } from './lsp-workspace.ts';

/** All that is open in an editor: its records, each in the workspace where it lies. */
export class LspDesk {
  private readonly client: EditorClient;
  private readonly workspaces = new Map<string, LspWorkspace>();

  constructor(client: EditorClient) {
    this.client = client;
  }

  /** Opens the workspace of a folder, if it is in one. */
  openFolder(path: string): void {
    const root = findWorkspaceAbove(path);
    if (root !== undefined) this.workspaceAt(root);
  }

  /** A document is open, with this text; one that is no record of a workspace is left alone. */
  write(document: TextDocument): void {
    const { uri, version } = document;
    const place = placeOfRecord(uri);
    if (place) this.workspaceAt(place.root).write(place.file, document.getText(), { uri, version });
  }

  /** A document is closed. */
  release({ uri }: TextDocument): void {
    const place = placeOfRecord(uri);
    if (place) this.workspaces.get(place.root)?.release(place.file);
  }

  /** Files changed on disk. */
  hear(uris: readonly string[]): void {
    const places = uris.flatMap((uri) => placeOfUri(uri) ?? []);
    for (const [root, workspace] of this.workspaces) {
      const files = places.filter((place) => place.root === root).map(({ file }) => file);
      if (files.length > 0) workspace.hear(files);
    }
  }

  /** What may be written at a place. */
  async complete(document: TextDocument, position: LspPosition): Promise<CompletionItem[]> {
    const edited = await this.edit(document);
    return edited ? toCompletionItems(complete(edited, fromLspPosition(position))) : [];
  }

  /** What the word at a place means. */
  async describe(document: TextDocument, position: LspPosition): Promise<Hover | null> {
    const edited = await this.edit(document);
    const faults = edited ? this.workspaceAt(edited.root).faultsOf(edited.file) : [];
    const said = edited && describe(edited, fromLspPosition(position), { faults, rules: RULES });
    if (!said) return null;
    return {
      contents: { kind: MarkupKind.PlainText, value: said.text },
      ...(said.range && { range: toLspRange(said.range) }),
    };
  }

  /** Where what the word at a place names is written. */
  async define(document: TextDocument, position: LspPosition): Promise<Location | null> {
    const edited = await this.edit(document);
    const target = edited && define(edited, fromLspPosition(position));
    if (!edited || !target) return null;
    const uri = target.file === edited.file ? document.uri : uriOf({ root: edited.root, file: target.file });
    return { uri, range: toLspRange(target.range) };
  }

  /** What `cops check --fix` would do for the faults of a stretch. */
  async mend(document: TextDocument, range: LspRange): Promise<CodeAction[]> {
    const edited = await this.edit(document);
    if (!edited) return [];
    const faults = this.workspaceAt(edited.root).currentFaultsOf(edited.file);
    const world = { collection: edited.collection, today: this.client.today() };
    return faults
      .filter(isMendable)
      .filter((fault) => rangesTouch(fault.range, fromLspRange(range)) && holds(fault, document.getText(), world))
      .map((fault) => toCodeAction(fault, document.uri));
  }

  /** Nothing more will be told. */
  close(): void {
    for (const workspace of this.workspaces.values()) workspace.close();
  }

  private async edit(document: TextDocument): Promise<(EditedFiche & PlacedFile) | undefined> {
    const place = placeOfRecord(document.uri);
    const collection = place && (await this.workspaceAt(place.root).collection());
    const lines = indexLines(document.getText().replace(/\r\n?/g, '\n'));
    return collection && { ...place, lines, collection };
  }

  private workspaceAt(root: string): LspWorkspace {
    const workspace = this.workspaces.get(root) ?? new LspWorkspace(root, this.client);
    this.workspaces.set(root, workspace);
    return workspace;
  }
}

function placeOfRecord(uri: string): PlacedFile | undefined {
  const place = placeOfUri(uri);
  return place && isRecordPath(place.file) ? place : undefined;
}
