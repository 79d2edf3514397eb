import { fold } from '../../french.ts';

/** The labels of a type, by key of its header: patterns for a folded label, without the colon. */
type Labels = readonly (readonly [key: string, pattern: RegExp])[];

const PLACES: Labels = [
  ['departements', /^departements?(?: concernes?)?$/],
  ['domaine', /^domaine(?: d'action)?$/],
  ['prs', /^(?:prs|projet regional de sante)$/],
];

const ATELIER: Labels = [
  ['titre', /^(?:titre|intitule|nom)(?: de l'atelier| de la rencontre)?$/],
  ['date', /^(?:date|jour)(?:s)?(?: de (?:l'atelier|la reunion|la seance|la rencontre))?$/],
  ['sujet', /^(?:theme|thematique|sujet)s?(?: de l'atelier| (?:aborde|propose|traite|retenu)e?s?)?$/],
  [
    'participants',
    /^(?:nombre (?:total )?(?:de |des )?)?participant.{0,12}$|^composition du groupe$|^(?:personnes )?present.{0,8}$|^participation$/,
  ],
  ['coanimation', /^(?:co-?)?anim(?:at|ation|ee?s? par|e par).{0,60}$/],
  ['modalite', /^(?:modalites?|format)(?: de (?:la rencontre|l'atelier|la seance))?$/],
  ['lieu', /^lieu(?: de (?:la rencontre|l'atelier|la seance))?$/],
  ['duree_min', /^duree(?: de (?:la rencontre|l'atelier|la seance))?$/],
  ['pathologies', /^(?:pathologie|maladie)s?(?: concernee?s?)?$/],
  ['publics', /^publics?(?: concernes?)?$/],
  ...PLACES,
];

const PROJET: Labels = [
  ['titre', /^(?:titre|intitule|nom)(?: du projet)?$|^projet$/],
  [
    'structure',
    /^(?:nom de la )?structure(?: accompagnee| porteuse)?$|^(?:etablissement|porteur(?: du projet)?|organisme accompagne)$/,
  ],
  ['nature', /^(?:nature|type|statut) de (?:la )?structure$|^nature$/],
  ['debut', /^(?:date de )?(?:debut|demarrage|lancement)(?: de l'accompagnement| du projet)?$/],
  ['fin', /^(?:date de )?fin(?: de l'accompagnement| du projet)?$/],
  ['statut', /^(?:statut|etat)(?: du projet| de l'accompagnement)?$/],
  ['convention', /^convention(?: de partenariat)?$/],
  [
    'interventions_realisees',
    /^(?:nombre (?:d'|de ))?(?:interventions?|reunions?|seances?) (?:realisee|effectuee|tenue)s?$/,
  ],
  ['niveau_engagement', /^niveau d'engagement(?: des usagers)?$/],
  ...PLACES,
];

const ALL: Readonly<Record<string, Labels>> = { atelier: ATELIER, projet: PROJET };

/** The key of the header that a label announces in a type; undefined where it announces none. */
export function findKey(label: string, type: string): string | undefined {
  const folded = foldLabel(label);
  return ALL[type]?.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The same in any type, to know a line that opens a piece of information before the type is known. */
export function isAnyLabel(label: string): boolean {
  return Object.keys(ALL).some((type) => findKey(label, type) !== undefined);
}

/** « Date : 31 mai 2022 » in its two parts, where the first is short enough to be a label. */
export function splitLabel(text: string): { readonly label: string; readonly length: number } | undefined {
  const match = /^([^:\t]{2,70}?)\s*:(?!\/\/)\s*/u.exec(text);
  return match?.[1] ? { label: match[1], length: match[0].length } : undefined;
}

/** A label without number, colon, decoration and inclusive endings. */
export function foldLabel(label: string): string {
  return fold(label)
    .replace(/^[\s\d.)(°*_–—-]+|^(?:[ivx]+|[a-h])[.)]\s+/g, '')
    .replace(/[·.(-]e[.·)-]?s?\)?(?=\s|$)/g, 's')
    .replace(/[\s:*_.…–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
