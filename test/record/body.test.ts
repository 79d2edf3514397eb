import { describe, expect, test } from 'vitest';
import { parseFiche } from '../../src/record/fiche.ts';
import type { Passage } from '../../src/record/passage.ts';
import { formatRange, unmark } from '../support/marked.ts';
import { parseAtelier, schemas } from '../support/parse.ts';

/** Lines of the file above the body of these tests: the body’s first line is line 7. */
const HEADER = '---\ntype: atelier\n---\n\n## Synthèse\n\n';

describe('a passage is a paragraph, alone, in a list or in a quotation', () => {
  test.each<[string, string, string[]]>([
    ['a paragraph', 'Un constat.', ['Un constat.']],
    ['two paragraphs', 'Un.\n\nDeux.', ['Un.', 'Deux.']],
    ['a line break inside a sentence', 'Un constat\nqui continue.', ['Un constat qui continue.']],
    ['a hard break', 'Un constat  \nqui continue\\\nencore.', ['Un constat qui continue encore.']],
    ['list items', '- Un.\n* Deux.\n1. Trois.\n2) Quatre.', ['Un.', 'Deux.', 'Trois.', 'Quatre.']],
    ['nested lists', '- Un.\n  - Deux.\n    - Trois.\n- Quatre.', ['Un.', 'Deux.', 'Trois.', 'Quatre.']],
    ['two paragraphs of one item', '- Un.\n\n  Deux.', ['Un.', 'Deux.']],
    ['a continuation line with an indent', '- Un constat\n  qui continue.', ['Un constat qui continue.']],
    ['a continuation line without one', '- Un constat\nqui continue.', ['Un constat qui continue.']],
    ['tasks', '- [ ] Un.\n- [x] Deux.', ['Un.', 'Deux.']],
    ['a quotation', '> Un constat\n> qui continue.\nencore', ['Un constat qui continue. encore']],
    ['a list in a quotation', '> - Un.\n> - Deux', ['Un.', 'Deux']],
    ['emphasis', 'Un **constat** *du* ~~groupe~~ `codé`.', ['Un constat du groupe codé.']],
    ['a link', 'Voir [le site](https://exemple.fr/#a) inventé.', ['Voir le site inventé.']],
    ['an image', 'Voir ![un schéma](a.png) ici.', ['Voir un schéma ici.']],
    ['entities', 'Soins &amp; parcours&nbsp;!', ['Soins & parcours !']],
    ['escapes', '\\*Un\\* constat \\#a \\-> b', ['*Un* constat #a -> b']],
    ['a footnote', 'Un constat[^1].\n\n[^1]: Une note.', ['Un constat.']],
    ['inline HTML', 'Un <b>constat</b>.', ['Un constat.']],
    ['spaces', 'Un   constat\u00a0inventé.', ['Un constat inventé.']],
    ['quotation marks and apostrophes stay', "« L’accueil » et l'écoute.", ["« L’accueil » et l'écoute."]],
  ])('%s: %j', (_, body, texts) => {
    const { passages, faults } = read(body);
    expect(passages.map(({ text }) => text)).toEqual(texts);
    expect(faults).toEqual([]);
  });

  test.each([
    ['headings', '### Un titre\n\n#### Un autre'],
    ['a heading underlined', 'Un titre\n---'],
    ['a table', '| a | b |\n|---|---|\n| c | d |'],
    ['a fenced block', '```\nUn #constat.\n→ b\n```'],
    ['an indented block', '    Un #constat.'],
    ['HTML without words', '<br>\n<hr/>'],
    ['a comment', '<!-- mémo : Un #constat. -->'],
    ['a rule', '***'],
    ['an image alone', '![](photo.png)'],
    ['an arrow alone', '→\n\n- ->'],
    ['an empty list item', '-\n- '],
    ['a definition', '[a]: https://exemple.fr "#titre"'],
  ])('%s are none', (_, body) => {
    const { passages, faults } = read(body);
    expect(passages).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test.each([
  ['Enjeux internes', 1],
  ['Notes externes', 1],
  ['Freins internes', 1],
  ['Notes diverses', 1],
  ['Notes internes', 0],
  ['Notes Internes du groupe', 0],
  ['Note interne', 0],
  ['Notes internse', 0],
])('under « %s », %i of one paragraph is a passage', (title, count) => {
  expect(read(`### ${title}\n\nUn.`).passages).toHaveLength(count);
  expect(read(`## ${title}\n\nUn.`).passages).toHaveLength(count);
});

describe('what a passage is', () => {
  test.each<[string, string, string[]]>([
    ['the section decides', 'Un.', ['constat Un.']],
    [
      'an arrow makes a piste',
      '→ Un.\n\n-> Deux.\n\n=> Trois.\n\n⇒ Quatre.',
      pistes('Un.', 'Deux.', 'Trois.', 'Quatre.'),
    ],
    ['an arrow without a space', '→Un.\n\n->Deux.', pistes('Un.', 'Deux.')],
    ['an arrow in a list', '- → Un.\n- -> Deux.\n- => Trois.', pistes('Un.', 'Deux.', 'Trois.')],
    ['an arrow in a quotation', '> → Un.\n> → Deux.', pistes('Un.', 'Deux.')],
    ['an arrow in bold', '**→ Un.** Deux.', pistes('Un. Deux.')],
    ['an arrow begins a new passage', 'Un\n→ Deux\nsuite\n-> Trois', ['constat Un', ...pistes('Deux suite', 'Trois')]],
    ['each line of arrows is a passage', '→ Un.\n→ Deux.\n=> Trois.', pistes('Un.', 'Deux.', 'Trois.')],
    ['an indented arrow on a continuation line', '- Un\n  → Deux', ['constat Un', ...pistes('Deux')]],
    ['an arrow inside a sentence is text', 'Soin → parcours -> suite', ['constat Soin → parcours -> suite']],
    ['an arrow behind a backslash is text', '\\-> Un.', ['constat -> Un.']],
    ['an arrow in code is text', '`->` Un.', ['constat -> Un.']],
    ['a comment makes a piste', 'Un. <!-- piste -->', ['piste Un.']],
    ['a comment makes a constat of an arrow', '→ Un. <!-- constat -->', ['constat Un.']],
    ['the last comment decides', 'Un. <!-- piste --> <!-- constat -->', ['constat Un.']],
    ['capitals in a comment are read', 'Un. <!-- Piste -->', ['piste Un.']],
    ['a memo that names a piste says nothing', 'Un. <!-- mémo : piste ? -->', ['constat Un.']],
  ])('%s', (_, body, expected) => {
    expect(read(body).passages.map(({ nature, text }) => `${nature} ${text}`)).toEqual(expected);
  });

  test('in no section, and in one of the author’s own, it is contexte', () => {
    const { passages } = parseBody('---\ntype: atelier\n---\n\nUn.\n\n## Divers\n\nDeux.\n\n→ Trois.\n');
    expect(passages.map(({ nature }) => nature)).toEqual(['contexte', 'contexte', 'piste']);
  });

  test('its headings are those above it, its section first', () => {
    const { passages } = parseBody(
      '---\ntype: atelier\n---\n# Compte rendu\n\n## Synthèse *coconstruite*\n\n### Enjeux `a`\n\n#### Accueil\n\nUn.\n\n### Suite\n\nDeux.\n\n## Divers\n\nTrois.\n',
    );
    expect(passages.map(({ headings }) => headings)).toEqual([
      ['Synthèse coconstruite', 'Enjeux a', 'Accueil'],
      ['Synthèse coconstruite', 'Suite'],
      ['Divers'],
    ]);
  });
});

describe('the marks at the end of a passage', () => {
  test.each<[string, string, Partial<Summary>]>([
    ['a theme', 'Un. ⟦#temps⟧', { themes: ['temps'] }],
    ['two themes', 'Un. ⟦#temps⟧ ⟦#accueil-2⟧', { themes: ['temps', 'accueil-2'] }],
    ['capitals and accents, so that they are reported', 'Un. ⟦#Écoute⟧', { themes: ['Écoute'] }],
    ['a theme on the next line', 'Un.\n⟦#temps⟧', { themes: ['temps'] }],
    ['a theme on the next line of an item', '- Un.\n  ⟦#temps⟧', { themes: ['temps'] }],
    ['a theme below an item, without an indent', '- Un.\n⟦#temps⟧', { themes: ['temps'] }],
    ['a theme on a line of a quotation', '> Un.\n> ⟦#temps⟧', { themes: ['temps'] }],
    ['a theme after a hard break', 'Un.  \n⟦#temps⟧', { themes: ['temps'] }],
    ['a theme after a no-break space', 'Un.\u00a0⟦#temps⟧', { themes: ['temps'] }],
    ['a theme without a full stop before it', 'Un constat ⟦#temps⟧', { themes: ['temps'], text: 'Un constat' }],
    ['a theme after code and a link', 'Un `#a` [#b](u#c) ⟦#temps⟧', { themes: ['temps'], text: 'Un #a #b' }],
    ['a theme after an emoji', '👍 Un. ⟦#temps⟧', { themes: ['temps'], text: '👍 Un.' }],
    ['a theme after an arrow’s words', '→ Un. ⟦#temps⟧', { themes: ['temps'], nature: 'piste' }],
    ['a free code', 'Un. ⟦#?mot-libre⟧ ⟦#temps⟧', { themes: ['temps'], libres: ['mot-libre'] }],
    ['a name', 'Un. ^p7', { nom: 'p7' }],
    ['a name among themes', 'Un. ⟦#temps⟧ ^p12 ⟦#accueil⟧', { nom: 'p12', themes: ['temps', 'accueil'] }],
    ['a comment among themes', 'Un. ⟦#temps⟧ <!-- mémo --> ⟦#accueil⟧', { themes: ['temps', 'accueil'] }],
    ['chosen to be shown', 'Un. <!-- extrait -->', { extrait: true }],
    ['chosen, without spaces', 'Un. <!--extrait-->', { extrait: true }],
    ['chosen on the next line', 'Un.\n<!-- extrait -->', { extrait: true }],
    ['chosen on the next line, without the indent of its item', '- Un.\n<!-- extrait -->', { extrait: true }],
    ['chosen on the next line, with the indent', '- Un.\n  <!-- extrait -->', { extrait: true }],
    ['several comments', 'Un. <!-- mémo --> <!-- extrait -->\n<!-- piste -->', { extrait: true, nature: 'piste' }],
    ['comments on lines that follow each other', 'Un.\n<!-- mémo\nlong -->\n<!-- extrait -->', { extrait: true }],
    ['a comment on two lines of a paragraph', 'Un. <!-- mémo :\n→ suite --> ⟦#temps⟧', { themes: ['temps'] }],
    ['a refusal', 'Un. <!-- pas ⟦#temps⟧ -->', { refus: ['temps'] }],
    ['a refusal on the next line', 'Un.\n<!-- pas ⟦#temps⟧ -->', { refus: ['temps'] }],
    ['two refusals', 'Un. <!-- pas ⟦#temps⟧ ⟦#accueil⟧, hors sujet -->', { refus: ['temps', 'accueil'] }],
    [
      'a theme and its neighbour refused',
      'Un. ⟦#temps⟧ <!-- pas ⟦#accueil⟧ -->',
      { themes: ['temps'], refus: ['accueil'] },
    ],
    ['a memo with hashtags', 'Un. <!-- mémo (AP) : #temps ou pas #accueil ? -->', {}],
    ['a mark in code', 'Un. `<!-- extrait -->`', { text: 'Un. <!-- extrait -->' }],
  ])('%s: %j', (_, marked, expected) => {
    const { text, places } = unmark(HEADER + marked);
    const { passages, faults } = parseBody(text);
    expect(passages.map(summarize)).toEqual([{ ...PLAIN, ...expected }]);
    expect(faults).toEqual([]);
    const hashtags = passages.flatMap(({ themes, libres, refus }) => [...themes, ...libres, ...refus]);
    expect(hashtags.map(({ range }) => formatRange(range)).sort()).toEqual([...places].sort());
  });

  test.each([
    ['a digit alone', 'Le #3 et le #2022 sont des numéros #1'],
    ['a sign alone', 'Le # est un signe #'],
    ['glued to a word', 'Le fa#mineur et la#, re#b'],
    ['behind a backslash', 'Un \\#temps manque.'],
    ['in code', 'Un `#temps` manque.'],
    ['in a link', 'Voir [ #temps](https://exemple.fr) et <https://exemple.fr/#temps>.'],
    ['in a URL', 'Voir https://exemple.fr/#temps ou www.exemple.fr/#temps'],
    ['in a comment', 'Un. <!-- à revoir : #temps -->'],
    ['as an entity', 'Un &#35;temps manque.'],
  ])('a hashtag is text %s', (_, body) => {
    const { passages, faults } = read(body);
    expect(passages.map(({ themes }) => themes)).toEqual([[]]);
    expect(faults).toEqual([]);
  });

  test('a name is placed where it is written', () => {
    const [passage] = read('Un\nconstat. ^p7 #temps').passages;
    expect(passage?.nomRange && formatRange(passage.nomRange)).toBe('8:10-8:13');
  });
});

describe('a passage has the lines of the file', () => {
  test.each([
    ['⟦Un. #temps⟧'],
    ['- ⟦→ Un. #temps⟧'],
    ['1. ⟦Un\n   constat. #temps⟧'],
    ['> ⟦Un\n> constat.⟧'],
    ['- Un.\n  - ⟦Deux. ^p1⟧'],
    ['\n\n⟦Un.⟧\n\n- [ ] ⟦Deux.⟧'],
    ['⟦Un\nconstat⟧\n⟦→ une piste\n  et sa suite⟧\n⟦→ deux⟧'],
    ['⟦Un.⟧\n<!-- extrait -->'],
    ['⟦Un. <!-- extrait -->⟧'],
  ])('%j', (marked) => {
    const { text, places } = unmark(HEADER + marked);
    const last = parseBody(text).passages.slice(-places.length);
    expect(last.map(({ range }) => formatRange(range))).toEqual(places);
  });

  test('CRLF, CR and a byte order mark are read before, and give the same lines and columns', async () => {
    const { decodeText } = await import('../../src/record/encoding.ts');
    const text = `${HEADER}- Un\n  constat. #temps\n<!-- extrait -->\n\nLe #temps manque.`;
    const read = (written: string) => {
      const decoded = decodeText('f.md', new TextEncoder().encode(written));
      return 'text' in decoded ? parseBody(decoded.text) : undefined;
    };
    expect(read(text)?.passages).toHaveLength(2);
    for (const written of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\ufeff${text}`]) {
      expect(read(written)).toEqual(read(text));
    }
  });
});

describe('a mark in the wrong place is a fault at that place', () => {
  test.each([
    ['in the middle of a sentence', 'Le ⟦#temps⟧ manque.'],
    ['before a full stop', 'Un constat. ⟦#temps⟧.'],
    ['before a comma', 'Un constat. ⟦#temps⟧, #accueil'],
    ['glued to a comment', 'Un. ⟦#temps⟧<!-- extrait -->'],
    ['glued to another', 'Un. ⟦#temps⟧#accueil'],
    ['with a sign of another kind', 'Un. ⟦#temps⟧_long'],
    ['inside emphasis', '*Un. ⟦#temps⟧*'],
    ['with capitals and accents', 'Le ⟦#Écoute⟧ manque.'],
    ['a free code in a sentence', 'Le ⟦#?libre⟧ manque.'],
    ['before another passage of the paragraph', '→ Un ⟦#temps⟧ suite\n→ Deux #temps'],
    ['in a heading', '### Le temps ⟦#temps⟧'],
    ['in a table', '| ⟦#temps⟧ | b |\n|---|---|\n| a ⟦#accueil⟧ | c |'],
    ['in HTML', '<p>Un ⟦#temps⟧</p>'],
    ['in a footnote', 'Un[^1].\n\n[^1]: Une note. ⟦#temps⟧'],
    ['on a second line of a quotation', '> Le\n> ⟦#temps⟧ manque.'],
    ['after a blank line', 'Un.\n\n⟦#temps⟧ ⟦#accueil⟧'],
    ['alone in an item', '- Un.\n- ⟦#temps⟧'],
    ['alone behind an arrow', '→ ⟦#temps⟧'],
    ['in the internal notes', '## Notes internes\n\nUn. ⟦#temps⟧'],
  ])('a hashtag %s: %j', (_, marked) => {
    expectFaults(marked, 'mot-diese-mal-place');
  });

  test.each([
    ['after a blank line', 'Un.\n\n⟦<!-- extrait -->⟧'],
    ['after a heading', 'Un.\n\n### Titre\n⟦<!-- piste -->⟧'],
    ['at the top', '⟦<!-- extrait -->⟧\n\nUn.'],
    ['after a table', 'Un.\n\n| a |\n|---|\n\n⟦<!-- pas #temps -->⟧'],
    ['in the internal notes', '## Notes internes\n\nUn.\n⟦<!-- extrait -->⟧'],
    ['a name alone', 'Un.\n\n⟦^p7⟧'],
  ])('a mark %s belongs to no passage: %j', (_, marked) => {
    expectFaults(marked, 'marque-sans-passage');
  });

  test('a memo may stand alone', () => {
    expect(read('<!-- mémo : à revoir -->\n\nUn.').faults).toEqual([]);
  });

  test.each([
    ['a block', 'Un.\n\n⟦<!--⟧ mémo\n\nDeux.', 'tout ce qui le suit est caché'],
    ['a block, after a closed one', '<!-- a --> ⟦<!--⟧ mémo\n\nDeux.', 'tout ce qui le suit est caché'],
    ['at the end of a paragraph', 'Un. ⟦<!--⟧ pas #temps\n\nDeux.', 'avant la fin du paragraphe'],
    ['closed in another paragraph', '- Un. ⟦<!--⟧ mémo\n\n- Deux. -->', 'avant la fin du paragraphe'],
  ])('a comment never closed is told where it opens: %s', (_, marked, words) => {
    const [fault] = expectFaults(marked, 'commentaire-non-ferme');
    expect(fault?.message).toContain(words);
  });

  test.each(['Un `<!--` deux.', 'Un \\<!-- deux.', '```\n<!--\n```'])('what opens no comment: %j', (body) => {
    expect(read(body).faults).toEqual([]);
  });

  test('a text behind a comment that opens its line is told, for Markdown hides it', () => {
    expectFaults('<!-- mémo --> ⟦Un constat.⟧\n\nDeux.', 'texte-non-lu');
    expectFaults('Un.\n<!-- extrait --> ⟦Un constat.⟧', 'texte-non-lu');
    expect(read('Un. <!-- mémo --> Deux.').passages.map(({ text }) => text)).toEqual(['Un. Deux.']);
  });
});

describe('sections', () => {
  test.each([
    ['## Synthèse', 'Synthèse coconstruite'],
    ['## Synthese', 'Synthèse coconstruite'],
    ['## SYNTHÈSE DU GROUPE', 'Synthèse coconstruite'],
    ['## Synthèse : les enjeux', 'Synthèse coconstruite'],
    ['## **Synthèse**', 'Synthèse coconstruite'],
    ['# Synthèse', 'Synthèse coconstruite'],
    ['Synthèse\n--------', 'Synthèse coconstruite'],
    ['## Situation <!-- mémo -->', 'Situation choisie par le groupe'],
    ['## Notes internes', 'Notes internes'],
    ['## Note interne', 'Notes internes'],
    ['## Synthèses', undefined],
    ['## Ma synthèse', undefined],
    ['## Divers', undefined],
  ])('%j is %s', (heading, titre) => {
    const { sections } = parseBody(`---\ntype: atelier\n---\n\n${heading}\n\nUn.\n`);
    expect(sections.map(({ spec }) => spec?.titre)).toEqual([titre]);
  });

  test.each([
    ['nothing', '', true],
    ['a sub-heading', '### Enjeux', true],
    ['a comment', '<!-- mémo -->', true],
    ['a hashtag alone', '#temps', true],
    ['a paragraph', 'Un.', false],
    ['a list', '- Un.', false],
    ['a paragraph under a sub-heading', '### Enjeux\n\nUn.', false],
    ['a table', '| a |\n|---|', false],
    ['code', '```\na\n```', false],
    ['HTML', '<p>Un.</p>', false],
  ])('one that holds %s: empty is %s', (_, body, empty) => {
    expect(read(`${body}\n\n## Divers`).sections[0]?.empty).toBe(empty);
  });
});

describe('internal notes are never passages', () => {
  const SECRET = 'Un secret inventé. #temps <!-- extrait -->';

  test.each([
    ['a section', `## Notes internes\n\n${SECRET}\n\n- ${SECRET}\n\n> ${SECRET}`],
    ['with sub-headings', `## Notes internes\n\n### Synthèse\n\n${SECRET}`],
    ['as a sub-heading', `### Notes internes\n\n${SECRET}\n\n#### Suite\n\n${SECRET}`],
    ['as a title', `# Notes internes\n\n${SECRET}`],
    ['misspelt', `## Note interne\n\n${SECRET}`],
    ['in capitals', `## NOTES INTERNES du groupe\n\n${SECRET}`],
  ])('%s', (_, body) => {
    expect(read(body).passages).toEqual([]);
  });

  test.each([
    ['the next section', '## Notes internes\n\nSecret.\n\n## Synthèse\n\nUn.'],
    ['the next section, under a title', '# Notes internes\n\nSecret.\n\n## Synthèse\n\nUn.'],
    ['a sub-heading of the same depth', '### Notes internes\n\nSecret.\n\n### Enjeux\n\nUn.'],
  ])('they end with %s', (_, body) => {
    expect(read(body).passages.map(({ text }) => text)).toEqual(['Un.']);
  });
});

test.each([
  ['quotations', '>'.repeat(50_000)],
  ['lists', '- '.repeat(50_000)],
  ['ordered lists', '1. '.repeat(50_000)],
])(
  '%s one inside the other by thousands are one fault, told at once',
  (_, body) => {
    const start = performance.now();
    const { faults } = parseAtelier(HEADER + body);
    expect(faults.map(({ code, range }) => `${code} ${formatRange(range)}`)).toEqual([
      `fiche-trop-imbriquee 7:1-7:${body.length + 1}`,
    ]);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);

test.each([
  ['a hashtag a thousand times', `Un. ${'#a '.repeat(5000)}`],
  ['a word without an end', `${'a'.repeat(50_000)} #a`],
  ['comments', `Un. ${'<!-- mémo --> '.repeat(2000)}`],
  ['arrows', '→ Un. #a\n'.repeat(2000)],
])(
  'a long paragraph is read in good time: %s',
  (_, body) => {
    const start = performance.now();
    parseAtelier(HEADER + body);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);

interface Summary {
  text: string;
  nature: string;
  themes: string[];
  libres: string[];
  refus: string[];
  nom: string | undefined;
  extrait: boolean;
}

const PLAIN = {
  text: expect.any(String),
  nature: 'constat',
  themes: [],
  libres: [],
  refus: [],
  nom: undefined,
  extrait: false,
};

function summarize({ text, nature, themes, libres, refus, nom, extrait }: Passage): Summary {
  const words = (hashtags: Passage['themes']) => hashtags.map(({ word }) => word);
  return { text, nature, themes: words(themes), libres: words(libres), refus: words(refus), nom, extrait };
}

function pistes(...texts: string[]): string[] {
  return texts.map((text) => `piste ${text}`);
}

function read(body: string) {
  return parseBody(HEADER + body);
}

/** Sections, passages and faults of a body; those of the header are not looked at here. */
function parseBody(text: string) {
  const { fiche, faults } = parseAtelier(text);
  if (!fiche) throw new Error(JSON.stringify(faults));
  return { ...fiche.body, faults: faults.filter(({ range }) => range.start.line > 3) };
}

function expectFaults(marked: string, code: string) {
  const { text, places } = unmark(HEADER + marked);
  const faults = parseBody(text).faults.filter((fault) => fault.code === code);
  expect(faults.map(({ range }) => formatRange(range))).toEqual(places);
  return faults;
}

describe('internal notes are known however they are named', () => {
  const titles = [
    '##Notes internes',
    '## 4. Notes internes',
    '## Nos notes internes',
    '## 🔒 Notes internes',
    '## Notes-internes',
    '## Notes : internes',
    '## Notesinternes',
    '## notes  internes :',
    '## Interne',
    '**Notes internes**',
    '__Notes internes__ :',
    '<h2>Notes internes</h2>',
  ];

  test.each(titles)('%s', (title) => {
    const text = `---\ntype: atelier\n---\n\n## Synthèse\n\nUn.\n\n${title}\n\n- Secret. #perennisation <!-- extrait -->\n\n### Suite\n\nSecret aussi.\n`;
    const body = parseFiche('records/ateliers/a.md', text, schemas).body;
    expect(body?.passages.map((passage) => passage.text)).toEqual(['Un.']);
    expect(body?.internalLines).toEqual([{ first: 9, last: 16 }]);
  });

  test.each(['### Interne', '## Organisation interne', '**Note** interne'])('%s is none', (title) => {
    const text = `---\ntype: atelier\n---\n\n## Synthèse\n\n${title}\n\n- Dit.\n`;
    const body = parseFiche('records/ateliers/a.md', text, schemas).body;
    expect(body?.passages.map((passage) => passage.text)).toContain('Dit.');
  });
});
