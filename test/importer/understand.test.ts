import type { PhrasingContent, RootContent, Table } from 'mdast';
import { describe, expect, test } from 'vitest';
import {
  lostWords,
  makeDocument,
  readImportFixture,
  readWords,
  understandSource,
  understandText,
  valuesOf,
} from '../support/imports.ts';

const MEDECIN = { nom: 'Camille Exemple', qualite: 'médecin', role: 'professionnel' };
const PATIENT = {
  nom: 'Dominique Fictif',
  qualite: 'patient partenaire formateur',
  role: 'patient-partenaire-formateur',
};

/** Invented documents of varied layout, and all that their headers hold. */
const DOCUMENTS: readonly (readonly [file: string, type: string, values: Record<string, unknown>, titles: string[]])[] =
  [
    [
      'sans-titres.txt',
      'atelier',
      {
        titre: 'AEP du 12/03/2024 – visioconférence',
        date: '2024-03-12',
        sujet: 'La sortie d’hôpital',
        situation: 'Une sortie un vendredi soir sans ordonnance',
        participants: [
          { role: 'professionnel', effectif: '4' },
          { role: 'patient-partenaire-ressource', effectif: '3' },
          { role: 'representant-des-usagers', effectif: '1' },
        ],
        coanimation: [MEDECIN, PATIENT],
      },
      ['## Situation choisie par le groupe', '## Synthèse coconstruite', '## À classer'],
    ],
    [
      'gras-et-tableau.md',
      'atelier',
      {
        titre: "Synthèse de l'atelier d'échanges de pratiques du 1er mars 2023",
        date: '2023-03-01',
        sujet: 'La confiance',
        participants: [
          { role: 'professionnel', effectif: '3' },
          { role: 'patient-partenaire-ressource', effectif: '2' },
          { role: 'representant-des-usagers', effectif: '1' },
        ],
        coanimation: [
          { ...MEDECIN, nom: 'Dr Camille Exemple' },
          { ...PATIENT, qualite: 'patiente partenaire formatrice' },
        ],
        lieu: 'Toulouse',
        duree_min: '150',
        situation: 'Une annonce au téléphone.',
      },
      ['## SITUATION CHOISIE', '## Synthèse coconstruite', '## Notes internes', '## À classer'],
    ],
    [
      'listes-et-romains.txt',
      'atelier',
      {
        titre: 'Compte-rendu AEP n° 12',
        date: '2023-11-16',
        lieu: 'Maison des usagers, Montpellier',
        coanimation: [MEDECIN, PATIENT],
        participants: [
          { role: 'professionnel', effectif: '5' },
          { role: 'autre', effectif: '2' },
          { role: 'proche-aidant', effectif: '1' },
        ],
        sujet: 'La fin de vie à domicile',
        situation: 'Monsieur X, 80 ans, veut rester chez lui',
      },
      ['## Situation choisie par le groupe', '## Synthèse coconstruite', '## À classer'],
    ],
    [
      'projet-en-lignes.txt',
      'projet',
      {
        titre: 'FICHE PROJET : Maison Fictive',
        structure: { nom: 'Maison Fictive de Santé', nature: 'association loi 1901' },
        debut: { date: '2023', texte: 'printemps 2023' },
        statut: 'en-cours',
        departements: ['31', '34'],
        cadres: [{ mandat: 'évaluer la place des usagers', organisme: 'ARS Imaginaire' }],
        convention: {
          date: '2023-04-03',
          interventions_max: '6',
          duree_intervention_h: '1.5',
          public: 'les équipes soignantes',
        },
        interventions_realisees: { nombre: '3', arrete_au: '2023-12-31' },
      },
      ['## Objectifs', '## Freins', '## Leviers'],
    ],
    [
      'projet-numerote.md',
      'projet',
      {
        titre: 'Projet « Tous partenaires »',
        structure: { nom: 'CHU Imaginaire', nature: 'établissement public de santé' },
        cadres: [{ prs: '2023-2028' }],
        debut: '2023-03',
        interventions_realisees: { nombre: '5' },
        interventions: [
          { date: '2023-03-12', objet: 'Lancement' },
          { date: '2023-05-04', objet: 'Bilan' },
        ],
      },
      ['## Contexte', '## Objectifs', '## Avancement', '## Perspectives', '## Freins', '## À classer'],
    ],
  ];

describe.each(DOCUMENTS)('%s', (file, type, values, titles) => {
  test('is understood', async () => {
    const record = await understandText(readImportFixture(file), { name: file });
    expect(record.type).toBe(type);
    expect(valuesOf(record)).toEqual(values);
    expect([...record.body.matchAll(/^## .*$/gm)].map(([title]) => title)).toEqual(titles);
  });

  test('loses no word', async () => {
    const { body, served = [], leftOut = [] } = await understandText(readImportFixture(file), { name: file });
    const source = file.endsWith('.md')
      ? readWords(readImportFixture(file).replace(/^---$/gm, ''))
      : readImportFixture(file);
    const kept = [...served, ...leftOut.map(({ words }) => words), file.endsWith('.md') ? readWords(body) : body];
    expect(lostWords(source, kept.join('\n'))).toEqual([]);
  });
});

describe('an information table', () => {
  const rows = [
    ['Thème', 'Participants', 'Situation choisie'],
    ['La confiance', '2 médecins', 'Une annonce'],
  ];
  const awaited = {
    sujet: 'La confiance',
    participants: [{ role: 'professionnel', effectif: '2' }],
    situation: 'Une annonce',
  };

  test.each([
    ['labels above', rows],
    ['labels before', rows[0]?.map((label, index) => [label, rows[1]?.[index] ?? '']) ?? []],
    ['labels in each cell', [rows[0]?.map((label, index) => `${label} : ${rows[1]?.[index]}`) ?? []]],
    [
      'labels before, two a row',
      [
        ['Thème', 'La confiance', 'Participants', '2 médecins'],
        ['Situation choisie', 'Une annonce', '', ''],
      ],
    ],
    ['a line of tabs below another', undefined],
  ])('%s', async (_, cells) => {
    const record = cells
      ? understandSource(makeDocument(makeTable(cells)), 'atelier')
      : await understandText(rows.map((row) => row.join('\t')).join('\n'), { type: 'atelier' });
    expect(valuesOf(record)).toEqual(awaited);
  });

  test('without any label stays a table, in its place', () => {
    const table = makeTable([
      ['Un', 'Deux'],
      ['#trois', 'a | b'],
    ]);
    const { body } = understandSource(makeDocument(heading('Synthèse'), table), 'atelier');
    expect(body).toContain('## Synthèse\n\n| Un | Deux |\n| --- | --- |\n| \\#trois | a \\| b |');
  });

  test('a label that is not known stays with its value', () => {
    const { body } = understandSource(
      makeDocument(
        makeTable([
          ['Thème', 'Salle'],
          ['La confiance', 'Bleue'],
        ]),
      ),
      'atelier',
    );
    expect(body).toMatch(/## À classer\n\nSalle : Bleue$/);
  });
});

describe('the body', () => {
  test('keeps titles under their section, and closes it at one of its rank', () => {
    const source = makeDocument(
      ...[
        heading('Synthèse', 2),
        heading('Un enjeu', 3),
        paragraph('Un constat.'),
        heading('Annexe', 2),
        paragraph('Une note.'),
      ],
    );
    const { body } = understandSource(source, 'atelier');
    expect(body).toContain('## Synthèse\n\n### Un enjeu\n\nUn constat.\n\n## À classer\n\n### Annexe\n\nUne note.');
  });

  test('internal notes stay internal', () => {
    const source = makeDocument(
      heading('Synthèse'),
      paragraph('Un constat.'),
      bold('Notes internes :'),
      paragraph('À taire.'),
    );
    expect(understandSource(source, 'atelier').body).toMatch(/## Notes internes\n\nÀ taire\.$/);
  });

  test('a note stays in the section that calls it', () => {
    const source = makeDocument(
      heading('Synthèse'),
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'Un constat' },
          { type: 'footnoteReference', identifier: '1' },
        ],
      },
      heading('Notes internes'),
      paragraph('À taire.'),
      { type: 'footnoteDefinition', identifier: '1', children: [paragraph('La note.')] },
    );
    expect(understandSource(source, 'atelier').body).toContain('Un constat[^1]\n\n[^1]: La note.\n\n## Notes internes');
  });

  test('the comment of a reviewer stays one; any other comment is text', () => {
    const html = (value: string): PhrasingContent => ({ type: 'html', value });
    const source = makeDocument(
      heading('Synthèse'),
      { type: 'paragraph', children: [{ type: 'text', value: 'Un constat.' }, html('<!-- mémo (CE) : à revoir -->')] },
      { type: 'paragraph', children: [{ type: 'text', value: 'Un autre.' }, html('<!-- extrait -->')] },
    );
    const { body } = understandSource(source, 'atelier');
    expect(body).toContain('Un constat. <!-- mémo (CE) : à revoir -->\n\nUn autre.\\<!-- extrait -->');
  });

  test('bold, italics and links stay; typography is left as it is', () => {
    const children: PhrasingContent[] = [
      { type: 'text', value: 'Le coeur\u00a0: ' },
      { type: 'strong', children: [{ type: 'text', value: 'l’essentiel ' }] },
      { type: 'text', value: 'des patient*es // A = B ' },
      { type: 'link', url: 'https://exemple.fr', children: [{ type: 'text', value: 'ici' }] },
    ];
    const { body } = understandSource(makeDocument(heading('Synthèse'), { type: 'paragraph', children }), 'atelier');
    expect(body).toContain('Le coeur\u00a0: **l’essentiel** des patient*es // A = B [ici](https://exemple.fr)');
  });

  test.each(['-> Une', '=> Une', '→ Une', '--> Une', '\uf0e0 Une'])('an arrow is an item of a list: %s', (text) => {
    const { body } = understandSource(makeDocument(heading('Synthèse'), paragraph(text)), 'atelier');
    expect(body).toMatch(/\n\n- → Une$/);
  });
});

describe('what is not sure is said', () => {
  test('a PRS that has no record here', async () => {
    const { warnings, values } = await understandText(
      'Atelier du 4 mars 2031\n\nDans le cadre du PRS 2029-2034, le groupe parle.',
    );
    expect(values.map(({ key }) => key)).toEqual(['titre', 'date']);
    expect(warnings).toContain(
      'Le PRS 2029-2034, nommé au 1er paragraphe, n’a pas de fiche dans cet espace : il n’est pas dans l’en-tête.',
    );
  });

  test('a list of names is no count', async () => {
    const { values, warnings, body } = await understandText(
      'Atelier\n\nParticipants : Camille Exemple, Dominique Fictif',
    );
    expect(values.map(({ key }) => key)).not.toContain('participants');
    expect(warnings).toContain('« Participants » n’a pas été compris, et se trouve sous « À classer ».');
    expect(body).toMatch(/## À classer\n\nParticipants : \[noms laissés de côté\]$/);
  });

  test('a second label for the same key', async () => {
    const { warnings, body } = await understandText('Atelier du 4 mars 2024\n\nDate : 5 mars 2024\n');
    expect(warnings).toContain('« Date » est dit une seconde fois, et se trouve sous « À classer ».');
    expect(body).toContain('Date : 5 mars 2024');
  });
});

function heading(value: string, depth: 1 | 2 | 3 = 2): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function paragraph(value: string): RootContent & { type: 'paragraph' } {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function bold(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value }] }] };
}

function makeTable(rows: readonly (readonly string[])[]): Table {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
  return { type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
}

describe('a sentence cut in two paragraphs', () => {
  const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const bodyOf = (first: RootContent, second: string) =>
    understandSource(makeDocument(first, paragraph(text(second))), 'atelier').body;
  const start = 'Il faudra faire face à quelques difficultés telles';

  test('is one again', () => {
    expect(bodyOf(paragraph(text(start)), 'que la fatigue.')).toContain(`${start} que la fatigue.`);
  });

  test.each([
    ['a full stop ends it', paragraph(text(`${start}.`)), 'que la fatigue.'],
    ['a capital begins the next', paragraph(text(start)), 'Que la fatigue.'],
    ['it is a title', paragraph({ type: 'strong', children: [text(start)] }), 'que la fatigue.'],
    ['it is an item in lower case', paragraph(text(`il ${start}`)), 'que la fatigue.'],
    ['the next is a label', paragraph(text(start)), 'lieu : Toulouse et autour.'],
  ])('stays two where %s', (_, first, second) => {
    expect(bodyOf(first, second)).not.toContain(`telles ${second}`);
  });
});

test('a label with its value takes no line below as its own', () => {
  const lines = ['Animé par : Camille Exemple (médecin)', 'Synthèse coconstruite', 'Le temps manque.'];
  const source = makeDocument(
    ...lines.map((value): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  );
  const record = understandSource(source, 'atelier');
  expect(valuesOf(record).coanimation).toEqual([MEDECIN]);
  expect(record.body).toContain('## Synthèse coconstruite\n\nLe temps manque.');
});

test('labels side by side without values are no values', () => {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
  const source = makeDocument({
    type: 'table',
    children: [{ type: 'tableRow', children: ['Thème', 'Participants', 'Coanimation'].map(cell) }],
  });
  expect(valuesOf(understandSource(source, 'atelier'))).toEqual({});
});
