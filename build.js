// Bundles the program, so that it starts fast and installs without dependencies, and gathers the licences of what it
// carries. What a command alone needs is a file of its own, read when that command is run.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pid } from 'node:process';
import { build } from 'esbuild';

const { metafile, outputFiles } = await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  metafile: true,
  write: false,
  legalComments: 'none',
  logLevel: 'warning',
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

const built = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
built.set('LICENCES.txt', gatherLicences(Object.keys(metafile.inputs)));

// `npx cops` in this folder runs `prepare`, perhaps beside a cops that is running: what is right is not touched.
mkdirSync('dist', { recursive: true });
for (const [name, text] of built) replaceFile(`dist/${name}`, text);
for (const name of readdirSync('dist'))
  if (name.endsWith('.js') && !built.has(name)) rmSync(`dist/${name}`, { force: true });

/** @param {string} path @param {string} text */
function replaceFile(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.${pid}`, text);
  renameSync(`${path}.${pid}`, path);
}

/** @param {string[]} inputs paths of the bundled files */
function gatherLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}`;
  });
  return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
