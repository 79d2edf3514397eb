import type { Nodes, Paragraph } from 'mdast';
import type { Range } from '../diagnostic.ts';
import type { Lines } from './lines.ts';
import { COMMENT_MASK, type CommentMarks, type PlacedText, readComments, readMarks, TEXT_MASK } from './marks.ts';
import type { Hashtag, Nature, Passage } from './passage.ts';

/** A passage to which the comments of the next line may still be added. */
export type PassageDraft = Omit<Passage, 'extrait' | 'refus'> & { readonly comments: CommentMarks };

/** The arrow that opens a piste, in what a reader sees of a line. */
export const ARROW = /^(?:[→⇒➔➜➡]|[-–—]{1,2}>|={1,2}>)\s*/;
/** The same as its author typed it, which may be in bold; an arrow behind a backslash is text. */
const ARROW_IN_SOURCE = /^[*_~]{0,3}(?:[→⇒➔➜➡]|[-–—]{1,2}>|={1,2}>)/;
const UNCLOSED = /(?<!\\)<!--/;

interface Line {
  readonly number: number;
  /** Offset in the file of its first character, after the marks of quotation and the indent. */
  readonly start: number;
  readonly source: string;
  /** The same with comments, code and links masked, character by character. */
  readonly masked: string;
  /** What a reader sees of it. */
  readonly plain: string;
}

/** What a paragraph holds: its passages, and the marks that belong to none. */
export interface ParagraphParts {
  readonly drafts: PassageDraft[];
  /** Hashtags elsewhere than at the end of a passage. */
  readonly stray: Hashtag[];
  /** Hashtags and names beside which no word stands. */
  readonly lonely: Hashtag[];
  readonly lonelyNames: Hashtag[];
  /** Where a comment opens that is not closed before the paragraph ends. */
  readonly unclosed: Range[];
}

/** Cuts a paragraph into passages: a line that begins with an arrow begins a new one. */
export function readParagraph(
  node: Paragraph,
  lines: Lines,
  context: { nature: Nature; headings: readonly string[] },
): ParagraphParts {
  const parts: ParagraphParts = { drafts: [], stray: [], lonely: [], lonelyNames: [], unclosed: [] };
  for (const group of groupByArrow(readLines(node, lines))) {
    const masked = join(group, ({ masked }) => masked, lines);
    const marks = readMarks(masked);
    parts.stray.push(...marks.stray);
    const unclosed = masked.text.search(UNCLOSED);
    if (unclosed >= 0) parts.unclosed.push(masked.rangeOf(unclosed, unclosed + 4));
    const arrow = ARROW_IN_SOURCE.test(group[0]?.masked ?? '');
    const words = dropLastWords(group.map(({ plain }) => plain.trim()).join(' '), marks.words);
    const text = arrow ? words.replace(ARROW, '') : words;
    if (text === '') {
      parts.lonely.push(...marks.themes, ...marks.libres);
      if (marks.nom) parts.lonelyNames.push(marks.nom);
      continue;
    }
    const comments: CommentMarks = { extrait: false, refus: [] };
    readComments(join(group, commentsOf, lines), comments);
    parts.drafts.push({
      nature: arrow ? 'piste' : context.nature,
      headings: context.headings,
      text,
      range: rangeOfGroup(group, lines),
      themes: marks.themes,
      libres: marks.libres,
      ...(marks.nom && { nom: marks.nom.word, nomRange: marks.nom.range }),
      comments,
    });
  }
  return parts;
}

function groupByArrow(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || ARROW_IN_SOURCE.test(line.masked)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

/** The comments of a line as they are written, all else masked: in code, `<!-- extrait -->` is text. */
function commentsOf({ source, masked }: Line): string {
  return masked.replace(COMMENT_OR_NOT, (part, at: number) =>
    part.startsWith(COMMENT_MASK) ? source.slice(at, at + part.length) : TEXT_MASK.repeat(part.length),
  );
}

const COMMENT_OR_NOT = new RegExp(`${COMMENT_MASK}+|[^${COMMENT_MASK}]+`, 'g');

function rangeOfGroup(group: Line[], lines: Lines): Range {
  const first = group[0];
  const last = group.at(-1);
  return lines.rangeOf(first?.start ?? 0, (last?.start ?? 0) + (last?.source.trimEnd().length ?? 0));
}

function join(group: Line[], textOf: (line: Line) => string, lines: Lines): PlacedText {
  const starts: { at: number; offset: number }[] = [];
  let text = '';
  for (const line of group) {
    if (text) text += '\n';
    starts.push({ at: text.length, offset: line.start });
    text += textOf(line);
  }
  const offsetOf = (index: number) => {
    let low = 0;
    for (let above = starts.length; low + 1 < above; ) {
      const middle = (low + above) >> 1;
      if ((starts[middle]?.at ?? 0) <= index) low = middle;
      else above = middle;
    }
    return (starts[low]?.offset ?? 0) + index - (starts[low]?.at ?? 0);
  };
  return { text, rangeOf: (start, end) => lines.rangeOf(offsetOf(start), offsetOf(Math.max(start, end - 1)) + 1) };
}

/** The marks are the last words of the plain text too, since hashtags and names are text to Markdown. */
function dropLastWords(text: string, count: number): string {
  const words = text.trim().split(/\s+/u);
  return words.slice(0, words.length - count).join(' ');
}

function readLines(node: Paragraph, lines: Lines): Line[] {
  const first = node.position?.start;
  const last = node.position?.end;
  if (!first || !last) return [];
  const masked = maskSource(node, lines);
  const plain = plainByLine(node);
  const read: Line[] = [];
  for (let number = first.line; number <= last.line; number++) {
    const whole = lines.lineAt(number);
    const lineStart = lines.offsetOf(number);
    const prefix = number === first.line ? first.column - 1 : (/^[\s>]*/.exec(whole)?.[0].length ?? 0);
    const end = number === last.line ? last.column - 1 : whole.length;
    const start = lineStart + prefix;
    read.push({
      number,
      start,
      source: whole.slice(prefix, end),
      masked: masked.slice(start - (first.offset ?? 0), lineStart + end - (first.offset ?? 0)),
      plain: plain.get(number) ?? '',
    });
  }
  return read;
}

/** The paragraph's source with what is no text masked, so that offsets stay. */
function maskSource(node: Paragraph, lines: Lines): string {
  const origin = node.position?.start.offset ?? 0;
  const text = lines.text.slice(origin, node.position?.end.offset);
  const parts: string[] = [];
  let done = 0;
  const mask = (child: Nodes, sign: string) => {
    const start = (child.position?.start.offset ?? 0) - origin;
    const end = (child.position?.end.offset ?? 0) - origin;
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\n]/g, sign));
    done = end;
  };
  const walk = (child: Nodes) => {
    if (child.type === 'html') mask(child, child.value.startsWith('<!--') ? COMMENT_MASK : TEXT_MASK);
    else if (OPAQUE.has(child.type)) mask(child, TEXT_MASK);
    else if ('children' in child) child.children.forEach(walk);
  };
  node.children.forEach(walk);
  return parts.join('') + text.slice(done);
}

const OPAQUE = new Set(['inlineCode', 'link', 'linkReference', 'image', 'imageReference', 'footnoteReference']);

/** What a reader sees on each line of the file. */
function plainByLine(node: Paragraph): Map<number, string> {
  const plain = new Map<number, string>();
  const add = (line: number, text: string) => {
    plain.set(line, (plain.get(line) ?? '') + text);
  };
  const walk = (child: Nodes) => {
    const line = child.position?.start.line ?? 0;
    if (child.type === 'text') for (const [index, part] of child.value.split('\n').entries()) add(line + index, part);
    else if (child.type === 'inlineCode') add(line, child.value);
    else if (child.type === 'image' || child.type === 'imageReference') add(line, child.alt ?? '');
    else if ('children' in child) child.children.forEach(walk);
  };
  node.children.forEach(walk);
  return plain;
}
