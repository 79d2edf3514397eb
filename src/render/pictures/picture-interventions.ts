import { formatCount, formatNumber } from '../../french.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import type { Picture } from './picture.ts';

/** More bars than a page holds: the table has all of them. */
const MOST_PROJETS = 20;

/** Meetings done of the most that agreements allow; none where no projet says both. */
export function pictureInterventions({ projets }: Synthese): Picture | undefined {
  const rows = projets.flatMap(({ projet, interventions }) =>
    interventions?.base === undefined
      ? []
      : [
          {
            label: projet.structure?.nom ?? projet.titre,
            done: interventions.value,
            foreseen: interventions.base,
            said: `${formatNumber(interventions.value)} sur ${formatNumber(interventions.base)}`,
          },
        ],
  );
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, MOST_PROJETS);
  const part = rows.length > shown.length ? ` Les ${shown.length} premiers projets, sur ${rows.length}.` : '';
  return {
    name: 'interventions',
    title: 'Interventions réalisées, sur le maximum de la convention',
    note: `En foncé, les interventions réalisées ; le cadre va jusqu’au maximum.${part}`,
    description: `Une barre pour ${formatCount(shown.length, 'projet')} : ${shown.map(({ label, said }) => `${label}, ${said}`).join(' ; ')}.`,
    chart: { kind: 'progress', sameUnit: true, rows: shown },
  };
}
