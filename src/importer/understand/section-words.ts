import type { SectionSpec } from '../../record/passage.ts';
import { findSpec } from '../../record/section-title.ts';
import { foldLabel } from './labels.ts';

/** Other titles that authors give to a section, by its word in the schema: the whole of a folded title. */
const OTHER_TITLES: Readonly<Record<string, RegExp>> = {
  situation:
    /^(?:la )?(?:situation|cas)(?: (?:choisie?|retenue?|travaillee?|presentee?|etudiee?|de depart|d'echange|clinique))?(?: (?:par|avec) le groupe)?$/,
  synthese:
    /^(?:la )?(?:synthese|restitution|compte[- ]rendu)(?: (?:co-?construite|generique|partagee|(?:des|de nos) echanges|des discussions|du groupe|de l'atelier))?$|^(?:les )?echanges(?: du groupe)?$|^ce que le groupe (?:a dit|retient|en dit)$|^(?:points|idees) (?:cles|forts|retenus)$/,
  contexte:
    /^(?:le )?(?:contexte|cadre|presentation|origine|historique)(?: (?:du projet|de l'accompagnement|general|et origine.*))?$/,
  objectifs:
    /^(?:les? )?(?:objectif|but|finalite|enjeu|attente)s?(?: (?:du projet|de l'accompagnement|vises?|poursuivis?|generaux|general))?$/,
  avancement:
    /^(?:l')?(?:etat d')?avancement(?: du projet)?$|^(?:les )?(?:realisations?|actions (?:menees|realisees)|travaux (?:menes|realises)|bilan(?: d'etape)?|deroulement)$|^ou en (?:est-on|sommes-nous|est le projet)\W*$|^ce qui a ete (?:fait|realise)$/,
  perspectives: /^(?:les )?(?:perspectives?|suites?(?: (?:a donner|envisagees|prevues))?|prochaines etapes|a venir)$/,
  freins:
    /^(?:les )?(?:freins?|difficultes?|obstacles?|limites?|points? de (?:vigilance|blocage))(?: (?:rencontree?s?|identifiee?s?|reperee?s?))?$/,
  leviers: /^(?:les )?(?:leviers?|atouts?|facilitateurs?|points? d'appui)(?: (?:identifie|repere)e?s?)?$/,
};

/** A line alone that opens internal notes; a sentence that speaks of some does not. */
const INTERNAL_LINE = /^\W*notes?\s+internes?\b.{0,30}$/i;

/** A title and the section it opens. */
export interface KnownTitle {
  readonly spec: SectionSpec;
  /** Whether a record knows the section by this very title. */
  readonly isOwn: boolean;
}

/** The section that a title opens, by its own name or another; `isPlain` where only its words say that it is a title. */
export function findSection(title: string, specs: readonly SectionSpec[], isPlain: boolean): KnownTitle | undefined {
  if (title.length > 90) return undefined;
  const bare = title.replace(/\s*:\s*$/, '');
  const named = findSpec(bare.replace(/^[\s\d.)]+/, ''), specs, true);
  const own = findSpec(bare, specs, true);
  const other = specs.find(({ mot }) => OTHER_TITLES[mot]?.test(foldLabel(title)));
  const isWhole =
    named && (foldLabel(named.titre) === foldLabel(title) || (named.interne && INTERNAL_LINE.test(title)));
  if (isPlain && !other && !isWhole) return undefined;
  const spec = named ?? other;
  return spec && { spec, isOwn: own === spec };
}
