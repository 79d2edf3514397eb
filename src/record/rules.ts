import type { Rule } from '../diagnostic.ts';

/** Faults found while a file is read, before any check compares it with the rest of the workspace. */

export const grilleIntrouvable: Rule = {
  code: 'grille-introuvable',
  severity: 'error',
  family: 'lecture',
  title: 'Dossier de la grille qui n’est pas là',
  explanation: `La clé « grille » de cops.yaml dit où sont les fiches de thèmes, quand elles ne sont pas dans records/themes : un dossier,
dont le chemin part de cops.yaml. Corrigez le chemin, ou retirez la ligne.`,
  example: { faulty: 'grille: ../themes-de-la-region', corrected: 'grille: ../grille/themes' },
};

export const fichierIllisible: Rule = {
  code: 'fichier-illisible',
  severity: 'error',
  family: 'lecture',
  title: 'Fichier qui ne peut pas être lu',
  explanation: `Une fiche que cops ne peut pas ouvrir manquerait aux comptes sans que personne le voie.
Vérifiez les droits du fichier, le lien s’il en est un, ou supprimez-le.`,
  example: {
    faulty: 'un lien « notes.md » vers un fichier effacé',
    corrected: 'le fichier lui-même, ou rien',
  },
};

export const fichierTropGros: Rule = {
  code: 'fichier-trop-gros',
  severity: 'error',
  family: 'lecture',
  title: 'Fichier trop gros pour être une fiche',
  explanation: `Une fiche compte quelques kilo-octets de texte ; au-delà d’un méga-octet, le fichier n’est pas lu (seize pour une synthèse, dont
les blocs sont calculés). Gardez dans la fiche la synthèse à partager, et les pièces jointes ailleurs.`,
  example: { faulty: 'un export de 50 Mo renommé en .md', corrected: 'la synthèse seule, en texte' },
};

export const fichierVide: Rule = {
  code: 'fichier-vide',
  severity: 'error',
  family: 'lecture',
  title: 'Fichier vide',
  explanation: 'Un fichier vide n’est pas une fiche : écrivez-la avec « cops new », ou supprimez le fichier.',
  example: { faulty: '', corrected: '---\ntype: atelier\n…' },
};

export const fichierNonTexte: Rule = {
  code: 'fichier-non-texte',
  severity: 'error',
  family: 'lecture',
  title: 'Fichier qui n’est pas du texte',
  explanation: `Une fiche est un fichier texte en Markdown. Un document Word ou une image renommés en .md ne se lisent pas.`,
  example: { faulty: 'atelier.docx renommé en atelier.md', corrected: 'le texte de l’atelier, en Markdown' },
};

export const encodage: Rule = {
  code: 'encodage',
  severity: 'error',
  family: 'lecture',
  title: 'Encodage qui n’est pas UTF-8',
  explanation: `Les accents d’un texte enregistré autrement qu’en UTF-8 seraient perdus.
Dans l’éditeur, réenregistrez le fichier avec l’encodage UTF-8.`,
  example: { faulty: 'un fichier enregistré en « ANSI » ou en UTF-16', corrected: 'le même, enregistré en UTF-8' },
};

export const extension: Rule = {
  code: 'extension',
  severity: 'error',
  family: 'lecture',
  title: 'Fichier qui n’est pas lu à cause de son nom',
  explanation: `Seuls les fichiers dont le nom finit par « .md », en minuscules, sont des fiches.
Un fichier nommé autrement ne serait compté nulle part.`,
  example: { faulty: '2022-05-31-atelier.MD', corrected: '2022-05-31-atelier.md' },
};

export const enteteAbsent: Rule = {
  code: 'entete-absent',
  severity: 'error',
  family: 'entete',
  title: 'Fiche sans en-tête',
  explanation: `L’en-tête dit ce qu’est la fiche : son type, sa date, son titre. Il tient entre deux lignes « --- »,
et la première est la toute première ligne du fichier.`,
  example: { faulty: '# Atelier du 31 mai', corrected: '---\ntype: atelier\ntitre: Atelier du 31 mai\n…\n---' },
};

export const enteteNonFerme: Rule = {
  code: 'entete-non-ferme',
  severity: 'error',
  family: 'entete',
  title: 'En-tête mal fermé',
  explanation:
    'Sans sa seconde ligne « --- », seule sur sa ligne, tout le texte de la fiche serait pris pour l’en-tête.',
  example: { faulty: '---\ntype: atelier\n\n## Situation', corrected: '---\ntype: atelier\n---\n\n## Situation' },
};

export const enteteNonYaml: Rule = {
  code: 'entete-non-yaml',
  severity: 'error',
  family: 'entete',
  title: 'En-tête d’une autre forme',
  explanation: `L’en-tête est une suite de lignes « clé: valeur » (du YAML). Un autre langage, annoncé après les tirets,
n’est ni lu ni exécuté.`,
  example: { faulty: '---js\n…\n---', corrected: '---\ntype: atelier\n---' },
};

export const yamlSyntaxe: Rule = {
  code: 'yaml-syntaxe',
  severity: 'error',
  family: 'entete',
  title: 'En-tête dont la ponctuation ne se lit pas',
  explanation: `Un crochet, une accolade ou un guillemet ouvert doit être fermé, et les lignes d’un même niveau s’alignent
avec des espaces. Un texte qui contient « : » ou « # », ou qui commence par un signe, se met entre guillemets droits.`,
  example: { faulty: 'titre: Atelier : le partenariat', corrected: 'titre: "Atelier : le partenariat"' },
};

export const valeurCoupee: Rule = {
  code: 'valeur-coupee',
  severity: 'error',
  family: 'entete',
  title: 'Valeur coupée par un dièse',
  explanation: `Dans l’en-tête, ce qui suit une espace et « # » est un commentaire : la fin du texte serait perdue sans bruit.
Mettez la valeur entre guillemets droits ; si c’est bien un commentaire, laissez une espace après le dièse.`,
  example: { faulty: 'sujet: Le partenariat #territoire', corrected: 'sujet: "Le partenariat #territoire"' },
};

export const yamlRenvoi: Rule = {
  code: 'yaml-renvoi',
  severity: 'error',
  family: 'entete',
  title: 'Ancre, renvoi ou étiquette YAML',
  explanation: `Une fiche se lit d’un seul regard : les ancres (&), les renvois (*) et les étiquettes (!) du YAML n’y sont pas admis.
Répétez la valeur, ou mettez le texte entre guillemets s’il commence par l’un de ces signes.`,
  example: { faulty: 'titre: *Atelier*', corrected: 'titre: "*Atelier*"' },
};

export const cleEnDouble: Rule = {
  code: 'cle-en-double',
  severity: 'error',
  family: 'entete',
  title: 'Clé écrite deux fois',
  explanation:
    'Quand une clé figure deux fois, personne ne sait laquelle des deux valeurs est la bonne : gardez-en une.',
  example: { faulty: 'titre: Un atelier\ntitre: Un autre', corrected: 'titre: Un atelier' },
};

export const ficheTropImbriquee: Rule = {
  code: 'fiche-trop-imbriquee',
  severity: 'error',
  family: 'lecture',
  title: 'Texte imbriqué trop profondément',
  explanation: 'Des listes, citations ou crochets emboîtés par centaines ne se lisent pas : simplifiez le texte.',
  example: { faulty: '>>>>>>>>>> (des centaines de fois)', corrected: '> une citation' },
};

export const commentaireNonFerme: Rule = {
  code: 'commentaire-non-ferme',
  severity: 'error',
  family: 'texte',
  title: 'Commentaire ouvert et jamais fermé',
  explanation:
    'Un commentaire « <!-- » sans « --> » cache la suite de la fiche, ou s’y lit comme du texte : fermez-le.',
  example: { faulty: '<!-- mémo : à revoir', corrected: '<!-- mémo : à revoir -->' },
};

export const motDieseMalPlace: Rule = {
  code: 'mot-diese-mal-place',
  severity: 'error',
  family: 'themes',
  title: 'Mot-dièse ailleurs qu’à la fin d’un passage',
  explanation: `Un thème se note à la fin du passage, après son dernier point, séparé par des espaces.
Ailleurs (dans une phrase, un titre, un tableau), il ne serait rattaché à rien.`,
  example: { faulty: 'Le #temps-de-consultation manque.', corrected: 'Le temps manque. #temps-de-consultation' },
};

export const marqueSansPassage: Rule = {
  code: 'marque-sans-passage',
  severity: 'warning',
  family: 'texte',
  title: 'Marque qui ne suit aucun passage',
  explanation: `Un commentaire comme « <!-- extrait --> » vaut pour le passage qui le précède, sur la même ligne ou la ligne d’avant.
Après une ligne vide ou un titre, il ne vaut pour rien.`,
  example: { faulty: 'Un constat.\n\n<!-- extrait -->', corrected: 'Un constat. <!-- extrait -->' },
};

export const marqueDeCalcul: Rule = {
  code: 'marque-de-calcul',
  severity: 'error',
  family: 'syntheses',
  title: 'Bloc calculé dont les marques ne vont pas ensemble',
  explanation: `Dans une synthèse gardée comme fiche, ce qui est calculé est entre deux marques : « <!-- cops:calcul activite … --> » et
« <!-- cops:fin activite --> », chacune seule sur sa ligne. Votre texte va partout ailleurs. Sans elles, cops ne sait plus ce qui est
à vous, et ne renouvelle rien : remettez la marque qui manque, ou retirez celle qui est de trop.`,
  example: {
    faulty: '<!-- cops:calcul activite -->\n## Activité\n## Mon analyse',
    corrected: '<!-- cops:calcul activite -->\n## Activité\n<!-- cops:fin activite -->\n\n## Mon analyse',
  },
};

export const texteNonLu: Rule = {
  code: 'texte-non-lu',
  severity: 'warning',
  family: 'texte',
  title: 'Texte que rien ne lit',
  explanation: `Pour Markdown, une ligne qui commence par un commentaire est tout entière un commentaire, une ligne qui commence par quatre
espaces est du code, et des balises HTML cachent leur texte. Placez le commentaire à la fin, retirez les espaces ou les balises.`,
  example: { faulty: '<!-- extrait --> Un constat.', corrected: 'Un constat. <!-- extrait -->' },
};
