import type { Provenance } from '../synthese/provenance.ts';
import { readNumbers, unifyNumbers } from './french-numbers.ts';
import type { PrintedDocument, PrintedFigure } from './printed-document.ts';
import type { ChangedFigure, UnknownFigure, Verdict } from './verdict.ts';

/** A number, and out of how many. */
interface Stated {
  readonly value: number;
  readonly base: number | undefined;
}

/** Figures that were computed otherwise than they are now. */
export function findMoved(then: Provenance, now: Provenance): ChangedFigure[] {
  return Object.keys(then.chiffres).flatMap((id): ChangedFigure[] => {
    const [before, after] = [statedIn(then, id), statedIn(now, id)];
    if (!before || !after || isSame(before, after)) return [];
    const base = before.base === after.base ? {} : { base: { from: before.base, to: after.base } };
    return [{ id, from: before.value, to: after.value, ...base }];
  });
}

/**
 * Judges each printed figure by what its document says was computed. In a `steady` document, which would be printed now as it
 * was, all its words are compared; in any other, its numbers.
 */
export function judgeFigures(
  { provenance, figures }: PrintedDocument,
  now: PrintedDocument,
  steady: boolean,
): Pick<Verdict, 'same' | 'byHand' | 'unknown'> {
  const forms = groupTexts(now.figures);
  const printed = groupTexts(figures);
  const byHand = new Map<string, ChangedFigure>();
  const unknown = new Map<string, UnknownFigure>();
  let same = 0;
  for (const { id, text } of figures) {
    const [then, computed] = [statedIn(provenance, id), statedIn(now.provenance, id)];
    const own = forms.get(id) ?? [];
    if (!then || (!computed && isStated(text, then))) {
      const reason = then ? 'uncomputed' : 'unlisted';
      unknown.set(id, { id, reason, marked: printed.get(id)?.length ?? 0, printed: own.length });
    } else if (computed && (steady && own.length > 0 ? own.includes(unifyNumbers(text)) : isStated(text, then))) {
      if (isSame(then, computed)) same++;
    } else {
      const from = steady ? findLost(own, printed.get(id) ?? []) : undefined;
      byHand.set(`${id} ${text}`, { id, from: then.value, to: readNumbers(text)[0], words: { from, to: text } });
    }
  }
  return { same, byHand: [...byHand.values()], unknown: [...unknown.values()] };
}

/** Figures that are marked less often than the same document would print them; once is enough where it would differ. */
export function findMissing(
  { provenance, figures }: PrintedDocument,
  now: PrintedDocument,
  steady: boolean,
): UnknownFigure[] {
  const marked = groupTexts(figures);
  return [...groupTexts(now.figures)].flatMap(([id, forms]): UnknownFigure[] => {
    const count = marked.get(id)?.length ?? 0;
    // What counted nothing was perhaps not printed.
    const expected = steady ? forms.length : provenance.chiffres[id] ? 1 : 0;
    return count < expected ? [{ id, reason: 'unmarked', marked: count, printed: expected }] : [];
  });
}

function groupTexts(figures: readonly PrintedFigure[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const { id, text } of figures) {
    const own = texts.get(id) ?? [];
    own.push(unifyNumbers(text));
    texts.set(id, own);
  }
  return texts;
}

function statedIn({ chiffres, bases }: Provenance, id: string): Stated | undefined {
  const [value, base] = [chiffres, bases].map((numbers) => (Object.hasOwn(numbers, id) ? numbers[id] : undefined));
  return value === undefined ? undefined : { value, base };
}

function isSame(a: Stated, b: Stated): boolean {
  return a.value === b.value && a.base === b.base;
}

/** Whether a text says a number, and no other than out of how many. */
function isStated(text: string, { value, base }: Stated): boolean {
  const [first, ...others] = readNumbers(text);
  return first === value && others.every((number, index) => index === 0 && number === base);
}

/** Of the forms in which a figure would be printed, one that is not there any more. */
function findLost(forms: readonly string[], printed: readonly string[]): string | undefined {
  const left = [...printed];
  const lost = forms.filter((form) => {
    const index = left.indexOf(form);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return lost[0] ?? forms[0];
}
