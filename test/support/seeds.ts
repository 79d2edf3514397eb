import { readFileSync } from 'node:fs';
import { escapeXml } from './word-file.ts';

/** The texts of the two real records, as they were pasted. */
export const SEEDS = ['atelier-2022-05-31', 'projet-onco-occitanie'] as const;

/** A pasted text. */
export function readSeed(name: (typeof SEEDS)[number]): string {
  return readFileSync(`test/fixtures/sources/${name}.txt`, 'utf8');
}

/** Lines of the atelier that its authors wrote as headings. */
const DEPTHS: Readonly<Record<string, number>> = {
  "Atelier d'échanges de pratiques du 31 mai 2022": 1,
  "Informations concernant l'atelier": 2,
  'Situation choisie par le groupe': 2,
  'Synthèse coconstruite': 2,
  'Enjeux de communication': 3,
  'Sur le partenariat en santé': 3,
};

/** The same text as a page, from which a word processor makes its files: headings, a real table whose cells hold paragraphs, lists. */
export function seedAsHtml(name: (typeof SEEDS)[number]): string {
  const lines = readSeed(name)
    .replace('telles\nque', 'telles que')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => {
    if (line.includes('\t')) return toRow(line);
    const depth = DEPTHS[line.trim()];
    if (depth) return `<h${depth}>${escapeXml(line)}</h${depth}>`;
    return line.startsWith('– ') ? `<li>${escapeXml(line.slice(2))}</li>` : `<p>${escapeXml(line)}</p>`;
  });
  const body = blocks
    .join('\n')
    .replace(/(?:<tr>.*<\/tr>\n?)+/g, (rows) => `<table border="1">${rows}</table>`)
    .replace(/(?:<li>.*<\/li>\n?)+/g, (items) => `<ul>${items}</ul>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
}

function toRow(line: string): string {
  const cells = line
    .split('\t')
    .map((cell) => cell.split(/ (?=\d )| (?=Annie )/).map((one) => `<p>${escapeXml(one)}</p>`));
  return `<tr>${cells.map((paragraphs) => `<td>${paragraphs.join('')}</td>`).join('')}</tr>`;
}
