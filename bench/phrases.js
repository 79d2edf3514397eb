/**
 * Words that the generator puts together. Everything here is invented; braces are replaced by a word of `MOTS`.
 * Written with œ and curly apostrophes: a record that wants others changes them.
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const MOTS = {
  qui: [
    'les patients',
    'les proches aidants',
    'les usagers',
    'les participant·e·s',
    'les patient·es partenaires',
    'plusieurs participant.e.s',
    'les acteur·ices du parcours',
    'les représentants des usagers',
  ],
  pro: [
    'le médecin traitant',
    'l’infirmière coordinatrice',
    'l’équipe du service',
    'la kinésithérapeute',
    'le pharmacien du quartier',
    'l’assistante sociale',
    'l’aide-soignant·e de nuit',
  ],
  lieu: [
    'à l’hôpital de jour',
    'au domicile',
    'dans la maison de santé inventée',
    'en ville comme à l’hôpital',
    'dans le service d’accueil',
    'entre deux établissements',
    'au sein de la filière imaginaire',
  ],
  quand: [
    'dès l’annonce du diagnostic',
    'au moment de la sortie',
    'entre deux rendez-vous',
    'dans les premiers mois',
    'lorsque le traitement change',
    'quand la situation se complique',
    'tout au long du suivi',
  ],
  groupe: ['le groupe', 'une partie du groupe', 'l’ensemble des présents', 'chacun'],
};

/** @typedef {{ id: string, constats: readonly string[], pistes: readonly string[] }} Motif what may be said of a theme */

/** @type {readonly Motif[]} */
export const MOTIFS = [
  {
    id: 'temps-de-consultation',
    constats: [
      'La consultation est trop brève {lieu} : {qui} repartent sans avoir dit l’essentiel, et le rythme des rendez-vous ne permet pas d’y revenir.',
      'Le temps (rythme et durée) de consultation est compté, alors que {qui} ont besoin de raconter ce qui s’est passé {quand}.',
    ],
    pistes: [
      'Proposer une consultation longue {quand}, annoncée comme telle',
      'Réinterroger la durée des consultations avec {pro}',
    ],
  },
  {
    id: 'outil-de-communication-partage',
    constats: [
      'Chaque professionnel a son outil : {qui} transportent les informations d’un lieu à l’autre, et le carnet de liaison n’est pas ouvert {lieu}.',
      '{groupe} connaît mal « Mon espace santé » et la messagerie sécurisée ; personne ne sait qui peut y écrire {quand}.',
    ],
    pistes: [
      'Choisir un outil de communication unique, connu de tous, et le faire connaître {lieu}',
      'Convenir avec {pro} d’un cahier de liaison simple, lu à chaque passage',
    ],
  },
  {
    id: 'remuneration-des-usagers',
    constats: [
      'La participation {lieu} reste bénévole ; {qui} avancent leurs frais de trajet et sont remboursés des mois après.',
      'La rémunération des usagers engagés n’est pas prévue au budget, ce que {groupe} juge décourageant.',
    ],
    pistes: [
      'Écrire une règle de défraiement avant la première réunion',
      'Prévoir une vacation pour {qui} qui interviennent en formation',
    ],
  },
  {
    id: 'coordination-des-parcours',
    constats: [
      'Personne ne sait qui coordonne {quand} : {pro} découvre les décisions par le patient, et les rendez-vous se chevauchent.',
      'Le parcours se coupe {lieu}, faute d’un relais nommé entre {pro} et les spécialistes.',
    ],
    pistes: [
      'Nommer un référent de parcours {quand}, joignable par tous',
      'Organiser une réunion de concertation où {qui} ont leur place',
    ],
  },
  {
    id: 'confiance-et-ecoute',
    constats: [
      'La confiance se construit dans la durée ; {qui} disent s’être sentis jugés {quand}, et n’osent plus poser de questions.',
      'Être cru change tout : quand {pro} écoute sans interrompre, {qui} adhèrent davantage aux soins proposés.',
    ],
    pistes: [
      'Commencer chaque entretien par ce qui compte pour la personne',
      'Reformuler avec {qui} ce qui a été compris {quand}',
    ],
  },
  {
    id: 'postures-et-culture',
    constats: [
      'Les postures évoluent lentement : {pro} se pense encore seul à savoir, même {lieu}.',
      '{groupe} observe que la culture du partenariat dépend beaucoup des personnes et peu de l’institution.',
    ],
    pistes: ['Former ensemble soignants et patients au partenariat', 'Partager une charte courte, discutée {lieu}'],
  },
  {
    id: 'preparation-de-la-consultation',
    constats: [
      'Sans préparation, {qui} oublient la moitié de leurs questions ; une liste aide, à condition que {pro} la lise.',
      'Se préparer avec un tiers rassure, surtout {quand}, mais peu de personnes savent que c’est possible.',
    ],
    pistes: [
      'Remettre une fiche de préparation avant le rendez-vous',
      'S’appuyer sur une association pour prioriser ce qui est à dire',
    ],
  },
  {
    id: 'information-et-ressources',
    constats: [
      'Les informations données {quand} sont nombreuses et mal retenues ; {qui} cherchent ensuite seuls, sur des sites peu sûrs.',
      'Les ressources existent {lieu}, mais elles ne sont ni à jour ni rangées au même endroit.',
    ],
    pistes: ['Tenir à jour une page de ressources relue par {qui}', 'Donner l’information en plusieurs fois, {quand}'],
  },
  {
    id: 'pair-aidance-et-associations',
    constats: [
      'Les groupes de parole aident {qui} à se sentir moins seuls ; ils sont rarement proposés par {pro}.',
      'Rencontrer un pair {quand} a été, pour une partie du groupe, le vrai tournant du parcours.',
    ],
    pistes: ['Présenter les associations {quand}', 'Ouvrir une permanence de pairs {lieu}'],
  },
  {
    id: 'conditions-de-travail-des-soignants',
    constats: [
      'Les soignants manquent de temps et de relève ; {groupe} relie ce malaise à celui des patients, qui le ressentent {lieu}.',
      'Les indicateurs à remplir prennent le temps du soin, dit {pro}, et fatiguent les équipes.',
    ],
    pistes: [
      'Parler du sens du travail entre soignants et usagers',
      'Alléger les saisies qui ne servent à personne {lieu}',
    ],
  },
  {
    id: 'mobilisation-des-usagers',
    constats: [
      'Il est difficile de trouver des volontaires : {qui} sont sollicités tard, et toujours les mêmes.',
      'La mobilisation retombe {quand}, lorsque les suites données ne sont pas connues.',
    ],
    pistes: ['Inviter {qui} dès le début du projet', 'Dire à chacun ce que sa participation a changé'],
  },
  {
    id: 'usagers-dans-la-gouvernance',
    constats: [
      'La place des usagers dans les instances reste formelle ; les documents arrivent la veille et la parole vient en dernier.',
      '{groupe} demande que la gouvernance du projet compte deux usagers, et non un seul.',
    ],
    pistes: [
      'Réserver deux sièges aux usagers dans le comité',
      'Envoyer les documents des instances deux semaines avant',
    ],
  },
  {
    id: 'savoirs-experientiels',
    constats: [
      'Les savoirs tirés de l’expérience sont entendus comme des témoignages, rarement comme des connaissances utiles {lieu}.',
      'L’expérience de {qui} complète celle des soignants, à condition d’être recueillie {quand}.',
    ],
    pistes: ['Recueillir l’expérience de {qui} avec une méthode partagée', 'Croiser les regards dans chaque formation'],
  },
  {
    id: 'education-therapeutique',
    constats: [
      'Le programme d’éducation thérapeutique a été écrit sans {qui} ; il parle de la maladie plus que de la vie avec elle.',
      'Les ateliers d’éducation thérapeutique sont proposés {quand}, souvent trop tôt pour être utiles.',
    ],
    pistes: [
      'Coanimer les séances d’éducation thérapeutique avec un pair',
      'Revoir le programme avec {qui} chaque année',
    ],
  },
  {
    id: 'perennisation',
    constats: [
      'L’action repose sur deux personnes ; rien ne dit ce qu’elle deviendra {quand}.',
      'Le financement d’un an empêche de s’engager auprès de {qui} dans la durée.',
    ],
    pistes: ['Inscrire l’action dans le projet d’établissement', 'Former une seconde équipe pour que l’action demeure'],
  },
];

/** Said in passing, about no theme. @type {readonly string[]} */
export const NEUTRES = [
  '{groupe} a pris le temps d’un tour de table avant d’entrer dans le sujet.',
  'Deux situations inventées ont été racontées, l’une vécue {lieu}, l’autre {quand}.',
  'Le cœur de l’échange a porté sur ce que chacun peut faire, à sa place, sans attendre.',
  'Les avis diffèrent, et {groupe} choisit de garder les deux formulations.',
  'A ce jour, rien n’a été décidé ; le point sera repris lors d’une prochaine rencontre.',
  'L’œuvre commune est modeste, mais {qui} s’y reconnaissent.',
];

/** Invented subjects of workshops, which may hold an apostrophe. @type {readonly string[]} */
export const SUJETS = [
  'Le partenariat en santé dans le soin et l’accompagnement',
  'Le partenariat dans les soins du quotidien',
  'La place des proches dans les décisions',
  'Former ensemble soignants et usagers',
  'L’annonce et ce qui la suit',
];

/** Invented situations. @type {readonly string[]} */
export const SITUATIONS = [
  'Une personne suivie par cinq professionnels qui ne se connaissent pas',
  'Un retour au domicile décidé la veille au soir',
  'Une question posée en consultation et restée sans réponse',
  'L’arrivée d’un patient partenaire dans une équipe qui ne l’attendait pas',
  'Un traitement arrêté sans que personne n’en soit informé',
];
