import type { Block, TextBlock } from './block.ts';
import { foldInPlace } from './find-dates.ts';
import { dropStart, type Line, textLine } from './line.ts';
import { splitSentences } from './sentence.ts';

/** A text that its words place in a section of a projet. */
export interface Sorted {
  /** The word of the section in the schema. */
  readonly mot: string;
  readonly block: Block;
  /** The words that say so; none for what follows such a text. */
  readonly cue?: string;
}

/** Words that leave no doubt about the section of a projet, in a folded sentence. */
const CUES: readonly (readonly [mot: string, pattern: RegExp])[] = [
  [
    'freins',
    /\b(?:difficultes? (?:rencontree?s?|identifiee?s?|reperee?s?)|(?:principaux|principal|plusieurs|un|des|les|ces) freins?|obstacles? (?:rencontres?|identifies?|a lever)|faire face a (?:des|quelques|plusieurs|certaines) difficultes)\b/u,
  ],
  [
    'leviers',
    /\b(?:(?:represente|constitue|est|sont|constituent|representent) (?:aussi |egalement )?(?:un|des|le|les) (?:\S+ )?leviers?|leviers? (?:majeur|identifie|principa))/u,
  ],
  [
    'objectifs',
    /\b(?:l'objectif (?:\S+ ){0,2}(?:est|sera|etait|vise|consiste)|(?:a|ont|avait|aura|auront) (?:donc )?pour (?:objectifs?|but)|les objectifs (?:sont|seront|de cet accompagnement))\b/u,
  ],
  [
    'avancement',
    /\b(?:a ce jour|a cette date)\b.*\b(?:ont|a) (?:deja )?(?:ete|eu)\b|\b(?:reunions|interventions|seances) (?:ont (?:deja )?(?:ete|eu lieu)|se sont tenues)/u,
  ],
  ['contexte', /^\W*dans le cadre du (?:projet regional de sante|prs)\b/u],
];
/** « Le COPS a notamment pour objectif » tells what the centre is for, not what the projet is for. */
const OF_THE_CENTRE = /^\W*(?:le |ce )?(?:cops|centre)\b/u;

/**
 * Parts the text of a projet that has no titles: a sentence whose words name a section opens it, what it leads to (a list)
 * follows, and every other paragraph is left unsorted.
 */
export function sortSentences(blocks: readonly Block[]): { sorted: Sorted[]; unsorted: Block[] } {
  const sorted: Sorted[] = [];
  const unsorted: Block[] = [];
  let above: string | undefined;
  for (const block of blocks) {
    if (block.kind === 'text' && block.mark === 'none' && !block.quoted) {
      for (const piece of cutAtCues(block)) {
        above = piece.mot;
        if (piece.mot === undefined) unsorted.push(piece.block);
        else sorted.push({ mot: piece.mot, block: piece.block, ...(piece.cue && { cue: piece.cue }) });
      }
    } else if (above !== undefined && block.kind === 'text') sorted.push({ mot: above, block });
    else {
      if (block.kind === 'heading') above = undefined;
      unsorted.push(block);
    }
  }
  return { sorted, unsorted };
}

interface Cut {
  readonly block: TextBlock;
  readonly mot?: string;
  readonly cue?: string;
}

/** A later sentence with a cue of its own begins another text. */
function cutAtCues(block: TextBlock): Cut[] {
  const cuts: { line: Line; mot?: string; cue?: string }[] = [];
  let rest = block.line;
  for (const sentence of splitSentences(block.line.text)) {
    const cue = findCue(sentence);
    const last = cuts.at(-1);
    if (last && (!cue || cue.mot === last.mot || rest.text !== joinText(rest))) continue;
    if (last) {
      const at = rest.text.indexOf(sentence);
      if (at < 0) continue;
      cuts[cuts.length - 1] = { ...last, line: keepStart(rest, at) };
      rest = dropStart(rest, at);
    }
    cuts.push({ line: rest, ...cue });
  }
  return cuts.map(({ line, ...said }) => ({ block: { ...block, line }, ...said }));
}

function findCue(sentence: string): { mot: string; cue: string } | undefined {
  const folded = foldInPlace(sentence);
  for (const [mot, pattern] of CUES) {
    const match = pattern.exec(folded);
    if (!match || (mot === 'objectifs' && OF_THE_CENTRE.test(folded))) continue;
    return { mot, cue: sentence.slice(match.index, match.index + match[0].length) };
  }
  return undefined;
}

/** Only a text without bold, links or notes is cut: nothing of it can be lost. */
function keepStart({ text }: Line, length: number): Line {
  return textLine(text.slice(0, length).trim());
}

function joinText({ content }: Line): string {
  return content.every(({ type }) => type === 'text')
    ? content
        .map((node) => ('value' in node ? node.value : ''))
        .join('')
        .trim()
    : '';
}
