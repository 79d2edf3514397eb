import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import type { JsonSchema } from '../record/schema.ts';
import { FORMATS, type ValidatorOf } from '../record/validators.ts';
import { findPackageRoot } from './package-files.ts';

/** A CommonJS module as `require` gives it, whether it was imported as one or as the function it exports. */
function asModule(imported: unknown): unknown {
  return typeof imported === 'function' ? { default: imported } : imported;
}

/** The file that the build writes the validators of the package's schemas into. */
const VALIDATORS_FILE = 'validators.cjs';

/** What the code of the validators asks for. */
const REQUIRED: Readonly<Record<string, unknown>> = {
  formats: FORMATS,
  'ajv/dist/runtime/equal': asModule(equal),
  'ajv/dist/runtime/ucs2length': asModule(ucs2length),
};

interface Built {
  readonly digest: string;
  make(require: (name: string) => unknown): Readonly<Record<string, ReturnType<ValidatorOf>>>;
}

/** Tells sets of schemas apart. */
export function digestSchemas(files: ReadonlyMap<string, JsonSchema>): string {
  return createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
}

/**
 * The validators of the package's schemas, compiled when the package was built: that takes as long as reading a hundred records.
 * Undefined where they are those of other schemas, as while one is being changed.
 */
export function readBuiltValidators(files: ReadonlyMap<string, JsonSchema>): ValidatorOf | undefined {
  const path = join(findPackageRoot(), 'dist', VALIDATORS_FILE);
  if (!existsSync(path)) return undefined;
  const built = createRequire(import.meta.url)(path) as Built;
  if (built.digest !== digestSchemas(files)) return undefined;
  const byFile = built.make((name) => {
    if (name in REQUIRED) return REQUIRED[name];
    throw new Error(`built-validators: ${name} is asked for and not given`);
  });
  return (file) => {
    const validate = byFile[file];
    if (!validate) throw new Error(`built-validators: ${file} was not compiled`);
    return validate;
  };
}
