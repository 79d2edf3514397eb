import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSuite } from '../../src/suivi/add-suite.ts';
import { findPiste } from '../../src/suivi/find-piste.ts';
import { editAtelier } from '../support/edited-record.ts';
import { atelier } from '../support/fiches.ts';

const VALUES = { objet: 'Une réunion inventée', etat: 'prevu' };

/** The lines that are there after and not before, and those that are there before and not after, each with `+` or `-`. */
function changesOf(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changes: string[] = [];
  let at = 0;
  for (const line of now) {
    if (line === old[at]) at++;
    else if (old.indexOf(line, at) < 0) changes.push(`+${line}`);
    else {
      while (old[at] !== line) changes.push(`-${old[at++]}`);
      at++;
    }
  }
  return [...changes, ...old.slice(at).map((line) => `-${line}`)];
}

function addTo(written: string, passage: string, values: Record<string, string> = VALUES) {
  const record = editAtelier(written);
  return addSuite(record, { passage: findPiste(record.fiche, { passage }), values });
}

/** An atelier with a paragraph, and the paragraph once its passage has a name. */
function nameIn(paragraph: string, words: string): string {
  const start = '## Situation choisie par le groupe\n\n## Synthèse coconstruite\n\n';
  const written = atelier({ body: `${start}${paragraph}\n\nUn autre passage inventé.\n` });
  const { text, errors } = addTo(written, words);
  expect(errors).toEqual([]);
  const body = text.slice(text.indexOf(start) + start.length);
  expect(body.endsWith('\n\nUn autre passage inventé.\n')).toBe(true);
  return body.slice(0, -'\n\nUn autre passage inventé.\n'.length);
}

describe('a passage gets its name behind its words and themes, before its comments', () => {
  test.each([
    ['alone', '→ Réunir la filière.', '→ Réunir la filière. ^p1'],
    ['behind a theme', '- → Réunir. #perennisation', '- → Réunir. #perennisation ^p1'],
    [
      'before a comment',
      '- → Réunir. #perennisation <!-- extrait -->',
      '- → Réunir. #perennisation ^p1 <!-- extrait -->',
    ],
    [
      'before comments without a theme',
      '→ Réunir. <!-- mémo (CF) : à voir -->  <!-- extrait -->',
      '→ Réunir. ^p1 <!-- mémo (CF) : à voir -->  <!-- extrait -->',
    ],
    [
      'behind a theme that stands among comments',
      '→ Réunir. <!-- pas #perennisation --> #temps-de-consultation <!-- extrait -->',
      '→ Réunir. <!-- pas #perennisation --> #temps-de-consultation ^p1 <!-- extrait -->',
    ],
    ['behind a free code', '→ Réunir. #?mot', '→ Réunir. #?mot ^p1'],
    ['before a comment on the next line', '→ Réunir.\n<!-- extrait -->', '→ Réunir. ^p1\n<!-- extrait -->'],
    ['at the last of its lines', '→ Réunir\n  la filière\ninventée.', '→ Réunir\n  la filière\ninventée. ^p1'],
    [
      'before the next arrow',
      'Un constat.\n→ Réunir.\n→ Écrire. #perennisation',
      'Un constat.\n→ Réunir. ^p1\n→ Écrire. #perennisation',
    ],
    ['in a quotation', '> → Réunir\n> la filière.', '> → Réunir\n> la filière. ^p1'],
    [
      'in a quotation whose comment goes on below',
      '> → Réunir. <!-- mémo\n> long -->',
      '> → Réunir. ^p1 <!-- mémo\n> long -->',
    ],
    [
      'in a nested list',
      '- Un constat.\n  - → Réunir. #perennisation',
      '- Un constat.\n  - → Réunir. #perennisation ^p1',
    ],
    ['behind code and a link', '→ Réunir `<!-- x -->`', '→ Réunir `<!-- x -->` ^p1'],
    ['behind a link', '→ Réunir [ici](https://exemple.invalid)', '→ Réunir [ici](https://exemple.invalid) ^p1'],
    ['in bold', '**→ Réunir.**', '**→ Réunir.** ^p1'],
    ['where a hard break ends it', '→ Réunir.  ', '→ Réunir. ^p1  '],
    ['on a line that a theme begins', '→ Réunir.\n#perennisation', '→ Réunir.\n#perennisation ^p1'],
  ])('%s', (_, before, after) => {
    expect(nameIn(before, 'Réunir')).toBe(after);
  });

  test('the name is above all that the file has, even where they are read no more', () => {
    const body = `## Situation choisie par le groupe

## Synthèse coconstruite

- → Écrire. ^p2
- → Réunir. <!-- mémo : voir ^p6 -->

## Notes internes

Un ancien ^p4.
`;
    const header = 'suites: [{ piste: p2, objet: Un essai inventé, etat: fait }]';
    const { text, piste, isNamed } = addTo(atelier({ header, body }), 'Réunir');
    expect({ piste, isNamed }).toEqual({ piste: 'p7', isNamed: true });
    expect(text).toContain('- → Réunir. ^p7 <!-- mémo : voir ^p6 -->\n');
  });

  test('a passage that has a name keeps it, and its text does not change', () => {
    const written = atelier().replace('#temps-de-consultation\n- →', '#temps-de-consultation\n- → Écrire. ^p3\n- →');
    const { text, piste, isNamed, errors } = addTo(written, 'Écrire');
    expect({ piste, isNamed, errors }).toEqual({ piste: 'p3', isNamed: false, errors: [] });
    expect(changesOf(written, text)).toEqual([
      '+suites:',
      '+  - piste: p3',
      '+    objet: Une réunion inventée',
      '+    etat: prevu',
    ]);
  });
});

/** The header with a suite more, its lines alone. */
function headerWith(suites: string): string[] {
  const [written, words] = [atelier({ header: suites }), 'Allonger'];
  const { text, errors } = addTo(written, words);
  expect(errors).toEqual([]);
  return changesOf(written, text).filter((line) => !line.includes('Allonger'));
}

describe('a suite is added as the others are written', () => {
  test.each([
    [
      'keys on lines of their own',
      'suites:\n  - piste: p9\n    objet: a\n    etat: fait\ndiffusion: partageable',
      ['+  - piste: p10', '+    objet: Une réunion inventée', '+    etat: prevu'],
    ],
    [
      'braces',
      'suites:\n  - { objet: a, etat: fait } # vu\n  # la suite viendra',
      ['+  - { piste: p1, objet: Une réunion inventée, etat: prevu }'],
    ],
    [
      'dashes at the margin',
      'suites:\n- objet: a\n  etat: fait',
      ['+- piste: p1', '+  objet: Une réunion inventée', '+  etat: prevu'],
    ],
    [
      'wide dashes',
      'suites:\n  -   objet: a\n      etat: fait',
      ['+  -   piste: p1', '+      objet: Une réunion inventée', '+      etat: prevu'],
    ],
    [
      'a text that ends the last one on several lines',
      'suites:\n  - etat: fait\n    objet: >\n      un texte\n      long',
      ['+  - piste: p1', '+    objet: Une réunion inventée', '+    etat: prevu'],
    ],
    [
      'brackets on one line',
      'suites: [{ objet: a, etat: fait }] # liste',
      [
        '+suites: [{ objet: a, etat: fait }, { piste: p1, objet: Une réunion inventée, etat: prevu }] # liste',
        '-suites: [{ objet: a, etat: fait }] # liste',
      ],
    ],
    [
      'brackets and a comma behind the last',
      'suites: [{ objet: a, etat: fait }, ]',
      [
        '+suites: [{ objet: a, etat: fait }, { piste: p1, objet: Une réunion inventée, etat: prevu }, ]',
        '-suites: [{ objet: a, etat: fait }, ]',
      ],
    ],
    [
      'brackets around lines with commas and comments',
      'suites: [\n  { objet: a, etat: fait }, # vu\n  ]',
      ['+  { piste: p1, objet: Une réunion inventée, etat: prevu },'],
    ],
    [
      'brackets around lines, a comment behind the last',
      'suites: [\n  { objet: a, etat: fait } # vu\n  ]',
      [
        '+  { objet: a, etat: fait }, # vu',
        '+  { piste: p1, objet: Une réunion inventée, etat: prevu }',
        '-  { objet: a, etat: fait } # vu',
      ],
    ],
    [
      'brackets around lines, nothing behind the last',
      'suites: [\n  { objet: a, etat: fait }\n  ]',
      [
        '+  { objet: a, etat: fait },',
        '+  { piste: p1, objet: Une réunion inventée, etat: prevu }',
        '-  { objet: a, etat: fait }',
      ],
    ],
    [
      'a key that stands empty',
      'suites: # à remplir\ndiffusion: partageable',
      ['+  - piste: p1', '+    objet: Une réunion inventée', '+    etat: prevu'],
    ],
  ])('%s', (_, suites, added) => {
    expect(headerWith(suites)).toEqual(added);
  });

  test('without the key, it comes at its place in the order of the schema, above the comment of the next key', () => {
    const written = atelier({ header: 'publics: [aidants]\n  # les leurs aussi' })
      .replace('\ndiffusion:', '\n# ce qui se partage\ndiffusion:')
      .replace('\npublics: [aidants]\n  # les leurs aussi', '')
      .replace('\nprs: 2018-2022', '\nprs: 2018-2022\npublics: [aidants]\n  # les leurs aussi');
    const { text } = addTo(written, 'Allonger');
    expect(text).toContain(
      '\n  # les leurs aussi\nsuites:\n  - piste: p1\n    objet: Une réunion inventée\n    etat: prevu\n# ce qui se partage\ndiffusion:',
    );
  });

  test('a new list is indented as the first one of the header', () => {
    const written = atelier().replaceAll('\n  - ', '\n- ');
    expect(addTo(written, 'Allonger').text).toContain('\nsuites:\n- piste: p1\n  objet: ');
  });

  test('values that YAML would misread are put between quotation marks', () => {
    const values = {
      objet: 'Réunir : la « filière » #1',
      par: "L'équipe",
      echeance: '2022-11',
      etat: 'fait',
      le: '2022',
    };
    const { text, errors } = addTo(atelier(), 'Allonger', values);
    expect(errors).toEqual([]);
    expect(text).toContain(
      `    objet: "Réunir : la « filière » #1"\n    par: L'équipe\n    echeance: 2022-11\n    etat: fait\n    le: 2022\n`,
    );
  });

  test('a header between braces takes it too, and one that cannot be completed for certain is refused with the lines to write', () => {
    const written = atelier().replace(
      /---\n[\s\S]*?\n---/,
      '---\n{ type: atelier, titre: a, date: 2022-03-14, sujet: b, situation: c }\n---',
    );
    expect(addTo(written, 'Allonger').text).toContain(
      'situation: c, suites: [{ piste: p1, objet: Une réunion inventée, etat: prevu }] }\n---',
    );
    const empty = written.replace('situation: c }', 'situation: c, suites: }');
    expect(() => addTo(empty, 'Allonger')).toThrow(
      /Rien n’a été écrit.*suites:\n {2}- \{ piste: p1, objet: Une réunion inventée, etat: prevu \}\net, à la fin du passage de la ligne \d+ : \^p1/s,
    );
  });
});

test('an error of its making is told, an earlier one is not, wherever its line has moved', () => {
  const doubled = atelier().replace(
    '#temps-de-consultation\n',
    '#temps-de-consultation ^p1\n- Un autre. ^p1 #inconnu\n',
  );
  expect(editAtelier(doubled).draft.faults.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
  expect(addTo(doubled, 'Allonger').errors).toEqual([]);
  const { errors } = addTo(doubled, 'Allonger', { ...VALUES, echeance: 'hier' });
  expect(errors.map(({ code }) => code)).toEqual(['date-invalide']);
});

test('whatever the record, all bytes but those of the edits stay, and it reads again with one suite more', () => {
  const word = fc.constantFrom(
    'réunir',
    'l’équipe',
    "l'aidant",
    'A : B',
    '« oui »',
    '#1',
    'c’est',
    '[x]',
    '"q"',
    '{',
    '-',
    'é',
    '09',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `x ${words.join(' ')}`);
  const suites = fc.constantFrom(
    '',
    'suites:\n  - objet: a # c\n    etat: fait\n  # fin\n',
    "suites: [ {objet: 'a', etat: fait} , ]\n",
    'suites:\n- { objet: "a", etat: fait }\n\n# suite\n',
    'suites:\n',
  );
  const marks = fc.constantFrom(
    '',
    ' #perennisation',
    ' <!-- extrait -->',
    ' #?x <!-- mémo -->',
    '\n  #perennisation',
    ' ^p5',
  );
  const around = fc.constantFrom('- → ', '→ ', '> → ', '- a\n  - → ', '1. → ');
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const bom = fc.constantFrom('', '\uFEFF');
  fc.assert(
    fc.property(
      fc.record({ objet: sentence, par: sentence, suites, marks, around, ends, bom, last: fc.constantFrom('', '\n') }),
      ({ objet, par, suites, marks, around, ends, bom, last }) => {
        const quoted = around === '> → ' ? marks.replace('\n  ', '\n> ') : marks;
        const body = `## Situation\n\n## Synthèse\n\n${around}Réunir la filière.${quoted}\n\nFin.${last}`;
        const text = atelier({ body })
          .replace('\ndiffusion:', `\n${suites}diffusion:`)
          .replace('\n\n# suite', '\n# suite');
        const written = bom + text.replaceAll('\n', ends);
        const record = editAtelier(written);
        const passage = findPiste(record.fiche, { passage: 'réunir la fil' });
        const made = addSuite(record, { passage, values: { objet, par, etat: 'prevu' } });
        expect(made.errors).toEqual([]);
        expect(withoutEdits(written, made)).toBe(written);
        const before = (record.fiche.header.value.suites ?? []) as unknown[];
        const after = made.draft.read.fiche;
        expect(after?.header.value.suites).toEqual([...before, { piste: made.piste, objet, par, etat: 'prevu' }]);
        expect(after?.body.passages.find(({ nom }) => nom === made.piste)?.text).toBe('Réunir la filière.');
        expect(made.text.replaceAll(ends, '').match(/[\r\n]/)).toBe(null);
      },
    ),
    { numRuns: 200 },
  );
});

/** The text with the words of each edit taken out again: all are insertions. */
function withoutEdits(written: string, { text, edits }: ReturnType<typeof addSuite>): string {
  let [kept, at] = ['', 0];
  const lines = written.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const offsetOf = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).join('').length + column - 1 + (line === 1 && written.startsWith('\uFEFF') ? 1 : 0);
  let inserted = 0;
  for (const edit of [...edits].sort((a, b) => offsetOf(a.range.start) - offsetOf(b.range.start))) {
    expect(edit.range.start).toEqual(edit.range.end);
    const start = offsetOf(edit.range.start) + inserted;
    kept += text.slice(at, start);
    at = start + edit.text.length;
    inserted += edit.text.length;
  }
  return kept + text.slice(at);
}
