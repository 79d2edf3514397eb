import type { CheckContext } from '../../src/checks/check.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import type { Case } from './cases.ts';

const FIRST = 'records/ateliers/2022/2022-03-14-premier.md';
const SECOND = 'records/ateliers/2022/2022-05-31-second.md';
const PROJET = 'records/projets/essai.md';
const CONTRAT = 'records/contrats/financeur-2022.md';
const SYNTHESE = '## Situation\n\n## Synthèse\n\n';
const LONG = 'Les rendez-vous inventés ne laissent jamais le temps de poser la seconde question.';
const OTHER = 'Les comptes rendus inventés arrivent après la consultation suivante, ou jamais.';

function second(body: string, header = ''): string {
  return atelier({ header: `date: 2022-05-31\ntitre: Second atelier fictif\n${header}`, body });
}

/** A contrat with an indicator for each figure. */
function following(...chiffres: string[]): string {
  const items = chiffres.map((chiffre) => `\n  - { libelle: a, cible: 1, unite: b, chiffre: ${chiffre} }`);
  return contrat({ header: `indicateurs:${items.join('')}` });
}

function theme(statut: string): string {
  return `---\ntype: theme\ntitre: Un thème inventé\ndefinition: Une définition inventée.\nstatut: ${statut}\n---\n`;
}

/** The shipped grille, all of which is used below. */
const GRILLE = [
  '#temps-de-consultation #outil-de-communication-partage',
  '#remuneration-des-usagers #coordination-des-parcours',
  '#confiance-et-ecoute #postures-et-culture',
  '#preparation-de-la-consultation #information-et-ressources',
  '#pair-aidance-et-associations #conditions-de-travail-des-soignants',
  '#mobilisation-des-usagers #usagers-dans-la-gouvernance',
  '#savoirs-experientiels #education-therapeutique',
  '#perennisation',
];

/** Ten ateliers read in full, none of which uses the theme « essai ». */
const TEN = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [
    `records/ateliers/2022/2022-03-14-n${index}.md`,
    atelier({ body: `${SYNTHESE}- Constat numéro ${index}. ${GRILLE[index] ?? ''}\n` }),
  ]),
);

/** Every check that compares a place with another, a record with another or with what lies outside, faulty. */
export const ACROSS_CASES: readonly Case[] = [
  {
    code: 'chiffre-inconnu',
    name: 'a figure misspelt, or of a projet, a theme, a role or a state that does not exist',
    files: {
      [PROJET]: projet(),
      [CONTRAT]: following(
        '⟦activite.atelier⟧',
        '⟦projets.essais.heures⟧',
        '⟦themes.temps-de-consultaton.ateliers⟧',
        '⟦activite.participations.medecin⟧',
        '⟦suites.oublie⟧',
      ),
    },
    says: 'Aucune synthèse ne compte le chiffre « activite.atelier » ; le plus proche est « activite.ateliers ».',
  },
  {
    code: 'chiffre-inconnu',
    name: 'a figure of a contrat, and one far from all',
    files: { [CONTRAT]: following('⟦contrats.financeur-2022.1.prevu⟧', '⟦satisfaction.moyenne⟧') },
    says: '« cops report --format json » donne tous ceux d’une synthèse',
  },
  {
    code: 'fin-avant-debut',
    name: 'in a contrat',
    files: { [CONTRAT]: contrat({ header: 'annee: ABSENT\ndebut: 2022\nfin: ⟦2021⟧' }) },
  },
  {
    code: 'piste-inconnue',
    name: 'no passage has a name',
    files: { [PROJET]: projet({ header: 'suites:\n  - { piste: ⟦p8⟧, objet: Un rendez-vous, etat: fait }' }) },
    says: 'Aucun passage de cette fiche ne se nomme « ^p8 » ; ajoutez « ^p8 » à la fin de la piste dont parle cette suite.',
  },
  {
    code: 'piste-inconnue',
    name: 'another passage has a name',
    files: {
      [FIRST]: atelier({
        header:
          'suites:\n  - { objet: Sans piste, etat: fait }\n  - { piste: ⟦p8⟧, objet: Un rendez-vous, etat: fait }',
        body: `${SYNTHESE}- → Une piste inventée. ^p7\n`,
      }),
    },
    says: 'le seul nom est « ^p7 »',
  },
  {
    code: 'suite-hors-piste',
    name: 'a constat',
    files: {
      [FIRST]: atelier({
        header: 'suites:\n  - { piste: ⟦p7⟧, objet: Un rendez-vous, etat: fait }',
        body: `${SYNTHESE}- Un constat inventé. ^p7\n`,
      }),
    },
    says: 'Le passage « ^p7 », ligne 25, est un constat, non une piste',
  },
  {
    code: 'suite-en-retard',
    name: 'planned or going on, though its time is over',
    files: {
      [PROJET]: projet({
        header: [
          'suites:',
          '  - { objet: Une affiche, echeance: ⟦2022-11⟧, etat: prevu }',
          '  - { objet: Un guide, echeance: ⟦2026-01-14⟧, etat: en-cours }',
          '  - { objet: Une charte, echeance: 2026-01-15, etat: en-cours }',
          '  - { objet: Un bilan, echeance: 2026, etat: prevu }',
          '  - { objet: Une visite, echeance: 2022-11, etat: fait }',
          '  - { objet: Un film, echeance: 2022-11, etat: abandonne }',
        ].join('\n'),
      }),
    },
    says: 'L’échéance de cette suite (novembre 2022) est passée, et son état est toujours « prevu »',
  },
  {
    code: 'passage-en-double',
    name: 'a passage pasted from another record, other accents and marks apart',
    files: {
      [FIRST]: atelier({ body: `${SYNTHESE}- ${LONG} #temps-de-consultation\n` }),
      [SECOND]: second(`${SYNTHESE}- ⟦${LONG.replaceAll('é', 'e')} #temps-de-consultation⟧\n`),
    },
    says: `Ce passage est déjà dans « ${FIRST} », ligne 23`,
  },
  {
    code: 'passage-en-double',
    name: 'a whole record pasted is one fault',
    files: {
      [FIRST]: atelier({ body: `${SYNTHESE}- ${LONG}\n- ${OTHER}\n` }),
      [SECOND]: second(`${SYNTHESE}- ⟦${LONG}⟧\n- ${OTHER}\n`),
    },
    says: 'comme 1 autre de cette fiche',
  },
  {
    code: 'theme-candidat',
    name: 'told once a record',
    files: {
      'records/themes/essai.md': theme('candidat'),
      [FIRST]: atelier({ body: `${SYNTHESE}- Un. ⟦#essai⟧\n- Deux. #essai\n` }),
    },
    says: 'Le thème « essai » est encore candidat (2 passages de cette fiche)',
  },
  {
    code: 'theme-jamais-employe',
    name: 'no record of ten',
    files: { ...TEN, 'records/themes/essai.md': theme('⟦actif⟧') },
    says: 'Ce thème n’est employé dans aucune fiche, alors que 10 fiches ont été lues en entier',
  },
  {
    code: 'valeur-sans-appui',
    name: 'a theme of the header that no passage bears, or that a reading refused',
    files: {
      [FIRST]: atelier({
        header: 'themes: [⟦perennisation⟧, ⟦confiance-et-ecoute⟧, temps-de-consultation]',
        body: `${SYNTHESE}- Un. #temps-de-consultation <!-- pas #confiance-et-ecoute -->\n`,
      }),
    },
    says: 'Le thème « perennisation » est déclaré ici, mais aucun passage ne le porte',
  },
  {
    code: 'valeur-sans-appui',
    name: 'a public and a disease of which nothing speaks',
    files: {
      [FIRST]: atelier({
        header: 'publics: [⟦enfants⟧, adultes diabétiques]\npathologies: [diabète, ⟦cancers⟧]',
        body: `${SYNTHESE}- Vivre avec un diabète inventé.\n`,
      }),
    },
    says: 'Rien dans le titre, le sujet, la situation ni le texte ne parle de « enfants »',
  },
  {
    code: 'codage-ancien',
    name: 'a definition that changed after the reading',
    files: { [FIRST]: atelier({ header: 'codage: { etat: complet, le: ⟦2022-06-02⟧ }' }) },
    context: { definitionDates: new Map([['temps-de-consultation', '2024-03-12']]) },
    says: 'Cette fiche a été lue le 2 juin 2022 ; depuis, la définition a changé pour « temps-de-consultation » (le 12 mars 2024).',
  },
];

/** Records without a fault: their name, their files, what the checks are told. */
export const ACROSS_CORRECT: readonly (readonly [string, Readonly<Record<string, string>>, Partial<CheckContext>?])[] =
  [
    [
      'figures of every form, and a contrat of several years',
      {
        [PROJET]: projet(),
        [CONTRAT]: contrat({
          header: `annee: ABSENT\ndebut: 2021-T4\nfin: 2022\n${following(
            'activite.annees.2022',
            'activite.departements.2A',
            'activite.domaines.formation',
            'activite.participations.proche-aidant',
            'limites.non-renseigne.domaine',
            'perspectives.passages',
            'projets.essai.interventions',
            'suites.fait',
            'themes.perennisation.pistes',
          )
            .split('\n')
            .filter((line) => /^indicateurs|^ {2}-/.test(line))
            .join('\n')}`,
        }),
      },
    ],
    [
      'a suite of a piste that is named',
      {
        [FIRST]: atelier({
          header: 'suites:\n  - { piste: p7, objet: Un rendez-vous, etat: fait, le: 2022-09-01 }',
          body: `${SYNTHESE}- → Une piste inventée. ^p7\n- Un constat inventé. <!-- piste --> ^p8\n`,
        }),
      },
    ],
    [
      'a short passage said twice, and a long one of context without a theme',
      {
        [FIRST]: atelier({ body: `## Situation\n\n${LONG}\n\n## Synthèse\n\n- Manque de temps.\n` }),
        [SECOND]: second(`## Situation\n\n${LONG}\n\n## Synthèse\n\n- Manque de temps.\n`),
      },
    ],
    ['a theme on trial that nobody uses', { 'records/themes/essai.md': theme('candidat') }],
    ['a theme that is not used among few records', { 'records/themes/essai.md': theme('actif'), [FIRST]: atelier() }],
    ['a withdrawn theme that nobody uses', { ...TEN, 'records/themes/essai.md': theme('retire') }],
    [
      'a theme of the header of a record that is not read in full, and a disease of a draft',
      {
        [FIRST]: atelier({
          header: 'themes: [perennisation]\npathologies: [cancers]\nvalidation: brouillon\ncodage: { etat: partiel }',
        }),
      },
    ],
    [
      'a reading later than the change, or of that day, or without a day, or of other themes',
      {
        [FIRST]: atelier({ header: 'codage: { etat: complet, le: 2024-03-12 }' }),
        [SECOND]: second(`${SYNTHESE}- Un. #perennisation\n`, 'codage: { etat: complet, le: 2022-06-02 }'),
        [PROJET]: projet({ body: '## Objectifs\n\nUn objectif. #temps-de-consultation\n' }),
      },
      { definitionDates: new Map([['temps-de-consultation', '2024-03-12']]) },
    ],
  ];
