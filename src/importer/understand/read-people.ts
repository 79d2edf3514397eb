import { fold } from '../../french.ts';

/** A role of the schema, and why it may not be the right one. */
export interface FoundRole {
  readonly role: string;
  readonly doubt?: string;
}

const PROFESSIONS =
  'professionnel|soignant|medecin|docteur|infirmi|pharmacien|kine|psychologue|psychiatre|sage-femme|sages-femmes|orthophonist|ergotherap|dieteticien|' +
  'assistante? socia|assistant.{0,4} de service social|travailleu.{0,3} socia|educat|aide-soignant|aides-soignant|cadre de sante|cadres de sante|cadre de soins|' +
  'directeur|directrice|chirurg|oncologue|neurologue|geriatre|pediatre|cardiologue|generaliste|coordinat|coordonnat|manipulat|chercheu|enseignant|ide\\b|mg\\b';

/** Each role by the words that say it, in a folded text; the first that fits is kept. */
const ROLES: readonly (readonly [pattern: RegExp, role: string])[] = [
  [
    /representant.{0,12}\busagers?\b|\bru\b|representant.{0,12}\b(?:patients|associations? d'usagers)\b/,
    'representant-des-usagers',
  ],
  [
    /(?:patient|malade|aidant|usager).{0,14}partenaire.{0,14}(?:format)|(?:patient).{0,6}format/,
    'patient-partenaire-formateur',
  ],
  [
    /(?:patient|malade|aidant|usager).{0,14}partenaire.{0,14}(?:cherch|recherche)|patient.{0,6}cherch/,
    'patient-partenaire-chercheur',
  ],
  [/(?:patient|malade).{0,14}partenaire.{0,14}ressource|patient.{0,6}ressource/, 'patient-partenaire-ressource'],
  [/usager.{0,14}partenaire/, 'usager-partenaire'],
  [/(?:proche|aidant).{0,14}aidant|\baidants? (?:familia|naturel)|^\W*aidant|\bproches?\b/, 'proche-aidant'],
];
const PARTNER = /(?:patient|malade).{0,14}partenaire|\bpatiente?s?\b|\busagere?s?\b/;
const PROFESSIONAL = new RegExp(`(?<![\\p{L}])(?:${PROFESSIONS})`, 'u');

/** The role that some words say: « patiente partenaire formatrice ». Undefined where they say none. */
export function findRole(words: string): FoundRole | undefined {
  const folded = fold(words)
    .replace(/[·.]e?s?(?=[\s·.]|$)/g, ' ')
    .replace(/\s+/g, ' ');
  const named = ROLES.find(([pattern]) => pattern.test(folded));
  if (named) return { role: named[1] };
  if (PROFESSIONAL.test(folded)) return { role: 'professionnel' };
  if (!PARTNER.test(folded)) return undefined;
  return { role: 'autre', doubt: 'il n’est pas dit si c’est ressource, formateur ou chercheur' };
}
