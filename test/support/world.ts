import { readdirSync, readFileSync } from 'node:fs';
import { collect, DEFAULT_SETTINGS } from '../../src/collection.ts';
import type { World } from '../../src/fixing/fix-record.ts';
import { parseFiche } from '../../src/record/fiche.ts';
import { schemas } from './parse.ts';

/** The grille and the PRS of `records/`, with which a record is checked. */
export function makeWorld(): World {
  const files = ['themes', 'prs'].flatMap((folder) =>
    readdirSync(`records/${folder}`).map((name) => {
      const path = `records/${folder}/${name}`;
      return parseFiche(path, readFileSync(path, 'utf8'), schemas);
    }),
  );
  return { collection: collect(files, { schemas, settings: DEFAULT_SETTINGS }), today: '2026-01-15' };
}
