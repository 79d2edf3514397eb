import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import type { ImportedRecord } from '../../src/importer/imported-record.ts';
import { convertAll } from './office.ts';
import { readSeed, SEEDS, seedAsHtml } from './seeds.ts';

/** A document whose header values a person wrote down. */
export interface ProofDocument {
  readonly name: string;
  readonly wanted: Readonly<Record<string, unknown>>;
  /** Its lines and cells, each to be found whole. */
  readonly lines: readonly string[];
  readonly page: string;
  readonly text: string;
}

const FOLDER = 'test/fixtures/import/preuve';
/** The records of the two real texts, and what differs: one names no PRS, the other has no title, and its structure stands for it. */
const RECORDS = {
  'atelier-2022-05-31': ['records/ateliers/2022/2022-05-31-maladies-rares.md', { prs: undefined }],
  'projet-onco-occitanie': ['records/projets/onco-occitanie.md', { titre: 'Onco-Occitanie' }],
} as const;
/** What people decided about a record: no document holds it. */
const DECIDED = ['type', 'diffusion', 'validation', 'codage'];

/** The two seeds, then the invented documents. */
export function readProofDocuments(): ProofDocument[] {
  const wanted = parseYaml(readFileSync(`${FOLDER}/attendu.yaml`, 'utf8'));
  const seeds = SEEDS.map((name): ProofDocument => {
    const [file, other] = RECORDS[name];
    const header = parseYaml(readFileSync(file, 'utf8').split('---\n')[1] ?? '');
    const kept = Object.entries({ ...header, ...other }).filter(
      ([key, value]) => !DECIDED.includes(key) && value !== undefined,
    );
    return toDocument(name, Object.fromEntries(kept), { page: seedAsHtml(name), text: readSeed(name) });
  });
  const invented = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const name = file.replace('.html', '');
      const page = readFileSync(`${FOLDER}/${file}`, 'utf8');
      return toDocument(name, wanted[name] as Record<string, unknown>, { page, text: toText(withoutPageHeader(page)) });
    });
  return [...seeds, ...invented];
}

function parseYaml(text: string): Record<string, unknown> {
  return parse(text, { schema: 'failsafe', merge: true }) as Record<string, unknown>;
}

function toDocument(
  name: string,
  wanted: Record<string, unknown>,
  { page, text }: { page: string; text: string },
): ProofDocument {
  const lines = text
    .replace('telles\nque', 'telles que')
    .split(/\s*[\n\t]\s*|(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((line) => line !== '');
  const spoilt = name.includes('mojibake') ? spoil : (one: string) => one;
  return { name, wanted, lines, page: spoilt(page), text: spoilt(text) };
}

/** Letters as they are once UTF-8 was read as Windows-1252. */
function spoil(text: string): string {
  return text.replace(/[é’ÉèÊ]/gu, (letter) => ({ é: 'Ã©', '’': 'â€™', É: 'Ã‰', è: 'Ã¨', Ê: 'ÃŠ' })[letter] ?? letter);
}

/** What stands above each page of a Word file is on none of the web, and is not pasted. */
function withoutPageHeader(page: string): string {
  return page.replace(/<div title="header">.*?<\/div>/s, '');
}

/** A page as it is pasted: lines, cells parted by tabs. */
function toText(page: string): string {
  const { document } = parseHTML(page);
  const lines: string[] = [];
  for (const node of document.querySelectorAll('p, h1, h2, h3, li, tr')) {
    const text = (one: { textContent: string | null }) => (one.textContent ?? '').trim();
    if (node.localName !== 'tr' && node.closest('tr')) continue;
    if (node.localName === 'tr')
      lines.push([...node.children].map((cell) => [...cell.children].map(text).join(' ')).join('\t'));
    else if (node.localName === 'li' && node.parentElement?.localName === 'ol')
      lines.push(`${[...node.parentElement.children].indexOf(node) + 1}. ${text(node)}`);
    else lines.push(`${node.localName === 'li' ? '– ' : ''}${text(node)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Each document in a format that needs no other program. */
export function writePlain(documents: readonly ProofDocument[]): Record<string, Map<string, Uint8Array>> {
  const make = (write: (one: ProofDocument) => string) =>
    new Map(documents.map((one) => [one.name, Buffer.from(write(one))]));
  return { txt: make(({ text }) => text), html: make(({ page }) => withoutPageHeader(page)) };
}

/** Each document in the formats that LibreOffice writes, one run for each. A PDF is made of a Word file, and of the pasted text. */
export function writeOffice(documents: readonly ProofDocument[]): Record<string, Map<string, Uint8Array>> {
  const pages = new Map(documents.map(({ name, page }) => [`${name}.html`, Buffer.from(page)]));
  const texts = new Map(documents.map(({ name, text }) => [`${name}.txt`, Buffer.from(text)]));
  const docx = convertAll(pages, 'docx:MS Word 2007 XML');
  const words = new Map([...docx].map(([name, bytes]) => [`${name}.docx`, bytes]));
  return {
    docx,
    odt: convertAll(pages, 'odt'),
    pdf: convertAll(words, 'pdf:writer_pdf_Export'),
    'docx du texte collé': convertAll(texts, 'docx:MS Word 2007 XML', 'Text (encoded):UTF8'),
    'odt du texte collé': convertAll(texts, 'odt', 'Text (encoded):UTF8'),
    'pdf du texte collé': convertAll(texts, 'pdf:writer_pdf_Export', 'Text (encoded):UTF8'),
  };
}

/** How the values of a record stand beside those that were wanted, key by key. */
export interface Verdict {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

/** Judges a record: a value that differs, or that nobody wanted, is wrong. Apostrophes of either shape are one. */
export function judge({ values }: ImportedRecord, wanted: Readonly<Record<string, unknown>>): Verdict {
  const found = new Map(values.map(({ key, value }) => [key, straight(value)]));
  const right = Object.keys(wanted).filter((key) => found.get(key) === straight(wanted[key]));
  const missing = Object.keys(wanted).filter((key) => !found.has(key));
  const wrong = [...found.keys()].filter((key) => !right.includes(key)).sort();
  return { right, wrong, missing };
}

function straight(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll('’', "'");
}
