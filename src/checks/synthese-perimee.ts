import { formatCount, formatList } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { compareContent, type Difference, isSame, sayMove } from '../synthese/compare-content.ts';
import { currentContent } from '../synthese/current-content.ts';
import type { Content } from '../synthese/provenance.ts';
import { provenanceOf, SYNTHESE, selectionOf } from '../synthese/synthese-fiche.ts';
import { UsageError } from '../usage-error.ts';
import { type Check, type Checked, fichesOf } from './check.ts';

/** A summary that is kept says what the records said when it was made: they may have changed since. */
export const synthesePerimee = {
  code: 'synthese-perimee',
  severity: 'warning',
  family: 'syntheses',
  scope: 'faults',
  title: 'Synthèse dont les fiches ont changé depuis',
  explanation: `Une synthèse gardée comme fiche a ses chiffres d’alors : une fiche ajoutée, corrigée ou retirée depuis les change.
La grille, les textes du PRS, les réglages et le gabarit changent ce qui est dit autour.
« cops report --refresh » renouvelle ses blocs calculés, et eux seuls : votre texte y reste, au signe près.`,
  example: {
    faulty: 'un atelier de plus dans records/ateliers, et une synthèse d’avant lui',
    corrected: 'la même synthèse, après « cops report --refresh »',
  },

  *run(checked: Checked) {
    const inError = new Set(checked.found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    for (const fiche of fichesOf(checked, SYNTHESE)) {
      if (inError.has(fiche.file)) continue;
      const message = judge(fiche, { checked, inError });
      if (message) yield { fiche, range: fiche.header.placeOf(['titre']), message: `${message} ${ADVICE}` };
    }
  },
} satisfies Check;

const ADVICE = '« cops report --refresh » renouvelle ses blocs calculés et garde votre texte.';

function judge(fiche: Fiche, world: { checked: Checked; inError: ReadonlySet<string> }): string | undefined {
  const then = provenanceOf(fiche);
  if (!then) return 'Cette synthèse ne dit plus d’où viennent ses chiffres : on ne sait pas si elle est à jour.';
  const now = findContent(fiche, world);
  const difference = now && compareContent(then, now);
  return difference && !isSame(difference) ? sayDifference(difference) : undefined;
}

/** Undefined where it cannot be told: what stands in the way is told elsewhere. */
function findContent(
  fiche: Fiche,
  { checked: { collection, found, keep }, inError }: { checked: Checked; inError: ReadonlySet<string> },
): Content | undefined {
  const selection = selectionOf(fiche);
  const others = collection.files.filter((read) => read.fiche?.type?.name !== SYNTHESE);
  const inputs = [[...inError].join('\n'), collection.settings, collection.schemas, collection.templates, ...others];
  return keep(`${SYNTHESE} ${JSON.stringify(selection)}`, inputs, () => {
    try {
      return currentContent(selection, collection, found);
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  });
}

/** More would hide the others. */
const MOST = 3;

function sayDifference({ selection, frame, template, figures, changed, gone, added }: Difference): string {
  const moved = figures.filter(({ from, to }) => from !== undefined && to !== undefined);
  const first = moved.slice(0, MOST).map((figure) => `${figure.id} ${sayMove(figure)}`);
  const others = moved.length - first.length;
  const records = [
    ...(added.length > 0 ? [formatCount(added.length, 'fiche ajoutée', 'fiches ajoutées')] : []),
    ...(changed.length > 0 ? [formatCount(changed.length, 'fiche modifiée', 'fiches modifiées')] : []),
    ...(gone.length > 0 ? [formatCount(gone.length, 'fiche retirée', 'fiches retirées')] : []),
  ];
  const said = [
    ...(selection ? ['son en-tête demande une autre sélection que celle de ses blocs'] : []),
    ...(frame ? ['la grille, un texte du PRS ou un réglage a changé'] : []),
    ...(template ? ['le gabarit a changé'] : []),
    ...(first.length > 0
      ? [formatList([...first, ...(others > 0 ? [formatCount(others, 'autre chiffre', 'autres chiffres')] : [])])]
      : []),
    ...(records.length > 0 ? [`depuis, ${formatList(records)}`] : []),
  ];
  return `Cette synthèse n’est plus à jour : ${said.join(' ; ')}.`;
}
