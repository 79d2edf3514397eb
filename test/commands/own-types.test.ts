import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const DOC = readFileSync('docs/types.md', 'utf8');
const [, SCHEMA = ''] = /```json\n([\s\S]*?)```/.exec(DOC) ?? [];
const [, TEMPLATE = ''] = /```markdown\n([\s\S]*?)```/.exec(DOC) ?? [];
const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const JOURNEE = 'records/journees/2021/2021-10-17-journee-inventee.md';
const NEW = ['new', 'journee', '--titre', 'Journée inventée', '--date', '2021-10-17', '--lieu', 'Ville inventée'];

/** A workspace in which the type of docs/types.md is known. */
function makeOwn(files: Record<string, string> = {}): string {
  return makeWorkspace({
    'schemas/journee.schema.json': SCHEMA,
    'templates/journee.md': TEMPLATE,
    [ATELIER]: atelier(),
    ...files,
  });
}

function journee(header: string, body = '## Programme\n\nUn programme inventé.\n'): string {
  return `---\ntype: journee\ntitre: Journée inventée\ndate: 2021-10-17\nlieu: Ville inventée\n${header}---\n\n${body}`;
}

describe('a type that a workspace describes', () => {
  test('is written, checked, listed, shown, searched and explained, as docs/types.md has it', async () => {
    const cwd = makeOwn();
    const written = await runCops(NEW, { cwd });
    expect(written).toMatchObject({ code: 0, stdout: `${JOURNEE}\n` });
    expect(readFileSync(`${cwd}/${JOURNEE}`, 'utf8')).toContain('# La date : 2024-10-17');
    writeFiles(cwd, { [JOURNEE]: journee('', '## Programme\n\nUne table ronde inventée.\n') });
    const checked = await runCops(['check'], { cwd });
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toContain('1 fiche « journee »');
    expect((await runCops(['list'], { cwd })).stdout).toMatch(
      /^2021-10-17-journee-inventee +journee +17 octobre 2021/m,
    );
    expect((await runCops(['list', '--type', 'journee', '--format', 'csv'], { cwd })).stdout).toContain(JOURNEE);
    const shown = await runCops(['show', '2021-10-17-journee-inventee'], { cwd });
    expect(shown.stdout).toContain('lieu : Ville inventée');
    expect(shown.stdout).toContain('Une table ronde inventée.');
    expect((await runCops(['search', 'table'], { cwd })).stdout).toContain('Une **table** ronde');
    expect((await runCops(['explain', 'journee'], { cwd })).stdout).toContain('inscrits\n      Le nombre d’inscrits.');
  });

  test('may do without a template', async () => {
    const cwd = makeWorkspace({ 'schemas/journee.schema.json': SCHEMA });
    expect((await runCops(NEW, { cwd })).code).toBe(0);
    expect(readFileSync(`${cwd}/${JOURNEE}`, 'utf8')).toContain('## Programme\n\n## Bilan\n');
  });

  test('its internal notes are internal, even where its schema says nothing of them', async () => {
    const schema = JSON.parse(SCHEMA);
    schema['x-cops'].sections.pop();
    const body = '## Programme\n\nUn programme.\n\n## Notes internes\n\nSecret.\n';
    const cwd = makeOwn({
      'schemas/journee.schema.json': JSON.stringify(schema),
      [JOURNEE]: journee('diffusion: partageable\nvalidation: valide\n', body),
    });
    const { stdout } = await runCops(['show', '2021-10-17-journee-inventee', '--shared'], { cwd });
    expect(stdout).toContain('Un programme.');
    expect(stdout).not.toMatch(/Secret|Notes internes/);
  });

  test('its faults are told in French, at their place', async () => {
    const cwd = makeOwn({ [JOURNEE]: journee('inscrits: beaucoup\nvalidation: valide\n', '## Bilan\n\nUn.\n') });
    const { code, stdout } = await runCops(['check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(`${JOURNEE}:6:11: erreur : « beaucoup » ne convient pas à « inscrits »`);
    expect(stdout).toContain('la section « Programme » manque');
  });
});

describe('a summary counts none of them', () => {
  test('and says how many there are, with the sources that may be shown', async () => {
    const cwd = makeOwn({
      [JOURNEE]: journee('diffusion: partageable\nvalidation: valide\n'),
      'records/journees/brouillon.md': journee('diffusion: partageable\n'),
      'records/journees/secrete.md': journee(''),
    });
    const { code, stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      '[3 fiches sont de types propres à cet espace de travail, qu’aucun chiffre ne compte](#preuve-limites-autres-types)',
    );
    expect(stdout).not.toMatch(/secrete|brouillon\.md/);
    const json = JSON.parse((await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd })).stdout);
    const figures = json.sections.limites.figures as { id: string; value: number; sources: unknown[] }[];
    expect(figures.find(({ id }) => id === 'limites.autres-types')).toMatchObject({
      value: 3,
      sources: [{ file: JOURNEE, line: 1 }, { interne: true }, { interne: true }],
    });
    expect(json.sections.activite.figures[0]).toMatchObject({ id: 'activite.ateliers', value: 1 });
  });

  test('and is not stopped by their faults', async () => {
    const cwd = makeOwn({ [JOURNEE]: journee('inscrits: beaucoup\n') });
    expect((await runCops(['report', '--prs', '2018-2022'], { cwd })).code).toBe(0);
  });

  test('and says nothing where there are none', async () => {
    expect((await runCops(['report', '--prs', '2018-2022'], { cwd: makeOwn() })).stdout).not.toContain(
      'propres à cet espace de travail',
    );
  });
});

describe('a schema that does not fit stops every command, and names what is wrong', () => {
  const parsed = () => JSON.parse(SCHEMA);
  const xcops = (change: object) => ({ ...parsed(), 'x-cops': { ...parsed()['x-cops'], ...change } });
  const without = (key: string) => {
    const { [key]: _gone, ...properties } = parsed().properties;
    return { ...parsed(), properties };
  };

  test.each([
    ['a folder outside records', xcops({ dossier: '../ailleurs' }), '« dossier » y est le nom d’un dossier de records'],
    [
      'the folder of another type',
      xcops({ dossier: 'ateliers' }),
      'le dossier « ateliers » est déjà celui du type « atelier »',
    ],
    ['no name for files', xcops({ fichier: undefined }), '« fichier » dit comment se nomme une fiche'],
    ['no list of sections', xcops({ sections: undefined }), 'il y manque la liste « sections »'],
    [
      'a section without its word',
      xcops({ sections: [{ titre: 'Bilan' }] }),
      'chaque section y a un « titre » et un « mot »',
    ],
    [
      'a question about no key',
      xcops({ questions: ['ville'] }),
      '« x-cops » nomme la clé « ville », que le schéma ne décrit pas',
    ],
    [
      'a nature that is none',
      xcops({ sections: [{ titre: 'Bilan', mot: 'bilan', nature: 'remarque' }] }),
      'la nature de la section « Bilan »',
    ],
    ['x-cops that is nothing', { ...parsed(), 'x-cops': null }, '« x-cops » est un ensemble de clés'],
    ['a section that is nothing', xcops({ sections: [null] }), 'chaque section y a un « titre »'],
    ['no title', without('titre'), 'il y manque la clé « titre »'],
    ['no type', without('type'), 'la clé « type » doit y valoir « journee »'],
  ])('%s', async (_, schema, sentence) => {
    const cwd = makeOwn({ 'schemas/journee.schema.json': JSON.stringify(schema) });
    for (const argv of [['check'], ['list'], ['report', '--prs', '2018-2022'], ['new', 'atelier']]) {
      const { code, stdout, stderr } = await runCops(argv, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`Le schéma « schemas/journee.schema.json » ne convient pas : `);
      expect(stderr).toContain(sentence);
    }
  });
});

/** A schema as far as these tests change one. */
interface Part {
  properties: Record<string, Part>;
  items: Part;
  required: string[];
}

interface Spec {
  'x-cops': { sections: object[] };
}

describe('a workspace’s own schema of a type that cops knows', () => {
  const own = (type: string) => JSON.parse(readFileSync(`schemas/${type}.schema.json`, 'utf8'));
  const run = (name: string, schema: unknown, files: Record<string, string> = {}) =>
    runCops(['check'], {
      cwd: makeWorkspace({ [`schemas/${name}.schema.json`]: JSON.stringify(schema), [ATELIER]: atelier(), ...files }),
    });

  test('may add keys, change what is said, need more, and drop what nothing depends on', async () => {
    const schema = own('atelier');
    schema.properties.animation_graphique = { type: 'boolean', description: 'Une facilitatrice graphique ?' };
    schema.properties.participants.items.properties.distance = { type: 'boolean', description: 'À distance ?' };
    schema.properties.titre.description = 'Le titre.';
    for (const key of schema['x-cops'].libres) delete schema.properties[key];
    schema['x-cops'].questions = ['date', 'titre'];
    const files = { [ATELIER]: atelier({ header: 'animation_graphique: true\nlieu: Ville' }) };
    const { code, stdout } = await run('atelier', schema, files);
    expect(code).toBe(1);
    expect(stdout).toContain('La clé « lieu » n’existe pas ici');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    schema.required.push('prs');
    expect((await run('atelier', schema, { [ATELIER]: atelier({ header: 'prs: ABSENT' }) })).stdout).toContain(
      'La clé « prs » manque',
    );
  });

  const read = ['atelier', 'projet', 'theme', 'prs', 'contrat'].flatMap((type) => {
    const { properties, 'x-cops': spec } = own(type);
    return Object.keys(properties)
      .filter((key) => !spec.libres.includes(key))
      .map((key) => [type, key] as const);
  });

  test.each(read)('%s may not drop « %s »', async (type, key) => {
    const schema = own(type);
    delete schema.properties[key];
    schema.required = schema.required.filter((one: string) => one !== key);
    const { code, stderr } = await run(type, schema);
    expect(code).toBe(2);
    expect(stderr).toContain(`« schemas/${type}.schema.json » ne convient pas : la clé « ${key} » n’y est plus`);
  });

  test.each([
    [
      'a nested key',
      (s: Part) => delete s.properties.participants?.items.properties.effectif,
      'la clé « participants.effectif » n’y est plus',
    ],
    [
      'another form',
      (s: Part) => Object.assign(s.properties, { date: { type: 'string' } }),
      'la clé « date » y est décrite autrement',
    ],
    [
      'another form within',
      (s: Part) => Object.assign(s.properties.participants?.items.properties.effectif ?? {}, { type: 'string' }),
      'la clé « participants.effectif » y est décrite autrement',
    ],
    ['a key no longer needed', (s: Part) => s.required.splice(s.required.indexOf('date'), 1), 'la clé « date »'],
  ])('nor change %s', async (_, change, sentence) => {
    const schema = own('atelier');
    change(schema);
    const { code, stderr } = await run('atelier', schema);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test.each([
    ['no x-cops', (s: Spec) => Object.assign(s, { 'x-cops': undefined }), '« x-cops » n’y est plus'],
    [
      'another folder',
      (s: Spec) => Object.assign(s['x-cops'], { dossier: 'projets' }),
      'le dossier de ce type reste « ateliers »',
    ],
    [
      'notes that are shown',
      (s: Spec) => Object.assign(s['x-cops'].sections[2] ?? {}, { interne: false }),
      'la section « Notes internes » y manque ou est changée',
    ],
    [
      'another nature',
      (s: Spec) => Object.assign(s['x-cops'].sections[1] ?? {}, { nature: 'frein' }),
      'la section « Synthèse coconstruite » y manque ou est changée',
    ],
    [
      'no section',
      (s: Spec) => Object.assign(s['x-cops'], { sections: [] }),
      'la section « Situation choisie par le groupe »',
    ],
  ])('nor what x-cops says: %s', async (_, change, sentence) => {
    const schema = own('atelier');
    change(schema);
    const { code, stderr } = await run('atelier', schema);
    expect(code).toBe(2);
    expect(stderr).toContain('« schemas/atelier.schema.json » ne convient pas');
    expect(stderr).toContain(sentence);
  });

  test.each(['null', '[]', '5', '"a"'])('nor be %s', async (text) => {
    const cwd = makeWorkspace({ 'schemas/journee.schema.json': text, [ATELIER]: atelier() });
    const { code, stderr } = await runCops(['check'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('« schemas/journee.schema.json » n’est pas un schéma');
  });

  test('nor the parts that all share', async () => {
    const gone = own('commun');
    delete gone.$defs.codage;
    expect((await run('commun', gone)).stderr).toContain('la partie commune « codage » n’y est plus');
    const changed = own('commun');
    changed.$defs.validation.enum.push('publie');
    expect((await run('commun', changed)).stderr).toContain('la partie commune « validation » y est changée');
  });

  test.each([
    [{ type: 'chaine' }, 'ce qui s’y trouve sous « /properties/neuve/type » n’est pas permis par JSON Schema'],
    [{ type: 'string', longueur: 3 }, 'le mot-clé « longueur » n’existe pas'],
    [{ type: 'string', format: 'couleur' }, 'le format « couleur » n’existe pas'],
    [{ $ref: 'autre.schema.json#/x' }, 'le renvoi « autre.schema.json#/x » ne mène à rien'],
    [{ type: 'string', pattern: '(' }, 'le motif « /(/ » n’est pas une expression régulière'],
    [{ properties: { a: { type: 'string' } } }, '« properties » demande que « type » soit « object »'],
    [{ type: ['string', 'number'] }, 'une valeur n’y a qu’un type'],
    [{ enum: [] }, 'une liste « enum » y est vide'],
  ])('nor be anything but a JSON Schema: %j', async (neuve, reason) => {
    const schema = own('atelier');
    schema.properties.neuve = neuve;
    const { code, stderr } = await run('atelier', schema);
    expect(code).toBe(2);
    expect(stderr).toContain('Le schéma « schemas/atelier.schema.json » n’est pas un schéma JSON valable : ');
    expect(stderr).toContain(reason);
  });

  test.each([
    ['{\n  "type": "object",\n}', 'ligne 3, colonne 1'],
    ['{ "type": ', 'jusqu’à sa fin'],
  ])('nor be anything but JSON: %j', async (text, where) => {
    const root = makeWorkspace();
    writeFiles(root, { 'schemas/atelier.schema.json': text });
    const { code, stderr } = await runCops(['check'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(`« schemas/atelier.schema.json » ne se lit pas comme du JSON, ${where} : `);
    expect(stderr).not.toMatch(/SyntaxError|JSON at|position/);
  });
});
