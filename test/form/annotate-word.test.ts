import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDraft, type Draft } from '../../src/checks/check-draft.ts';
import { RULES } from '../../src/checks/index.ts';
import { collect, DEFAULT_SETTINGS } from '../../src/collection.ts';
import { annotatedName, annotateWord } from '../../src/form/annotate-word.ts';
import { FOR_THE_CENTRE } from '../../src/form/fault-words.ts';
import { type PlacedFault, placeFaults } from '../../src/form/place-faults.ts';
import { readForm } from '../../src/form/read-form.ts';
import { formatFiche, formatTemplate } from '../../src/record/write.ts';
import { fillForm, paragraph, partOf, runs, withPart } from '../support/form-file.ts';
import { emptyForm, valuesOf } from '../support/forms.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { schemas } from '../support/parse.ts';

const DOCUMENT = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
const FILE = 'records/ateliers/2022/2022-05-31-essai.md';

/** A text as a record of the workspace, checked. */
function check(text: string): Draft {
  return checkDraft(FILE, text, {
    collection: collect([], { schemas, settings: DEFAULT_SETTINGS }),
    today: '2026-01-15',
  });
}

/** The faults of the record that a form gives. */
function faultsOf(bytes: Uint8Array): PlacedFault[] {
  const record = readForm(bytes, schemas);
  const type = schemas.types.get('atelier');
  if (!record || !type) throw new Error('no form');
  const values = { type: record.type, ...valuesOf(record) };
  const { faults, read } = check(
    formatFiche(formatTemplate(type), { values, order: Object.keys(values), body: record.body }),
  );
  return placeFaults(faults, read, schemas);
}

/** Each comment of a file, and the words that it is about. */
function commentsOf(bytes: Uint8Array): [author: string, message: string, about: string][] {
  const document = partOf(bytes);
  return [...partOf(bytes, COMMENTS).matchAll(/<w:comment [^>]*>.*?<\/w:comment>/gs)].map(([comment]) => {
    const id = /w:id="(\d+)"/.exec(comment)?.[1];
    const range = new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, 's').exec(
      document,
    )?.[1];
    return [
      /w:author="([^"]*)"/.exec(comment)?.[1] ?? '',
      words(comment),
      range === undefined ? '(nulle part)' : words(range),
    ];
  });
}

function words(xml: string): string {
  return xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

let filled: Uint8Array;
let faults: PlacedFault[];
let annotated: Uint8Array;
beforeAll(async () => {
  filled = fillForm(await emptyForm(), {
    titre: 'Un titre inventé',
    date: 'le 31 du mois',
    sujet: 'Un sujet inventé',
    'participants.1.role': 'Professionnel',
    'participants.1.effectif': 'quatre ou cinq',
    departements: '31, Haute-Vallée-Inventée, 31',
    modalite: 'par pigeon inventé',
    'participants.3.effectif': '0',
    'texte/synthese':
      paragraph(runs('Un constat inventé.')) +
      paragraph(runs('Un constat #theme-inconnu au milieu.')) +
      paragraph(runs('Un constat inventé.')),
  });
  faults = faultsOf(filled);
  annotated = annotateWord(filled, faults, schemas);
});

describe('a form with faults', () => {
  test('has each as a comment, at the answer that it is about', () => {
    const found = commentsOf(annotated).map(([author, message, about]) => [author, message.slice(0, 70), about]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['cops', expect.stringContaining('« le 31 du mois »'), 'le 31 du mois'],
        ['cops', expect.stringContaining('Il manque « Situation choisie ».'), 'Écrire ici…'],
        ['cops', expect.stringContaining('« quatre ou cinq » ne convient pas à « Nombre »'), 'quatre ou cinq'],
        ['cops', expect.stringContaining('Il manque « Rôle » dans cette ligne de « Participants »'), 'Choisir…'],
        ['cops', expect.stringContaining('Il manque encore « Coanimation »'), 'Écrire ici…'],
        ['cops', expect.stringContaining('« Situation choisie par le groupe »'), 'Situation choisie par le groupe'],
      ]),
    );
    expect(found).toHaveLength(faults.length);
  });

  test('says them in the words of the form: no key, no slug, no YAML', () => {
    const messages = commentsOf(annotated).map(([, message]) => message);
    for (const sentence of [
      'À corriger : Il manque « Rôle » dans cette ligne de « Participants ». Choisissez « Professionnel », « Patient partenaire ressource »',
      'À corriger : « par pigeon inventé » n’est pas l’un des choix de « Modalité ». Choisissez « Visioconférence », « Présentiel » ou « Mixte ».',
      'À corriger : « le 31 du mois » n’est pas une date qui convient à « Date de l’atelier » : écrivez par exemple 31 mai 2022, mai 2022 ou 2022.',
      'À corriger : « quatre ou cinq » ne convient pas à « Nombre ». Il y faut un nombre entier.',
      'À corriger : « 0 » est un nombre trop petit pour « Nombre ».',
      'À corriger : « Haute-Vallée-Inventée » ne convient pas à « Départements ». Le numéro d’un département : 09, 31…',
      'À corriger : « 31 » est écrit deux fois dans « Départements » : gardez-le une fois.',
    ])
      expect(messages).toContainEqual(expect.stringContaining(sentence));
    const foreign = messages.filter((message) => /[a-z]+_[a-z]|\bclé\b|[{}]|\w: \S|\d{4}-\d|valider/.test(message));
    expect(foreign).toEqual([]);
  });

  test('is the same but for its comments: other parts byte for byte, and the answers', () => {
    const before = unzipSync(filled);
    const after = unzipSync(annotated);
    const changed = Object.keys(after).filter(
      (name) => !before[name] || Buffer.compare(before[name], after[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', COMMENTS, DOCUMENT].sort());
    const bare = partOf(annotated).replace(
      /<w:commentRange(?:Start|End)[^>]*\/>|<w:r><w:commentReference[^>]*\/><\/w:r>/g,
      '',
    );
    expect(bare).toBe(partOf(filled));
    expect(readForm(annotated, schemas)).toEqual(readForm(filled, schemas));
  });

  test('has no date and no two ways to be written', () => {
    expect(partOf(annotated, COMMENTS)).not.toContain('w:date');
    expect(Buffer.compare(annotated, annotateWord(filled, faults, schemas))).toBe(0);
  });

  test('annotated again, has its new faults alone', () => {
    expect(Buffer.compare(annotateWord(annotated, faults, schemas), annotated)).toBe(0);
    const [first] = faults;
    const mended = annotateWord(annotated, first ? [first] : [], schemas);
    expect(commentsOf(mended)).toHaveLength(1);
    expect(partOf(mended).match(/<w:commentReference/g)).toHaveLength(1);
    expect(partOf(annotateWord(annotated, [], schemas))).toBe(partOf(filled));
  });

  test('keeps the comments of others', () => {
    const own = `<w:comment w:id="4" w:author="Une personne">${paragraph(runs('À revoir'))}</w:comment>`;
    let commented = withPart(annotated, COMMENTS, (text) =>
      text.replace('</w:comments>', `${own.replace('w:id="4"', 'w:id="40"')}</w:comments>`),
    );
    commented = withPart(commented, DOCUMENT, (text) =>
      text
        .replace('<w:r><w:t>Un titre', '<w:commentRangeStart w:id="40"/><w:r><w:t>Un titre')
        .replace(
          /(Un titre inventé<\/w:t><\/w:r>)/,
          '$1<w:commentRangeEnd w:id="40"/><w:r><w:commentReference w:id="40"/></w:r>',
        ),
    );
    const again = annotateWord(commented, faults, schemas);
    const kept = commentsOf(again).filter(([author]) => author !== 'cops');
    expect(kept).toEqual([['Une personne', 'À revoir', expect.any(String)]]);
    expect(commentsOf(again)).toHaveLength(faults.length + 1);
    expect(partOf(again)).toContain('<w:commentReference w:id="40"/>');
  });

  test.skipIf(!hasOffice)(
    'is opened by LibreOffice with each comment in its place',
    () => {
      const content = partOf(saveAs('annote.docx', annotated, 'odt'), 'content.xml');
      const read = [...content.matchAll(/<office:annotation [^>]*>(.*?)<\/office:annotation>/gs)].map(
        ([, inner = '']) => inner,
      );
      expect(read).toHaveLength(faults.length);
      expect(read.every((inner) => inner.includes('<dc:creator>cops</dc:creator>'))).toBe(true);
      const about =
        /<office:annotation [^>]*office:name="([^"]+)"[^>]*>(?:(?!<\/office:annotation>).)*« quatre ou cinq »(?:(?!<\/office:annotation>).)*<\/office:annotation>(.*?)<office:annotation-end office:name="\1"/s.exec(
          content,
        );
      expect(words(about?.[2] ?? '')).toBe('quatre ou cinq');
    },
    120_000,
  );
});

describe('a line of the body', () => {
  const record = (body: string) =>
    check(`---\ntype: atelier\ntitre: T\ndate: 2022-05-31\nsujet: S\nsituation: U\n---\n\n${body}`);

  test('is found by its words, and the second of two that are alike is the second', () => {
    const { read, faults: found } = record(
      '## Synthèse coconstruite\n\nAlors.\n\n- Un mot #inconnu au milieu\n- Un mot #inconnu au milieu\n',
    );
    const placed = placeFaults(found, read, schemas).filter(({ words: line }) => line?.includes('#inconnu'));
    expect(placed.map(({ rank }) => rank)).toContain(1);
    const word = withPart(
      filled,
      DOCUMENT,
      () =>
        `<w:document xmlns:w="x"><w:body>${[1, 2].map((n) => `<w:p w:rsid="${n}">${runs('Un mot #inconnu au milieu')}</w:p>`).join('')}</w:body></w:document>`,
    );
    const second = placed.filter(({ rank }) => rank === 1);
    const marked = partOf(annotateWord(word, second, schemas));
    expect(marked.indexOf('commentRangeStart')).toBeGreaterThan(marked.indexOf('w:rsid="2"'));
  });
});

describe('a Word file that is no form', () => {
  const body = (content: string) => `<w:document xmlns:w="x"><w:body>${content}</w:body></w:document>`;
  const page =
    paragraph(runs('Compte rendu inventé')) +
    paragraph(runs('Date : le 31 du mois')) +
    paragraph(runs('Un constat #theme-inconnu au milieu.')) +
    '<w:p/>';

  function plain(content = page): Uint8Array {
    return withPart(
      withPart(filled, 'docProps/custom.xml', () => '<Properties/>'),
      DOCUMENT,
      () => body(content),
    );
  }

  test('has its faults at the words, else on its title', () => {
    const found = commentsOf(annotateWord(plain(), faults, schemas));
    expect(found.find(([, message]) => message.includes('« le 31 du mois »'))?.[2]).toBe('Date : le 31 du mois');
    expect(found.find(([, message]) => message.includes('Il manque « Situation choisie »'))?.[2]).toBe(
      'Compte rendu inventé',
    );
  });

  test('of one empty paragraph has them there', () => {
    const marked = partOf(annotateWord(plain('<w:p w:rsid="1"/>'), faults.slice(0, 1), schemas));
    expect(marked).toBe(
      body(
        '<w:p w:rsid="1"><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
      ),
    );
  });

  test.each([
    ['no paragraph at all', () => plain(''), 'aucun paragraphe'],
    ['no Word file', () => new TextEncoder().encode('Un texte'), 'son archive ne s’ouvre pas'],
    ['half a file', () => filled.slice(0, filled.length / 2), 'abîmé'],
  ])('%s is refused in French', (_, make, sentence) => {
    expect(() => annotateWord(make(), faults, schemas)).toThrow(sentence);
  });
});

test.each([
  ['atelier.docx', 0, 'atelier-annote.docx'],
  ['atelier.docx', 2, 'atelier-annote-3.docx'],
  ['atelier-annote.docx', 0, 'atelier-annote.docx'],
  ['atelier-annote.docx', 1, 'atelier-annote-2.docx'],
  ['atelier-annote-2.docx', 1, 'atelier-annote-3.docx'],
  ['dossier.v2/atelier', 0, 'dossier.v2/atelier-annote.docx'],
  ['a.b.DOCX', 0, 'a.b-annote.docx'],
])('the copy of %s at turn %i is %s', (name, turn, copy) => {
  expect(annotatedName(name, turn)).toBe(copy);
});

test('what is left to the centre are rules that exist', () => {
  const codes = new Set(RULES.map(({ code }) => code));
  expect([...FOR_THE_CENTRE].filter((code) => !codes.has(code))).toEqual([]);
});

test('what only a record has is not told to whoever wrote the document', () => {
  const { read, faults: found } = check(
    '---\ntype: atelier\ntitre: T\ndate: 2022-05-31\nsujet: S\nsituation: U\nthemes: [temps]\n---\n\n## À classer\n\nUn mot. #temps\n',
  );
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['texte-a-classer', 'codage-non-lu']));
  const messages = placeFaults(found, read, schemas).map(({ message }) => message);
  expect(messages.filter((message) => /À classer|codage|validation/.test(message))).toEqual([]);
});
