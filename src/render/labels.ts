import { slugify } from '../french.ts';

/** Words of a slug as a reader sees them: values are unaccented in records, never in a document. */
const LABELS: Readonly<Record<string, string>> = {
  professionnel: 'professionnels',
  'patient-partenaire-ressource': 'patients partenaires ressources',
  'patient-partenaire-formateur': 'patients partenaires formateurs',
  'patient-partenaire-chercheur': 'patients partenaires chercheurs',
  'representant-des-usagers': 'représentants des usagers',
  'usager-partenaire': 'usagers partenaires',
  'proche-aidant': 'proches aidants',
  autre: 'autres',
  'soins-et-accompagnement': 'soins et accompagnement',
  'soins-cliniques-et-educatifs': 'soins cliniques et éducatifs',
  management: 'management',
  formation: 'formation',
  recherche: 'recherche',
  'a-venir': 'à venir',
  'en-cours': 'en cours',
  termine: 'terminé',
  suspendu: 'suspendu',
  prevu: 'prévue',
  fait: 'faite',
  abandonne: 'abandonnée',
  brouillon: 'brouillon',
  relu: 'relue',
  valide: 'validée',
  'non-lu': 'non lue',
  partiel: 'lue en partie',
  complet: 'lue en entier',
  domaine: 'domaine',
  departements: 'départements',
  interventions: 'interventions réalisées',
};

/** The words of a slug; the slug itself where it is one of the workspace's own. */
export function labelOf(slug: string): string {
  return LABELS[slug] ?? slug;
}

/** Words that a slug writes without their accents, or whose hyphen is their own. */
const WRITTEN: Readonly<Record<string, string>> = {
  a: 'à',
  abandonne: 'abandonné',
  'co-construction': 'co-construction',
  educatifs: 'éducatifs',
  presentiel: 'présentiel',
  prevu: 'prévu',
  representant: 'représentant',
  retire: 'retiré',
  termine: 'terminé',
  valide: 'validé',
  visioconference: 'visioconférence',
};

/** A value as a person chooses it: « Représentant des usagers ». The slug of these words is the value again; a value that is no slug stays as it is. */
export function choiceOf(value: string): string {
  const words =
    WRITTEN[value] ??
    value
      .split('-')
      .map((word) => WRITTEN[word] ?? word)
      .join(' ');
  return slugify(words) === value ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : value;
}

/** The plural of a state of suites: « faites », « en cours ». */
export function pluralOf(slug: string): string {
  const label = labelOf(slug);
  return label.endsWith('s') ? label : `${label}s`;
}
