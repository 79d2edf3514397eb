import { fold } from '../../french.ts';
import type { HeaderValues } from '../../record/header-value.ts';
import type { FoundValue } from '../imported-record.ts';
import type { Block } from './block.ts';
import { findDates } from './find-dates.ts';

const DATE = /^dates?(?: des? (?:interventions?|reunions?|seances?))?$/;
const OBJECT = /^(?:objet|sujet|contenu|theme|ordre du jour|intitule)s?/;

/** A table of meetings, each with its date: the interventions one by one. The table stays in the body. */
export function findInterventions(blocks: readonly Block[]): FoundValue | undefined {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const [titles = [], ...rows] = block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' ')));
    const date = titles.findIndex((title) => DATE.test(fold(title).trim()));
    const objet = titles.findIndex((title) => OBJECT.test(fold(title).trim()));
    if (date < 0) continue;
    const read = rows.map((row) => readRow(row[date] ?? '', objet < 0 ? '' : (row[objet] ?? '')));
    const value = read.filter((item) => item !== undefined);
    if (value.length === 0) continue;
    const words = rows.map((row) => [row[date], row[objet]].filter((cell) => cell).join(' ')).join(' ; ');
    const doubt = value.length < rows.length ? 'certaines lignes n’ont pas de date' : undefined;
    return { key: 'interventions', value, words, place: `tableau, « ${titles[date]} »`, ...(doubt && { doubt }) };
  }
  return undefined;
}

function readRow(written: string, objet: string): HeaderValues | undefined {
  const date = findDates(written)[0];
  return date && { date: date.value, ...(objet.trim() !== '' && { objet: objet.trim() }) };
}
