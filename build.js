// Bundles the program, so that it starts fast and installs without dependencies, and gathers the licences of what it
// carries. What a command alone needs is a file of its own, read when that command is run.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pid } from 'node:process';
import { build, transform } from 'esbuild';

const TYPST = '@myriaddreamin/typst-ts-node-compiler';
const FONT = 'node_modules/@expo-google-fonts/source-sans-3';
/** What paints pictures, as src/workspace/package-files.ts reads it. */
const RESVG = 'node_modules/@resvg/resvg-wasm/index_bg.wasm';
/** The faces that pages are set in, as src/workspace/package-files.ts reads them. */
const FACES = ['400Regular', '600SemiBold', '400Regular_Italic'];

/**
 * What a package carries that is not its own, by its name: the text of that licence stands under a package that has it.
 * @type {Readonly<Record<string, string>>}
 */
const CARRIED = {
  unpdf:
    'It carries pdf.js (Copyright Mozilla Foundation, Apache-2.0): that licence stands below @myriaddreamin/typst-ts-node-compiler.',
};

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
  // A program of its own for each kind of machine: npm installs it beside cops, where there is one.
  external: [TYPST],
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

/** @type {Map<string, string | Buffer>} what `dist` holds, by path */
const built = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const fontFiles = FACES.map((face) => `${FONT}/${face}/SourceSans3_${face}.ttf`);
for (const path of fontFiles) built.set(`fonts/${basename(path)}`, readFileSync(path));
built.set('resvg.wasm', readFileSync(RESVG));
built.set('fonts/LICENSE_FONT', readFileSync(`${FONT}/LICENSE_FONT`));
built.set(
  'LICENCES.txt',
  gatherLicences([...Object.keys(metafile.inputs), ...fontFiles, RESVG, `node_modules/${TYPST}/`]),
);

built.set('validators.cjs', await compileSchemas());

// `npx cops` in this folder runs `prepare`, perhaps beside a cops that is running: what is right is not touched.
for (const [name, content] of built) replaceFile(`dist/${name}`, content);
for (const name of readdirSync('dist'))
  if (name.endsWith('.js') && !built.has(name)) rmSync(`dist/${name}`, { force: true });

/** The validators of the package's schemas, as src/workspace/built-validators.ts reads them. */
async function compileSchemas() {
  const { generateValidators } = await importSource('src/workspace/generate-validators.ts');
  const { code } = await transform(generateValidators(), { minify: true, target: 'node20.19' });
  return code;
}

/** A module of the sources, which Node does not read by itself. @param {string} path */
async function importSource(path) {
  const {
    outputFiles: [file],
  } = await build({
    entryPoints: [path],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const copy = `dist/.${basename(path, '.ts')}.${pid}.mjs`;
  mkdirSync('dist', { recursive: true });
  writeFileSync(copy, file?.text ?? '');
  try {
    return await import(`./${copy}`);
  } finally {
    rmSync(copy);
  }
}

/** @param {string} path @param {string | Buffer} content */
function replaceFile(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  writeFileSync(`${path}.${pid}`, content);
  renameSync(`${path}.${pid}`, path);
}

/** @param {string[]} inputs paths of the files of packages that are carried or called */
function gatherLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const files = readdirSync(folder).filter((entry) => /^licen[cs]e/i.test(entry));
    const own = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
    const text = [...own, CARRIED[name] ?? ''].filter(Boolean).join('\n\n');
    // A licence that is only named, as that of resvg, says where the sources are.
    const source = String(repository?.url ?? repository ?? '').replace(/^git@github\.com:/, 'https://github.com/');
    return `${name} ${version} (${license})\n\n${text || `Sources : ${source}`}`;
  });
  return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
