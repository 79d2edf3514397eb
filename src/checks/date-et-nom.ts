import { FILE_START } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { type PartialDate, parsePartialDate } from '../record/partial-date.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A workshop's file name begins with its date, and a folder named for a year holds that year. */
export const dateEtNom = {
  code: 'date-et-nom',
  severity: 'error',
  family: 'rangement',
  scope: 'fiche',
  title: 'Date différente de celle du nom du fichier',
  explanation: `Le nom d’un atelier commence par sa date, et un dossier nommé d’une année ne contient que les ateliers de cette année.
Corrigez la date de l’en-tête, ou renommez le fichier.`,
  example: { faulty: '2022-05-13-atelier.md, avec date: 2022-05-31', corrected: '2022-05-31-atelier.md' },

  *run(checked: Checked) {
    for (const fiche of checked.fiches) {
      if (!fiche.type?.spec.fichier.startsWith('{date}')) continue;
      const date = parsePartialDate(fiche.header.value.date);
      if (date) yield* compare(fiche, date);
    }
  },
} satisfies Check;

function* compare(fiche: Fiche, date: PartialDate): Iterable<Finding> {
  const range = fiche.header.placeOf(['date']);
  const prefix = date.iso.toLowerCase();
  if (fiche.id !== prefix && !fiche.id.startsWith(`${prefix}-`)) {
    const message = `La date est ${quote(date.iso)}, mais le fichier se nomme ${quote(`${fiche.id}.md`)} : son nom doit commencer par ${quote(`${prefix}-`)}.`;
    yield { fiche, range, message };
  } else if (moreExact(fiche.id, prefix)) {
    const message = `Le nom du fichier est plus précis que la date ${quote(date.iso)} : donnez la même date aux deux.`;
    yield { fiche, range, message };
  }
  const folder = /\/(\d{4})\/[^/]+$/.exec(fiche.file)?.[1];
  if (folder && folder !== date.iso.slice(0, 4)) {
    const message = `La date est ${quote(date.iso)}, mais la fiche est dans le dossier de ${folder} : déplacez-la, ou corrigez la date.`;
    yield { fiche, range: FILE_START, message };
  }
}

/** Whether a name goes on with a month or a day that the date does not give. */
function moreExact(id: string, prefix: string): boolean {
  return (
    (prefix.length === 4 && /^-(0[1-9]|1[0-2])(-|$)/.test(id.slice(4))) ||
    (prefix.length === 7 && /^-(0[1-9]|[12]\d|3[01])(-|$)/.test(id.slice(7)))
  );
}
