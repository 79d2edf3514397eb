import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/record/front-matter.ts';
import { type Path, parseHeader } from '../../src/record/header.ts';
import { formatRange, unmark } from '../support/marked.ts';
import { parseAtelier } from '../support/parse.ts';

describe('keys and values have their places', () => {
  test.each<[string, Path, string]>([
    ['⟦type⟧: ⟦atelier⟧', ['type'], 'a plain value'],
    ['⟦titre⟧:   ⟦"Un : atelier"⟧  # remarque', ['titre'], 'a quoted value'],
    ["⟦titre⟧: ⟦'L''atelier'⟧", ['titre'], 'a quoted apostrophe'],
    ['⟦"titre"⟧: ⟦a⟧', ['titre'], 'a quoted key'],
    ['⟦titre⟧ : ⟦a⟧', ['titre'], 'a space before the colon, as French has it'],
    ['⟦titre⟧: ⟦un texte\n  sur deux lignes⟧', ['titre'], 'a value on two lines'],
    ['codage: { ⟦etat⟧: ⟦complet⟧, par: AP }', ['codage', 'etat'], 'a key between braces'],
    ['codage:\n  ⟦etat⟧: ⟦complet⟧', ['codage', 'etat'], 'a key below another'],
    ['# remarque\n\n⟦titre⟧: ⟦👍 a⟧', ['titre'], 'an emoji, two units wide'],
    [
      'participants:\n  - { role: professionnel, effectif: 4 }\n  - { ⟦role⟧: ⟦autre⟧, effectif: 1 }',
      ['participants', 1, 'role'],
      'a key of a list item',
    ],
    ['⟦__proto__⟧: ⟦a⟧', ['__proto__'], 'a key that JavaScript knows'],
    ['⟦09⟧: ⟦a⟧', ['09'], 'a key of digits'],
  ])('%j: %j, %s', (marked, path) => {
    const { text, places } = unmark(`---\n${marked}\n---\n`);
    const header = headerOf(text);
    expect([formatRange(header.placeOfKey(path)), formatRange(header.placeOf(path))]).toEqual(places);
  });

  test('a list item is its own key', () => {
    const header = headerOf('---\npublics:\n  - un\n  - deux\n---\n');
    expect(formatRange(header.placeOfKey(['publics', 1]))).toBe('4:5-4:9');
    expect(formatRange(header.placeOf(['publics', 1]))).toBe('4:5-4:9');
  });

  test('a missing key points at its parent’s key, and at the fence from the top', () => {
    const header = headerOf('---\ncodage: { par: AP }\n---\n');
    expect(formatRange(header.placeOfKey(['codage', 'etat']))).toBe('2:1-2:7');
    expect(formatRange(header.placeOfKey(['titre']))).toBe('1:1-1:4');
    expect(formatRange(header.placeOfKey([]))).toBe('1:1-1:4');
    expect(formatRange(header.placeOf(['codage', 'etat']))).toBe('1:1-1:4');
  });

  test('CRLF and a byte order mark move nothing, once the text is decoded', () => {
    const lf = headerOf('---\ntitre: a\nlieu: b\n---\n');
    expect(formatRange(lf.placeOf(['lieu']))).toBe('3:7-3:8');
  });
});

describe('values are texts, as written', () => {
  test.each([
    ['a: 09', { a: '09' }],
    ['a: 1e3', { a: '1e3' }],
    ['a: true', { a: 'true' }],
    ['a: null', { a: 'null' }],
    ['a: 2022-05-31', { a: '2022-05-31' }],
    ['a: no', { a: 'no' }],
    ['a: "é \\u00e9"', { a: 'é é' }],
    ['a: >\n  b\n  c', { a: 'b c\n' }],
    ['a: |\n  b\n  c', { a: 'b\nc\n' }],
    ['a: [b, [c]]', { a: ['b', ['c']] }],
    ['a: { b: { c: d } }', { a: { b: { c: 'd' } } }],
    ['a: []', { a: [] }],
  ])('%j', (yaml, value) => {
    expect(headerOf(`---\n${yaml}\n---\n`).value).toEqual(value);
  });

  test('a key without a value is known, and holds nothing', () => {
    const header = headerOf('---\na:\nb: ""\nc: { d: , e: f }\n---\n');
    expect(header.value).toEqual({ c: { e: 'f' } });
    expect(header.emptyKeys).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  test('`__proto__` and `constructor` are keys like others, and change no object', () => {
    const { value } = headerOf('---\n__proto__: { polluted: oui }\nconstructor: a\n---\n');
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('what is no list of keys', () => {
  test.each([
    ['', '⟦---⟧\n---\n', 'entete-absent'],
    ['a comment', '⟦---⟧\n# rien\n---\n', 'entete-absent'],
    ['a sentence', '---\n⟦bonjour⟧\n---\n', 'entete-non-yaml'],
    ['a list', '---\n⟦- a\n- b⟧\n---\n', 'entete-non-yaml'],
  ])('%s', (_, marked, code) => {
    expectFaults(marked, [code]);
  });
});

describe('a fault of YAML is told where it is mended, with the corrected line', () => {
  const CASES: [string, string, string | undefined][] = [
    ['a colon in a value', 'titre: ⟦Atelier : le partenariat⟧', 'titre: "Atelier : le partenariat"'],
    ['a colon at the end of a value', 'titre: ⟦Atelier :⟧', 'titre: "Atelier :"'],
    ['a colon between French quotation marks', 'titre: ⟦« Atelier : a »⟧', 'titre: "« Atelier : a »"'],
    ['a colon and an apostrophe', "titre: ⟦L'atelier : a⟧", 'titre: "L\'atelier : a"'],
    ['a colon and quotation marks', 'titre: ⟦Le "lien" : a⟧', 'titre: \'Le "lien" : a\''],
    ['a colon under a list', 'codage:\n  par: ⟦AP : puis CC⟧', 'par: "AP : puis CC"'],
    ['an apostrophe within apostrophes', "titre: ⟦'⟧L'atelier'", 'titre: "L\'atelier"'],
    ['quotation marks within quotation marks', 'titre: ⟦"⟧Le "lien" en santé"', 'titre: \'Le "lien" en santé\''],
    ['a text after its quotation marks', 'titre: ⟦"⟧Atelier" du 3', 'titre: \'"Atelier" du 3\''],
    ['a quotation mark never closed', 'titre: ⟦"⟧Atelier\nlieu: Foix', 'titre: "Atelier"'],
    ['a quotation mark that a later one closes', 'titre: ⟦"⟧Atelier\nlieu: "Foix"\nsujet: a', 'titre: "Atelier"'],
    ['an apostrophe never closed', "titre: ⟦'⟧Atelier\nlieu: Foix", 'titre: "Atelier"'],
    ['an apostrophe that a later one closes', "titre: ⟦'⟧Atelier\nlieu: L'accueil\nsujet: a", 'titre: "Atelier"'],
    ['a bracket never closed', 'departements: ⟦[⟧31, 34\nlieu: Foix', undefined],
    ['a brace never closed', 'codage: ⟦{⟧ etat: complet\nlieu: Foix', undefined],
    ['a brace never closed in a list', 'participants:\n  - ⟦{⟧ role: autre\n  - { role: autre }', undefined],
    ['a bracket closed by a brace', 'departements: ⟦[⟧31, 34 }\nlieu: Foix', undefined],
    ['a text that begins with a bracket', 'titre: [Bis] ⟦Atelier⟧', 'titre: "[Bis] Atelier"'],
    ['a text that begins with %', 'titre: ⟦%atelier⟧', 'titre: "%atelier"'],
    ['a text that begins with @', 'titre: ⟦@atelier⟧', 'titre: "@atelier"'],
    ['a text that begins with `', 'titre: ⟦`atelier`⟧', 'titre: "`atelier`"'],
    ['a text that begins with >', 'titre: > ⟦Atelier⟧', 'titre: "> Atelier"'],
    ['a list on the line of its key', 'titre: ⟦- Atelier⟧', 'titre: "- Atelier"'],
    ['a backslash', 'titre: "C:⟦\\dossier"⟧', "titre: 'C:\\dossier'"],
    ['a tab as indent', 'codage:\n⟦\t⟧etat: complet', undefined],
    ['a key without a colon', 'type: atelier\n⟦titre Atelier⟧\nlieu: Foix', undefined],
    ['a colon without a space', '⟦type:atelier⟧\ntitre: a', undefined],
    ['a colon without a space below a quoted value', 'titre: "Atelier"\n⟦lieu:Foix⟧\nsujet: a', undefined],
    ['a line indented more than its neighbours', 'type: atelier\n  ⟦titre: a⟧\nlieu: b', undefined],
    ['a line indented less than its neighbours', ' type: atelier\n⟦titre: a⟧', undefined],
    ['two documents', 'titre: a\n⟦...⟧\nlieu: b', undefined],
    ['a colon between braces', 'participants: [{ role: ⟦a : b }]⟧', undefined],
    ['a dash between brackets', 'publics: [\n  ⟦- a⟧\n]', undefined],
  ];

  test.each(CASES)('%s: %j', (_, yaml, corrected) => {
    const [fault] = expectFaults(`---\n${yaml}\n---\n`, ['yaml-syntaxe']);
    if (corrected === undefined) expect(fault?.message).not.toContain('Écrivez :');
    else expect(fault?.message).toMatch(endingWith(`Écrivez : ${corrected}`));
  });

  test.each(CASES.filter(([, , corrected]) => corrected))(
    'the line shown for %s is read without a fault',
    (_, yaml, corrected) => {
      const { text, places } = unmark(`---\n${yaml}\n---\n`);
      const lines = text.split('\n');
      const line = Number(places[0]?.split(':')[0]);
      lines[line - 1] = `${/^\s*/.exec(lines[line - 1] ?? '')?.[0]}${corrected}`;
      expect(readFaults(lines.join('\n')).filter(({ range }) => range.start.line <= line)).toEqual([]);
    },
  );

  test('every faulty line is told, each with its own correction', () => {
    const faults = expectFaults('---\ntitre: ⟦Un : deux⟧\nlieu: Foix\nsujet: ⟦Le : lien⟧\ndepartements: ⟦[⟧31\n---\n', [
      'yaml-syntaxe',
      'yaml-syntaxe',
      'yaml-syntaxe',
    ]);
    expect(faults.slice(0, 2).map(({ message }) => message.split('Écrivez : ')[1])).toEqual([
      'titre: "Un : deux"',
      'sujet: "Le : lien"',
    ]);
  });

  test.each([
    ['titre: un\n⟦titre⟧: deux'],
    ['titre: un\n⟦"titre"⟧: deux'],
    ['codage: { etat: complet, ⟦etat⟧: partiel }'],
    ['titre: un\nlieu: Foix\n⟦titre⟧: deux\n⟦titre⟧: trois'],
    ['__proto__: a\n⟦__proto__⟧: b'],
  ])('a key written twice is told at its second place: %j', (yaml) => {
    const { places } = unmark(yaml);
    const [fault] = expectFaults(
      `---\n${yaml}\n---\n`,
      places.map(() => 'cle-en-double'),
    );
    expect(fault?.message).toContain('est écrite deux fois');
  });
});

describe('a value that « # » cuts is an error, since its end would be lost', () => {
  test.each([
    ['sujet: Le partenariat ⟦#territoire⟧', 'seul « Le partenariat » est lu', 'sujet: "Le partenariat #territoire"'],
    ['sujet: ⟦#territoire⟧', 'rien n’est lu', 'sujet: "#territoire"'],
    ['sujet: ⟦#territoire et suite⟧', 'rien n’est lu', 'sujet: "#territoire et suite"'],
    ['publics:\n  - Les aidants ⟦#proches⟧', 'seul « Les aidants » est lu', '- "Les aidants #proches"'],
    ['codage:\n  par: AP ⟦#2⟧', 'seul « AP » est lu', 'par: "AP #2"'],
    ['sujet: Le partenariat\n  en santé ⟦#ici⟧', 'seul « Le partenariat en santé » est lu', undefined],
  ])('%j', (yaml, read, corrected) => {
    const [fault] = expectFaults(`---\n${yaml}\n---\n`, ['valeur-coupee']);
    expect(fault?.message).toContain(read);
    if (corrected) expect(fault?.message).toContain(`Écrivez : ${corrected} ;`);
    else expect(fault?.message).toContain('Mettez toute la valeur entre guillemets droits ;');
  });

  test.each([
    'sujet: Le partenariat # une remarque',
    'sujet: "Le partenariat" #remarque',
    'sujet: Le C#mineur',
    'lieu: https://exemple.fr/#a',
    'sujet: Le partenariat ## titre',
    '#titre: a\nsujet: b',
    'sujet: |\n  Le #territoire',
  ])('this is no cut: %j', (yaml) => {
    expect(readFaults(`---\n${yaml}\n---\n`)).toEqual([]);
  });
});

describe('anchors, aliases and tags are refused where they stand', () => {
  test.each([
    ['titre: ⟦*Atelier*⟧', 'titre: "*Atelier*"'],
    ['titre: ⟦&a Atelier⟧', 'titre: "&a Atelier"'],
    ['titre: ⟦!important Atelier⟧', 'titre: "!important Atelier"'],
    ['titre: ⟦!!str Atelier⟧', 'titre: "!!str Atelier"'],
    ['publics: [⟦*a⟧]', undefined],
    ['codage: ⟦!x { etat: complet }⟧', undefined],
  ])('%j', (yaml, corrected) => {
    const faults = expectFaults(`---\n${yaml}\n---\n`, ['yaml-renvoi']);
    if (corrected) expect(faults[0]?.message).toMatch(endingWith(`Écrivez : ${corrected}`));
    else expect(faults[0]?.message).not.toContain('Écrivez');
  });

  test('an alias is told once, and not as a key without a value', () => {
    const { faults } = parseAtelier('---\ntype: atelier\ntitre: *x\n---\n');
    const here = faults.filter(({ range }) => range.start.line === 3);
    expect(here.map(({ code }) => code)).toEqual(['yaml-renvoi']);
  });

  test('a billion laughs are read at once, since no alias is followed', () => {
    const laughs = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'l0: &l0 [lol, lol]' : `l${level}: &l${level} [${`*l${level - 1}, `.repeat(9)}*l${level - 1}]`,
    );
    const start = performance.now();
    const faults = readFaults(`---\n${laughs.join('\n')}\n---\n`);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['yaml-renvoi']));
  });
});

test.each([
  ['brackets', `a: ${'['.repeat(20_000)}`],
  ['braces', `a: ${'{a: '.repeat(5000)}`],
  ['keys written twice', 'a: b\n'.repeat(5000)],
  ['colons', 'a: b: c\n'.repeat(3000)],
  ['quotation marks', 'a: "b" c\n'.repeat(3000)],
])(
  'thousands of faults are told in good time: %s',
  (_, yaml) => {
    const start = performance.now();
    expect(parseAtelier(`---\n${yaml}\n---\n`).faults.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);

function headerOf(text: string) {
  const { header, faults } = read(text);
  if (!header) throw new Error(faults.map(({ message }) => message).join('\n'));
  return header;
}

function readFaults(text: string) {
  return read(text).faults;
}

function read(text: string) {
  const parts = splitFrontMatter('f.md', text);
  if ('fault' in parts) throw new Error(parts.fault.message);
  return parseHeader('f.md', parts);
}

/** Reads a header, and awaits these faults at the places marked in it. */
function expectFaults(marked: string, codes: readonly string[]) {
  const { text, places } = unmark(marked);
  const faults = [...readFaults(text)].sort((a, b) => a.range.start.line - b.range.start.line);
  expect(faults.map(({ code, range }) => `${code} ${formatRange(range)}`)).toEqual(
    codes.map((code, index) => `${code} ${places[index]}`),
  );
  return faults;
}

function endingWith(text: string): RegExp {
  return new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
