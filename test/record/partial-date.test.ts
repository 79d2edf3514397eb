import { describe, expect, test } from 'vitest';
import {
  formatPartialDate,
  liesWithin,
  overlaps,
  type PartialDate,
  parsePartialDate,
  parseTypedDate,
} from '../../src/record/partial-date.ts';

describe('a partial date is read as the days that it may mean', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2022-11', '2022-11-01', '2022-11-30'],
    ['2022-12', '2022-12-01', '2022-12-31'],
    ['2022-T1', '2022-01-01', '2022-03-31'],
    ['2022-T2', '2022-04-01', '2022-06-30'],
    ['2022-T4', '2022-10-01', '2022-12-31'],
    ['2022-05-31', '2022-05-31', '2022-05-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['0001', '0001-01-01', '0001-12-31'],
  ])('%s goes from %s to %s', (written, first, last) => {
    expect(parsePartialDate(written)).toEqual({ iso: written, first, last });
  });

  test.each([
    '',
    '22',
    '2022-02-30',
    '2022-02-29',
    '1900-02-29',
    '2023-06-31',
    '2022-00',
    '2022-13',
    '2022-05-00',
    '2022-05-32',
    '2022-T0',
    '2022-T5',
    '2022-t4',
    '2022-5-31',
    '2022-05-3',
    '2022/05/31',
    '31/05/2022',
    '2022-05-31T10:00',
    ' 2022',
    '2022 ',
    '2022\n',
    'fin 2022',
    '２０２２',
  ])('%j is in no calendar, or in another form', (written) => {
    expect(parsePartialDate(written)).toBeUndefined();
  });

  test('keeps the words of the source where it is vaguer', () => {
    expect(parsePartialDate({ date: '2022', texte: 'fin 2022' })).toEqual({
      iso: '2022',
      first: '2022-01-01',
      last: '2022-12-31',
      texte: 'fin 2022',
    });
    expect(parsePartialDate({ date: 'fin 2022', texte: 'fin 2022' })).toBeUndefined();
  });
});

describe('a date typed by a person is understood', () => {
  test.each([
    ['2022-05-31', '2022-05-31'],
    [' 2022 ', '2022'],
    ['2022-t4', '2022-T4'],
    ['31/05/2022', '2022-05-31'],
    ['1/5/2022', '2022-05-01'],
    ['31.05.2022', '2022-05-31'],
    ['31 mai 2022', '2022-05-31'],
    ['31  Mai  2022', '2022-05-31'],
    ['1er mai 2022', '2022-05-01'],
    ['Février 2024', '2024-02'],
    ['fevrier 2024', '2024-02'],
    ['1er août 2022', '2022-08-01'],
    ['1er aou\u0302t 2022', '2022-08-01'],
    ['29 février 2024', '2024-02-29'],
    ['décembre 2022', '2022-12'],
  ])('%j is %s', (typed, iso) => {
    expect(parseTypedDate(typed)?.iso).toBe(iso);
  });

  test.each(['', 'hier', '31 mai', '30 février 2022', '31/02/2022', '05/31/2022', '31/05/22', '31 mars avril 2022'])(
    '%j is not',
    (typed) => {
      expect(parseTypedDate(typed)).toBeUndefined();
    },
  );
});

test.each([
  ['2022', '2022'],
  ['2022-05', 'mai 2022'],
  ['2022-T1', '1er trimestre 2022'],
  ['2022-T4', '4e trimestre 2022'],
  ['2022-05-01', '1er mai 2022'],
  ['2022-08-09', '9 août 2022'],
])('%s is said « %s »', (iso, said) => {
  expect(formatPartialDate(date(iso))).toBe(said);
});

test('the words of the source are said as they are', () => {
  expect(formatPartialDate({ ...date('2022'), texte: 'fin 2022' })).toBe('fin 2022');
});

describe('periods, both ends inclusive', () => {
  const prs = { first: '2018-01-01', last: '2022-12-31' };

  test.each([
    ['a date on the first day', { first: '2018-01-01', last: '2018-01-01' }, true],
    ['a date on the last day', { first: '2022-12-31', last: '2022-12-31' }, true],
    ['the day after', { first: '2023-01-01', last: '2023-01-01' }, false],
    ['the day before', { first: '2017-12-31', last: '2017-12-31' }, false],
    ['a year that begins inside and ends outside', { first: '2022-07-01', last: '2023-06-30' }, false],
    ['a period without an end', { first: '2021-01-01' }, false],
    ['a period without a start', { last: '2021-01-01' }, false],
  ])('%s lies inside the period: %j, %s', (_, inner, expected) => {
    expect(liesWithin(inner, prs)).toBe(expected);
  });

  test('everything lies within a period that is open at both ends', () => {
    expect(liesWithin({}, {})).toBe(true);
    expect(liesWithin({ first: '2022-01-01' }, { first: '2018-01-01' })).toBe(true);
  });

  test.each([
    ['one shared day', { first: '2022-12-31', last: '2023-12-31' }, true],
    ['no shared day', { first: '2023-01-01', last: '2023-12-31' }, false],
    ['an open end that reaches it', { first: '2021-01-01' }, true],
    ['an open end that starts after it', { first: '2023-01-01' }, false],
    ['an open start', { last: '2018-01-01' }, true],
  ])('%s: %j overlaps, %s', (_, period, expected) => {
    expect(overlaps(period, prs)).toBe(expected);
    expect(overlaps(prs, period)).toBe(expected);
  });
});

function date(iso: string): PartialDate {
  const parsed = parsePartialDate(iso);
  if (!parsed) throw new Error(iso);
  return parsed;
}
