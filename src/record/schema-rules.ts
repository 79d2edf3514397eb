import type { Rule } from '../diagnostic.ts';

/** Faults that the schema of a type finds in a header. */

export const cleManquante: Rule = {
  code: 'cle-manquante',
  severity: 'error',
  family: 'entete',
  title: 'Clé obligatoire absente',
  explanation: `Certaines clés sont toujours nécessaires ; d’autres le deviennent quand la fiche est « valide ».
Ajoutez la clé et sa valeur dans l’en-tête.`,
  example: {
    faulty: '---\ntype: atelier\n---',
    corrected: '---\ntype: atelier\ntitre: Atelier du 31 mai 2022\n…\n---',
  },
};

export const aCompleter: Rule = {
  code: 'a-completer',
  severity: 'warning',
  family: 'entete',
  title: 'À compléter avant la validation',
  explanation: `Un brouillon peut attendre, mais cette partie sera nécessaire pour passer la fiche à « validation: valide ».`,
  example: { faulty: 'validation: brouillon', corrected: 'participants:\n  - { role: professionnel, effectif: 4 }' },
};

export const cleInconnue: Rule = {
  code: 'cle-inconnue',
  severity: 'error',
  family: 'entete',
  title: 'Clé que ce type de fiche ne connaît pas',
  explanation: 'Une clé mal orthographiée ne serait lue nulle part. Corrigez son nom, ou supprimez la ligne.',
  example: { faulty: 'situaton: …', corrected: 'situation: …' },
};

export const valeurVide: Rule = {
  code: 'valeur-vide',
  severity: 'warning',
  family: 'entete',
  title: 'Clé sans valeur',
  explanation: 'Une clé sans valeur est lue comme « non renseigné » : complétez-la, ou supprimez la ligne.',
  example: { faulty: 'lieu:', corrected: 'lieu: Toulouse' },
};

export const valeurInattendue: Rule = {
  code: 'valeur-inattendue',
  severity: 'error',
  family: 'entete',
  title: 'Valeur d’une autre forme que prévu',
  explanation:
    'Chaque clé attend une forme : un texte, un nombre, une liste, un identifiant. Le message donne un exemple.',
  example: { faulty: 'participants: 8', corrected: 'participants:\n  - { role: professionnel, effectif: 8 }' },
};

export const valeurHorsListe: Rule = {
  code: 'valeur-hors-liste',
  severity: 'error',
  family: 'entete',
  title: 'Valeur absente de la liste',
  explanation:
    'Cette clé n’admet que les valeurs d’une liste, pour que les comptes aient un sens. Le message les donne.',
  example: { faulty: 'diffusion: public', corrected: 'diffusion: partageable' },
};

export const dateInvalide: Rule = {
  code: 'date-invalide',
  severity: 'error',
  family: 'entete',
  title: 'Date qui ne se lit pas',
  explanation: `Une date s’écrit année-mois-jour, et peut s’arrêter au mois ou à l’année : 2022-05-31, 2022-05, 2022-T2, 2022.
Si la source est plus vague : { date: 2022, texte: fin 2022 }.`,
  example: { faulty: 'date: 31/05/2022', corrected: 'date: 2022-05-31' },
};
