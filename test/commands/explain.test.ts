import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/checks/index.ts';
import { FAMILIES } from '../../src/diagnostic.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

describe('cops explain', () => {
  test('lists every check under the title of its family, with no workspace around', async () => {
    const { code, stdout, stderr } = await runCops(['explain'], { cwd: makeFolder() });
    expect([code, stderr]).toEqual([0, '']);
    for (const title of Object.values(FAMILIES)) expect(stdout).toContain(`\n${title}\n`.trimStart());
    for (const rule of RULES) expect(stdout).toMatch(new RegExp(`^ {2}${rule.code} +${rule.title.slice(0, 9)}`, 'm'));
  });

  test('fits a terminal of 80 columns', async () => {
    for (const argv of [['explain'], ['explain', 'atelier'], ...RULES.map(({ code }) => ['explain', code])]) {
      const { stdout } = await runCops(argv, { cwd: makeFolder(), columns: 80, env: { NO_COLOR: '1' } });
      const wide = stdout.split('\n').filter((line) => line.length > 80);
      // An example stands as it is written, whatever the width.
      expect(wide.filter((line) => !/^ {2}\S|^ {2,4}- |: /.test(line))).toEqual([]);
    }
  });

  test.each(RULES.map(({ code }) => code))('%s: title, weight, reason, both examples', async (asked) => {
    const { code, stdout } = await runCops(['explain', asked], { cwd: makeFolder() });
    const rule = RULES.find((one) => one.code === asked);
    expect(code).toBe(0);
    expect(stdout).toContain(`${rule?.title}\n${asked} — `);
    expect(stdout).toContain(rule?.severity === 'error' ? 'Erreur :' : 'Avertissement :');
    expect(stdout).toContain(rule?.explanation.replaceAll('\n', ' '));
    expect(stdout).toContain('Ce qui est en faute :\n  ');
    expect(stdout).toContain('Ce qui convient :\n  ');
  });
});

describe('cops explain <type>', () => {
  test.each(['atelier', 'projet', 'theme', 'prs', 'contrat'])(
    '%s: keys, values, sections, and an example that is right',
    async (type) => {
      const root = makeWorkspace();
      const { code, stdout } = await runCops(['explain', type], { cwd: root });
      expect(code).toBe(0);
      expect(stdout).toContain('Clés de l’en-tête\n  type (nécessaire)');
      const [, example = ''] = stdout.split('Un exemple complet\n');
      const file = {
        atelier: 'records/ateliers/2022/2022-05-31-essai.md',
        projet: 'records/projets/essai.md',
        theme: 'records/themes/essai.md',
        prs: 'records/prs/essai.md',
        contrat: 'records/contrats/essai.md',
      }[type];
      writeFiles(root, { [file ?? '']: example });
      expect(await runCops(['check'], { cwd: root })).toMatchObject({ code: 0, stdout: '' });
    },
  );

  test('says the values of a choice, and what is needed when', async () => {
    const { stdout } = await runCops(['explain', 'atelier'], { cwd: makeFolder() });
    expect(stdout).toContain('Valeurs : visioconference, presentiel ou mixte.');
    expect(stdout).toContain('participants (nécessaire quand la fiche est valide)');
  });
});

test.each([
  ['theme-incnnu', 'le plus proche est « theme-inconnu »'],
  ['ateliers', 'le plus proche est « atelier »'],
  ['xyzzy', '« cops explain » énumère les contrôles'],
])('« %s » is neither a code nor a type', async (asked, advice) => {
  const { code, stdout, stderr } = await runCops(['explain', asked], { cwd: makeFolder() });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`« ${asked} » n’est ni le code d’un contrôle, ni un type de fiche`);
  expect(stderr).toContain(advice);
});

test('a folder that does not exist is said, and not taken for one without a workspace', async () => {
  const { code, stdout, stderr } = await runCops(['explain', 'atelier', '-C', 'nulle-part'], { cwd: makeFolder() });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('n’existe pas : donnez à -C le chemin d’un dossier.');
});
