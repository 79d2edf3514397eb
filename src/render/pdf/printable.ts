/** What stands for a sign that the font cannot draw. */
const REPLACEMENT = '□';
/** Signs that say how others look or run, and show nothing themselves; a hyphen and a space for cutting words are kept. */
const UNSEEN = /(?![\u00ad\u200b])[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
/** Skin tones: they belong to the sign before them. */
const TONES = /(?<=[^\s\p{L}\p{N}])[\u{1f3fb}-\u{1f3ff}]/gu;

/**
 * Makes texts such that the font can print each of their signs: no control, no mark of direction, blanks that are blanks.
 * A class because it keeps what it had to replace, so that the document can say it.
 */
export class Printable {
  private readonly lost = new Set<number>();
  private readonly covers: (codePoint: number) => boolean;

  constructor(covers: (codePoint: number) => boolean) {
    this.covers = covers;
  }

  /** A text as it will be printed. Idempotent. */
  print(text: string): string {
    const known = KNOWN.test(text) ? text : this.replace(text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' '));
    return known.replace(/ {2,}/g, ' ');
  }

  private replace(text: string): string {
    let printed = '';
    for (const sign of text.replace(UNSEEN, '').replace(TONES, '')) {
      const codePoint = sign.codePointAt(0) ?? 0;
      if (this.covers(codePoint)) printed += sign;
      else {
        this.lost.add(codePoint);
        printed += REPLACEMENT;
      }
    }
    return printed;
  }

  /** The sentence that says what was replaced; none where nothing was. */
  sayLost(): string | undefined {
    if (this.lost.size === 0) return undefined;
    const names = [...this.lost]
      .sort((a, b) => a - b)
      .map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
    return `Le signe ${REPLACEMENT} tient la place de ceux que la police de ce document n’a pas : ${names.join(', ')}.`;
  }
}

/** Most texts hold nothing but these, which every font for French has. */
const KNOWN = /^[ -~\u00a0-\u00ff\u0152\u0153\u2013\u2014\u2018\u2019\u2026\u202f\u2192]*$/;
