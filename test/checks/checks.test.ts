import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS, RULES } from '../../src/checks/index.ts';
import { checkFiles } from '../support/check-files.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { formatRange, unmark } from '../support/marked.ts';
import { CASES as OWN_CASES, CORRECT as OWN_CORRECT } from './cases.ts';
import { ACROSS_CASES, ACROSS_CORRECT } from './cases-across.ts';
import { SYNTHESE_CASES, SYNTHESE_CORRECT } from './cases-syntheses.ts';

const CASES = [...OWN_CASES, ...ACROSS_CASES, ...SYNTHESE_CASES];
const CORRECT = [...OWN_CORRECT, ...ACROSS_CORRECT, ...SYNTHESE_CORRECT];

/** Faults of the disk, which need files that no text can be: `test/commands/check.test.ts` holds their cases. */
const ON_DISK = [
  'fichier-illisible',
  'fichier-trop-gros',
  'fichier-vide',
  'fichier-non-texte',
  'encodage',
  'extension',
  'grille-introuvable',
];

test('the grille and the PRS that cops ships are without a fault', () => {
  expect(checkFiles({})).toEqual([]);
});

describe('a fault is found where it is marked, and nothing else', () => {
  test.each(CASES.map((one) => [one.code, one.name, one] as const))(
    '%s: %s',
    (code, _, { files, says, also = [], context }) => {
      const unmarked = Object.entries(files).map(([path, marked]) => ({ path, ...unmark(marked) }));
      const found = checkFiles(Object.fromEntries(unmarked.map(({ path, text }) => [path, text])), context);
      const own = found.filter((fault) => fault.code === code);
      expect(own.map(({ file, range }) => `${file} ${formatRange(range)}`)).toEqual(
        unmarked
          .flatMap(({ path, places }) => places.map((place) => `${path} ${place}`))
          .sort((a, b) => Number(a.split(' ')[0] !== b.split(' ')[0]) && (a < b ? -1 : 1)),
      );
      expect(own.length).toBeGreaterThan(0);
      expect([...new Set(found.map((fault) => fault.code))].filter((other) => other !== code)).toEqual(also);
      if (says) expect(own[0]?.message).toContain(says);
    },
  );
});

test.each(CORRECT.map(([name, files, context]) => ({ name, files, context })))(
  '$name is without a fault',
  ({ files, context }) => {
    expect(checkFiles(files, context).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  },
);

describe('one fault is told once', () => {
  test('a theme whose own record is faulty still exists', () => {
    const found = checkFiles({
      'records/themes/nouveau.md': '---\ntitre: [\n---\n',
      'records/ateliers/2022/2022-03-14-a.md': atelier({ body: '## Situation\n\n## Synthèse\n\nUn. #nouveau\n' }),
    });
    expect(found.map(({ code }) => code)).toEqual(['yaml-syntaxe']);
  });

  test('a PRS whose own record is faulty still exists, and no date is said to lie outside all', () => {
    const found = checkFiles({
      'records/prs/2018-2022.md': '---\ntype: prs\ntitre: a\ndebut: hier\n---\n',
      'records/ateliers/2022/2022-03-14-a.md': atelier({ header: 'prs: ABSENT' }),
      'records/projets/a.md': projet(),
    });
    expect(found.map(({ code }) => code)).toEqual(['date-invalide']);
  });

  test('a name that its schema refuses is not also said to be unknown', () => {
    const found = checkFiles({
      'records/ateliers/2022/2022-03-14-a.md': atelier({ header: 'prs: PRS 2018-2022\nthemes: [Pérennisation]' }),
    });
    expect(found.map(({ code, message }) => `${code} ${message.split(' : ')[2]}`)).toEqual([
      'valeur-inattendue sans doute « prs-2018-2022 ».',
      'valeur-inattendue sans doute « perennisation ».',
    ]);
  });

  test('a facilitator without a role is not also said to miss from the pair', () => {
    const found = checkFiles({
      'records/ateliers/2022/2022-03-14-a.md': atelier({
        header: 'coanimation: [{ nom: A }, { nom: B, role: autre }]',
      }),
    });
    expect(found.map(({ code }) => code)).toEqual(['cle-manquante']);
  });

  test('a reading that is no set of keys is not also said to be absent', () => {
    const found = checkFiles({ 'records/projets/a.md': projet({ header: 'codage: complet' }) });
    expect(found.map(({ code }) => code)).toEqual(['valeur-inattendue']);
  });
});

test('a record whose header its schema refuses is met with care by every check', () => {
  const values = ['a', '[]', '[a]', '{ a: b }', '[{ a: b }]', '[[a]]', '0', '"', '~'];
  const keys = [
    'type',
    'date',
    'prs',
    'themes',
    'participants',
    'coanimation',
    'codage',
    'cadres',
    'debut',
    'fin',
    'statut',
  ];
  const more = [
    'convention',
    'interventions_realisees',
    'interventions',
    'suites',
    'validation',
    'priorites',
    'parent',
    'annee',
    'indicateurs',
  ];
  for (const key of [...keys, ...more]) {
    for (const value of values) {
      const header = `${key}: ${value}`;
      expect(() =>
        checkFiles({
          'records/ateliers/2022/2022-03-14-a.md': atelier({ header }),
          'records/projets/a.md': projet({ header }),
          'records/themes/a.md': `---\ntype: theme\ntitre: a\ndefinition: a\n${header}\n---\n`,
          'records/prs/a.md': `---\ntype: prs\ntitre: a\ndebut: 2030\n${header}\n---\n`,
          'records/contrats/a.md': contrat({ header }),
        }),
      ).not.toThrow();
    }
  }
}, 60_000);

test('faults come by file, then line, then column', () => {
  const found = checkFiles({
    'records/projets/b.md': projet({ header: 'diffusion: x\nstatut: y' }),
    'records/projets/a.md': projet({ header: 'diffusion: x\nstatut: y' }),
  });
  expect(found.map(({ file, range }) => `${file}:${range.start.line}`)).toEqual([
    'records/projets/a.md:8',
    'records/projets/a.md:11',
    'records/projets/b.md:8',
    'records/projets/b.md:11',
  ]);
});

test('what is said holds no personal data and no sign that steers a terminal', () => {
  const found = checkFiles({
    'records/projets/a.md': projet({
      header: 'statut: camille@exemple.fr\ndiffusion: "\\e[31mrouge\\x9b2J\\a"\ncamille@exemple.fr: a',
    }),
    'records/projets/06 12 34 56 78.md': projet(),
  });
  const said = found.map(({ message }) => message).join('\n');
  expect(said).toContain('•');
  expect(said).not.toMatch(/camille|12 34 56/);
  expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

describe('the rules', () => {
  test('each has a code of its own, a slug in French', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test.each(RULES.map((rule) => [rule.code, rule] as const))('%s says what it is, why, and shows it', (_, rule) => {
    expect(['error', 'warning']).toContain(rule.severity);
    expect(rule.title).toMatch(/^\p{Lu}.{8,80}[^.!]$/u);
    expect(rule.explanation).toMatch(/^\p{Lu}[\s\S]{30,}[.…)]$/u);
    expect(rule.example.corrected).not.toBe('');
    expect(rule.example.corrected).not.toBe(rule.example.faulty);
    for (const text of [rule.title, rule.explanation]) expect(text).not.toMatch(/ !(?:\s|$)|'|\b(?:the|error|must)\b/);
  });

  test('each check stands in the file of its code, under its name in camel case', () => {
    const files = readdirSync('src/checks').filter((name) => {
      const source = readFileSync(`src/checks/${name}`, 'utf8');
      return source.includes('satisfies Check;');
    });
    expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(CHECKS.map(({ code }) => code).sort());
    for (const { code } of CHECKS) {
      const name = code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      expect(readFileSync(`src/checks/${code}.ts`, 'utf8')).toContain(`export const ${name} = {\n  code: '${code}',`);
    }
  });

  test('each is found by a case', () => {
    const found = new Set([...CASES.map(({ code }) => code), ...ON_DISK]);
    expect(RULES.map(({ code }) => code).filter((code) => !found.has(code))).toEqual([]);
    expect([...found].filter((code) => !RULES.some((rule) => rule.code === code))).toEqual([]);
  });
});
