import { fold, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { LITTLE_WORDS } from '../record/identifier.ts';
import { type Check, type Checked, type Finding, fichesOf } from './check.ts';

/** A header says of a record what its text says: a value left from a copied header, or from a passage since deleted, misleads whoever sorts by it. */
export const valeurSansAppui = {
  code: 'valeur-sans-appui',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Valeur de l’en-tête que rien n’appuie dans la fiche',
  explanation: `Un thème déclaré sous « themes » sert tant que la fiche n’est pas lue en entier ; une fois lue (codage: { etat: complet }),
il est porté par un passage, ou il est de trop. Un public ou une maladie de l’en-tête se retrouve, par un mot au moins, dans
le titre, le sujet, la situation ou le texte. Corrigez la valeur, retirez-la, ou complétez le texte.`,
  example: {
    faulty: 'themes: [perennisation]\ncodage: { etat: complet }\n…\n- Un constat.',
    corrected: 'codage: { etat: complet }\n…\n- Un constat. #perennisation',
  },

  *run(checked: Checked): Iterable<Finding> {
    for (const fiche of fichesOf(checked, 'atelier', 'projet')) {
      yield* checkThemes(fiche, checked.themes);
      yield* checkWords(fiche);
    }
  },
} satisfies Check;

/** An unread record may hold what its header declares: only a full reading tells. */
function* checkThemes(fiche: Fiche, known: ReadonlySet<string>): Iterable<Finding> {
  const { themes, codage } = fiche.header.value;
  if (!Array.isArray(themes) || (codage as { etat?: unknown } | undefined)?.etat !== 'complet') return;
  const { passages } = fiche.body;
  for (const [index, theme] of themes.entries()) {
    if (!known.has(theme) || passages.some((passage) => passage.themes.some(({ word }) => word === theme))) continue;
    const refusal = passages.flatMap(({ refus }) => refus).find(({ word }) => word === theme);
    const why = refusal
      ? `la lecture l’a refusé (ligne ${refusal.range.start.line})`
      : 'aucun passage ne le porte, alors que la fiche a été lue en entier';
    const message = `Le thème ${quote(theme)} est déclaré ici, mais ${why} : retirez-le de cette liste, ou notez-le à la fin du passage qui en parle.`;
    yield { fiche, range: fiche.header.placeOf(['themes', index]), message };
  }
}

/** A draft may have its header before its text. */
function* checkWords(fiche: Fiche): Iterable<Finding> {
  const { value } = fiche.header;
  if (value.validation !== 'relu' && value.validation !== 'valide') return;
  let text: string | undefined;
  for (const key of ['publics', 'pathologies']) {
    const values: unknown[] = Array.isArray(value[key]) ? value[key] : [];
    for (const [index, written] of values.entries()) {
      if (typeof written !== 'string') continue;
      text ??= foldedText(fiche);
      if (isSupported(written, text)) continue;
      const message = `Rien dans le titre, le sujet, la situation ni le texte ne parle de ${quote(written)} : vérifiez cette valeur, retirez-la, ou complétez le texte.`;
      yield { fiche, range: fiche.header.placeOf([key, index]), message };
    }
  }
}

/** From here on, a word may end otherwise: « diabète » is supported by « diabétiques » and the reverse, « enfant » by « enfance ». */
const LONG_WORD = 6;

/** Whether one of the words that mean something stands in a folded text, in the singular or the plural. */
function isSupported(value: string, text: string): boolean {
  const words = wordsOf(value).filter((word) => !LITTLE_WORDS.has(word) && word.length > 1);
  return words.length === 0 || words.some((word) => standsIn(text, word.replace(/[sx]$/, '')));
}

function standsIn(text: string, word: string): boolean {
  if (word.length >= LONG_WORD) return text.includes(` ${word.slice(0, Math.min(LONG_WORD, word.length - 1))}`);
  return ['', 's', 'x'].some((ending) => text.includes(` ${word}${ending} `));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function foldedText({ header: { value }, lines }: Fiche): string {
  const body = lines.text.slice(lines.text.search(/\n---[ \t]*(?:\n|$)/));
  const told = [value.titre, value.sujet, value.situation].filter((part) => typeof part === 'string');
  return ` ${wordsOf([...told, body].join(' ')).join(' ')} `;
}
