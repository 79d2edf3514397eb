import type { CheckContext } from '../../src/checks/check.ts';
import { atelier, projet } from '../support/fiches.ts';

/** Files in which one check finds what is marked, and nothing else is found but the codes of `also`. */
export interface Case {
  readonly code: string;
  readonly name: string;
  /** By path; ⟦ and ⟧ stand around each place awaited. They are added to the grille and the PRS of `records/`. */
  readonly files: Readonly<Record<string, string>>;
  /** What the first message holds. */
  readonly says?: string;
  readonly also?: readonly string[];
  /** What the checks are told, where that is not the default. */
  readonly context?: Partial<CheckContext>;
}

const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const PROJET = 'records/projets/essai.md';

/** Marks the first place where a text stands, in a record already made. */
function mark(text: string, what: string, before = ''): string {
  const at = text.indexOf(before + what) + before.length;
  if (at < before.length) throw new Error(`« ${what} » is not there`);
  return `${text.slice(0, at)}⟦${what}⟧${text.slice(at + what.length)}`;
}

/** Marks the opening fence, where a fault of the header as a whole is placed. */
function atFence(text: string): string {
  return text.replace('---', '⟦---⟧');
}

/** Marks the first character, where a fault of the file as a whole is placed. */
function atStart(text: string): string {
  return `⟦⟧${text}`;
}

function theme(header = ''): string {
  return `---\ntype: theme\ntitre: Un thème inventé\ndefinition: Une définition inventée.\n${header}---\n`;
}

function prs(header: string): string {
  return `---\ntype: prs\ntitre: Un PRS inventé\n${header}\n---\n`;
}

const SYNTHESE = '## Situation\n\n## Synthèse\n\n';
const OBJECTIFS = '## Objectifs\n\nUn objectif inventé.\n\n';

function one(code: string, name: string, path: string, text: string, more: Partial<Case> = {}): Case {
  return { code, name, files: { [path]: text }, ...more };
}

/** Every check, faulty. */
export const CASES: readonly Case[] = [
  one('type-inconnu', 'a type nobody knows, outside the folders', 'records/a.md', '---\ntype: ⟦atelié⟧\n---\n', {
    says: 'Le type « atelié » n’existe pas ; le plus proche est « atelier ».',
  }),
  one('type-inconnu', 'a type far from all', 'records/a.md', '---\ntype: ⟦compte-rendu-de-reunion⟧\n---\n', {
    says: 'un type est atelier, contrat, projet, prs, synthese ou theme',
  }),
  one('type-inconnu', 'neither type nor folder', 'records/divers/a.md', '⟦---⟧\ntitre: a\n---\n', {
    says: 'Rien ne dit ce qu’est cette fiche',
  }),
  one('type-inconnu', 'a type without a value', 'records/a.md', '⟦---⟧\ntype:\n---\n'),
  one(
    'type-et-dossier',
    'an atelier among the projets',
    'records/projets/2022-03-14-essai.md',
    mark(atelier(), 'atelier', 'type: '),
    {
      says: 'Cette fiche est du type « atelier » mais se trouve dans « records/projets/ » : déplacez-la dans « records/ateliers/ »',
    },
  ),
  one(
    'type-et-dossier',
    'an atelier in no folder',
    'records/2022-03-14-essai.md',
    mark(atelier(), 'atelier', 'type: '),
    {
      says: 'se trouve dans « records/ »',
    },
  ),
  one(
    'type-et-dossier',
    'a folder whose name only begins alike',
    'records/ateliers-2022/2022-03-14-a.md',
    mark(atelier(), 'atelier', 'type: '),
  ),
  one('identifiant', 'capitals, accents and spaces', 'records/projets/Été 2022.md', atStart(projet()), {
    says: 'par exemple « ete-2022.md »',
  }),
  one('identifiant', 'two hyphens', 'records/projets/a--b.md', atStart(projet()), { says: '« a-b.md »' }),
  one('identifiant', 'a dot in the name', 'records/projets/a.v2.md', atStart(projet())),
  one('identifiant', 'no letter at all', 'records/projets/---.md', atStart(projet()), { says: 'des tirets.' }),
  {
    code: 'identifiant-en-double',
    name: 'the same name in two folders of years',
    files: { 'records/projets/a/pilote.md': projet(), 'records/projets/b/pilote.md': atStart(projet()) },
    says: 'est déjà celui de « records/projets/a/pilote.md »',
  },
  {
    code: 'identifiant-en-double',
    name: 'the first of the two has a header that does not read',
    files: {
      'records/projets/a/pilote.md': '---\ntitre: [\n---\n',
      'records/projets/b/pilote.md': atStart(projet()),
    },
    also: ['yaml-syntaxe'],
  },
  {
    code: 'identifiant-en-double',
    name: 'a projet named as a theme',
    files: { 'records/themes/perennisation.md': atStart(theme()), 'records/projets/perennisation.md': projet() },
  },
  one('date-et-nom', 'another day', 'records/ateliers/2022/2022-03-13-a.md', mark(atelier(), '2022-03-14', 'date: '), {
    says: 'La date est « 2022-03-14 », mais le fichier se nomme « 2022-03-13-a.md » : son nom doit commencer par « 2022-03-14- ».',
  }),
  one('date-et-nom', 'no date in the name', 'records/ateliers/2022/a.md', mark(atelier(), '2022-03-14', 'date: ')),
  one(
    'date-et-nom',
    'a day glued to what follows',
    'records/ateliers/2022/2022-03-141.md',
    mark(atelier(), '2022-03-14', 'date: '),
  ),
  one(
    'date-et-nom',
    'a name more exact than the month',
    'records/ateliers/2022-03-14-a.md',
    atelier({ header: 'date: ⟦2022-03⟧' }),
    {
      says: 'Le nom du fichier est plus précis que la date « 2022-03 »',
    },
  ),
  one(
    'date-et-nom',
    'a name more exact than the year',
    'records/ateliers/2022-03-a.md',
    atelier({ header: 'date: ⟦2022⟧' }),
  ),
  one(
    'date-et-nom',
    'a quarter and a name with a month',
    'records/ateliers/2022-03-a.md',
    atelier({ header: 'date: ⟦2022-T1⟧' }),
    {
      says: 'doit commencer par « 2022-t1- »',
    },
  ),
  one('date-et-nom', 'the folder of another year', 'records/ateliers/2021/2022-03-14-a.md', atStart(atelier()), {
    says: 'la fiche est dans le dossier de 2021',
  }),
  one(
    'date-et-nom',
    'a vague date',
    'records/ateliers/a.md',
    atelier({ header: 'date: ⟦{ date: 2022, texte: fin 2022 }⟧' }),
  ),
  one('theme-inconnu', 'a slip of the pen', ATELIER, atelier({ body: `${SYNTHESE}- Un. ⟦#temps-de-consultaton⟧\n` }), {
    says: 'Le thème « temps-de-consultaton » est absent de la grille ; le plus proche est « temps-de-consultation ».',
  }),
  one('theme-inconnu', 'capitals and accents', ATELIER, atelier({ body: `${SYNTHESE}- Un. ⟦#Pérennisation⟧\n` }), {
    says: 'Le thème « Pérennisation » s’écrit sans majuscule ni accent : « perennisation ».',
  }),
  one('theme-inconnu', 'a word near no theme', ATELIER, atelier({ body: `${SYNTHESE}- Un. ⟦#xylophone⟧\n` }), {
    says: 'ajoutez-le à la grille avec « cops new theme »',
  }),
  one(
    'theme-inconnu',
    'each of two',
    ATELIER,
    atelier({ body: `${SYNTHESE}- Un. ⟦#xylophone⟧ #perennisation ⟦#zebre⟧\n` }),
  ),
  one('theme-inconnu', 'a refusal', ATELIER, atelier({ body: `${SYNTHESE}- Un. <!-- pas ⟦#xylophone⟧ -->\n` })),
  one(
    'theme-inconnu',
    'a theme declared in the header',
    ATELIER,
    atelier({ header: 'themes: [perennisation, ⟦temps-de-consultaton⟧]' }),
    { also: ['valeur-sans-appui'] },
  ),
  one('theme-inconnu', 'the parent of a theme', 'records/themes/a.md', theme('parent: ⟦temps-de-consultaton⟧\n')),
  {
    code: 'theme-retire',
    name: 'a theme that is no longer used',
    files: {
      'records/themes/ancien.md': theme('statut: retire\n'),
      [ATELIER]: atelier({ body: `${SYNTHESE}- Un. ⟦#ancien⟧\n` }),
    },
    says: 'Le thème « ancien » est retiré de la grille',
  },
  one(
    'codage-non-lu',
    'themes in a record that says nothing of its reading',
    ATELIER,
    atelier({ header: 'codage: ABSENT', body: `${SYNTHESE}- Un. ⟦#perennisation⟧\n- Deux. #perennisation\n` }),
    {
      says: '2 passages portent un thème, mais la fiche est dite « non-lu »',
    },
  ),
  one(
    'codage-non-lu',
    'themes in a record that says it is not read',
    PROJET,
    projet({ header: 'codage: { etat: ⟦non-lu⟧ }' }),
    {
      says: '1 passage porte un thème',
    },
  ),
  one(
    'codage-non-lu',
    'themes in a record whose reading has no state',
    PROJET,
    mark(projet({ header: 'codage: { par: AP }' }), 'codage'),
    {
      also: ['cle-manquante'],
    },
  ),
  one(
    'nom-en-double',
    'two passages of one name',
    ATELIER,
    atelier({ body: `${SYNTHESE}- Un. ^p1\n- Deux\n  suite. ⟦^p1⟧\n- Trois. ^p2\n- Quatre. ⟦^p1⟧ #perennisation\n` }),
    {
      says: 'Le nom « ^p1 » est déjà celui du passage de la ligne 23',
    },
  ),
  one(
    'mot-diese-mal-ecrit',
    'a theme glued to its sentence, or parted from its hash',
    ATELIER,
    atelier({
      body: `${SYNTHESE}- Un.⟦#perennisation⟧\n- Deux ⟦# perennisation⟧\n- Trois # rien\n- [lien](#perennisation) et a/#perennisation\n`,
    }),
    {
      says: 'Le thème « perennisation » n’est pas lu ici : mettez une espace avant le dièse. Écrivez : #perennisation',
    },
  ),
  one(
    'theme-inconnu',
    'a body below a header that does not read',
    ATELIER,
    `---\ntitre: Un : titre\n---\n\n${SYNTHESE}- Un constat. ⟦#perenisation⟧\n`,
    { also: ['yaml-syntaxe'] },
  ),
  one('prs-inconnu', 'an atelier', ATELIER, atelier({ header: 'prs: ⟦2018-2023⟧' }), {
    says: 'Le PRS « 2018-2023 » n’a pas de fiche ; le plus proche est « 2018-2022 ».',
  }),
  one('prs-inconnu', 'a name far from all', ATELIER, atelier({ header: 'prs: ⟦bretagne⟧' }), {
    says: 'les PRS connus sont « 2018-2022 » et « 2023-2028 »',
  }),
  one(
    'prs-inconnu',
    'a cadre of a projet',
    PROJET,
    projet({ header: 'cadres:\n  - { prs: 2018-2022 }\n  - { prs: ⟦2018-2021⟧ }' }),
  ),
  one(
    'priorite-inconnue',
    'a priority of another PRS',
    PROJET,
    projet({ header: 'cadres:\n  - { prs: 2018-2022, priorite: ⟦parcours⟧ }' }),
    {
      says: 'La priorité « parcours » n’est pas dans la fiche du PRS « 2018-2022 » : sa seule priorité est « partenariat-soignant-soigne ».',
    },
  ),
  one(
    'priorite-inconnue',
    'a PRS without any',
    PROJET,
    projet({ header: 'debut: 2024\ncadres:\n  - { prs: 2023-2028, priorite: ⟦parcours⟧ }' }),
    {
      says: 'sa fiche n’en énumère aucune',
    },
  ),
  {
    code: 'priorite-inconnue',
    name: 'a PRS with two',
    files: {
      'records/prs/invente.md': prs('debut: 2018\nfin: 2022\npriorites: [{ id: a, texte: A }, { id: b, texte: B }]'),
      [PROJET]: projet({ header: 'cadres: [{ prs: invente, priorite: ⟦c⟧ }]' }),
    },
    says: 'ses priorités sont « a » et « b »',
  },
  one(
    'date-hors-prs',
    'a day after the PRS named',
    'records/ateliers/2023/2023-01-01-a.md',
    atelier({ header: 'date: ⟦2023-01-01⟧' }),
    {
      says: 'La date (1er janvier 2023) est hors de la période du PRS « 2018-2022 » que la fiche nomme',
    },
  ),
  one(
    'date-hors-prs',
    'a day before',
    'records/ateliers/2017/2017-12-31-a.md',
    atelier({ header: 'date: ⟦2017-12-31⟧' }),
  ),
  one(
    'date-hors-prs',
    'a projet without a day in it',
    PROJET,
    projet({ header: 'debut: 2023\ncadres: [{ prs: ⟦2018-2022⟧ }, { prs: 2023-2028 }]' }),
    {
      says: 'n’a aucun jour en commun avec la période du PRS « 2018-2022 »',
    },
  ),
  one(
    'date-sans-prs',
    'between two PRS',
    'records/ateliers/2023/2023-03-14-a.md',
    atelier({ header: 'date: ⟦2023-03-14⟧\nprs: ABSENT' }),
    {
      says: 'La date (14 mars 2023) n’est tout entière dans la période d’aucun PRS',
    },
  ),
  one(
    'date-sans-prs',
    'the last day before the next PRS applies',
    'records/ateliers/2023/2023-10-31-a.md',
    atelier({ header: 'date: ⟦2023-10-31⟧\nprs: ABSENT' }),
  ),
  one(
    'date-sans-prs',
    'a year that only half lies in one',
    'records/ateliers/2023/2023-a.md',
    atelier({ header: 'date: ⟦2023⟧\nprs: ABSENT' }),
  ),
  one('date-sans-prs', 'a projet without an end', PROJET, projet({ header: 'debut: ⟦2021⟧\ncadres: ABSENT' }), {
    says: 'Ce projet n’est tout entier dans la période d’aucun PRS',
  }),
  one(
    'date-sans-prs',
    'a projet without dates',
    PROJET,
    mark(projet({ header: 'debut: ABSENT\ncadres: ABSENT\nvalidation: relu' }), 'projet', 'type: '),
    {
      also: ['a-completer'],
    },
  ),
  one(
    'participants-nombreux',
    'nine people',
    ATELIER,
    mark(
      atelier({ header: 'participants:\n  - { role: professionnel, effectif: 4 }\n  - { role: autre, effectif: 5 }' }),
      'participants',
    ),
    {
      says: '9 participants au total, alors qu’un atelier en réunit 8 au plus',
    },
  ),
  one(
    'coanimation-paire',
    'one professional alone',
    ATELIER,
    mark(atelier({ header: 'coanimation:\n  - { nom: A, role: professionnel }' }), 'coanimation'),
    {
      says: 'il manque ici un patient partenaire. Vérifiez les rôles.',
    },
  ),
  one(
    'coanimation-paire',
    'two users’ representatives',
    ATELIER,
    mark(
      atelier({
        header:
          'coanimation:\n  - { nom: A, role: representant-des-usagers }\n  - { nom: B, role: representant-des-usagers }',
      }),
      'coanimation',
    ),
    {
      says: 'il manque ici un professionnel et un patient partenaire',
    },
  ),
  one(
    'coanimation-paire',
    'three people',
    ATELIER,
    mark(
      atelier({
        header:
          'coanimation:\n  - { nom: A, role: professionnel }\n  - { nom: B, role: professionnel }\n  - { nom: C, role: patient-partenaire-ressource }',
      }),
      'coanimation',
    ),
    {
      says: 'il y en a 3 ici',
    },
  ),
  one(
    'interventions-depassees',
    'a number above the agreement’s',
    PROJET,
    projet({ header: 'interventions_realisees: { nombre: ⟦7⟧ }' }),
    {
      says: '7 interventions réalisées, alors que la convention en prévoit 6 au plus',
    },
  ),
  one(
    'interventions-depassees',
    'a list longer than the agreement',
    PROJET,
    mark(
      projet({
        header:
          'interventions_realisees: ABSENT\nconvention: { interventions_max: 1 }\ninterventions:\n  - { date: 2021 }\n  - { date: 2022 }',
      }),
      'interventions',
      '\n',
    ),
    {
      says: '2 interventions réalisées, alors que la convention en prévoit 1 au plus',
    },
  ),
  one(
    'interventions-contradictoires',
    'one said, two listed',
    PROJET,
    projet({
      header: 'interventions_realisees: { nombre: ⟦1⟧ }\ninterventions:\n  - { date: 2021 }\n  - { date: 2022 }',
    }),
    {
      says: '1 intervention est annoncée ici, et la liste en compte 2',
    },
  ),
  one(
    'interventions-contradictoires',
    'four said, one listed',
    PROJET,
    projet({ header: 'interventions_realisees: { nombre: ⟦4⟧ }\ninterventions:\n  - { date: 2021 }' }),
    {
      says: '4 interventions sont annoncées ici, et la liste en compte 1',
    },
  ),
  one('fin-avant-debut', 'a projet', PROJET, projet({ header: 'debut: 2022-06\nfin: ⟦2022-05⟧' }), {
    says: 'La fin (mai 2022) précède le début (juin 2022)',
  }),
  one('fin-avant-debut', 'a PRS', 'records/prs/essai.md', prs('debut: 2030\nfin: ⟦2029⟧')),
  one('termine-sans-fin', 'no end', PROJET, projet({ header: 'statut: ⟦termine⟧' }), {
    says: 'Ce projet est dit terminé, mais il n’a pas de date de fin',
  }),
  one('termine-sans-fin', 'an end without a value', PROJET, projet({ header: 'statut: ⟦termine⟧\nfin:' }), {
    also: ['valeur-vide'],
  }),
  one(
    'section-manquante',
    'a valid atelier without its synthesis',
    ATELIER,
    atelier({ header: 'validation: ⟦valide⟧', body: '## Situation\n' })
      .replace('⟦valide⟧', 'valide')
      .replace('validation:', '⟦validation⟧:'),
    {
      says: 'mais la section « Synthèse coconstruite » manque : ajoutez la ligne « ## Synthèse coconstruite » et son texte.',
    },
  ),
  one(
    'a-completer',
    'a draft without its sections',
    ATELIER,
    atFence(atelier({ header: 'validation: relu', body: '## Situation\n' })),
    {
      says: 'La section « Synthèse coconstruite » sera nécessaire pour valider cette fiche : écrivez-la d’ici là.',
    },
  ),
  one(
    'section-vide',
    'a valid atelier whose synthesis is empty',
    ATELIER,
    atelier({ body: '## Situation\n\n⟦## Synthèse⟧\n\n### Enjeux\n' }),
    {
      says: 'mais la section « Synthèse » est vide',
    },
  ),
  one(
    'section-vide',
    'a valid projet whose aims are a comment',
    PROJET,
    projet({ body: '⟦## Objectifs⟧\n\n<!-- mémo : à écrire -->\n' }),
  ),
  one(
    'a-completer',
    'a draft whose synthesis is empty',
    ATELIER,
    atelier({ header: 'validation: brouillon', body: '## Situation\n\n⟦## Synthèse⟧\n' }),
    {
      says: 'est encore vide ; elle sera nécessaire',
    },
  ),
  one(
    'section-en-double',
    'a section written twice',
    PROJET,
    projet({ body: `${OBJECTIFS}## Freins\n\nUn.\n\n⟦## Freins⟧\n\nDeux.\n` }),
    {
      says: 'La section « Freins » a déjà été ouverte ligne 20',
    },
  ),
  one('section-mal-nommee', 'a letter left out', PROJET, projet({ body: `${OBJECTIFS}⟦## Frein⟧\n\nUn.\n` }), {
    says: 'Le titre « Frein » n’est pas celui d’une section connue ; le plus proche est « Freins ».',
  }),
  one(
    'section-mal-nommee',
    'a letter too many',
    ATELIER,
    atelier({ body: '## Situation\n\n⟦## Synthèses⟧\n\nUn.\n' }),
    {
      also: ['section-manquante'],
    },
  ),
  one(
    'texte-a-classer',
    'what an import left to be sorted',
    PROJET,
    projet({ body: `${OBJECTIFS}⟦## À classer⟧\n\nUn texte inventé.\n` }),
    { says: 'vient d’un document importé' },
  ),
  one(
    'donnees-personnelles',
    'an address and a number in the body',
    ATELIER,
    atelier({ body: `${SYNTHESE}Écrire à ⟦camille@exemple.fr⟧ ou au ⟦06 12 34 56 78⟧.\n` }),
    {
      says: 'Il semble y avoir ici une adresse électronique',
    },
  ),
  one('donnees-personnelles', 'a number in the header', ATELIER, atelier({ header: 'lieu: Foix, ⟦05 61 00 00 00⟧' })),
  one(
    'donnees-personnelles',
    'a number in a comment',
    PROJET,
    projet({ body: `${OBJECTIFS}<!-- mémo : ⟦2 84 05 2A 004 123 45⟧ -->\n` }),
    {
      says: 'un numéro de sécurité sociale',
    },
  ),
  one(
    'donnees-personnelles',
    'an address in a record whose header is not read',
    ATELIER,
    '---\ntitre: [\n---\n⟦a@exemple.fr⟧\n',
    { also: ['yaml-syntaxe'] },
  ),
  one(
    'mot-diese-mal-place',
    'a hashtag in a sentence',
    ATELIER,
    atelier({ body: `${SYNTHESE}Le ⟦#perennisation⟧ manque.\n` }),
  ),
  one(
    'marque-sans-passage',
    'a mark after a blank line',
    ATELIER,
    atelier({ body: `${SYNTHESE}Un.\n\n⟦<!-- extrait -->⟧\n` }),
  ),
  one(
    'commentaire-non-ferme',
    'a comment without an end',
    ATELIER,
    atelier({ body: `${SYNTHESE}Un.\n\n⟦<!--⟧ mémo\n` }),
  ),
  one(
    'texte-non-lu',
    'a text behind a comment',
    ATELIER,
    atelier({ body: `${SYNTHESE}Un.\n\n<!-- mémo --> ⟦Deux.⟧\n` }),
  ),
  one(
    'texte-non-lu',
    'a piste that four spaces make code',
    ATELIER,
    atelier({ body: `${SYNTHESE}Un.\n\n⟦    → Deux. #perennisation\n\n    Du code⟧\n` }),
    { says: 'Retirez les espaces' },
  ),
  one('texte-non-lu', 'words between tags', ATELIER, atelier({ body: `${SYNTHESE}Un.\n\n⟦<p>Deux.</p>⟧\n` })),
  one(
    'section-mal-nommee',
    'two sections in one heading, and a section too low',
    PROJET,
    projet({ body: `${OBJECTIFS}⟦## Freins et leviers⟧\n\nUn.\n\n## Bilan\n\n⟦### Freins⟧\n\nDeux.\n` }),
    { says: 'nomme plusieurs sections, « Freins » et « Leviers »' },
  ),
  one(
    'valeur-inattendue',
    'numbers that only a program would write',
    ATELIER,
    atelier({
      header:
        'participants:\n  - { role: professionnel, effectif: ⟦Infinity⟧ }\n  - { role: autre, effectif: ⟦0x2⟧ }\nduree_min: ⟦1e2⟧',
    }),
  ),
  one('fiche-trop-imbriquee', 'quotations by hundreds', ATELIER, `---\ntype: atelier\n---\n⟦${'> '.repeat(200)}a⟧\n`),
  one('entete-absent', 'no header', ATELIER, '⟦## Situation⟧\n'),
  one('entete-non-ferme', 'no second fence', ATELIER, '⟦---⟧\ntype: atelier\n'),
  one('entete-non-yaml', 'another language', ATELIER, '⟦---js⟧\n{}\n---\n'),
  one('yaml-syntaxe', 'a colon', ATELIER, atelier({ header: 'titre: ⟦Atelier : le lien⟧' })),
  one('valeur-coupee', 'a hash', ATELIER, atelier({ header: 'titre: Atelier ⟦#3⟧' })),
  one('yaml-renvoi', 'an alias', ATELIER, atelier({ header: 'titre: ⟦*Atelier*⟧' })),
  one('cle-en-double', 'a key twice', ATELIER, atelier().replace('\ndate:', '\n⟦titre⟧: Un autre\ndate:')),
  one('cle-manquante', 'no title', ATELIER, atFence(atelier({ header: 'titre: ABSENT' }))),
  one('cle-inconnue', 'a slip in a key', ATELIER, atelier().replace('\ndate:', '\n⟦situaton⟧: a\ndate:')),
  one('valeur-vide', 'a key without a value', ATELIER, atelier().replace('\ndate:', '\n⟦lieu⟧:\ndate:')),
  one('valeur-inattendue', 'a number for a list', ATELIER, atelier({ header: 'participants: ⟦8⟧' })),
  one('valeur-hors-liste', 'another word', ATELIER, atelier({ header: 'diffusion: ⟦public⟧' })),
  one('date-invalide', 'a date as people write it', ATELIER, atelier({ header: 'date: ⟦14/03/2022⟧' })),
];

/** What is right, and close to a fault. */
export const CORRECT: readonly (readonly [string, Readonly<Record<string, string>>, Partial<CheckContext>?])[] = [
  ['an atelier', { [ATELIER]: atelier() }],
  ['a projet', { [PROJET]: projet() }],
  ['a theme and a PRS', { 'records/themes/a.md': theme(), 'records/prs/essai.md': prs('debut: 2030') }],
  ['an atelier in no folder of a year', { 'records/ateliers/2022-03-14-a.md': atelier() }],
  ['an atelier in a folder of another kind', { 'records/ateliers/onco/2022-03-14-a.md': atelier() }],
  ['a name that is a date alone', { 'records/ateliers/2022/2022-03-14.md': atelier() }],
  [
    'a month, in the name as in the date',
    { 'records/ateliers/2022-03-essai.md': atelier({ header: 'date: 2022-03' }) },
  ],
  ['a year, in the name as in the date', { 'records/ateliers/2022-essai.md': atelier({ header: 'date: 2022' }) }],
  ['a quarter', { 'records/ateliers/2022-t1-essai.md': atelier({ header: 'date: 2022-T1' }) }],
  ['a vague date', { 'records/ateliers/2022-essai.md': atelier({ header: 'date: { date: 2022, texte: fin 2022 }' }) }],
  ['free codes, which are in no grille', { [ATELIER]: atelier({ body: `${SYNTHESE}Un. #?xylophone\n` }) }],
  [
    'a record not read, without a theme',
    { [ATELIER]: atelier({ header: 'codage: ABSENT', body: `${SYNTHESE}Un. #?mot\n` }) },
  ],
  ['a record read in part, with themes', { [ATELIER]: atelier({ header: 'codage: { etat: partiel }' }) }],
  [
    'the same name of passage in two records',
    { [ATELIER]: atelier({ body: `${SYNTHESE}Un. ^p1\n` }), [PROJET]: projet({ body: `${OBJECTIFS}Un. ^p1\n` }) },
  ],
  [
    'the last day of the PRS named',
    { 'records/ateliers/2022/2022-12-31-a.md': atelier({ header: 'date: 2022-12-31' }) },
  ],
  [
    'a PRS named for a date between two',
    { 'records/ateliers/2023/2023-03-14-a.md': atelier({ header: 'date: 2023-03-14\nprs: 2023-2028' }) },
  ],
  ['no PRS named, and a date inside one', { [ATELIER]: atelier({ header: 'prs: ABSENT' }) }],
  [
    'the first day that the next PRS applies',
    { 'records/ateliers/2023/2023-11-01-a.md': atelier({ header: 'date: 2023-11-01\nprs: ABSENT' }) },
  ],
  [
    'a projet that goes on after the PRS it names',
    { [PROJET]: projet({ header: 'debut: { date: 2022, texte: fin 2022 }' }) },
  ],
  ['a projet that names no PRS, wholly inside one', { [PROJET]: projet({ header: 'cadres: ABSENT\nfin: 2022' }) }],
  ['a cadre that is a mandate', { [PROJET]: projet({ header: 'cadres: [{ mandat: M, organisme: O }]\nfin: 2022' }) }],
  [
    'a priority of the PRS named',
    { [PROJET]: projet({ header: 'cadres: [{ prs: 2018-2022, priorite: partenariat-soignant-soigne }]' }) },
  ],
  ['eight people', { [ATELIER]: atelier({ header: 'participants: [{ role: autre, effectif: 8 }]' }) }],
  ['as many meetings as agreed', { [PROJET]: projet({ header: 'interventions_realisees: { nombre: 6 }' }) }],
  [
    'meetings without a limit',
    { [PROJET]: projet({ header: 'convention: ABSENT\ninterventions_realisees: { nombre: 60 }' }) },
  ],
  [
    'a count and a list that agree',
    { [PROJET]: projet({ header: 'interventions_realisees: { nombre: 1 }\ninterventions: [{ date: 2022 }]' }) },
  ],
  ['an end in the month of the start', { [PROJET]: projet({ header: 'debut: 2022-05-31\nfin: 2022' }) }],
  [
    'a finished projet with its end',
    { [PROJET]: projet({ header: 'statut: termine\nfin: { date: 2022, texte: fin 2022 }' }) },
  ],
  ['a situation that its key says', { [ATELIER]: atelier({ body: '## Situation\n\n## Synthèse\n\nUn.\n' }) }],
  [
    'sections of the author’s own, even twice',
    { [PROJET]: projet({ body: `${OBJECTIFS}## Organisation\n\n## Divers\n\n## Divers\n` }) },
  ],
  [
    'a refusal and a memo',
    {
      [ATELIER]: atelier({
        body: `${SYNTHESE}Un. #perennisation <!-- pas #temps-de-consultation --> <!-- mémo : #x -->\n`,
      }),
    },
  ],
];
