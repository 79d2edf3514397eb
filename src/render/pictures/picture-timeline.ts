import { formatCount, formatNumber } from '../../french.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import type { PlacedProjet } from '../../synthese/timeline.ts';
import type { References } from '../references.ts';
import type { Picture } from './picture.ts';
import { instantOf } from './timeline-layout.ts';

/** More bars than a page holds: the table has all of them. */
const MOST_PROJETS = 12;

/** Ateliers and projets on the years; none where there are too few ateliers. */
export function pictureTimeline({ timeline }: Synthese, references: References): Picture | undefined {
  if (!timeline) return undefined;
  const { annees, ateliers, sansDebut } = timeline;
  const projets = timeline.projets.slice(0, MOST_PROJETS);
  const nameOf = ({ file }: { file: string }) => references.ofFile(file)?.repere ?? '';
  const isVague = ateliers.some(({ date }) => date.first !== date.last);
  const isOpen = projets.some(({ fin }) => fin === undefined);
  const left = [
    ...(timeline.projets.length > projets.length
      ? [`Les ${projets.length} premiers projets, sur ${timeline.projets.length}.`]
      : []),
    ...(sansDebut === 1 ? ['1 projet ne dit pas son début.'] : []),
    ...(sansDebut > 1 ? [`${formatNumber(sansDebut)} projets ne disent pas leur début.`] : []),
  ];
  const said = [
    'Un repère par atelier, une barre par projet.',
    ...(isOpen ? ['Une flèche : la fin vient plus tard, ou n’est pas renseignée.'] : []),
    ...(isVague ? ['Un trait : la date n’est connue qu’à peu près.'] : []),
    ...left,
  ];
  return {
    name: 'frise',
    title: 'Ateliers et projets, dans le temps',
    note: said.join(' '),
    description: `Sur les années de ${annees[0]} à ${annees.at(-1)}, ${formatCount(ateliers.length, 'atelier')} et ${formatCount(projets.length, 'projet')}. Le tableau qui suit donne toutes les dates.`,
    chart: {
      kind: 'timeline',
      annees,
      ateliers: ateliers.map((atelier) => ({
        name: nameOf(atelier),
        first: instantOf(atelier.date.first),
        last: instantOf(atelier.date.last),
      })),
      projets: projets.map((placed) => ({
        label: `${nameOf(placed.projet)} · ${titleOf(placed)}`,
        first: instantOf(placed.debut.first),
        last: placed.fin ? instantOf(placed.fin.last) : null,
      })),
    },
  };
}

function titleOf({ projet }: PlacedProjet): string {
  return projet.structure?.nom ?? projet.titre;
}
