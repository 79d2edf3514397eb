import type { Fix, Range } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A theme of the grille behind a hash that is glued to the sentence, or parted from its word. */
const SLIPS = /(?<=[^\s#/])(?<!\]\()#(?<glued>[\p{L}\p{N}-]+)|(?<=^|\s)#[ \u00a0](?<parted>[\p{L}\p{N}-]+)/gu;

/** The two commonest slips of a hashtag leave a theme that nothing counts. */
export const motDieseMalEcrit = {
  code: 'mot-diese-mal-ecrit',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Mot-dièse collé à la phrase, ou séparé de son dièse',
  explanation: `Un mot-dièse est précédé d’une espace, et son dièse touche le mot. Écrit autrement, il n’est pas lu, et le passage
n’est pas compté dans ce thème.`,
  example: { faulty: 'Le temps manque.#temps-de-consultation', corrected: 'Le temps manque. #temps-de-consultation' },

  *run({ bodies, themes }: Checked): Iterable<Finding> {
    for (const read of bodies) {
      for (const { range } of read.body.passages) {
        for (let line = range.start.line; line <= range.end.line; line++) {
          for (const match of read.lines.lineAt(line).matchAll(SLIPS)) {
            const word = match.groups?.glued ?? match.groups?.parted ?? '';
            if (!themes.has(word)) continue;
            const advice = match.groups?.glued ? 'mettez une espace avant le dièse' : 'collez le dièse au mot';
            const message = `Le thème ${quote(word)} n’est pas lu ici : ${advice}. Écrivez : #${word}`;
            const column = match.index + 1;
            const place = { start: { line, column }, end: { line, column: column + match[0].length } };
            const fix = line === range.end.line ? mend(read.lines.lineAt(line), match, place) : undefined;
            yield { fiche: read, range: place, message, fix };
          }
        }
      }
    }
  },
} satisfies Check;

/** A word and the full stop that ends it: the last of a sentence. An address, « exemple.fr#lieu », is none. */
const LAST_WORD = /(?:^|\s)[\p{L}\p{N}'’»)*_-]*[\p{L}\p{N}»)][.,;!?…»)*_]*$/u;
const MARKS_ALONE = /^(?:\s+(?:#\??[\p{L}\p{N}-]+|\^p\d+|<!--[^`]*-->))*\s*$/u;

/** At the end of a passage, among marks alone, the space that is missing or too many is certain; in code or a link nothing is. */
function mend(text: string, { index, groups }: RegExpExecArray, range: Range): Fix | undefined {
  const before = text.slice(0, index);
  const after = text.slice(index + range.end.column - range.start.column);
  if (/[`[\]<]/.test(before) || !MARKS_ALONE.test(after)) return undefined;
  if (groups?.parted !== undefined)
    return { title: 'dièse collé à son mot', edits: [{ range, text: `#${groups.parted}` }] };
  if (!LAST_WORD.test(before)) return undefined;
  const here = { start: range.start, end: range.start };
  return { title: 'espace ajoutée avant le dièse', edits: [{ range: here, text: ' ' }] };
}
