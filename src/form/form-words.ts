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
  contexte: 'Ce qu’il faut savoir pour comprendre, en quelques phrases.',
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

/** Whether words are those of a place in which nothing was written. */
export function isPlaceholderText(words: string): boolean {
  return words === '' || ALL_PLACEHOLDERS.includes(words);
}

/** A line without the words that stood in its place, where someone wrote before or behind them. */
export function withoutPlaceholder(line: string): string {
  for (const words of ALL_PLACEHOLDERS) {
    if (line.startsWith(words)) return line.slice(words.length).trim();
    if (line.endsWith(words)) return line.slice(0, -words.length).trim();
  }
  return line;
}
