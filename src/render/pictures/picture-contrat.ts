import { formatNumber } from '../../french.ts';
import type { ContratCounts, IndicateurCounts } from '../../synthese/contrats.ts';
import type { Picture } from './picture.ts';

/** More bars than a page holds: the table has all of them. */
const MOST_INDICATEURS = 20;

/** What a contrat promises and what was achieved, each indicator out of its own target; none where no target can be drawn. */
export function pictureContrat({ contrat, indicateurs }: ContratCounts): Picture | undefined {
  const all = indicateurs.flatMap(toRow);
  if (all.length === 0) return undefined;
  const rows = all.slice(0, MOST_INDICATEURS);
  const part = all.length > rows.length ? ` Les ${rows.length} premiers indicateurs, sur ${all.length}.` : '';
  return {
    name: `contrats.${contrat.id}`,
    title: `Prévu et réalisé, ${contrat.titre}`,
    note: `Le cadre va jusqu’à ce qui était prévu, quelle que soit l’unité ; en foncé, le réalisé.${part}`,
    description: `Une barre par indicateur : ${rows.map(({ label, said }) => `${label}, ${said}`).join(' ; ')}.`,
    chart: { kind: 'progress', sameUnit: false, rows },
  };
}

/** A target of nothing has no length to be drawn, and what is less than nothing neither. */
function toRow({ indicateur, prevu, realise }: IndicateurCounts) {
  if (prevu.value <= 0 || (realise && realise.value < 0)) return [];
  const target = `${formatNumber(prevu.value)} ${indicateur.unite}`;
  return [
    {
      label: indicateur.libelle,
      done: realise?.value ?? null,
      foreseen: prevu.value,
      said: realise ? `${formatNumber(realise.value)} pour ${target}` : `non disponible, pour ${target}`,
    },
  ];
}
