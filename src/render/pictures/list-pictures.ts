import { mapTexts } from '../../record/map-texts.ts';
import { withoutSteering } from '../../record/shown-text.ts';
import { FEWEST_ATELIERS } from '../../synthese/annees.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import { maskShown } from '../masks.ts';
import type { References } from '../references.ts';
import { fixSpaces } from '../typography.ts';
import type { Picture } from './picture.ts';
import { pictureContrat } from './picture-contrat.ts';
import { pictureInterventions } from './picture-interventions.ts';
import { pictureThemeYears } from './picture-theme-years.ts';
import { pictureThemes } from './picture-themes.ts';
import { pictureTimeline } from './picture-timeline.ts';

/** The pictures that a summary has, by name: none where five ateliers are not reached. Their texts are fit to be shown. */
export function listPictures(synthese: Synthese, references: References): ReadonlyMap<string, Picture> {
  if (synthese.activite.ateliers.value < FEWEST_ATELIERS) return new Map();
  const pictures = [
    ...synthese.contrats.map(pictureContrat),
    pictureTimeline(synthese, references),
    pictureInterventions(synthese),
    pictureThemes(synthese, FEWEST_ATELIERS),
    pictureThemeYears(synthese),
  ].filter((picture) => picture !== undefined);
  const shown = mapTexts(maskShown(pictures, synthese), (text) => fixSpaces(withoutSteering(text)));
  return new Map(shown.map((picture) => [picture.name, picture]));
}
