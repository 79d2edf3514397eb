import { formatCount } from '../../../french.ts';
import { quoteWords } from '../left-out.ts';

/** First parts of words that keep their hyphen. */
const FIRST =
  /^(?:co|non|ex|anti|inter|semi|auto|vice|sous|après|avant|demi|contre|peut|celui|celle|ceux|celles|lui|eux|elle|elles|nous|vous|rendez|avez|savoir|mieux|bien|pluri|multi|socio|médico|psycho|patient|soignant)$/iu;
/** Second parts that always have one before. */
const SECOND =
  /^(?:mêmes?|là|ci|ce|ils?|elles?|on|je|tu|nous|vous|moi|toi|t|être|faire|soigné|soignant|dessus|dessous)$/iu;

/** Undoes the hyphens that only a narrow line asked for; those of words stay. */
export class HyphenJoiner {
  readonly #words: ReadonlySet<string>;
  readonly #undone: string[] = [];

  /** Takes all the words of the document: one that is written whole elsewhere is known. */
  constructor(text: string) {
    this.#words = new Set(text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []);
  }

  /** What stands at the end of a line, and what links it with the next. */
  join(before: string, after: string): { before: string; link: string } {
    const cut = /([\p{L}-]*\p{L})[-\u2010\u00ad]\s*$/u.exec(before);
    const next = /^\p{L}+/u.exec(after)?.[0];
    if (!cut || !next) return { before, link: /(?:^|\s|\p{L}[/’'])$/u.test(before) ? '' : ' ' };
    const first = cut[1] ?? '';
    const stem = before.slice(0, cut.index) + first;
    if (/^\p{Lu}/u.test(next) || this.#keeps(first, next)) return { before: stem, link: '-' };
    this.#undone.push(`${first}-${next}`);
    return { before: stem, link: '' };
  }

  #keeps(first: string, next: string): boolean {
    const [head, tail] = [first.toLowerCase(), next.toLowerCase()];
    if (this.#words.has(head + tail)) return false;
    if (this.#words.has(`${head}-${tail}`)) return true;
    const last = head.split('-').at(-1) ?? head;
    return FIRST.test(last) || SECOND.test(tail) || (last.length > 3 && tail.length > 3 && this.#words.has(last));
  }

  /** Says which words were put together. */
  say(): string[] {
    const count = this.#undone.length;
    if (count === 0) return [];
    const shown = [...new Set(this.#undone)].map(quoteWords).join(', ');
    return [
      `${formatCount(count, 'mot coupé en fin de ligne a été recollé', 'mots coupés en fin de ligne ont été recollés')} : ${shown}.`,
    ];
  }
}
