import type { Nodes, Paragraph } from 'mdast';
import type { Range } from '../diagnostic.ts';
import type { Lines } from './lines.ts';
import { COMMENT_MASK, type CommentMarks, type PlacedText, readComments, readMarks, TEXT_MASK } from './marks.ts';
import type { Hashtag, Nature, Passage } from './passage.ts';

/** A passage to which the comments of the next line may still be added. */
export type PassageDraft = Omit<Passage, 'extrait' | 'refus'> & { readonly comments: CommentMarks };

const ARROW = /^(?:→|⇒|->|=>)\s*/;

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

/** Cuts a paragraph into passages: a line that begins with an arrow begins a new one. */
export function readParagraph(
  node: Paragraph,
  lines: Lines,
  context: { nature: Nature; headings: readonly string[] },
): { drafts: PassageDraft[]; stray: Hashtag[]; lonely: Hashtag[] } {
  const drafts: PassageDraft[] = [];
  const stray: Hashtag[] = [];
  const lonely: Hashtag[] = [];
  for (const group of groupByArrow(readLines(node, lines))) {
    const masked = join(group, 'masked', lines);
    const marks = readMarks(masked);
    stray.push(...marks.stray);
    const comments: CommentMarks = { extrait: false, refus: [] };
    readComments(join(group, 'source', lines), comments);
    if (marks.alone) {
      lonely.push(...marks.themes, ...marks.libres);
      continue;
    }
    const first = group[0]?.plain.trimStart() ?? '';
    const arrow = ARROW.test(first);
    drafts.push({
      nature: arrow ? 'piste' : context.nature,
      headings: context.headings,
      text: dropLastWords(group.map(({ plain }) => plain.trim()).join(' '), marks.words).replace(ARROW, ''),
      range: rangeOfGroup(group, lines),
      themes: marks.themes,
      libres: marks.libres,
      ...(marks.nom && { nom: marks.nom }),
      comments,
    });
  }
  return { drafts, stray, lonely };
}

function groupByArrow(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || ARROW.test(line.masked)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function rangeOfGroup(group: Line[], lines: Lines): Range {
  const first = group[0];
  const last = group.at(-1);
  return lines.rangeOf(first?.start ?? 0, (last?.start ?? 0) + (last?.source.trimEnd().length ?? 0));
}

function join(group: Line[], key: 'source' | 'masked', lines: Lines): PlacedText {
  const starts: { at: number; offset: number }[] = [];
  let text = '';
  for (const line of group) {
    if (text) text += '\n';
    starts.push({ at: text.length, offset: line.start });
    text += line[key];
  }
  const offsetOf = (index: number) => {
    const line = starts.findLast(({ at }) => at <= index);
    return (line?.offset ?? 0) + index - (line?.at ?? 0);
  };
  return { text, rangeOf: (start, end) => lines.rangeOf(offsetOf(start), offsetOf(Math.max(start, end - 1)) + 1) };
}

/** The marks are the last words of the plain text too, since hashtags and names are text to Markdown. */
function dropLastWords(text: string, count: number): string {
  let rest = text.trim();
  for (let dropped = 0; dropped < count; dropped++) rest = rest.replace(/\s*\S+$/u, '');
  return rest.replace(/\s+/g, ' ');
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
  let text = lines.text.slice(origin, node.position?.end.offset);
  const mask = (child: Nodes, sign: string) => {
    const start = (child.position?.start.offset ?? 0) - origin;
    const end = (child.position?.end.offset ?? 0) - origin;
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, sign) + text.slice(end);
  };
  const walk = (child: Nodes) => {
    if (child.type === 'html') mask(child, child.value.startsWith('<!--') ? COMMENT_MASK : TEXT_MASK);
    else if (OPAQUE.has(child.type)) mask(child, TEXT_MASK);
    else if ('children' in child) child.children.forEach(walk);
  };
  node.children.forEach(walk);
  return text;
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
