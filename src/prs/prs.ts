import type { Fiche } from '../record/fiche.ts';
import { liesWithin, type PartialDate, type Period, parsePartialDate } from '../record/partial-date.ts';

/** A framework with a period and priorities, to which records belong. */
export interface Prs {
  readonly id: string;
  readonly file: string;
  readonly titre: string;
  readonly region?: string;
  /** Of the period that its name announces. */
  readonly debut: PartialDate;
  readonly fin?: PartialDate;
  /** The day from which it applies, where that is another. */
  readonly enVigueur?: PartialDate;
  readonly priorites: readonly { readonly id: string; readonly texte: string }[];
}

/** Reads a PRS from a fiche whose header its schema accepts. */
export function toPrs(fiche: Fiche): Prs {
  const { value } = fiche.header;
  const debut = parsePartialDate(value.debut);
  if (!debut) throw new Error(`${fiche.file}: a PRS without a readable start passed its schema`);
  const fin = parsePartialDate(value.fin);
  const enVigueur = parsePartialDate(value.en_vigueur);
  return {
    id: fiche.id,
    file: fiche.file,
    titre: String(value.titre),
    debut,
    ...(typeof value.region === 'string' && { region: value.region }),
    ...(fin && { fin }),
    ...(enVigueur && { enVigueur }),
    priorites: (value.priorites as Prs['priorites'] | undefined) ?? [],
  };
}

/** The days that its name announces. */
export function announcedPeriod({ debut, fin }: Prs): Period {
  return { first: debut.first, ...(fin && { last: fin.last }) };
}

/** The days that decide for a record without a key: from entry into force where it is known. */
function decidingPeriod(prs: Prs): Period {
  return { ...announcedPeriod(prs), first: (prs.enVigueur ?? prs.debut).first };
}

/** The PRS in whose deciding period the whole of a record lies; none where it lies in none, or only in part. */
export function findPrsByDate(period: Period | undefined, all: Iterable<Prs>): Prs | undefined {
  if (!period) return undefined;
  return [...all].find((prs) => liesWithin(period, decidingPeriod(prs)));
}
