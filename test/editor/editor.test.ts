import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../src/editor/complete.ts';
import { define } from '../../src/editor/define.ts';
import { describe as describeAt } from '../../src/editor/describe.ts';
import { applyChange, editAt } from '../support/edited.ts';
import { atelier } from '../support/fiches.ts';

function labels(marked: string, options?: Parameters<typeof editAt>[1]): string[] {
  const { edited, position } = editAt(marked, options);
  return complete(edited, position).map(({ label }) => label);
}

/** The text once the suggestion of that name is taken. */
function take(marked: string, label: string, options?: Parameters<typeof editAt>[1]): string {
  const placed = editAt(marked, options);
  const suggestion = complete(placed.edited, placed.position).find((one) => one.label === label);
  if (!suggestion) throw new Error(`« ${label} » is not offered`);
  return applyChange(placed, suggestion);
}

const ROLES = [
  'professionnel',
  'patient-partenaire-ressource',
  'patient-partenaire-formateur',
  'patient-partenaire-chercheur',
  'representant-des-usagers',
  'usager-partenaire',
  'proche-aidant',
  'autre',
];

describe('keys', () => {
  test('those that are not there yet are offered, each with what it means', () => {
    const { edited, position } = editAt('---\ntype: atelier\ntitre: Un atelier inventé\n‸\nsujet: x\n---\n');
    const offered = complete(edited, position);
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(['date', 'situation', 'participants']));
    expect(offered.map(({ label }) => label)).not.toEqual(expect.arrayContaining(['titre']));
    expect(offered.some(({ label }) => ['type', 'titre', 'sujet'].includes(label))).toBe(false);
    expect(offered.find(({ label }) => label === 'date')).toMatchObject({
      detail: 'nécessaire',
      explanation: 'Le jour de l’atelier.',
    });
  });

  test.each([
    ['a text', '---\ntype: atelier\nsit‸\n---\n', 'situation', '---\ntype: atelier\nsituation: \n---\n'],
    ['a list', '---\ntype: atelier\n‸\n---\n', 'participants', '---\ntype: atelier\nparticipants:\n  - \n---\n'],
    ['a map', '---\ntype: atelier\ncod‸\n---\n', 'codage', '---\ntype: atelier\ncodage:\n  \n---\n'],
    [
      'a name whose colon is there',
      '---\ntype: atelier\nsi‸tuaton: x\n---\n',
      'situation',
      '---\ntype: atelier\nsituation: x\n---\n',
    ],
    [
      'one of a map on one line',
      '---\ntype: atelier\nparticipants:\n  - { role: professionnel, eff‸ }\n---\n',
      'effectif',
      '---\ntype: atelier\nparticipants:\n  - { role: professionnel, effectif:  }\n---\n',
    ],
  ])('%s is written whole', (_, before, label, after) => {
    expect(take(before, label)).toBe(after);
  });

  test.each([
    ['in a map below its key', '---\ntype: atelier\ncodage:\n  ‸\n---\n', ['etat', 'par', 'le']],
    ['beside another', '---\ntype: atelier\ncodage:\n  etat: complet\n  ‸\n---\n', ['par', 'le']],
    ['in the item of a list', '---\ntype: atelier\nparticipants:\n  - ‸\n---\n', ['role', 'effectif']],
    [
      'on the second line of an item',
      '---\ntype: atelier\nparticipants:\n  - role: professionnel\n    ‸\n---\n',
      ['effectif'],
    ],
    ['in braces', '---\ntype: atelier\ncodage: { ‸ }\n---\n', ['etat', 'par', 'le']],
    ['in braces that are not closed', '---\ntype: atelier\ncodage: { etat: complet, ‸\n---\n', ['par', 'le']],
  ])('those of a map are offered %s', (_, marked, keys) => {
    expect(labels(marked)).toEqual(keys);
  });

  test('the type comes from the folder until the header says it', () => {
    expect(labels('---\n‸\n---\n', { file: 'records/prs/2030.md' })).toContain('en_vigueur');
    expect(labels('---\n‸\n---\n', { file: 'records/ailleurs/x.md' })).toEqual(['type']);
  });
});

describe('values', () => {
  test.each([
    ['of a list of words', '---\ntype: atelier\nvalidation: ‸\n---\n', ['brouillon', 'relu', 'valide']],
    ['begun', '---\ntype: atelier\nvalidation: va‸\n---\n', ['brouillon', 'relu', 'valide']],
    ['in braces', '---\ntype: atelier\nparticipants:\n  - { role: ‸, effectif: 3 }\n---\n', ROLES],
    ['in braces that are not closed', '---\ntype: atelier\nparticipants:\n  - { role: ‸\nprs: 2018-2022\n---\n', ROLES],
    ['in a map of a list', '---\ntype: atelier\nparticipants:\n  - role: prof‸\n---\n', ROLES],
    [
      'that are true or false',
      '---\ntype: atelier\ncoanimation:\n  - { nom: Camille Fictive, accord_publication: ‸ }\n---\n',
      ['true', 'false'],
    ],
    ['that are types', '---\ntype: ‸\n---\n', ['atelier', 'contrat', 'projet', 'prs', 'synthese', 'theme']],
    ['that are PRS', '---\ntype: atelier\nprs: ‸\n---\n', ['2018-2022', '2023-2028']],
    [
      'that are priorities of the PRS beside',
      '---\ntype: projet\ncadres:\n  - { prs: 2018-2022, priorite: ‸ }\n---\n',
      ['partenariat-soignant-soigne'],
    ],
    ['that are priorities, without a PRS beside', '---\ntype: projet\ncadres:\n  - { priorite: ‸ }\n---\n', []],
    ['of a free text', '---\ntype: atelier\nlieu: ‸\n---\n', []],
    ['of a date', '---\ntype: atelier\ndate: ‸\n---\n', []],
    ['of a key that is not known', '---\ntype: atelier\ninconnue: ‸\n---\n', []],
  ])('%s', (_, marked, offered) => {
    expect(labels(marked).sort()).toEqual([...offered].sort());
  });

  test.each([
    [
      'an item of a list',
      '---\ntype: atelier\nthemes:\n  - temps‸\n---\n',
      '---\ntype: atelier\nthemes:\n  - temps-de-consultation\n---\n',
    ],
    [
      'a list on one line',
      '---\ntype: atelier\nthemes: [perennisation, temps-de‸]\n---\n',
      '---\ntype: atelier\nthemes: [perennisation, temps-de-consultation]\n---\n',
    ],
    [
      'a list that is not closed',
      '---\ntype: atelier\nthemes: [‸\ndiffusion: interne\n---\n',
      '---\ntype: atelier\nthemes: [temps-de-consultation\ndiffusion: interne\n---\n',
    ],
    [
      'an item not begun',
      '---\ntype: atelier\nthemes:\n  - ‸\n---\n',
      '---\ntype: atelier\nthemes:\n  - temps-de-consultation\n---\n',
    ],
  ])('a theme is offered in %s', (_, before, after) => {
    expect(take(before, 'temps-de-consultation')).toBe(after);
  });

  test('a theme’s parent is a theme', () => {
    const marked = '---\ntype: theme\ntitre: Un thème inventé\nparent: ‸\n---\n';
    expect(labels(marked, { file: 'records/themes/essai.md' })).toContain('temps-de-consultation');
  });

  test('a piste is one of the named passages of the same record', () => {
    const header = 'suites:\n  - { piste: ‸, objet: Un objet inventé, etat: prevu }';
    const body = '## Situation\n\n## Synthèse\n\n- Un constat inventé. ^p3\n- → Une piste inventée. ^p7\n';
    expect(labels(atelier({ header, body }))).toEqual(['p3', 'p7']);
  });

  test('after the fences, and in a comment, nothing of the header is offered', () => {
    expect(labels('---\ntype: atelier\n---\n\n‸\n')).toEqual([]);
    expect(labels('---\ntype: atelier\n# diffusion: ‸\n---\n')).toEqual([]);
    expect(labels('‸')).toEqual([]);
  });
});

describe('the body', () => {
  const TOP = '---\ntype: atelier\n---\n\n';

  test.each([
    ['behind a hash', '- Un constat inventé. #‸', '- Un constat inventé. #temps-de-consultation'],
    ['behind a word begun', '- Un constat inventé. #tem‸', '- Un constat inventé. #temps-de-consultation'],
    [
      'in the middle of a word',
      '- Un constat. #te‸mps #perennisation',
      '- Un constat. #temps-de-consultation #perennisation',
    ],
    [
      'in a refusal',
      '- Un constat inventé. <!-- pas #‸ -->',
      '- Un constat inventé. <!-- pas #temps-de-consultation -->',
    ],
    ['on the line below', 'Un constat inventé.\n#‸', 'Un constat inventé.\n#temps-de-consultation'],
  ])('themes are offered %s', (_, before, after) => {
    expect(take(TOP + before, '#temps-de-consultation')).toBe(TOP + after);
  });

  test.each([
    ['a free code', '- Un constat inventé. #?te‸'],
    ['a heading', '#‸'],
    ['a heading begun', '# ‸'],
    ['a hash within a word', 'Un#‸'],
    ['plain words', 'Un constat‸'],
  ])('no theme is offered for %s', (_, marked) => {
    expect(labels(TOP + marked)).toEqual([]);
  });

  test('a theme that is withdrawn is not offered, and one on trial says so', () => {
    const theme = (statut: string) =>
      `---\ntype: theme\ntitre: Inventé\ndefinition: Une définition.\nstatut: ${statut}\n---\n`;
    const others = { 'records/themes/ancien.md': theme('retire'), 'records/themes/neuf.md': theme('candidat') };
    const { edited, position } = editAt(`${TOP}- Un constat. #‸`, { others });
    const offered = complete(edited, position);
    expect(offered.map(({ label }) => label)).not.toContain('#ancien');
    expect(offered.find(({ label }) => label === '#neuf')?.detail).toBe('Inventé (à l’essai)');
  });

  test.each([
    ['Un. <!-- ‸', 'extrait', 'Un. <!-- extrait -->'],
    ['Un. <!-- ex‸ -->', 'extrait', 'Un. <!-- extrait -->'],
    ['Un. <!--‸', 'piste', 'Un. <!-- piste -->'],
    ['Un. <!-- p‸', 'pas #', 'Un. <!-- pas #'],
  ])('marks are offered in a comment: %s', (before, label, after) => {
    expect(take(TOP + before, label)).toBe(TOP + after);
  });

  test('the sections that are missing are offered behind two hashes', () => {
    expect(labels(`${TOP}## Situation choisie par le groupe\n\n## ‸`)).toEqual([
      'Synthèse coconstruite',
      'Notes internes',
    ]);
    expect(take(`${TOP}## Syn‸`, 'Synthèse coconstruite')).toBe(`${TOP}## Synthèse coconstruite`);
  });
});

describe('what a word means', () => {
  const options = { faults: [], rules: [] };
  const say = (marked: string, more?: Parameters<typeof editAt>[1]) => {
    const { edited, position } = editAt(marked, more);
    return describeAt(edited, position, options)?.text;
  };

  test.each([
    ['a hashtag', '---\ntype: atelier\n---\n\nUn. #temps-‸de-consultation'],
    ['an item of the header', '---\ntype: atelier\nthemes: [temps‸-de-consultation]\n---\n'],
    ['a refusal', '---\ntype: atelier\n---\n\nUn. <!-- pas #temps-‸de-consultation -->'],
  ])('%s is said by title, definition and bounds', (_, marked) => {
    const text = say(marked);
    expect(text).toMatch(/^Temps de consultation\n\nLa durée ou le rythme/);
    expect(text).toContain('En relève :\n– une consultation dite trop brève');
    expect(text).toContain('N’en relève pas :\n– ');
  });

  test.each([
    [
      'a key',
      '---\ntype: atelier\ndiffu‸sion: interne\n---\n',
      /^« interne » par défaut.*\nValeurs possibles : interne et partageable\.$/,
    ],
    [
      'a key of a map',
      '---\ntype: atelier\nparticipants:\n  - { ro‸le: autre }\n---\n',
      /^Le rôle de ces personnes\.\nCette clé est nécessaire\./,
    ],
    ['a PRS', '---\ntype: atelier\nprs: 2018‸-2022\n---\n', /^Projet Régional de Santé Occitanie 2018-2022$/],
    [
      'a priority',
      '---\ntype: projet\ncadres:\n  - { prs: 2018-2022, priorite: parte‸nariat-soignant-soigne }\n---\n',
      /^Promouvoir un partenariat/,
    ],
  ])('%s', (_, marked, awaited) => {
    expect(say(marked)).toMatch(awaited);
  });

  test.each([
    ['a theme that does not exist', '---\ntype: atelier\n---\n\nUn. #absent‸'],
    ['a plain word', '---\ntype: atelier\n---\n\nUn const‸at.'],
    ['a key that is not known', '---\ntype: atelier\nincon‸nue: x\n---\n'],
    ['a blank', '---\ntype: atelier\n‸\n---\n'],
  ])('nothing is said of %s', (_, marked) => {
    expect(say(marked)).toBeUndefined();
  });

  test('a fault under the cursor says why it is one', () => {
    const { edited, position } = editAt('---\ntype: atelier\n---\n\nUn. #abs‸ent');
    const range = { start: { line: 5, column: 5 }, end: { line: 5, column: 12 } };
    const fault = { code: 'essai', severity: 'error', file: 'x', range, message: 'm' } as const;
    const rule = {
      code: 'essai',
      severity: 'error',
      family: 'texte',
      title: 'Titre',
      explanation: 'Pourquoi.',
      example: { faulty: '', corrected: '' },
    } as const;
    expect(describeAt(edited, position, { faults: [fault], rules: [rule] })?.text).toBe('Titre. Pourquoi.');
  });

  test('personal data in a definition is masked', () => {
    const others = {
      'records/themes/neuf.md': '---\ntype: theme\ntitre: Neuf\ndefinition: Écrire à prenom.nom@exemple.fr\n---\n',
    };
    expect(say('---\ntype: atelier\n---\n\nUn. #ne‸uf', { others })).toBe(`Neuf\n\nÉcrire à ${'•'.repeat(21)}`);
  });
});

describe('where it is written', () => {
  test.each([
    ['a theme', '---\ntype: atelier\n---\n\nUn. #temps-‸de-consultation', 'records/themes/temps-de-consultation.md', 1],
    ['a PRS', '---\ntype: atelier\nprs: 2018-2022‸\n---\n', 'records/prs/2018-2022.md', 1],
    [
      'a priority',
      '---\ntype: projet\ncadres:\n  - { prs: 2018-2022, priorite: ‸partenariat-soignant-soigne }\n---\n',
      'records/prs/2018-2022.md',
      9,
    ],
  ])('%s', (_, marked, file, line) => {
    const { edited, position } = editAt(marked);
    expect(define(edited, position)).toMatchObject({ file, range: { start: { line } } });
  });

  test('a piste leads to its passage', () => {
    const header = 'suites:\n  - { piste: p‸7, objet: Un objet inventé, etat: prevu }';
    const body = '## Situation\n\n## Synthèse\n\n- Un constat inventé. ^p3\n- → Une piste inventée. ^p7\n';
    const { edited, position } = editAt(atelier({ header, body }));
    const target = define(edited, position);
    expect(edited.lines.lineAt(target?.range.start.line ?? 0)).toBe('- → Une piste inventée. ^p7');
  });

  test('what is not there leads nowhere', () => {
    const { edited, position } = editAt('---\ntype: atelier\nprs: 2040‸\n---\n');
    expect(define(edited, position)).toBeUndefined();
  });
});

test('no text and no cursor make any of it fail', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\n',
    'type: atelier',
    'codage:',
    '{',
    '}',
    '[',
    ']',
    '- ',
    '  ',
    ': ',
    '#',
    '"',
    "'",
    '*a',
    '&b',
    '!c',
    '|',
    'participants:',
    'x',
    '<!--',
    '‸',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('').replaceAll('‸', '');
      const at = pieces.join('').indexOf('‸');
      const cut = at < 0 ? text.length : at;
      const { edited, position } = editAt(`${text.slice(0, cut)}‸${text.slice(cut)}`, { others: {} });
      for (const { range } of complete(edited, position)) expect(range.start.line).toBe(position.line);
      define(edited, position);
      describeAt(edited, position, { faults: [], rules: [] });
    }),
    { numRuns: 150 },
  );
});
