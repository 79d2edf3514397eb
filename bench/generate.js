// Writes a workspace of invented records, the same on any machine and any day:
//   node bench/generate.js <folder> <count>
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { makeFaulty } from './faults.js';
import { drawFrom } from './random.js';
import { writeAtelier, writeProjet } from './record.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Fills a folder with `count` ateliers and projets (one in ten) beside the package's grille and PRS.
 * One record in a hundred is faulty, unless `faulty` is false. The first of a large set are those of a small one.
 * @param {string} folder @param {number} count @param {{ faulty?: boolean }} [options]
 */
export function generateWorkspace(folder, count, { faulty = true } = {}) {
  for (const name of ['themes', 'prs'])
    cpSync(join(ROOT, 'records', name), join(folder, 'records', name), { recursive: true });
  for (let index = 0; index < count; index++) {
    const { path, text } = generateRecord(index, faulty);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** @param {number} index @param {boolean} faulty whether the records whose turn it is are faulty */
function generateRecord(index, faulty) {
  const draw = drawFrom(index + 1);
  const number = String(index + 1).padStart(5, '0');
  if (index % 10 === 9) return writeProjet(draw, number);
  const atelier = writeAtelier(draw, number);
  return faulty && index % 100 === 50 ? makeFaulty(atelier, Math.floor(index / 100)) : atelier;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count] = argv.slice(2);
  if (!folder || !Number.isInteger(Number(count))) {
    console.error('Utilisation : node bench/generate.js <dossier> <nombre de fiches>');
    process.exitCode = 2;
  } else generateWorkspace(folder, Number(count));
}
