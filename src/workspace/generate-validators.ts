import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { openSchemas } from '../record/validators.ts';
import { digestSchemas } from './built-validators.ts';
import { readSchemas } from './package-files.ts';

/** The validators of the package's schemas as the CommonJS module that `readBuiltValidators` reads; called when the package is built. */
export function generateValidators(): string {
  const files = readSchemas(undefined);
  const ajv = openSchemas(files, { proven: true, source: { formats: _`require("formats")` } });
  const names = [...files.keys()].map((file, index) => [`v${index}`, file] as const);
  const code = standalone.default(ajv, Object.fromEntries(names));
  const byFile = names.map(([name, file]) => `${JSON.stringify(file)}: exports.${name}`).join(', ');
  return [
    `exports.digest = ${JSON.stringify(digestSchemas(files))};`,
    `exports.make = (require) => { const exports = {}; ${code}; return { ${byFile} }; };`,
  ].join('\n');
}
