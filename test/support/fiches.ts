/** Records for tests: every person, place and sentence in them is invented. */

/** A valid atelier; `header` lines replace those of the same key, `body` the whole body. */
export function atelier({ header = '', body }: { header?: string; body?: string } = {}): string {
  return fiche(ATELIER_HEADER, header, body ?? ATELIER_BODY);
}

/** A valid projet. */
export function projet({ header = '', body }: { header?: string; body?: string } = {}): string {
  return fiche(PROJET_HEADER, header, body ?? PROJET_BODY);
}

/** A valid contrat. */
export function contrat({ header = '' }: { header?: string } = {}): string {
  return fiche(CONTRAT_HEADER, header, '');
}

function fiche(base: Record<string, string>, header: string, body: string): string {
  const lines: Record<string, string> = Object.assign(Object.create(null), base);
  for (const block of header.split(/\n(?=\S)/).filter(Boolean)) {
    const key = block.slice(0, block.indexOf(':'));
    const value = block.slice(key.length + 1);
    if (value.trim() === 'ABSENT') delete lines[key];
    else lines[key] = value;
  }
  const written = Object.entries(lines).map(([key, value]) => `${key}:${value}`);
  return `---\n${written.join('\n')}\n---\n\n${body}`;
}

const ATELIER_HEADER: Record<string, string> = {
  type: ' atelier',
  titre: ' Atelier fictif du 14 mars 2022',
  date: ' 2022-03-14',
  sujet: ' Un sujet inventé',
  situation: ' Une situation inventée',
  participants: '\n  - { role: professionnel, effectif: 3 }\n  - { role: usager-partenaire, effectif: 2 }',
  coanimation:
    '\n  - { nom: Camille Fictive, role: professionnel }\n  - { nom: Dominique Inventé, role: patient-partenaire-formateur }',
  prs: ' 2018-2022',
  diffusion: ' partageable',
  validation: ' valide',
  codage: ' { etat: complet }',
};

const ATELIER_BODY = `## Situation choisie par le groupe

## Synthèse coconstruite

- Les consultations inventées sont trop courtes. #temps-de-consultation
- → Allonger les consultations inventées. #temps-de-consultation
`;

const PROJET_HEADER: Record<string, string> = {
  type: ' projet',
  titre: ' Projet fictif',
  structure: ' { nom: Structure Fictive, nature: association }',
  cadres: '\n  - { prs: 2018-2022 }',
  debut: ' 2021',
  statut: ' en-cours',
  convention: ' { interventions_max: 6, duree_intervention_h: 2 }',
  interventions_realisees: ' { nombre: 3 }',
  diffusion: ' partageable',
  validation: ' valide',
  codage: ' { etat: complet }',
};

const PROJET_BODY = `## Objectifs

Un objectif inventé.

## Freins

La rémunération inventée des usagers. #remuneration-des-usagers
`;

const CONTRAT_HEADER: Record<string, string> = {
  type: ' contrat',
  titre: ' Convention fictive 2022',
  financeur: ' Financeur fictif',
  annee: ' 2022',
  indicateurs:
    '\n  - { libelle: Ateliers fictifs, cible: 4, unite: ateliers, chiffre: activite.ateliers }\n  - { libelle: Personnes fictives, cible: 30, unite: personnes, valeur: 26, source: un registre inventé }',
  diffusion: ' partageable',
  validation: ' valide',
};
