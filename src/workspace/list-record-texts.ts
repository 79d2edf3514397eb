import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The Markdown files that lie in a folder, not below it, by their names; none where it is not there. */
export function listRecordTexts(folder: string): { readonly name: string; readonly text: string }[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
