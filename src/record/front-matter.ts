import matter from 'gray-matter';
import { type Diagnostic, diagnose, type Fix } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { indexLines, type Lines, rangeOfLine } from './lines.ts';
import { maskPersonalData } from './personal-data.ts';
import { enteteAbsent, enteteNonFerme, enteteNonYaml } from './rules.ts';

/** A fiche cut in two. Both parts keep the offsets, and so the lines and columns, of the file. */
export interface FrontMatter {
  /** YAML between the fences; a comment stands for the first fence. */
  readonly yaml: string;
  /** The body, everything before it blanked. */
  readonly body: string;
  readonly lines: Lines;
}

const FENCE = /^---[ \t]*$/;

/** Splits a text (line ends `\n`, no byte order mark) at its fences; nothing in the header is ever run. */
export function splitFrontMatter(file: string, text: string): FrontMatter | { fault: Diagnostic } {
  const lines = indexLines(text);
  const fault = findFenceFault(file, lines);
  if (fault) return { fault };
  const parts = matter(text, { language: 'yaml', engines: OTHER_LANGUAGES });
  const bodyStart = text.length - parts.content.length;
  return {
    yaml: `#  ${parts.matter}`,
    // Whoever wants headers alone does not wait for it.
    get body() {
      return blank(text.slice(0, bodyStart)) + parts.content;
    },
    lines,
  };
}

/** gray-matter runs `---js` headers and parses others its own way: only the cut is wanted of it. */
const refuse = {
  parse(): object {
    throw new Error('front-matter: a header in another language reached the parser');
  },
};
const OTHER_LANGUAGES = { yaml: { parse: () => ({}) }, js: refuse, javascript: refuse, json: refuse };

function findFenceFault(file: string, lines: Lines): Diagnostic | undefined {
  const first = lines.lineAt(1);
  if (!first.startsWith('---')) {
    const late = firstFenceAfterBlanks(lines);
    const message = late
      ? `L’en-tête doit commencer à la première ligne du fichier : supprimez ce qui précède le premier « --- », ligne ${late}.`
      : 'Cette fiche n’a pas d’en-tête : commencez le fichier par une ligne « --- », des lignes « clé: valeur », puis une ligne « --- ».';
    return diagnose(enteteAbsent, file, rangeOfLine(lines, 1), message, late ? dropBlanks(lines, late) : undefined);
  }
  if (!FENCE.test(first)) {
    const message = `La première ligne est ${quote(maskPersonalData(first.trim()).slice(0, 40))} : l’en-tête s’ouvre par « --- » seul, sans rien après. Il n’a pas été lu.`;
    return diagnose(enteteNonYaml, file, rangeOfLine(lines, 1), message);
  }
  for (let line = 2; line <= lines.count; line++) {
    const text = lines.lineAt(line);
    if (FENCE.test(text)) return undefined;
    if (text.startsWith('---')) {
      const message = `Cette ligne commence par « --- », ce qui ferme l’en-tête : écrivez « --- » seul si elle le ferme, sinon commencez-la autrement.`;
      return diagnose(enteteNonFerme, file, rangeOfLine(lines, line), message);
    }
  }
  const message = 'L’en-tête s’ouvre ici et n’est jamais fermé : ajoutez une ligne « --- » après sa dernière clé.';
  return diagnose(enteteNonFerme, file, rangeOfLine(lines, 1), message);
}

function firstFenceAfterBlanks(lines: Lines): number | undefined {
  let line = 1;
  while (line <= lines.count && lines.lineAt(line).trim() === '') line++;
  return FENCE.test(lines.lineAt(line).trim()) && line <= lines.count ? line : undefined;
}

/** A line of dashes may be a rule of the text: a key below it shows that it opens a header. */
function dropBlanks(lines: Lines, fence: number): Fix | undefined {
  if (!/^[a-z][a-z0-9_]*:(?:\s|$)/.test(lines.lineAt(fence + 1))) return undefined;
  const end = { line: fence, column: lines.lineAt(fence).indexOf('-') + 1 };
  const edits = [{ range: { start: { line: 1, column: 1 }, end }, text: '' }];
  return { title: 'blancs retirés avant l’en-tête', edits, reveals: true };
}

/** Spaces and line ends in place of a text, so that what follows keeps its offset. */
function blank(text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');
}
