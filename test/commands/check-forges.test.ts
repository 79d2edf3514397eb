import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/checks/index.ts';
import { atelier } from '../support/fiches.ts';
import { CODE_QUALITY, SARIF } from '../support/forge-schemas.ts';
import { commitAll, hasGit } from '../support/git.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const A = 'records/ateliers/2022/2022-03-14-essai.md';
const BODY = '## Situation\n\n## Synthèse coconstruite\n\n';
/** Two errors and a warning, on a line with signs that take two UTF-16 units. */
const FAULTY = atelier({ header: 'lieu:', body: `${BODY}- 😀 Un. #absent\n- Deux. #absent\n` });

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const ajv = new Ajv2020({ strict: true, allErrors: true });

async function checkAs(format: string, cwd: string, ...words: string[]) {
  return runCops(['check', '--format', format, ...words], { cwd });
}

function expectValid(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

async function placesIn(cwd: string) {
  const { diagnostics } = JSON.parse((await checkAs('json', cwd)).stdout);
  return diagnostics as {
    file: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    message: string;
    code: string;
    severity: string;
  }[];
}

/** A workspace below the top of a repository, in a folder whose name must be written with care. */
function makeCentre(files: Record<string, string>): { cwd: string; prefix: string } {
  const top = makeFolder();
  const prefix = 'notre centre, été: 100%/';
  const theme = readFileSync('records/themes/temps-de-consultation.md', 'utf8');
  const all = { 'cops.yaml': '', 'records/themes/temps-de-consultation.md': theme, ...files };
  writeFiles(top, Object.fromEntries(Object.entries(all).map(([path, text]) => [prefix + path, text])));
  commitAll(top);
  return { cwd: join(top, prefix), prefix };
}

describe('--format github', () => {
  test('is a workflow command a fault, at its place, and nothing where there is none', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY });
    const { code, stdout, stderr } = await checkAs('github', cwd);
    expect(code).toBe(1);
    const places = await placesIn(cwd);
    expect(stdout.trimEnd().split('\n')).toEqual(
      places.map(({ file, line, column, endLine, endColumn, message, code, severity }) => {
        const title = RULES.find((rule) => rule.code === code)?.title;
        const place = `file=${file},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
        return `::${severity} ${place},title=${title} (${code})::${message}`;
      }),
    );
    expect(places.map(({ severity }) => severity)).toEqual(expect.arrayContaining(['error', 'warning']));
    expect(stderr).toMatch(/^Vérifié : 1 atelier/);
    expect(await checkAs('github', makeWorkspace({ [A]: atelier() }))).toMatchObject({ code: 0, stdout: '' });
  });

  test.skipIf(!hasGit)(
    'names files from the top of the repository, and escapes what would cut the command',
    async () => {
      const { cwd } = makeCentre({ [A]: FAULTY });
      const { stdout } = await checkAs('github', cwd);
      expect(stdout).toContain(
        '::error file=notre centre%2C été%3A 100%25/records/ateliers/2022/2022-03-14-essai.md,line=',
      );
    },
  );
});

describe('--format gitlab', () => {
  test('is a valid report, with an empty list where there is no fault', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY });
    const { code, stdout } = await checkAs('gitlab', cwd);
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expectValid(CODE_QUALITY, report);
    expect(report).toHaveLength(3);
    expect(report[1]).toMatchObject({ check_name: 'theme-inconnu', severity: 'major', location: { path: A } });
    expect(await checkAs('gitlab', makeWorkspace({ [A]: atelier() }))).toMatchObject({ code: 0, stdout: '[]\n' });
  });

  test('fingerprints differ from one another, and stay when lines are added above', async () => {
    const read = async (text: string): Promise<{ fingerprint: string; check_name: string }[]> =>
      JSON.parse((await checkAs('gitlab', makeWorkspace({ [A]: text }))).stdout);
    const twice = `${BODY}- Un. #absent\n- Deux. #absent\n\n## Synthèse coconstruite\n\n- Trois. #absent\n`;
    const before = await read(atelier({ body: twice }));
    const after = await read(atelier({ body: `Une ligne.\n\nUne autre.\n\n${twice}` }));
    expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);
    expect(before.map(({ check_name }) => check_name)).toContain('section-en-double');
    for (const fault of before) expect(after.map(({ fingerprint }) => fingerprint)).toContain(fault.fingerprint);
  });

  test.skipIf(!hasGit)('names files from the top of the repository', async () => {
    const { cwd, prefix } = makeCentre({ [A]: FAULTY });
    const report = JSON.parse((await checkAs('gitlab', cwd)).stdout);
    expectValid(CODE_QUALITY, report);
    expect(report[0].location.path).toBe(prefix + A);
  });
});

describe('--format sarif', () => {
  test('is valid, and says of each rule what cops knows of it', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY });
    const { code, stdout } = await checkAs('sarif', cwd);
    expect(code).toBe(1);
    const log = JSON.parse(stdout);
    expectValid(SARIF, log);
    const [{ tool, results, columnKind }] = log.runs;
    expect(tool.driver).toMatchObject({
      name: 'cops',
      version: JSON.parse(readFileSync('package.json', 'utf8')).version,
    });
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map((rule) => rule.code));
    expect(columnKind).toBe('utf16CodeUnits');
    const places = await placesIn(cwd);
    expect(
      results.map(
        ({ locations }: { locations: { physicalLocation: { region: unknown } }[] }) =>
          locations[0]?.physicalLocation.region,
      ),
    ).toEqual(
      places.map(({ line, column, endLine, endColumn }) => ({
        startLine: line,
        startColumn: column,
        endLine,
        endColumn,
      })),
    );
    for (const { ruleId, ruleIndex, level } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level);
    }
  });

  test('without a fault, has an empty list of results', async () => {
    const { code, stdout } = await checkAs('sarif', makeWorkspace({ [A]: atelier() }));
    expect(code).toBe(0);
    expectValid(SARIF, JSON.parse(stdout));
    expect(JSON.parse(stdout).runs[0].results).toEqual([]);
  });

  test.skipIf(!hasGit)('names files by relative addresses from the top of the repository', async () => {
    const { cwd, prefix } = makeCentre({ [A]: FAULTY });
    const log = JSON.parse((await checkAs('sarif', cwd)).stdout);
    expectValid(SARIF, log);
    const { uri } = log.runs[0].results[0].locations[0].physicalLocation.artifactLocation;
    expect(uri).toMatch(/^notre%20centre%2C%20%C3%A9t%C3%A9%3A%20100%25\/records\//);
    expect(decodeURIComponent(uri)).toBe(prefix + A);
  });
});

describe('--format junit', () => {
  const SOUND = 'records/ateliers/2022/2022-03-14-bon.md';

  test('is a case a file: errors are its failure, warnings its output', async () => {
    const { code, stdout } = await checkAs(
      'junit',
      makeWorkspace({ [A]: FAULTY, [SOUND]: atelier() }),
      'records/ateliers',
    );
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="cops check" tests="2" failures="1" errors="0" time="0">',
      '  <testsuite name="cops check" tests="2" failures="1" errors="0" time="0">',
      `    <testcase name="${SOUND}" classname="cops check" file="${SOUND}" time="0"/>`,
      `    <testcase name="${A}" classname="cops check" file="${A}" time="0">`,
    ]);
    const [, failure = ''] = /<failure message="2 fautes" type="theme-inconnu">([^<]*)<\/failure>/.exec(stdout) ?? [];
    expect(failure.split('\n')).toHaveLength(2);
    expect(failure).toContain(`${A}:24:10: erreur : Le thème « absent »`);
    expect(stdout).toMatch(/<system-out>[^<]*: avertissement : [^<]*\[valeur-vide\]<\/system-out>/);
  });

  test('with --strict, warnings are failures too', async () => {
    const cwd = makeWorkspace({ [A]: atelier({ header: 'lieu:' }) });
    expect((await checkAs('junit', cwd)).stdout).toContain('failures="0"');
    const { code, stdout } = await checkAs('junit', cwd, '--strict');
    expect(code).toBe(1);
    expect(stdout).toMatch(/<failure message="[^"]+" type="valeur-vide">[^<]*: avertissement : /);
    expect(stdout).not.toContain('<system-out>');
  });

  test('a fault outside the records has its case too', async () => {
    const cwd = makeWorkspace({ [A]: atelier(), 'cops.yaml': 'nom: [\n' });
    expect((await checkAs('junit', cwd)).stdout).toContain('<testcase name="cops.yaml"');
  });

  test.skipIf(!hasXmllint)('is valid, whatever names and texts hold', async () => {
    const odd = 'records/ateliers/2022/2022-03-14-<a> & "b" \u0007\u001b[31m.md';
    const body = `${BODY}- Un <b> & "c" \ufffe. #absent-]]>\n\n## Synthèse & suite <x> "y" ]]>\n\nA. #absent\n`;
    const cwd = makeWorkspace({ [A]: FAULTY, [SOUND]: atelier(), [odd]: atelier({ body }) });
    for (const words of [[], ['--strict'], [SOUND]]) {
      const { stdout } = await checkAs('junit', cwd, ...words);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
      const ran = spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'test/support/junit.xsd', '-'], {
        input: stdout,
        encoding: 'utf8',
      });
      expect(ran).toMatchObject({ status: 0 });
    }
  });

  test.skipIf(!hasGit)('names files from the top of the repository', async () => {
    const { cwd, prefix } = makeCentre({ [A]: FAULTY });
    expect((await checkAs('junit', cwd)).stdout).toContain(`<testcase name="${prefix}${A}"`);
  });
});

describe('every form for a forge', () => {
  const FORMATS = ['github', 'gitlab', 'sarif', 'junit'];

  test.each(FORMATS)(
    '%s masks personal data, is the same twice and on any day, and holds no sign that steers a terminal',
    async (format) => {
      const body = `${BODY}- Écrire à SECRET@exemple.fr ou au 06 12 34 56 78. #absent\n\n## SECRET@exemple.fr\n\nUn.\n`;
      const cwd = makeWorkspace({
        [A]: atelier({ header: 'diffusion: SECRET@exemple.fr', body }),
        'records/projets/a\u001b[31mb.md': '',
      });
      const first = await checkAs(format, cwd);
      expect(first.stdout).toContain('donnees-personnelles');
      expect(first.stdout).not.toMatch(/SECRET@|06 12 34 56 78/);
      expect(first.stdout).not.toMatch(/(?!\n)\p{Cc}/u);
      const second = await runCops(['check', '--format', format], {
        cwd,
        env: { LANG: 'C' },
        columns: 80,
        now: new Date('2026-02-01T00:00:00Z'),
      });
      expect(second.stdout).toBe(first.stdout);
    },
  );
});
