import { describe, expect, test } from 'vitest';
import { matches, parseQuery } from '../../src/finding/query.ts';
import { cutBlocks, rankBlocks } from '../../src/finding/rank.ts';
import { findMarked, stemOf, stemsOf, wordsOf } from '../../src/finding/words.ts';

describe('words', () => {
  test.each([
    ['L’écoute d’un cœur, qu’on n’entend pas', ['ecoute', 'un', 'coeur', 'on', 'entend', 'pas']],
    ["Aujourd'hui l'atelier", ['aujourd', 'hui', 'atelier']],
    ['', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    ['hôpital', 'hopitaux'],
    ['consultations', 'consultation'],
    ['indemnités', 'indemnisation'],
    ['rémunérer', 'rémunération'],
    ['patiente', 'patientes'],
  ])('%s and %s are found by one another', (a, b) => {
    expect(stemsOf(a)).toEqual(stemsOf(b));
  });

  test('communication and commun stay apart', () => {
    expect(stemOf('communication')).not.toBe(stemOf('commun'));
  });

  test('words are marked where they stand, accents and plurals aside', () => {
    const text = 'Des consultations trop brèves';
    const found = findMarked(text, new Set(stemsOf('consultation breve')));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['consultations', 'brèves']);
  });
});

describe('queries', () => {
  test('stop words are dropped, but stay in a phrase', () => {
    expect(parseQuery('le temps de la consultation').stems).toHaveLength(2);
    expect(parseQuery('le la des').stems).toEqual([]);
    const query = parseQuery('"temps de consultation"');
    expect(matches('Le temps de consultation manque', query)).toBe(true);
    expect(matches('La consultation prend du temps', query)).toBe(false);
  });
});

describe('blocks', () => {
  test('blank lines, bullets, arrows and headings part them; a sentence goes on over its line break', () => {
    const text = '## Titre\n\n- Un constat\n  qui continue\n- → Une piste\n\nAutre';
    expect(cutBlocks('a.md', text).map(({ line }) => line)).toEqual([1, 3, 5, 7]);
  });

  test('the shorter of two that hold the words comes first, and equal ones in the order of files', () => {
    const texts = [
      { file: 'a.md', text: 'Une consultation parmi bien d’autres sujets longuement évoqués par le groupe entier' },
      { file: 'b.md', text: 'La consultation' },
      { file: 'c.md', text: 'La consultation' },
    ];
    expect(rankBlocks(texts, parseQuery('consultations'), 'and').map(({ file }) => file)).toEqual([
      'b.md',
      'c.md',
      'a.md',
    ]);
  });
});
