/** What makes a text one that would take ages to read, and where it is. */
export interface Unreadable {
  readonly index: number;
  readonly length: number;
  /** A French sentence, with what to do. */
  readonly message: string;
}

/** Said also of what is found too deep while it is read. */
export const TOO_NESTED =
  'Ce texte emboîte trop de listes, de citations ou de crochets les uns dans les autres : simplifiez-le.';

/** Quotations and lists one inside the other on a single line: reading them would take ages, and nobody means it. */
const NESTED = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}.*/m;

/** Signs of emphasis, links and comments by thousands in one paragraph: the parser would try each with each. */
export const MOST_SIGNS = 1500;
const CROWDED = `Un passage de ce texte (paragraphe, liste ou tableau) porte plus de ${MOST_SIGNS} signes de mise en forme (« * », « _ », « [ », « < »…) : séparez-le par des lignes vides, ou retirez-en ces signes.`;

/** The first place of a text that would take ages to read; none in what people write. */
export function findUnreadable(text: string): Unreadable | undefined {
  const nested = NESTED.exec(text);
  if (nested) return { index: nested.index, length: nested[0].length, message: TOO_NESTED };
  for (const { index, 0: paragraph } of text.matchAll(/(?:[^\n]+\n?)+/g))
    if (isCrowded(paragraph)) return { index, length: 1, message: CROWDED };
  return undefined;
}

/** Whether a paragraph has more signs of emphasis than are read. */
export function isCrowded(paragraph: string): boolean {
  return paragraph.length > MOST_SIGNS && (paragraph.match(/[*_~`[\]<]/g)?.length ?? 0) > MOST_SIGNS;
}
