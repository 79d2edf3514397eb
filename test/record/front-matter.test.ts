import { afterEach, describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/record/front-matter.ts';
import { formatRange, unmark } from '../support/marked.ts';
import { parseAtelier } from '../support/parse.ts';

const FENCES = '---\ntitre: Un atelier inventé\n---\n';

describe('a header between its fences is cut from the body', () => {
  test.each([
    ['an ordinary record', '---\na: b\n---\n\nTexte.', '\n\nTexte.'],
    ['nothing after the header', '---\na: b\n---', ''],
    ['one line end after the header', '---\na: b\n---\n', '\n'],
    ['spaces and tabs after the fences', '---  \na: b\n---\t \nTexte.', '\nTexte.'],
    ['an empty header', '---\n---\nTexte.', '\nTexte.'],
    ['a header of comments', '---\n# rien\n---\nTexte.', '\nTexte.'],
    ['a rule further down the body', '---\na: b\n---\nUn.\n\n---\n\nDeux.', '\nUn.\n\n---\n\nDeux.'],
    ['a second header in the body', '---\na: b\n---\n---\nc: d\n---\n', '\n---\nc: d\n---\n'],
    ['dashes inside a value', '---\na: b --- c\n---\nTexte.', '\nTexte.'],
  ])('%s', (_, text, body) => {
    const parts = split(text);
    expect(parts.body.trimStart()).toBe(body.trimStart());
    expect(parts.body).toHaveLength(text.length);
    expect(parts.body.slice(text.length - body.length + 1)).toBe(body.slice(1));
  });

  test('both parts keep the offsets of the file', () => {
    const text = '---\na: é\n---\n\n## Situation';
    const { yaml, body } = split(text);
    expect(yaml.indexOf('a: é')).toBe(text.indexOf('a: é'));
    expect(body.indexOf('## S')).toBe(text.indexOf('## S'));
    expect(body.split('\n')).toHaveLength(5);
  });

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'the text « %s » is a record without a header, whatever JavaScript thinks of the word',
    (word) => {
      expect(faultOf(word).code).toBe('entete-absent');
      expect(split(`---\n${word}: a\n---\n${word}`).body.trim()).toBe(word);
    },
  );

  test('a text read twice is read the same, since nothing is remembered', () => {
    const first = split(FENCES);
    expect(split(FENCES)).toMatchObject({ yaml: first.yaml, body: first.body });
    expect(faultOf('---js\na\n---').code).toBe('entete-non-yaml');
    expect(faultOf('---js\na\n---').code).toBe('entete-non-yaml');
  });
});

describe('what is no header is one fault at its place', () => {
  test.each([
    ['no header', '⟦# Un atelier⟧\n\nTexte.', 'entete-absent', 'n’a pas d’en-tête'],
    ['a header below a title', '⟦# Un atelier⟧\n---\na: b\n---', 'entete-absent', 'n’a pas d’en-tête'],
    ['a header below a blank line', '⟦⟧\n---\na: b\n---', 'entete-absent', 'ligne 2'],
    ['a header behind spaces', '  ⟦---⟧\na: b\n---', 'entete-absent', 'ligne 1'],
    ['two dashes', '⟦--⟧\na: b\n--', 'entete-absent', 'n’a pas d’en-tête'],
    ['four dashes', '⟦----⟧\na: b\n---', 'entete-non-yaml', '« ---- »'],
    ['a comment behind the fence', '⟦--- # x⟧\na: b\n---', 'entete-non-yaml', '« --- # x »'],
    ['a value behind the fence', '⟦--- a: b⟧\n---', 'entete-non-yaml', '« --- a: b »'],
    ['another language', '⟦---toml⟧\na = "b"\n---', 'entete-non-yaml', '« ---toml »'],
    ['YAML by its name', '⟦---yaml⟧\na: b\n---', 'entete-non-yaml', '« ---yaml »'],
    ['JSON', '⟦---json⟧\n{}\n---', 'entete-non-yaml', '« ---json »'],
    ['JavaScript', '⟦---js⟧\n({})\n---', 'entete-non-yaml', '« ---js »'],
    ['never closed', '⟦---⟧\na: b\n\n## Situation', 'entete-non-ferme', 'jamais fermé'],
    ['an opening fence alone', '⟦---⟧', 'entete-non-ferme', 'jamais fermé'],
    ['closed by dashes and a word', '---\na: b\n⟦---suite⟧\nTexte.\n---', 'entete-non-ferme', '« --- » seul'],
    ['closed by a longer rule', '---\na: b\n⟦-----⟧\nTexte.', 'entete-non-ferme', '« --- » seul'],
    ['closed by a comment', '---\na: b\n⟦--- # fin⟧\nTexte.', 'entete-non-ferme', '« --- » seul'],
    ['closed behind spaces', '⟦---⟧\na: b\n ---\nTexte.', 'entete-non-ferme', 'jamais fermé'],
  ])('%s', (_, marked, code, words) => {
    const { text, places } = unmark(marked);
    const fault = faultOf(text);
    expect([fault.code, formatRange(fault.range)]).toEqual([code, places[0]]);
    expect(fault.message).toContain(words);
  });

  test('a first line that holds personal data is masked before it is cut', () => {
    const line = `---${'x'.repeat(20)} dominique.inventee@exemple.fr`;
    expect(parseAtelier(`${line}\na: b\n---`).faults[0]?.message).not.toContain('dominique');
  });
});

describe('a header is never run', () => {
  const world = globalThis as { copsWasRun?: boolean };
  afterEach(() => {
    delete world.copsWasRun;
  });

  test.each(['js', 'javascript', ' js', 'JS', 'js\t', 'coffee', 'coffeescript', 'cson'])('---%s', (language) => {
    const text = `---${language}\nglobalThis.copsWasRun = true;\nmodule.exports = {};\n---\nTexte.`;
    expect(parseAtelier(text).faults.map(({ code }) => code)).toEqual(['entete-non-yaml']);
    expect(world.copsWasRun).toBeUndefined();
  });

  test('nor is a tag that would make a function of a text', () => {
    const text = '---\ntitre: !!js/function "function () { globalThis.copsWasRun = true }"\n---\n';
    expect(parseAtelier(text).faults.map(({ code }) => code)).toContain('yaml-renvoi');
    expect(world.copsWasRun).toBeUndefined();
  });
});

function split(text: string) {
  const parts = splitFrontMatter('f.md', text);
  if ('fault' in parts) throw new Error(parts.fault.message);
  return parts;
}

function faultOf(text: string) {
  const parts = splitFrontMatter('f.md', text);
  if (!('fault' in parts)) throw new Error(`read as ${JSON.stringify(parts)}`);
  return parts.fault;
}
