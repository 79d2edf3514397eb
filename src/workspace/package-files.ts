import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quote } from '../french.ts';
import type { JsonSchema } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';

/** Where the package's own schemas, templates and grille lie, in its sources as in its bundle. */
export function findPackageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'schemas', 'commun.schema.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('package-files: schemas are missing from the package');
  }
}

/** The schemas of the package, each replaced by the workspace's own of the same name. Throws a UsageError where one is no JSON. */
export function readSchemas(root: string | undefined): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const folder of [join(findPackageRoot(), 'schemas'), ...(root ? [join(root, 'schemas')] : [])]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.schema.json')) schemas.set(name, readSchema(join(folder, name), name));
    }
  }
  return schemas;
}

function readSchema(path: string, name: string): JsonSchema {
  const text = readFileSync(path, 'utf8');
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as JsonSchema;
  } catch (error) {
    throw new UsageError(
      `Le schéma ${quote(`schemas/${name}`)} ne se lit pas comme du JSON, ${sayWhere(text, String(error))} : une virgule, un guillemet ou une accolade y manque, ou y est de trop.`,
    );
  }
  throw new UsageError(
    `Le schéma ${quote(`schemas/${name}`)} n’est pas un schéma : il y faut des clés entre accolades.`,
  );
}

/** Where JSON stops being readable, by the place that the engine's message gives. */
function sayWhere(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return 'jusqu’à sa fin';
  const before = text.slice(0, Number(position)).split('\n');
  return `ligne ${before.length}, colonne ${(before.at(-1) ?? '').length + 1}`;
}

/** The faces of the shipped font; the first says which signs all of them draw. `build.js` puts them there. */
const FONTS = ['SourceSans3_400Regular', 'SourceSans3_600SemiBold', 'SourceSans3_400Regular_Italic'];

/** The files of the shipped font: regular, semi-bold, italic. */
export function readFonts(): Buffer[] {
  return FONTS.map((name) => readFileSync(join(findPackageRoot(), 'dist', 'fonts', `${name}.ttf`)));
}

/** The program that paints pictures, as `build.js` puts it there. */
export function readPaintProgram(): Uint8Array {
  return readFileSync(join(findPackageRoot(), 'dist', 'resvg.wasm'));
}

/** A template's text, the workspace's own first; undefined where neither has it. */
export function readTemplate(root: string | undefined, name: string): { text: string; path: string } | undefined {
  for (const top of [...(root ? [root] : []), findPackageRoot()]) {
    const path = join(top, 'templates', ...name.split('/'));
    if (isFile(path)) return { text: readFileSync(path, 'utf8').replace(/\r\n?/g, '\n'), path };
  }
  return undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
