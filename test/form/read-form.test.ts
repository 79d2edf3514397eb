import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildForm } from '../../src/form/form-model.ts';
import { readForm } from '../../src/form/read-form.ts';
import { writeForm } from '../../src/form/write-form.ts';
import { compileSchemas, type JsonSchema } from '../../src/record/schema.ts';
import { readSchemas } from '../../src/workspace/package-files.ts';
import { fillForm, paragraph, partOf, runs, withPart } from '../support/form-file.ts';
import { emptyForm, valuesOf } from '../support/forms.ts';
import { schemas } from '../support/parse.ts';

const DOCUMENT = 'word/document.xml';
let empty: Uint8Array;
beforeAll(async () => {
  empty = await emptyForm();
});

function read(bytes: Uint8Array) {
  return readForm(bytes, schemas);
}

/** A form whose document was changed by hand. */
function edited(
  bytes: Uint8Array,
  ...changes: [string | RegExp, string | ((...found: string[]) => string)][]
): Uint8Array {
  return withPart(bytes, DOCUMENT, (document) =>
    changes.reduce((text, [from, to]) => {
      const changed = text.replace(from, to as string);
      if (changed === text) throw new Error(`nothing to change: ${from}`);
      return changed;
    }, document),
  );
}

/** The rows of the table of participants. */
function rowsOf(bytes: Uint8Array): string[] {
  const document = partOf(bytes);
  const table = document.slice(document.lastIndexOf('<w:tbl>', document.indexOf('cops:participants.0.role')));
  return table.slice(0, table.indexOf('</w:tbl>')).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
}

const SUMMARY = {
  titre: 'Titre inventé',
  'participants.0.role': 'Professionnel',
  'participants.0.effectif': '4',
  'participants.1.role': 'Proche aidant',
  'participants.1.effectif': '3',
};
const PARTICIPANTS = [
  { role: 'professionnel', effectif: '4' },
  { role: 'proche-aidant', effectif: '3' },
];

describe('a form that was changed', () => {
  test('keeps its answers when labels are written anew, and the new words are not lost', () => {
    const bytes = edited(fillForm(empty, SUMMARY), ['Titre *', 'Intitulé de la rencontre']);
    const record = read(bytes);
    expect(valuesOf(record).titre).toBe('Titre inventé');
    expect(record?.body).toContain('## À classer\n\nIntitulé de la rencontre\n');
    expect(record?.warnings).toEqual(['1 texte écrit hors des cases est gardé sous « À classer ».']);
  });

  test('keeps lines that were moved in their new order, and those that were left empty are none', () => {
    const filled = fillForm(empty, { ...SUMMARY, 'participants.5.role': 'Autre', 'participants.5.effectif': '1' });
    const rows = rowsOf(filled);
    const bytes = edited(filled, [rows[1] ?? '', ''], [rows[4] ?? '', (row: string) => row + rows[1]]);
    expect(valuesOf(read(bytes)).participants).toEqual([
      PARTICIPANTS[1],
      PARTICIPANTS[0],
      { role: 'autre', effectif: '1' },
    ]);
  });

  test('keeps lines that were added, copied with their controls or empty of any', () => {
    const filled = fillForm(empty, SUMMARY);
    const rows = rowsOf(filled);
    const cell = (words: string) => `<w:tc><w:tcPr/>${paragraph(runs(words))}</w:tc>`;
    const bare = `<w:tr>${cell('représentant des usagers')}${cell('2')}</w:tr>`;
    const bytes = edited(filled, [rows[2] ?? '', `${rows[2]}${rows[2]}${bare}`]);
    expect(valuesOf(read(bytes)).participants).toEqual([
      ...PARTICIPANTS,
      PARTICIPANTS[1],
      { role: 'representant-des-usagers', effectif: '2' },
    ]);
  });

  test('keeps what was typed beside a control, and in place of it', () => {
    const bytes = edited(
      fillForm(empty, {}),
      [
        /<w:p>(?:(?!<\/w:p>).)*cops:lieu.*?<\/w:p>/s,
        (found: string) => found.replace('</w:p>', `${runs('Ville inventée')}</w:p>`),
      ],
      [/<w:sdt><w:sdtPr><w:alias w:val="Sujet"\/>.*?<\/w:sdt>/s, runs('Un sujet inventé')],
    );
    expect(valuesOf(read(bytes))).toEqual({ lieu: 'Ville inventée', sujet: 'Un sujet inventé' });
  });

  test('knows its answers by their bookmarks where the tags are gone, and by their tags where the bookmarks are', () => {
    const filled = fillForm(empty, SUMMARY);
    for (const gone of [/<w:tag [^>]*\/>/g, /<w:bookmark(?:Start|End) [^>]*\/>/g]) {
      const values = valuesOf(read(edited(filled, [gone, ''])));
      expect(values).toEqual({ titre: 'Titre inventé', participants: PARTICIPANTS });
    }
  });

  test('is still a form without its properties', () => {
    const bytes = withPart(fillForm(empty, SUMMARY), 'docProps/custom.xml', () => '<Properties/>');
    expect(valuesOf(read(bytes)).titre).toBe('Titre inventé');
    expect(read(bytes)?.warnings).toEqual([]);
  });

  test('an example that was changed is the author’s', () => {
    const bytes = edited(empty, [
      'Le compte rendu arrive souvent trop tard',
      'Le compte rendu arrive parfois trop tard',
    ]);
    const body = read(bytes)?.body;
    expect(body).toContain('- Le compte rendu arrive parfois trop tard pour préparer le rendez-vous suivant.');
    expect(body).not.toContain('médecin traitant');
  });

  test('words between the parts are kept, a table among them', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(runs('Ville'))}</w:tc><w:tc>${paragraph(runs('Un'))}${paragraph(runs('Deux'))}</w:tc></w:tr></w:tbl>`;
    const bytes = edited(empty, [
      /<w:p>(?:(?!<\/w:p>).)*copspartie_entete/s,
      (found: string) => paragraph(runs('Un mot en plus')) + table + found,
    ]);
    expect(read(bytes)?.body).toContain('## À classer\n\nUn mot en plus\n\n| Ville | Un<br>Deux |\n');
  });
});

describe('what is typed in a form', () => {
  test.each([
    ['31 mai 2022', '2022-05-31'],
    ['1er mars 2021', '2021-03-01'],
    ['31/05/2022', '2022-05-31'],
    ['mai 2022', '2022-05'],
    ['2022', '2022'],
    ['fin 2022', { date: '2022', texte: 'fin 2022' }],
    ['un jour', 'un jour'],
  ])('the date « %s » is read as a command reads it', (typed, value) => {
    expect(valuesOf(read(fillForm(empty, { date: typed }))).date).toEqual(value);
  });

  test('a vague date and a choice that is none are told', () => {
    const { warnings } = read(fillForm(empty, { date: 'fin 2022', modalite: 'Par téléphone' })) ?? {};
    expect(warnings).toEqual([
      '« date » : la date « fin 2022 » n’est certaine que par son année.',
      '« modalite » : « Par téléphone » n’est pas l’un des choix de « Modalité ».',
    ]);
  });

  test('a record that a list offers is its first word', () => {
    expect(valuesOf(read(fillForm(empty, { prs: '2018-2022 — PRS 2018-2022' }))).prs).toBe('2018-2022');
  });

  test('words behind those that were to be replaced are the answer alone', () => {
    expect(valuesOf(read(fillForm(empty, { lieu: 'Écrire ici…Ville inventée' }))).lieu).toBe('Ville inventée');
  });

  test.each([
    ['Cliquez ou appuyez ici pour entrer du texte.', {}],
    ['Click or tap here to enter text.', {}],
    ['Une ville', { lieu: 'Une ville' }],
    ['ÉUne villecrire ici…', { lieu: 'Une ville' }],
  ])('in a control that says that nobody wrote, « %s » is read for what it is', (typed, values) => {
    const bytes = edited(empty, [/(cops:lieu"\/>.*?<w:t>)[^<]*/s, (_: string, before: string) => before + typed]);
    expect(valuesOf(read(bytes))).toEqual(values);
  });

  test('an answer that begins like a place to write is an answer', () => {
    const values = { titre: 'Date à fixer…', lieu: 'Cliquez ici, dit-il.' };
    expect(valuesOf(read(fillForm(empty, values)))).toEqual(values);
  });

  test.each([
    ['douze', 'participants.0.effectif', { participants: [{ effectif: '12' }] }],
    ['2 h 30', 'duree_min', { duree_min: '150' }],
    ['deux heures et demie', 'duree_min', { duree_min: '150' }],
    ['90 minutes', 'duree_min', { duree_min: '90' }],
    ['deux heures, puis une visite', 'duree_min', { duree_min: 'deux heures, puis une visite' }],
    ['quatre ou cinq', 'participants.0.effectif', { participants: [{ effectif: 'quatre ou cinq' }] }],
    ['Haute-Garonne', 'departements', { departements: ['31'] }],
    ['la Haute Garonne et le Gers, 34', 'departements', { departements: ['31', '32', '34'] }],
    ["Lot et Garonne ; Val-d'Oise (95)", 'departements', { departements: ['47', '95'] }],
    ['Ain (31)', 'departements', { departements: ['Ain (31)'] }],
  ])('« %s » in %s is read as it is meant', (typed, tag, values) => {
    expect(valuesOf(read(fillForm(empty, { [tag]: typed })))).toEqual(values);
  });

  test('says which numbers were read in words', () => {
    expect(read(fillForm(empty, { duree_min: '2 h 30' }))?.values[0]?.doubt).toBe('« 2 h 30 » est lu « 150 ».');
  });

  test('says where each value comes from', () => {
    expect(read(fillForm(empty, SUMMARY))?.values).toEqual([
      { key: 'titre', value: 'Titre inventé', words: 'Titre inventé', place: 'formulaire, « Titre »' },
      {
        key: 'participants',
        value: PARTICIPANTS,
        words: 'Professionnel\n4\nProche aidant\n3',
        items: ['Professionnel, 4', 'Proche aidant, 3'],
        place: 'formulaire, « Participants »',
      },
    ]);
  });
});

test('a word with a hash in a text is a word, and no theme', () => {
  const typed = 'Un #constat d’alors #temps-de-consultation ^p1';
  const record = read(fillForm(empty, { 'texte/synthese': paragraph(runs(typed)) }));
  expect(record?.body).toContain('\nUn \\#constat d’alors \\#temps-de-consultation \\^p1\n');
  expect(record?.warnings).toEqual([
    '« #constat » et « #temps-de-consultation » restent des mots du texte : les thèmes se notent dans la fiche, en la lisant avec la grille.',
  ]);
});

describe('what Word holds beside words', () => {
  const text = (content: string) => read(fillForm(empty, { 'texte/synthese': content }));
  const numbered = (level: number, id: number) =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

  test('lists within lists, and numbers', () => {
    const numbering = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const filled = fillForm(empty, {
      'texte/synthese':
        paragraph(runs('un'), numbered(0, 9)) +
        paragraph(runs('détail'), numbered(1, 8)) +
        paragraph(runs('deux'), numbered(0, 9)) +
        paragraph(runs('- à la main')),
    });
    const bytes = withPart(filled, 'word/numbering.xml', () => numbering);
    expect(read(bytes)?.body).toContain('1. un\n   - détail\n2. deux\n\n- à la main\n');
  });

  test('arrows that Word made signs of its font', () => {
    const sym = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:t xml:space="preserve"> Une piste</w:t></w:r>';
    const kept = paragraph('<w:r><w:t xml:space="preserve">\uF0E0 Une autre</w:t></w:r>');
    expect(text(paragraph(sym) + kept)?.body).toContain('\n→ Une piste\n\n→ Une autre\n');
  });

  test('changes that are tracked: what was added is there, what was taken out is named', () => {
    const content = paragraph(
      `${runs('Un mot ')}<w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins><w:del><w:r><w:delText>retiré</w:delText></w:r></w:del>`,
    );
    const record = text(content);
    expect(record?.body).toContain('\nUn mot ajouté\n');
    expect(record?.warnings).toEqual([
      'Suivi des modifications : 1 ajout est repris.',
      'Suivi des modifications : 1 suppression n’est pas reprise : « retiré ».',
    ]);
  });

  test('comments and pictures are named, and the comments that cops wrote are not', () => {
    const comment = (author: string, words: string) =>
      `<w:comment w:id="1" w:author="${author}">${paragraph(runs(words))}</w:comment>`;
    const filled = fillForm(empty, { 'texte/synthese': paragraph('<w:r><w:drawing/></w:r>') });
    const bytes = withPart(
      filled,
      'word/comments.xml',
      () =>
        `<w:comments xmlns:w="x">${comment('Une personne', 'À revoir')}${comment('cops', 'Une faute')}</w:comments>`,
    );
    expect(read(bytes)?.warnings).toEqual([
      '1 commentaire de Word n’est pas repris : « À revoir ».',
      '1 image n’est pas reprise : une fiche ne tient que du texte.',
    ]);
  });

  test('links, footnotes, text boxes, what is struck out, and the remarks of an author', () => {
    const content =
      paragraph(
        `<w:hyperlink r:id="lien9">${runs('le site')}</w:hyperlink>${runs(' et une note')}<w:r><w:footnoteReference w:id="7"/></w:r>`,
      ) +
      paragraph(
        `${runs('Avec <!-- mémo : à revoir --> une ')}<w:r><w:rPr><w:strike/></w:rPr><w:t>rature</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph(runs('Dans un cadre'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(runs('Dans un cadre'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    let bytes = fillForm(empty, { 'texte/synthese': content });
    bytes = withPart(bytes, 'word/_rels/document.xml.rels', (rels) =>
      rels.replace(
        '</Relationships>',
        '<Relationship Id="lien9" Type="x" Target="https://exemple.invalid/" TargetMode="External"/></Relationships>',
      ),
    );
    bytes = withPart(
      bytes,
      'word/footnotes.xml',
      () =>
        `<w:footnotes xmlns:w="x"><w:footnote w:id="7">${paragraph(runs('Le texte de la note.'))}</w:footnote></w:footnotes>`,
    );
    expect(read(bytes)?.body).toContain(`[le site](https://exemple.invalid/) et une note[^1]

Avec <!-- mémo : à revoir --> une ~~rature~~

Dans un cadre

[^1]: Le texte de la note.
`);
  });
});

describe('a form of another day', () => {
  /** The schemas of the package, with an atelier that was changed. */
  function changed(change: (atelier: JsonSchema) => JsonSchema) {
    const files = new Map(readSchemas(undefined));
    files.set('atelier.schema.json', change(files.get('atelier.schema.json') ?? {}));
    return compileSchemas(files, { proven: true });
  }

  test('of a schema that had one more key: what it says is kept, and told', async () => {
    const before = changed((atelier) => ({
      ...atelier,
      properties: {
        ...(atelier.properties as object),
        salle: { type: 'string', title: 'Salle', description: 'La salle.' },
      },
    }));
    const type = before.types.get('atelier');
    if (!type) throw new Error('no atelier');
    const bytes = fillForm(await writeForm(buildForm(type, before)), { salle: 'Salle inventée', titre: 'Un titre' });
    const record = read(bytes);
    expect(valuesOf(record)).toEqual({ titre: 'Un titre' });
    expect(record?.body).toContain('## À classer\n\nSalle : Salle inventée\n');
    expect(record?.warnings).toEqual([
      '1 texte écrit hors des cases est gardé sous « À classer ». Le formulaire demandait « Salle », que ce type n’a plus.',
    ]);
  });

  test('of a type that the workspace does not have is refused by its name', () => {
    const bytes = withPart(empty, 'docProps/custom.xml', (text) => text.replaceAll('atelier', 'journee'));
    expect(() => read(bytes)).toThrow('fiche de type « journee », que cet espace de travail ne connaît pas');
  });
});

describe('a file that is no form, or a hostile one', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('Un texte, et non un fichier Word.')],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['a Word file that is no form', zipSync({ [DOCUMENT]: strToU8('<w:document><w:body/></w:document>') })],
    [
      'a Word file that is no form, with properties that do not read',
      zipSync({ [DOCUMENT]: strToU8('<w:document><w:body>'), 'docProps/custom.xml': strToU8('<a><b>') }),
    ],
  ])('%s is left to the other readers', (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });

  test('half a form is none', () => {
    expect(read(empty.slice(0, empty.length / 2))).toBeUndefined();
  });

  test.each([
    [
      'an entity that is declared',
      (text: string) => text.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document'),
      'abîmé',
    ],
    ['elements that are not closed', (text: string) => text.replace('</w:body>', ''), 'abîmé'],
    [
      'elements nested without end',
      (text: string) => text.replace('<w:body>', `<w:body>${'<w:p>'.repeat(100_000)}`),
      'emboîte',
    ],
    [
      'elements without number',
      (text: string) => text.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(350_000)}`),
      'trop d’éléments',
    ],
    [
      'a text longer than any record',
      (text: string) => text.replace('<w:body>', `<w:body>${paragraph(runs('mot '.repeat(300_000)))}`),
      'un million de signes',
    ],
    [
      'a text beyond any reason',
      (text: string) => text.replace('</w:body>', `${' '.repeat(21 * 1024 * 1024)}</w:body>`),
      'vingt méga-octets',
    ],
  ])('%s is refused in French', (_, change, words) => {
    expect(() => read(withPart(empty, DOCUMENT, change))).toThrow(words);
  });

  test('controls within controls, each saying that nobody wrote in it, are read at once', () => {
    const open = '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'.repeat(120);
    const nested = `${open}${runs('Ville inventée')}${'</w:sdtContent></w:sdt>'.repeat(120)}`;
    expect(valuesOf(read(fillForm(empty, { lieu: nested }))).lieu).toBe('Ville inventée');
  });

  test('an entity that nobody declared stays the text that it is', () => {
    const bytes = edited(fillForm(empty, { titre: 'Un MOT ici' }), ['Un MOT ici', 'Un &inconnue; ici']);
    expect(valuesOf(read(bytes)).titre).toBe('Un &inconnue; ici');
  });
});
