import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBodyStart, splitComputed } from '../../src/record/computed-text.ts';
import type { Provenance } from '../../src/synthese/provenance.ts';
import { type ComputedBlocks, composeFiche, type Renewal, renewBlocks } from '../../src/synthese/renew-blocks.ts';

const PROVENANCE: Provenance = {
  version: 1,
  cops: '0.0.0',
  selection: { prs: '2018-2022', brouillons: false, interne: false },
  template: '',
  fiches: {},
  chiffres: {},
  bases: {},
};
const HEADER = '---\ntype: synthese\ntitre: Une synthèse inventée\nprs: 2018-2022\n---\n';

/** Enough to tell the texts of these tests apart. */
function hashOf(text: string): string {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 0xffffffff;
  return sum.toString(16);
}

function computed(texts: Record<string, string>): ComputedBlocks {
  const blocks = Object.entries(texts).map(([name, text]) => ({ name, text }));
  return { blocks, provenance: PROVENANCE, hashOf };
}

const FIRST = computed({ titre: '# Titre', activite: '## Activité\n\n7 ateliers', annexe: '## Annexe\n\nfin' });
const SECOND = computed({ titre: '# Titre', activite: '## Activité\n\n8 ateliers', annexe: '## Annexe\n\nfin' });
const MADE = composeFiche(HEADER, FIRST, '<!-- bonjour -->');

function renew(text: string, blocks = SECOND): Renewal {
  const renewal = renewBlocks(text, blocks);
  if ('edited' in renewal) throw new Error(`edited: ${JSON.stringify(renewal.edited)}`);
  return renewal;
}

/** The words that nobody computed, part by part. */
function wordsOf(text: string): string[] {
  return splitComputed(text, findBodyStart(text)).parts.flatMap((part) =>
    part.kind === 'libre' ? [text.slice(part.start, part.end)] : [],
  );
}

describe('what is renewed', () => {
  test('is the block that changed, and nothing else', () => {
    const { text, renewed } = renew(MADE);
    expect(renewed).toEqual(['activite']);
    expect(text).toBe(
      MADE.replace('7 ateliers', '8 ateliers').replace(
        /calcul activite [0-9a-f]+/,
        `calcul activite ${hashOf('## Activité\n\n8 ateliers')}`,
      ),
    );
    expect(renew(text).text).toBe(text);
  });

  test('a block in lines of Windows stays in lines of Windows', () => {
    const { text, renewed } = renew(MADE.replaceAll('\n', '\r\n'));
    expect(renewed).toEqual(['activite']);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(renew(text).text).toBe(text);
  });

  test('a block whose blanks an editor trimmed is still the one that was computed', () => {
    const trimmed = MADE.replace('## Activité\n\n7', '## Activité  \n\n7').replace('\n\n## Annexe', '\n## Annexe');
    expect(renew(trimmed).renewed).toEqual(['activite']);
    expect(renew(trimmed).text).toContain('-->\n## Annexe');
  });
});

describe('blocks that move, go and come', () => {
  const [head = '', titre = '', activite = '', annexe = ''] = MADE.split(/\n\n(?=<!-- cops:calcul)/);

  test('a block that was moved is renewed where it stands', () => {
    const moved = [head, activite, titre, annexe].join('\n\n');
    expect(renew(moved).text.indexOf('8 ateliers')).toBeLessThan(renew(moved).text.indexOf('# Titre'));
  });

  test('a block that was taken out stays out, and is told', () => {
    const { text, missing, added } = renew([head, titre, annexe].join('\n\n'));
    expect({ missing, added }).toEqual({ missing: ['activite'], added: [] });
    expect(text).not.toContain('ateliers');
  });

  test('two empty marks bring it back', () => {
    const marks = '<!-- cops:calcul activite -->\n<!-- cops:fin activite -->';
    const { text, missing } = renew([head, titre, marks, annexe].join('\n\n'));
    expect(missing).toEqual([]);
    expect(text).toContain('## Activité\n\n8 ateliers\n\n<!-- cops:fin activite -->');
  });

  test('a block that the template has for the first time comes behind the one that it follows there', () => {
    const blocks = [...SECOND.blocks.slice(0, 2), { name: 'suites', text: '## Suites' }, ...SECOND.blocks.slice(2)];
    const { text, added } = renew(MADE.replace('fin activite -->', 'fin activite -->\n\nMes mots.  '), {
      ...SECOND,
      blocks,
    });
    expect(added).toEqual(['suites']);
    expect(text).toMatch(
      /fin activite -->\n\n<!-- cops:calcul suites \w+ -->\n\n## Suites\n\n<!-- cops:fin suites -->\n\nMes mots\. {2}\n/,
    );
  });

  test('a block that the template has no more is emptied, and filled where it comes back', () => {
    const without = { ...SECOND, blocks: SECOND.blocks.filter(({ name }) => name !== 'activite') };
    const { text, emptied } = renew(MADE, without);
    expect(emptied).toEqual(['activite']);
    expect(text).toMatch(/<!-- cops:calcul activite \w+ -->\n<!-- cops:fin activite -->/);
    expect(renew(text, without).text).toBe(text);
    expect(renew(text).text).toContain('8 ateliers');
  });

  test('a provenance that was taken out is said again, at the end', () => {
    const { text, before } = renew(MADE.replace(/<!-- cops-provenance .*\n/, 'Ma fin'));
    expect(before).toBeUndefined();
    expect(text).toMatch(/Ma fin\n\n<!-- cops-provenance \{.*\} -->\n$/);
  });
});

describe('what was changed by hand', () => {
  test('is never replaced: nothing is, and the block is named with its lines', () => {
    const edited = MADE.replace('7 ateliers', '7 ateliers, et mon avis');
    expect(renewBlocks(edited, SECOND)).toEqual({
      edited: [{ name: 'activite', line: 15, lastLine: 21, isKnown: true }],
    });
  });

  test('so is a block that cops never made', () => {
    const own = `${MADE}\n<!-- cops:calcul mon-avis -->\nMon avis.\n<!-- cops:fin mon-avis -->\n`;
    expect(renewBlocks(own, SECOND)).toMatchObject({ edited: [{ name: 'mon-avis', isKnown: false }] });
  });

  test('a block that was written as it would be computed is taken', () => {
    expect(renew(MADE.replace('7 ateliers', '8 ateliers')).renewed).toEqual(['activite']);
  });
});

describe('words outside the blocks', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '## Mon analyse',
        '  - un point   ',
        '```',
        '---',
        '<div>',
        '<!-- note',
        '-->',
        '| a | b |',
        '\\<!-- cops:fin x -->',
        '> mot',
        '\t',
        '<!-- Cops:calcul x -->',
      ),
    ),
  );
  const words = fc
    .tuple(lines, fc.constantFrom('\n', '\r\n', '\r', '\n\n'))
    .map(([all, end]) => all.map((line) => line + end).join(''))
    .filter((text) => !/(?<!\\)<!--\s*cops(?::|-provenance)/.test(text));

  test('are kept byte for byte wherever they stand, run after run', () => {
    const gaps = MADE.slice(HEADER.length).split(/\n\n(?=<!-- cops(?!:fin))/);
    fc.assert(
      fc.property(fc.array(words, { minLength: gaps.length + 1, maxLength: gaps.length + 1 }), (own) => {
        const body = gaps.map((part, index) => `\n${own[index]}\n${part}\n`).join('');
        const text = `${HEADER}${body}${own.at(-1)}`;
        const { text: renewed } = renew(text);
        expect(renewed.startsWith(HEADER)).toBe(true);
        expect(wordsOf(renewed)).toEqual(wordsOf(text));
        expect(renewed).toContain('8 ateliers');
        expect(renew(renewed).text).toBe(renewed);
      }),
      { numRuns: 300 },
    );
  });

  test('cover the whole text with the blocks, whatever it holds', () => {
    const marks = fc.constantFrom(
      '<!-- cops:calcul a -->',
      '<!-- cops:fin a -->',
      '<!-- cops:calcul b 0f -->',
      '<!-- cops:fin b -->',
      'mot',
      '<!-- cops: -->',
      '<!-- cops-provenance {} -->',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string())), fc.constantFrom('\n', '\r\n', '\r'), (all, end) => {
        const text = all.join(end);
        const { parts } = splitComputed(text);
        expect(parts.map(({ start, end: last }) => text.slice(start, last)).join('')).toBe(text);
      }),
    );
  });
});
