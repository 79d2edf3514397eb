import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { CheckContext } from '../../src/checks/check.ts';
import { checkCollection, findErrors } from '../../src/checks/check-collection.ts';
import { collect, DEFAULT_SETTINGS } from '../../src/collection.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { parseFiche } from '../../src/record/fiche.ts';
import { schemas } from './parse.ts';

const BASE = ['themes', 'prs'].flatMap((folder) =>
  readdirSync(`records/${folder}`).map((name) => {
    const path = `records/${folder}/${name}`;
    return parseFiche(path, readFileSync(path, 'utf8'), schemas);
  }),
);

/** Every fault of some files, added to the grille and the PRS of `records/`; nothing touches the disk. */
export function checkFiles(files: Readonly<Record<string, string>>, context: Partial<CheckContext> = {}): Diagnostic[] {
  const own = Object.entries(files).map(([file, text]) => parseFiche(file, text, schemas));
  const read = [...BASE.filter(({ file }) => !(file in files)), ...own];
  const collection = collect(read, { schemas, settings: DEFAULT_SETTINGS });
  const day = { today: '2026-01-15', ...context };
  const found = checkCollection(collection, day);
  // What a summary looks for is what check would call an error, whatever the case.
  expect(findErrors(collection, day)).toEqual(found.filter(({ severity }) => severity === 'error'));
  return found;
}
