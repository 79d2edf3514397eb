import { formatList, quote } from '../french.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import { type Check, type Checked, type Finding, fichesOf } from './check.ts';

/** A theme was read as it was then defined: where its definition changed since, the codes may no longer say the same thing. */
export const codageAncien = {
  code: 'codage-ancien',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Lecture plus ancienne que la définition d’un thème',
  explanation: `La définition d’un thème, ou ce qu’elle inclut et exclut, a changé après le jour de lecture de cette fiche (« codage », clé « le ») :
ses passages ont été lus avec l’ancienne. Relisez ceux qui portent ce thème, puis mettez le jour de lecture à jour.
Le changement est daté par l’historique de git ; sans lui, cops dit que c’est inconnu.`,
  example: {
    faulty: 'codage: { etat: complet, le: 2022-06-02 }, et une définition changée en 2024',
    corrected: 'codage: { etat: complet, le: 2024-03-12 }, après relecture',
  },

  *run(checked: Checked): Iterable<Finding> {
    const { definitionDates } = checked;
    if (!definitionDates) return;
    for (const fiche of fichesOf(checked, 'atelier', 'projet')) {
      const read = parsePartialDate(dayOfReading(fiche.header.value.codage));
      if (!read) continue;
      const borne = new Set(fiche.body.passages.flatMap(({ themes }) => themes.map(({ word }) => word)));
      const changed = [...borne].filter((theme) => (definitionDates.get(theme) ?? '') > read.last).sort();
      if (changed.length === 0) continue;
      const message = `Cette fiche a été lue le ${formatPartialDate(read)} ; depuis, la définition a changé pour ${sayChanges(changed, definitionDates)}. Relisez les passages qui ${changed.length > 1 ? 'les portent' : 'le portent'}, puis mettez cette date à jour.`;
      yield { fiche, range: fiche.header.placeOf(['codage', 'le']), message };
    }
  },
} satisfies Check;

/** The day that a reading gives, whatever the header holds. */
export function dayOfReading(codage: unknown): string | undefined {
  const day = typeof codage === 'object' && codage !== null ? (codage as { le?: unknown }).le : undefined;
  return typeof day === 'string' ? day : undefined;
}

function sayChanges(themes: readonly string[], dates: ReadonlyMap<string, string>): string {
  return formatList(
    themes.map((theme) => {
      const date = parsePartialDate(dates.get(theme));
      return `${quote(theme)}${date ? ` (le ${formatPartialDate(date)})` : ''}`;
    }),
  );
}
