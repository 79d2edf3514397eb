import { formatCount } from '../french.ts';
import { type Check, type Checked, type Finding, fichesOf } from './check.ts';

/** Below this many records read in full, that a theme was not met says nothing of it. */
const RECORDS_THAT_TELL = 10;

/** A theme that no record uses is perhaps named otherwise in the field, or one that the grille can do without. */
export const themeJamaisEmploye = {
  code: 'theme-jamais-employe',
  severity: 'warning',
  family: 'themes',
  title: 'Thème qu’aucune fiche n’emploie',
  explanation: `Quand dix fiches ont été lues en entier, un thème qu’aucune n’emploie mérite une question : est-il bien défini, dit
autrement, ou absent de ce que disent les groupes ? Gardez-le s’il doit servir, ou retirez-le avec « statut: retire ».`,
  example: {
    faulty: 'records/themes/theme-sans-emploi.md : « statut: actif »',
    corrected: 'records/themes/theme-sans-emploi.md : « statut: retire »',
  },

  *run(checked: Checked): Iterable<Finding> {
    const { ateliers, projets, grille } = checked.collection;
    const read = [...ateliers, ...projets].filter(({ lecture }) => lecture === 'complet').length;
    if (read < RECORDS_THAT_TELL) return;
    const used = findUsed(checked);
    for (const { id, file, statut } of grille.values()) {
      const fiche = checked.ficheOf.get(file);
      if (!fiche || statut !== 'actif' || used.has(id)) continue;
      const key = fiche.header.value.statut === undefined ? 'titre' : 'statut';
      const message = `Ce thème n’est employé dans aucune fiche, alors que ${formatCount(read, 'fiche a été lue', 'fiches ont été lues')} en entier : relisez sa définition, gardez-le s’il doit servir, ou écrivez « statut: retire ».`;
      yield { fiche, range: fiche.header.placeOf([key]), message };
    }
  },
} satisfies Check;

/** In a passage or a header, whatever the state of the record; the parent of a theme serves by it. */
function findUsed(checked: Checked): Set<string> {
  const used = new Set<unknown>();
  for (const { body } of checked.bodies)
    for (const { themes } of body.passages) for (const { word } of themes) used.add(word);
  for (const { header } of fichesOf(checked, 'atelier', 'projet'))
    if (Array.isArray(header.value.themes)) for (const word of header.value.themes) used.add(word);
  for (const { header } of fichesOf(checked, 'theme')) used.add(header.value.parent);
  return used as Set<string>;
}
