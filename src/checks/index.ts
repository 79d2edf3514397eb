import type { Rule } from '../diagnostic.ts';
import * as readingRules from '../record/rules.ts';
import * as schemaRules from '../record/schema-rules.ts';
import type { Check } from './check.ts';
import { chiffreInconnu } from './chiffre-inconnu.ts';
import { coanimationPaire } from './coanimation-paire.ts';
import { codageAncien } from './codage-ancien.ts';
import { codageNonLu } from './codage-non-lu.ts';
import { dateEtNom } from './date-et-nom.ts';
import { dateHorsPrs } from './date-hors-prs.ts';
import { dateSansPrs } from './date-sans-prs.ts';
import { donneesPersonnelles } from './donnees-personnelles.ts';
import { finAvantDebut } from './fin-avant-debut.ts';
import { identifiant } from './identifiant.ts';
import { identifiantEnDouble } from './identifiant-en-double.ts';
import { interventionsContradictoires } from './interventions-contradictoires.ts';
import { interventionsDepassees } from './interventions-depassees.ts';
import { motDieseMalEcrit } from './mot-diese-mal-ecrit.ts';
import { nomEnDouble } from './nom-en-double.ts';
import { participantsNombreux } from './participants-nombreux.ts';
import { passageEnDouble } from './passage-en-double.ts';
import { pisteInconnue } from './piste-inconnue.ts';
import { prioriteInconnue } from './priorite-inconnue.ts';
import { prsInconnu } from './prs-inconnu.ts';
import { sectionEnDouble } from './section-en-double.ts';
import { sectionMalNommee } from './section-mal-nommee.ts';
import { sectionManquante } from './section-manquante.ts';
import { sectionVide } from './section-vide.ts';
import { suiteEnRetard } from './suite-en-retard.ts';
import { suiteHorsPiste } from './suite-hors-piste.ts';
import { synthesePerimee } from './synthese-perimee.ts';
import { termineSansFin } from './termine-sans-fin.ts';
import { texteAClasser } from './texte-a-classer.ts';
import { themeCandidat } from './theme-candidat.ts';
import { themeInconnu } from './theme-inconnu.ts';
import { themeJamaisEmploye } from './theme-jamais-employe.ts';
import { themeRetire } from './theme-retire.ts';
import { typeEtDossier } from './type-et-dossier.ts';
import { typeInconnu } from './type-inconnu.ts';
import { valeurSansAppui } from './valeur-sans-appui.ts';

/** Every check, in the order in which a person would want to mend them. */
export const CHECKS: readonly Check[] = [
  typeInconnu,
  typeEtDossier,
  identifiant,
  identifiantEnDouble,
  dateEtNom,
  themeInconnu,
  themeRetire,
  themeCandidat,
  themeJamaisEmploye,
  codageNonLu,
  codageAncien,
  valeurSansAppui,
  motDieseMalEcrit,
  nomEnDouble,
  prsInconnu,
  prioriteInconnue,
  dateHorsPrs,
  dateSansPrs,
  participantsNombreux,
  coanimationPaire,
  interventionsDepassees,
  interventionsContradictoires,
  finAvantDebut,
  termineSansFin,
  chiffreInconnu,
  sectionManquante,
  sectionVide,
  sectionEnDouble,
  sectionMalNommee,
  texteAClasser,
  passageEnDouble,
  pisteInconnue,
  suiteHorsPiste,
  suiteEnRetard,
  synthesePerimee,
  donneesPersonnelles,
];

/** Every kind of fault that cops can state, whether reading, a schema or a check finds it. */
export const RULES: readonly Rule[] = [...Object.values(readingRules), ...Object.values(schemaRules), ...CHECKS];
