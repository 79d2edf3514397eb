import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFiche } from '../../src/record/fiche.ts';
import { compileSchemas, type JsonSchema } from '../../src/record/schema.ts';
import { SENTENCES } from '../../src/record/schema-sentences.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { formatRange, unmark } from '../support/marked.ts';
import { parseAtelier, schemas } from '../support/parse.ts';

const FILES = readdirSync('schemas').filter((name) => name.endsWith('.schema.json'));
const SHIPPED = new Map(FILES.map((name) => [name, JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as JsonSchema]));

/** Keywords that describe, name or gather, and refuse nothing of themselves. */
const SILENT = new Set(
  ['$schema', '$id', '$defs', '$ref', 'title', 'description', 'examples', 'default', 'properties', 'items'].concat([
    'x-cops',
    'x-attendu',
    // Stands in the branches of a choice alone, and the choice says it: a test below holds it to that.
    'not',
  ]),
);

interface Place {
  readonly where: string;
  readonly schema: JsonSchema;
}

/** Every schema inside a schema, the properties apart: what stands in a branch of `anyOf` included. */
function* walk({ where, schema }: Place): Iterable<Place> {
  yield { where, schema };
  for (const group of ['properties', '$defs'] as const) {
    for (const [key, child] of Object.entries((schema[group] as Record<string, JsonSchema> | undefined) ?? {}))
      yield* walk({ where: `${where}/${key}`, schema: child });
  }
  for (const [index, branch] of ((schema.anyOf as JsonSchema[] | undefined) ?? []).entries())
    yield* walk({ where: `${where}/anyOf/${index}`, schema: branch });
  if (schema.items) yield* walk({ where: `${where}/items`, schema: schema.items as JsonSchema });
}

const PLACES = [...SHIPPED].flatMap(([name, schema]) => [...walk({ where: name, schema })]);
const KEYWORDS = new Set(PLACES.flatMap(({ schema }) => Object.keys(schema)).filter((keyword) => !SILENT.has(keyword)));

describe('the schemas that are shipped', () => {
  test('are there', () => {
    expect(FILES).toEqual(
      ['atelier', 'commun', 'contrat', 'cops', 'projet', 'prs', 'synthese', 'theme'].map(
        (name) => `${name}.schema.json`,
      ),
    );
  });

  test.each([...SHIPPED])('%s is JSON Schema 2020-12, and compiles', (_, schema) => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(() => compileSchemas(SHIPPED)).not.toThrow();
  });

  test('describe each property, list item and file in French', () => {
    const silent = PLACES.filter(
      ({ where, schema }) =>
        !/\/anyOf\/\d+$/.test(where) && !/^\p{Lu}?.{5,}[.…]$|^true si /u.test(String(schema.description)),
    );
    expect(silent.map(({ where }) => where)).toEqual([]);
  });

  test('use no keyword that has no sentence in French', () => {
    expect([...KEYWORDS].filter((keyword) => !(keyword in SENTENCES))).toEqual([]);
  });

  test('use every keyword that has a sentence', () => {
    expect(Object.keys(SENTENCES).filter((keyword) => !KEYWORDS.has(keyword))).toEqual([]);
  });

  test('refuse what is together in the branches of a choice alone, whose sentence says it', () => {
    const alone = PLACES.filter(({ where, schema }) => schema.not && !/\/anyOf\/\d+$/.test(where));
    expect(alone.map(({ where }) => where)).toEqual([]);
  });

  test('say in French what a pattern or a choice awaits, since neither can be read', () => {
    const mute = PLACES.filter(({ schema }) => (schema.pattern || schema.anyOf) && !schema['x-attendu']);
    expect(mute.map(({ where }) => where)).toEqual([]);
  });
});

describe('an example is one', () => {
  const EXAMPLES = PLACES.flatMap(({ where, schema }) =>
    ((schema.examples as unknown[] | undefined) ?? []).map((example): [string, unknown, string] => [
      where.split('/').at(-1) ?? '',
      example,
      where,
    ]),
  ).filter(([, , where]) => /^(?:atelier|projet|contrat)\.schema\.json\/[a-z_]+$/.test(where));

  test.each(EXAMPLES)('%s: %j is accepted by its schema (%s)', (key, example, where) => {
    const type = where.slice(0, where.indexOf('.'));
    const record = { atelier, projet, contrat }[type] ?? projet;
    const file = `records/${type}s/a.md`;
    const text = record({ header: `${key}: ${JSON.stringify(example)}` });
    expect(parseFiche(file, text, schemas).faults).toEqual([]);
  });

  test('shown in a message can be copied as it is', () => {
    const { faults } = parseAtelier(atelier({ header: 'participants: 8' }));
    const shown = faults[0]?.message.split('Par exemple : ')[1] ?? '';
    expect(shown).toMatch(/^participants: \[\{ role/);
    expect(parseAtelier(atelier({ header: shown })).faults).toEqual([]);
  });
});

/** One refusal a keyword, with a word that its sentence holds. */
const REFUSALS: [string, string, string, string][] = [
  [
    'required',
    'titre: ABSENT',
    'cle-manquante',
    'La clé « titre » manque dans l’en-tête : ajoutez-la. Par exemple : titre: ',
  ],
  ['required', 'date: ABSENT', 'cle-manquante', 'Par exemple : date: 2022-05-31'],
  [
    'required',
    'participants:\n  - ⟦{ role: autre }⟧',
    'cle-manquante',
    'La clé « effectif » manque dans « participants »',
  ],
  ['required', '⟦codage⟧: { par: AP }', 'cle-manquante', 'La clé « etat » manque dans « codage »'],
  [
    'additionalProperties',
    '⟦situaton⟧: x',
    'cle-inconnue',
    'La clé « situaton » n’existe pas ici ; la plus proche est « situation ».',
  ],
  ['additionalProperties', '⟦Titre⟧: x', 'cle-inconnue', 'la plus proche est « titre »'],
  ['additionalProperties', '⟦theme⟧: x', 'cle-inconnue', 'la plus proche est « themes »'],
  ['additionalProperties', '⟦vraiment-autre-chose⟧: x', 'cle-inconnue', 'les clés possibles sont type, titre'],
  ['additionalProperties', '⟦__proto__⟧: x', 'cle-inconnue', '« __proto__ » n’existe pas ici'],
  ['additionalProperties', '⟦constructor⟧: x', 'cle-inconnue', '« constructor » n’existe pas ici'],
  ['additionalProperties', '⟦situaton⟧:', 'cle-inconnue', 'la plus proche est « situation »'],
  ['additionalProperties', 'codage: { etat: complet, ⟦ette⟧: }', 'cle-inconnue', 'la plus proche est « etat »'],
  [
    'additionalProperties',
    'coanimation:\n  - { nom: A, role: autre, ⟦accord⟧: true }',
    'cle-inconnue',
    '« accord » n’existe pas ici',
  ],
  ['const', 'type: ⟦atelié⟧', 'valeur-hors-liste', '« atelié » est écrit ; ici, « type » vaut toujours « atelier ».'],
  ['enum', 'diffusion: ⟦public⟧', 'valeur-hors-liste', 'Valeurs possibles : interne ou partageable.'],
  ['enum', 'validation: ⟦validé⟧', 'valeur-hors-liste', 'la plus proche est « valide »'],
  ['enum', 'codage: { etat: ⟦lu⟧ }', 'valeur-hors-liste', '« lu » n’est pas une valeur de « etat »'],
  ['enum', 'diffusion: ⟦[interne]⟧', 'valeur-inattendue', 'Une liste ne convient pas à « diffusion »'],
  ['format', 'date: ⟦31/05/2022⟧', 'date-invalide', '« 31/05/2022 » s’écrit ici : 2022-05-31 (31 mai 2022)'],
  ['format', 'date: ⟦31 mai 2022⟧', 'date-invalide', '« 31 mai 2022 » s’écrit ici : 2022-05-31'],
  ['format', 'date: ⟦2022-02-30⟧', 'date-invalide', 'n’est pas une date du calendrier'],
  ['format', 'date: ⟦hier⟧', 'date-invalide', 'comme 2022-05-31, 2022-05, 2022-T2 ou 2022'],
  ['format', 'codage: { etat: complet, le: ⟦2022⟧ }', 'date-invalide', 'il faut un jour, comme 2022-05-31'],
  ['format', 'codage: { etat: complet, le: ⟦31/05/2022⟧ }', 'date-invalide', 's’écrit ici : 2022-05-31'],
  ['format', 'date: { date: ⟦2022-13⟧, texte: fin 2022 }', 'date-invalide', '« 2022-13 » n’est pas une date'],
  ['required', '⟦date⟧: { date: 2022 }', 'cle-manquante', 'La clé « texte » manque dans « date »'],
  ['required', 'date: { date: 2022, ⟦texte⟧: }', 'cle-manquante', 'n’a pas de valeur, et il en faut une'],
  [
    'additionalProperties',
    'date: { date: 2022, texte: a, ⟦mot⟧: b }',
    'cle-inconnue',
    'les clés possibles sont date et texte',
  ],
  ['anyOf', 'date: ⟦[2022]⟧', 'date-invalide', 'Une liste ne convient pas à « date » : il y faut une date'],
  [
    'type',
    'duree_min: ⟦deux heures⟧',
    'valeur-inattendue',
    'il y faut un nombre entier en chiffres. Par exemple : duree_min: 150',
  ],
  ['type', 'duree_min: ⟦2.5⟧', 'valeur-inattendue', 'un nombre entier en chiffres'],
  ['type', 'participants: ⟦8⟧', 'valeur-inattendue', 'une liste, un élément par ligne, précédé d’un tiret'],
  ['type', 'codage: ⟦complet⟧', 'valeur-inattendue', 'il y faut des clés et leurs valeurs. Par exemple'],
  [
    'type',
    'coanimation:\n  - { nom: A, role: autre, accord_publication: ⟦oui⟧ }',
    'valeur-inattendue',
    '« true » (oui) ou « false » (non)',
  ],
  ['type', 'publics:\n  - ⟦Un public : le premier⟧', 'valeur-inattendue', 'mettez-le entre guillemets droits'],
  [
    'type',
    'lieu: ⟦[Foix]⟧',
    'valeur-inattendue',
    'Si c’est un texte entre crochets, mettez-le entre guillemets droits',
  ],
  [
    'minimum',
    'participants: [{ role: autre, effectif: ⟦0⟧ }]',
    'valeur-inattendue',
    '« 0 » ne convient pas à « effectif » : il y faut au moins 1.',
  ],
  ['minItems', 'publics: ⟦[]⟧', 'valeur-inattendue', 'La liste « publics » est vide'],
  ['minLength', 'publics: [a, ⟦""⟧]', 'valeur-inattendue', 'Il y a ici un texte vide dans « publics »'],
  ['uniqueItems', 'departements: [31, 34, ⟦31⟧]', 'valeur-inattendue', 'figure déjà dans la liste « departements »'],
  [
    'pattern',
    'departements: [⟦9⟧]',
    'valeur-inattendue',
    'le numéro d’un département sur deux caractères, comme 09 ou 31',
  ],
  [
    'pattern',
    'suites:\n  - { piste: ⟦^p7⟧, objet: a, etat: prevu }',
    'valeur-inattendue',
    'le nom d’un passage, comme p7',
  ],
];

const PROJET_REFUSALS: [string, string, string, string][] = [
  ['exclusiveMinimum', 'convention: { duree_intervention_h: ⟦0⟧ }', 'valeur-inattendue', 'il y faut plus de 0'],
  [
    'type',
    'convention: { duree_intervention_h: ⟦2 h⟧ }',
    'valeur-inattendue',
    'un nombre en chiffres (virgule écrite « . »)',
  ],
  [
    'anyOf',
    'cadres:\n  - ⟦{ priorite: a }⟧',
    'valeur-inattendue',
    'il y faut un « prs » (avec sa « priorite ») ou un « mandat »',
  ],
  [
    'pattern',
    'cadres:\n  - { prs: ⟦PRS 2018⟧ }',
    'valeur-inattendue',
    'des mots en minuscules sans accent, séparés par des tirets',
  ],
];

const INDICATEUR = 'libelle: Un essai, cible: 4, unite: essais';
const CONTRAT_REFUSALS: [string, string, string, string][] = [
  [
    'anyOf',
    'annee: ABSENT',
    'valeur-inattendue',
    'Il faut dans l’en-tête une « annee », ou un « debut » et une « fin »',
  ],
  ['anyOf', 'debut: 2022-03', 'valeur-inattendue', 'et non les trois'],
  ['anyOf', 'annee: ABSENT\ndebut: 2022-03', 'valeur-inattendue', 'Il faut dans l’en-tête'],
  ['pattern', 'annee: ⟦2022-03⟧', 'valeur-inattendue', 'il y faut une année, comme 2022'],
  ...[
    '',
    ', chiffre: activite.ateliers, valeur: 3',
    ', chiffre: activite.ateliers, valeur: 3, source: un registre',
    ', chiffre: activite.ateliers, source: un registre',
    ', valeur: 3',
    ', source: un registre',
  ].map((given): [string, string, string, string] => [
    'anyOf',
    `indicateurs:\n  - ⟦{ ${INDICATEUR}${given} }⟧`,
    'valeur-inattendue',
    'il y faut un « chiffre » de la synthèse, ou une « valeur » et sa « source », et non les deux',
  ]),
  [
    'pattern',
    `indicateurs:\n  - { ${INDICATEUR}, chiffre: ⟦Ateliers⟧ }`,
    'valeur-inattendue',
    'l’identifiant d’un chiffre de la synthèse, comme activite.ateliers',
  ],
  [
    'type',
    'indicateurs:\n  - { libelle: a, cible: ⟦quatre⟧, unite: b, chiffre: activite.ateliers }',
    'valeur-inattendue',
    'un nombre en chiffres',
  ],
];

describe('a refusal is one sentence in French, at its place', () => {
  test.each(REFUSALS)('%s: %j', (_, header, code, words) => {
    expectOne(mark(atelier, header), 'records/ateliers/2022/2022-03-14-a.md', [code, words]);
  });

  test.each(PROJET_REFUSALS)('%s, in a projet: %j', (_, header, code, words) => {
    expectOne(mark(projet, header), 'records/projets/a.md', [code, words]);
  });

  test.each(CONTRAT_REFUSALS)('%s, in a contrat: %j', (_, header, code, words) => {
    expectOne(mark(contrat, header), 'records/contrats/a.md', [code, words]);
  });

  test('each keyword is refused above', () => {
    const shown = new Set([...REFUSALS, ...PROJET_REFUSALS].map(([keyword]) => keyword));
    expect([...KEYWORDS].filter((keyword) => !shown.has(keyword))).toEqual([]);
  });

  test('no sentence holds a word of the validator', () => {
    for (const [, header] of REFUSALS) {
      const { faults } = parseAtelier(unmark(mark(atelier, header)).text);
      for (const { message } of faults)
        expect(message).not.toMatch(/\b(?:must|should|NOT|property|schema|undefined|null)\b|\[object/);
    }
  });

  test('personal data is masked before a long value is cut', () => {
    const value = `${'x'.repeat(45)} camille.fictive@exemple.fr`;
    const { faults } = parseAtelier(atelier({ header: `diffusion: ${value}` }));
    expect(faults[0]?.message).not.toContain('camille');
    expect(faults[0]?.message).toContain('•');
  });

  test('every fault of a header is told', () => {
    const { faults } = parseAtelier(atelier({ header: 'titre: ABSENT\ndate: hier\ndiffusion: public\nautre: x' }));
    expect(faults.map(({ code }) => code).sort()).toEqual([
      'cle-inconnue',
      'cle-manquante',
      'date-invalide',
      'valeur-hors-liste',
    ]);
  });
});

describe('a key without a value', () => {
  test.each([
    ['lieu:', 'valeur-vide', 'La clé « lieu » n’a pas de valeur : complétez-la, ou supprimez la ligne.'],
    ['lieu: ""', 'valeur-vide', 'complétez-la, ou supprimez la ligne'],
    ['titre:', 'cle-manquante', 'La clé « titre » n’a pas de valeur, et il en faut une : complétez la ligne.'],
    ['participants:', 'cle-manquante', 'n’a pas de valeur, et il en faut une'],
    ['participants:\nvalidation: brouillon', 'valeur-vide', 'complétez-la, ou supprimez la ligne'],
  ])('%j is told once: %s', (header, code, words) => {
    const key = header.split(':')[0] ?? '';
    const text = atelier({ header }).replace(`\n${key}:`, `\n⟦${key}⟧:`);
    expectOne(text, 'records/ateliers/2022/2022-03-14-a.md', [code, words]);
  });
});

describe('what a valid record needs', () => {
  test.each([
    ['participants', 'validation: valide', 'cle-manquante', 'mais la clé « participants » manque'],
    [
      'participants',
      'validation: relu',
      'a-completer',
      'La clé « participants » sera nécessaire pour valider cette fiche : complétez-la d’ici là.',
    ],
    ['participants', 'validation: ABSENT', 'a-completer', 'sera nécessaire'],
  ])('%s, with %s: %s', (key, validation, code, words) => {
    const text = atelier({ header: `${key}: ABSENT\n${validation}` });
    const marked =
      code === 'cle-manquante' ? text.replace('\nvalidation:', '\n⟦validation⟧:') : text.replace('---', '⟦---⟧');
    expectOne(marked, 'records/ateliers/2022/2022-03-14-a.md', [code, words]);
  });
});

/** A record with a header of its own; a mark around its first key is put back after the record is made. */
function mark(record: typeof atelier, header: string): string {
  const key = /^⟦(\w+)⟧:/.exec(header)?.[1];
  return key ? record({ header: header.replace(/[⟦⟧]/g, '') }).replace(`\n${key}:`, `\n⟦${key}⟧:`) : record({ header });
}

/** Where a key is wholly missing, the place is the opening fence, which no mark stands around. */
function expectOne(marked: string, file: string, [code, words]: [string, string]) {
  const { text, places } = unmark(marked);
  const { faults } = parseFiche(file, text, schemas);
  expect(faults.map((fault) => `${fault.code} ${formatRange(fault.range)}`)).toEqual([
    `${code} ${places[0] ?? '1:1-1:4'}`,
  ]);
  expect(faults[0]?.message).toContain(words);
}
