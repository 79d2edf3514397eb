// Completes package-lock.json after a change of dependencies: node .ci/complete-lock.js
//
// Tools such as Biome name one optional package a platform. Where the registry in use does not serve one of them, npm
// leaves it out of the lock file, and `npm ci` then refuses the lock file as incomplete. Each is added with the version
// that its parent asks for and the platform that its name says; npm fetches none but its own platform's.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
/** @type {Record<string, any>} */
const packages = lock.packages;
const added = [];

for (const [parent, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(/** @type {Record<string, string>} */ (entry.optionalDependencies ?? {}))) {
    if (isLocked(parent, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} is asked for as ${version}: add it by hand`);
    packages[`node_modules/${name}`] = { version, dev: true, optional: true, ...platformOf(name) };
    added.push(name);
  }
}

const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${added.length} added`);

/** Whether a package is locked where its parent would find it. @param {string} parent @param {string} name */
function isLocked(parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
    if (folder === '' || !folder.includes('/node_modules/')) return `node_modules/${name}` in packages;
  }
}

/** @param {string} name */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  return {
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(os.includes('linux') && libc.length > 0 && { libc }),
  };
}
