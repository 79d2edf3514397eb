import { compareText } from '../diagnostic.ts';
import { formatPartialDate, type PartialDate } from '../record/partial-date.ts';
import type { Synthese } from '../synthese/synthese.ts';
import type { Timeline } from '../synthese/timeline.ts';
import { describeFigure } from './described-figures.ts';
import { referenceTo } from './described-records.ts';
import type { Picture } from './pictures/picture.ts';
import type { References } from './references.ts';

/** A picture as the filter `image` takes it; null where this summary has none of that name. */
export function describePicture(pictures: ReadonlyMap<string, Picture>, name: string) {
  const picture = pictures.get(name);
  return picture ? { nom: name, titre: picture.title, note: picture.note, description: picture.description } : null;
}

/** The data of what is drawn by year; null where too few ateliers are there. */
export function describePlacedInTime({ timeline, themeYears }: Synthese, references: References) {
  return {
    frise: timeline ? describeTimeline(timeline, references) : null,
    themesParAnnee: themeYears
      ? {
          annees: themeYears.annees.map(({ annee, lus }) => ({ annee, lus: describeFigure(lus) })),
          lignes: themeYears.lignes.map(({ theme, ateliers }) => ({
            titre: theme.titre,
            ateliers: ateliers.map((figure) => (figure ? describeFigure(figure) : null)),
          })),
        }
      : null,
  };
}

/** What each year holds, where it holds something: its ateliers, and the projets that begin or end in it. */
function describeTimeline({ annees, ateliers, projets }: Timeline, references: References) {
  const isIn = (annee: string) => (date: PartialDate | undefined) => date?.last.startsWith(annee) ?? false;
  const years = annees.map((annee) => ({
    annee,
    ateliers: ateliers
      .filter(({ date }) => isIn(annee)(date))
      .map(({ date, file }) => ({ date: formatPartialDate(date), ...referenceTo(file, references) })),
    projets: projets
      .flatMap(({ projet, debut, fin }) => [
        { moment: 'début', date: debut, projet },
        ...(fin ? [{ moment: 'fin', date: fin, projet }] : []),
      ])
      .filter(({ date }) => isIn(annee)(date))
      .sort((a, b) => compareText(a.date.last, b.date.last))
      .map(({ moment, date, projet }) => ({
        moment,
        date: formatPartialDate(date),
        ...referenceTo(projet.file, references),
      })),
  }));
  return years.filter((year) => year.ateliers.length + year.projets.length > 0);
}
