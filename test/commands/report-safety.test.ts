import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS, type ReportFormat } from '../../src/commands/print-synthese.ts';
import { readEverything, squeeze, squeezeWords } from '../support/everything.ts';
import { atelier } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';
import { LONE_DRAFTS, makeSecretWorkspace } from '../support/secrets.ts';

/** Every way to choose records; a new one belongs here. `narrow` ones can be subtracted from one another: they count no internal record. */
const SELECTIONS: Readonly<Record<string, { readonly words: readonly string[]; readonly narrow?: true }>> = {
  'a PRS': { words: ['--prs', '2018-2022'] },
  'the next PRS': { words: ['--prs', '2023-2028'] },
  'a year': { words: ['--annee', '2022'], narrow: true },
  'a year of a PRS': { words: ['--prs', '2018-2022', '--annee', '2019'], narrow: true },
  'a beginning': { words: ['--prs', '2018-2022', '--depuis', '2019-02'], narrow: true },
  'an end': { words: ['--prs', '2018-2022', '--jusqua', '2022-06-30'], narrow: true },
  'a département': { words: ['--prs', '2018-2022', '--departement', '31'], narrow: true },
  drafts: { words: ['--prs', '2018-2022', '--brouillons'] },
  'an earlier PRS': { words: ['--prs', '2023-2028', '--compare', '2018-2022'] },
  'an earlier PRS, in a département': {
    words: ['--prs', '2023-2028', '--compare', '2018-2022', '--departement', '31'],
    narrow: true,
  },
  'one projet': { words: ['--projet', 'ouvert'] },
  'one theme': { words: ['--theme', 'temps-de-consultation'], narrow: true },
  'one theme in a PRS': { words: ['--theme', 'temps-de-consultation', '--prs', '2018-2022'] },
  'those who took part': { words: ['--prs', '2018-2022', '--public', 'participants'] },
};

interface Written {
  readonly path: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes a summary, its faulty records left out, as a file or a folder. */
async function write(cwd: string, format: ReportFormat, words: readonly string[]): Promise<Written> {
  const output = format === 'csv' ? 'sortie/' : `sortie.${format}`;
  const path = join(cwd, output);
  rmSync(path, { recursive: true, force: true });
  const argv = ['report', ...words, '--partial', '--output', output];
  const { code, stdout, stderr } = await runCops(argv, { cwd });
  expect(code, stderr).toBe(0);
  return { path, stdout, stderr };
}

/** The bytes of a file, or of all those of a folder. */
function readBytes(path: string): Buffer {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  return Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
}

/** The words of a list that a text tells, however it hides them. */
function findTold(text: string, words: readonly string[]): string[] {
  const [all, plain] = [squeeze(text), squeezeWords(text)];
  return words.filter((word) => all.includes(squeeze(word)) || plain.includes(squeeze(word)));
}

test('the workspace has the errors that it is meant to have, and no other', async () => {
  const { cwd, faulty } = makeSecretWorkspace();
  const { stdout } = await runCops(['check', '--format', 'json'], { cwd });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; file: string }[] };
  const files = diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  expect(new Set(files).size).toBe(3);
  expect(files.filter((file) => !faulty.some((name) => file.includes(name)))).toEqual([]);
});

describe.each(REPORT_FORMATS)('a summary that leaves the centre, in %s', (format) => {
  test.each(Object.entries(SELECTIONS))(
    'tells nothing internal, in its words or its bytes: %s',
    async (_, { words }) => {
      const { cwd, never, internal, drafts, faulty } = makeSecretWorkspace();
      const { path, stdout, stderr } = await write(cwd, format, words);
      const shownDrafts = words.includes('--brouillons') ? [] : drafts;
      const hidden = [...never, ...internal, ...shownDrafts, ...LONE_DRAFTS];
      const document = readEverything(path);
      expect(findTold(document, [...hidden, ...faulty])).toEqual([]);
      expect(findTold(`${stdout}`, [...hidden, ...faulty])).toEqual([]);
      // What is wrong with a file is told to who holds it; nothing else is.
      const told = stderr.split('\n').filter((line) => !/\[[a-z-]+\]$/.test(line));
      expect(findTold(told.join('\n'), [...hidden, ...faulty])).toEqual([]);
      expect(findTold(document, ['Temps de consultation', cwd])).toEqual(['Temps de consultation']);
      // Whatever the internal records say, and where and when, the document is the same.
      const other = await write(makeSecretWorkspace('b').cwd, format, words);
      expect(readBytes(other.path).equals(readBytes(path))).toBe(true);
    },
  );

  test('where it may be internal, tells what it hid, and still neither notes nor personal data', async () => {
    const { cwd, never, internal } = makeSecretWorkspace();
    const { path } = await write(cwd, format, ['--prs', '2018-2022', '--interne']);
    const document = readEverything(path);
    expect(findTold(document, never)).toEqual([]);
    const awaited = ['secret-ancien', 'projet-tu', 'secret-contrat', 'SECRETVIEUXTITRE', 'SECRETVIEUXCONSTAT'];
    expect(findTold(document, [...awaited, 'Civilitée'])).toEqual([
      ...awaited,
      ...(format === 'json' ? [] : ['Civilitée']),
    ]);
    expect(findTold(document, internal).length).toBeGreaterThan(8);
  });
});

test.each(['md', 'html', 'json'])('standard output tells no more than a file: %s', async (format) => {
  const { cwd, never, internal, drafts, faulty } = makeSecretWorkspace();
  const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '--partial', '--format', format], { cwd });
  expect(code).toBe(0);
  expect(findTold(stdout, [...never, ...internal, ...drafts, ...LONE_DRAFTS, ...faulty])).toEqual([]);
  expect(findTold(stdout, ['Temps de consultation'])).toHaveLength(1);
});

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly sources: readonly object[];
}

async function figuresOf(cwd: string, words: readonly string[]): Promise<Figure[]> {
  const { path } = await write(cwd, 'json', words);
  const { sections } = JSON.parse(readFileSync(path, 'utf8')) as { sections: Record<string, { figures: Figure[] }> };
  return Object.values(sections).flatMap(({ figures }) => figures);
}

test.each(REPORT_FORMATS)(
  'the id of an internal record and a name, however they are typed in a shared passage, are in no %s',
  async (format) => {
    const name = 'Andréa Nomtu';
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-15-secret.md': atelier({
        header: `titre: Titre interne\ndate: 2022-03-15\ndiffusion: interne\ncoanimation:\n  - { nom: ${name}, role: professionnel }`,
      }),
      'records/ateliers/2022/2022-03-14-ouvert.md': atelier({
        body: `## Situation\n\n## Synthèse\n\n- Voir records/ateliers/2022/2022-03-15-secret.md et 2022-03-15-secret. #temps-de-consultation\n- → And\u00adréa\u200b Nomtu, Andre\u0301a Nomtu, Andréa-Nomtu, NOMTU_andrea. #?andrea-nomtu ^p1\n`,
      }),
    });
    const { path, stdout, stderr } = await write(cwd, format, ['--prs', '2018-2022']);
    const said = squeeze(`${await readEverything(path)}${stdout}${stderr}`);
    expect(said).toContain('voir');
    expect(said).not.toMatch(/secret|nomtu/);
  },
);

describe('what figures tell', () => {
  test('an internal record is a number among their sources, and nothing more', async () => {
    const { cwd } = makeSecretWorkspace();
    const all = await figuresOf(cwd, ['--prs', '2018-2022']);
    const hidden = all.flatMap(({ sources }) => sources).filter((source) => 'interne' in source);
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.filter((source) => JSON.stringify(source) !== '{"interne":true}')).toEqual([]);
  });

  test.each(Object.entries(SELECTIONS).filter(([, { narrow }]) => narrow))(
    'a narrow selection is the same without the internal records, so that nothing can be subtracted: %s',
    async (_, { words }) => {
      const [all, shared] = [makeSecretWorkspace(), makeSecretWorkspace('a', { internal: false })];
      // These are of the whole workspace, whatever is chosen, and what cannot be read belongs to every selection.
      const isChosen = ({ id }: Figure) => !/^contrats\.|^limites\.(?:sans-prs|autres-types|ecartees)$/.test(id);
      expect((await figuresOf(all.cwd, words)).filter(isChosen)).toEqual(
        (await figuresOf(shared.cwd, words)).filter(isChosen),
      );
    },
  );

  test('what was left out for its errors is the same number for every département and year', async () => {
    const { cwd } = makeSecretWorkspace();
    const left = async (...words: string[]) =>
      (await figuresOf(cwd, ['--prs', '2018-2022', ...words])).find(({ id }) => id === 'limites.ecartees')?.value;
    expect(await left('--annee', '2019')).toBe(await left('--annee', '2021'));
  });
});
