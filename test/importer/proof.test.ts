import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { wordsOf } from '../../src/importer/readers/lost-words.ts';
import { understandSource } from '../support/imports.ts';
import { hasOffice } from '../support/office.ts';
import {
  judge,
  type ProofDocument,
  readProofDocuments,
  type Verdict,
  writeOffice,
  writePlain,
} from '../support/proof.ts';
import { SEEDS } from '../support/seeds.ts';

const documents = readProofDocuments();
const formats = { ...writePlain(documents), ...(hasOffice ? writeOffice(documents) : {}) };

/** One document in one format: how its header stands, and the lines whose words are not in the record, one after the other. */
interface Row extends Verdict {
  readonly name: string;
  readonly format: string;
  readonly lost: readonly string[];
}

const rows: Row[] = [];
for (const [format, files] of Object.entries(formats))
  for (const document of documents) rows.push(await prove(document, format, files.get(document.name) as Uint8Array));

async function prove(document: ProofDocument, format: string, bytes: Uint8Array): Promise<Row> {
  const source = await readSource(bytes, `essai.${format.split(' ')[0]}`);
  const record = understandSource(source);
  const kept = [...(record.served ?? []), record.body, ...record.warnings].join('\n');
  const words = ` ${wordsOf(kept.replace(/<!--[\s\S]*?-->|\\/g, '')).join(' ')} `;
  const lost = document.lines.filter((line) => {
    const own = wordsOf(line).join(' ');
    return own !== '' && !words.includes(` ${own} `);
  });
  return { name: document.name, format, lost, ...judge(record, document.wanted) };
}

describe.each(Object.keys(formats))('%s', (format) => {
  const own = rows.filter((row) => row.format === format);

  test('the seeds give every value that their text holds, and no other', () => {
    const seeds = own.filter(({ name }) => (SEEDS as readonly string[]).includes(name));
    expect(seeds.map(({ wrong, missing }) => ({ wrong, missing }))).toEqual(
      SEEDS.map(() => ({ wrong: [], missing: [] })),
    );
  });

  test('no value is wrong', () => {
    expect(own.filter(({ wrong }) => wrong.length > 0).map(({ name, wrong }) => `${name} : ${wrong}`)).toEqual([]);
  });

  test('the words of each line are in the record, one after the other', () => {
    expect(own.flatMap(({ name, lost }) => lost.map((line) => `${name} : ${line}`))).toEqual([]);
  });
});

test.skipIf(!hasOffice)('the table of what is right, wrong and missing is that which was read last', async () => {
  await expect(printTable()).toMatchFileSnapshot('../golden/preuve-import.md');
});

function printTable(): string {
  const names = Object.keys(formats);
  const cell = (found: readonly Row[]) =>
    (['right', 'wrong', 'missing'] as const)
      .map((key) => found.reduce((sum, row) => sum + row[key].length, 0))
      .join(' / ');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const details = rows.flatMap(({ name, format, wrong, missing }) => [
    ...wrong.map((key) => `- ${name}, ${format} : ${key} est fausse`),
    ...missing.filter((key) => !wrong.includes(key)).map((key) => `- ${name}, ${format} : ${key} manque`),
  ]);
  return `${[
    'Informations justes / fausses / manquantes, par document et par format.',
    '',
    line(['document', ...names]),
    line(['---', ...names.map(() => '---')]),
    ...documents.map(({ name }) =>
      line([name, ...names.map((format) => cell(rows.filter((row) => row.name === name && row.format === format)))]),
    ),
    line(['en tout', ...names.map((format) => cell(rows.filter((row) => row.format === format)))]),
    ...(details.length > 0 ? ['', ...details] : []),
  ].join('\n')}\n`;
}
