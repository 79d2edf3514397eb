import type { SectionSpec } from '../record/passage.ts';

/**
 * What stands where nothing was written yet. Answers are told from them by these very words: one that is no longer used
 * stays in this list, for the forms that were already sent.
 */
export const PLACEHOLDERS = {
  text: 'Écrire ici…',
  choice: 'Choisir…',
  date: 'Date…',
  number: 'Nombre…',
  section: 'Cliquer ici et écrire ; la touche Entrée commence un nouveau paragraphe…',
} as const;

/** Below the title: how to fill the form in. */
export const INSTRUCTIONS: readonly string[] = [
  'Écrivez dans les cases grises. Ce que vous ne savez pas reste vide ; une étoile (*) signale ce qui est nécessaire.',
  'Enregistrez ce fichier en Word (.docx), puis renvoyez-le au centre. Ce qui est déjà imprimé ici n’est pas repris.',
];

/** The headings of the parts of a form. */
export const PARTS = { header: 'Les informations', text: 'Le texte', centre: 'Pour le centre' } as const;

/** Below the heading of the text. */
export const TEXT_HINT =
  'Écrivez avec vos mots : des paragraphes, des puces, des sous-titres, du gras. Une ligne qui commence par une flèche (→, ou -> au clavier) est une piste : ce qui est proposé. Aucun nom de participant.';

/** Above the place for a text. */
export const TEXT_LEAD = 'Votre texte :';

/** Below the heading of what the centre keeps. */
export const CENTRE_HINT = 'Cette partie peut rester vide : le centre la remplit.';

/** Below a table. */
export const ROW_HINT = 'S’il manque une ligne, copiez-en une et collez-la au-dessous.';

/** Above the example, so that nobody takes it for the text. */
export const EXAMPLE_MARK = 'Exemple inventé, qui n’est pas repris :';

/** What the example shows: what is observed, then what is proposed. */
export const EXAMPLE: readonly string[] = [
  'Le compte rendu arrive souvent trop tard pour préparer le rendez-vous suivant.',
  '→ Remettre un compte rendu écrit à la fin de chaque rendez-vous.',
  '→ Convenir ensemble de qui prévient le médecin traitant.',
];

const BY_NATURE: Readonly<Record<string, string>> = {
  contexte: 'En quelques phrases, ou une idée par puce.',
  constat: 'Ce que le groupe observe et ce qu’il propose : une idée par puce ou par paragraphe, dans ses mots.',
  piste: 'Ce qui est proposé : une idée par puce ou par paragraphe.',
  frein: 'Ce qui gêne : un frein par puce ou par paragraphe.',
  levier: 'Ce qui aide : un levier par puce ou par paragraphe.',
};

/** What is to be written in a section. */
export function hintOfSection({ nature, interne, cle }: SectionSpec, labelOfKey: (key: string) => string): string {
  if (interne) return 'Ce qui reste au centre : rien de cette section n’est compté ni montré.';
  const hint = (nature && BY_NATURE[nature]) ?? 'En quelques phrases.';
  return cle === undefined ? hint : `${hint} Cette place peut rester vide si « ${labelOfKey(cle)} » dit tout.`;
}

/** Whether a section is shown with an example. */
export function hasExample({ nature }: SectionSpec): boolean {
  return nature === 'constat';
}

const ALL_PLACEHOLDERS: readonly string[] = Object.values(PLACEHOLDERS);

/** What Word shows where all the words of a control were taken out, in French and in English. */
const OF_WORD = /^(?:Cliquez|Choisissez|Click|Choose)\b.*\.$/;

/** Whether words are those of a place in which nothing was written; Word has words of its own, for a control that says that it shows them. */
export function isPlaceholderText(words: string, saysSo = false): boolean {
  return words === '' || ALL_PLACEHOLDERS.includes(words) || (saysSo && OF_WORD.test(words));
}

/**
 * Lines without the words that stood in their place, where someone wrote before or behind them; within them too, where the
 * control says that it still shows them: LibreOffice leaves them so around what is typed.
 */
export function withoutPlaceholder(lines: readonly string[], saysSo: boolean): string[] {
  const kept = lines.filter((line) => !isPlaceholderText(line));
  const text = kept.join('\n');
  for (const words of ALL_PLACEHOLDERS) {
    for (const cut of cutsOf(words, saysSo)) {
      const isAround =
        text.length > words.length && text.startsWith(words.slice(0, cut)) && text.endsWith(words.slice(cut));
      if (isAround)
        return text
          .slice(cut, text.length - (words.length - cut))
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
    }
  }
  return kept;
}

/** Where words may be cut in two: before, behind, and anywhere where no answer would begin and end so. */
function cutsOf(words: string, anywhere: boolean): number[] {
  return anywhere || words.length > LONG ? [...Array(words.length + 1).keys()] : [0, words.length];
}

const LONG = 40;
