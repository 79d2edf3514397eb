import { readdirSync, readFileSync } from 'node:fs';
import { collect, DEFAULT_SETTINGS } from '../../src/collection.ts';
import type { Position } from '../../src/diagnostic.ts';
import type { EditedFiche } from '../../src/editor/edited-fiche.ts';
import { parseFiche } from '../../src/record/fiche.ts';
import { indexLines } from '../../src/record/lines.ts';
import { schemas } from './parse.ts';

/** The sign that stands where the cursor is. */
const CURSOR = '‸';

/** A record in an editor, its cursor at « ‸ », among the grille and the PRS of `records/` and other files. */
export function editAt(
  marked: string,
  {
    file = 'records/ateliers/2022/2022-03-14-essai.md',
    others = {},
  }: { file?: string; others?: Record<string, string> } = {},
): { edited: EditedFiche; position: Position } {
  const at = marked.indexOf(CURSOR);
  if (at < 0) throw new Error('no cursor in this text');
  const text = marked.replace(CURSOR, '');
  const lines = indexLines(text);
  const grille = ['themes', 'prs'].flatMap((folder) =>
    readdirSync(`records/${folder}`).map((name) => `records/${folder}/${name}`),
  );
  const texts = new Map(grille.map((path) => [path, readFileSync(path, 'utf8')]));
  for (const [path, other] of [...Object.entries(others), [file, text] as const]) texts.set(path, other);
  const files = [...texts].map(([path, written]) => parseFiche(path, written, schemas));
  const collection = collect(files, { schemas, settings: DEFAULT_SETTINGS });
  return { edited: { file, lines, collection }, position: lines.positionAt(at) };
}

/** The text once a change is made in it. */
export function applyChange(
  { edited: { lines } }: { edited: EditedFiche },
  { range, text }: { range: { start: Position; end: Position }; text: string },
): string {
  const offset = ({ line, column }: Position) => lines.offsetOf(line) + column - 1;
  return lines.text.slice(0, offset(range.start)) + text + lines.text.slice(offset(range.end));
}
