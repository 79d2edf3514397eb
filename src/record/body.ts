import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Diagnostic, diagnose, type Range } from '../diagnostic.ts';
import { fold, quote } from '../french.ts';
import type { Lines } from './lines.ts';
import { type CommentMarks, findHashtags, readComments, TEXT_MASK } from './marks.ts';
import { type PassageDraft, readParagraph } from './paragraph.ts';
import type { Hashtag, Passage, SectionSpec } from './passage.ts';
import { commentaireNonFerme, marqueSansPassage, motDieseMalPlace } from './rules.ts';

/** A second-level heading and what stands under it. */
export interface Section {
  readonly titre: string;
  readonly range: Range;
  /** How the schema wants it read; none for a heading of the author's own. */
  readonly spec?: SectionSpec;
  /** Whether nothing but headings and comments stands there. */
  readonly empty: boolean;
}

/** The text of a fiche below its header. */
export interface Body {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads the sections and passages of a body that keeps the offsets of its file. Faults of marks come with it. */
export function parseBody(
  file: string,
  body: string,
  { lines, specs }: { lines: Lines; specs: readonly SectionSpec[] },
): { body: Body; faults: Diagnostic[] } {
  const reader = new BodyReader(file, lines, specs);
  reader.read(parser.parse(body) as Root);
  return { body: reader.finish(), faults: reader.faults };
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Walks a tree once, in the order of the text; a class because a comment speaks of what was read before it. */
class BodyReader {
  readonly faults: Diagnostic[] = [];
  private readonly sections: Draft<Section>[] = [];
  private readonly drafts: PassageDraft[] = [];
  private headings: { depth: number; title: string }[] = [];
  /** The line below which a comment no longer belongs to the last passage. */
  private lastLine = -1;
  private readonly file: string;
  private readonly lines: Lines;
  private readonly specs: readonly SectionSpec[];

  constructor(file: string, lines: Lines, specs: readonly SectionSpec[]) {
    this.file = file;
    this.lines = lines;
    this.specs = specs;
  }

  read(node: Nodes): void {
    if (node.type === 'heading') this.readHeading(node);
    else if (node.type === 'paragraph') this.readParagraph(node);
    else if (node.type === 'html') this.readHtml(node);
    else if (node.type === 'table' || node.type === 'code' || node.type === 'footnoteDefinition') {
      this.markContent();
      this.refuseHashtags(node);
    } else if ('children' in node) for (const child of node.children) this.read(child);
  }

  finish(): Body {
    return { sections: this.sections, passages: this.drafts.map(({ comments, ...rest }) => toPassage(rest, comments)) };
  }

  private get section(): Draft<Section> | undefined {
    return this.sections.at(-1);
  }

  private markContent(): void {
    if (this.section) this.section.empty = false;
  }

  private readHeading(node: Heading): void {
    const title = plainText(node);
    this.refuseHashtags(node);
    this.headings = [...this.headings.filter(({ depth }) => depth < node.depth), { depth: node.depth, title }];
    this.lastLine = -1;
    if (node.depth > 2) return;
    const spec = this.specs.find(({ mot }) => beginsWith(title, mot));
    this.sections.push({ titre: title, range: rangeOf(node), empty: true, ...(spec && { spec }) });
  }

  private readParagraph(node: Paragraph): void {
    const spec = this.section?.spec;
    if (spec?.interne) {
      this.refuseHashtags(node);
      return;
    }
    const { drafts, stray, lonely } = readParagraph(node, this.lines, {
      nature: spec?.nature ?? 'contexte',
      headings: this.headings.map(({ title }) => title),
    });
    for (const hashtag of stray) this.refuse(hashtag);
    for (const hashtag of lonely)
      this.refuse(
        hashtag,
        'Ce mot-dièse est seul : il se place à la fin du passage dont il parle, sur la même ligne ou la suivante, sans ligne vide entre les deux.',
      );
    if (drafts.length === 0) return;
    this.markContent();
    this.drafts.push(...drafts);
    this.lastLine = node.position?.end.line ?? -1;
  }

  /** A comment on the same line as a passage, or the next, speaks of it; another html text holds no passage. */
  private readHtml(node: Nodes & { type: 'html' }): void {
    const start = node.position?.start.line ?? 0;
    const placed = this.placed(node);
    const last = this.drafts.at(-1);
    if (/<!--(?![\s\S]*-->)/.test(node.value)) {
      const message = 'Ce commentaire n’est jamais fermé : tout ce qui le suit est caché. Ajoutez « --> » à sa fin.';
      this.faults.push(diagnose(commentaireNonFerme, this.file, rangeOf(node), message));
    }
    const attached = last !== undefined && start <= this.lastLine + 1;
    const marks = readComments(placed, attached ? last.comments : { extrait: false, refus: [] });
    if (attached) this.lastLine = node.position?.end.line ?? this.lastLine;
    else if (marks > 0) {
      const message =
        'Cette marque ne suit aucun passage, et ne vaut pour rien : placez-la à la fin du passage dont elle parle.';
      this.faults.push(diagnose(marqueSansPassage, this.file, rangeOf(node), message));
    }
    const outside = placed.text.replace(/<!--[\s\S]*?(-->|$)/g, (comment) => comment.replace(/[^\n]/g, TEXT_MASK));
    for (const hashtag of findHashtags({ ...placed, text: outside })) this.refuse(hashtag);
  }

  private refuseHashtags(node: Nodes): void {
    if (node.type === 'text') for (const hashtag of findHashtags(this.placed(node))) this.refuse(hashtag);
    else if (node.type !== 'link' && 'children' in node) for (const child of node.children) this.refuseHashtags(child);
  }

  private refuse({ word, range }: Hashtag, message?: string): void {
    const internal = this.section?.spec?.interne ? ' Rien de ce qui est dans les notes internes n’est compté.' : '';
    const said =
      message ??
      `Le mot-dièse ${quote(`#${word}`)} n’est pas à la fin d’un passage : placez-le après le dernier point, séparé par une espace et sans rien derrière lui.${internal}`;
    this.faults.push(diagnose(motDieseMalPlace, this.file, range, said));
  }

  /** The source of a node, offset by offset. */
  private placed(node: Nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    return {
      text: this.lines.text.slice(start, end),
      rangeOf: (from: number, to: number) => this.lines.rangeOf(start + from, start + to),
    };
  }
}

function toPassage(draft: Omit<PassageDraft, 'comments'>, comments: CommentMarks): Passage {
  return { ...draft, nature: comments.nature ?? draft.nature, extrait: comments.extrait, refus: comments.refus };
}

function beginsWith(title: string, words: string): boolean {
  const folded = fold(title).trim();
  return folded === words || (folded.startsWith(words) && !/[a-z0-9]/.test(folded[words.length] ?? ''));
}

function rangeOf(node: Nodes): Range {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

function plainText(node: Parents | PhrasingContent): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map((child) => plainText(child as PhrasingContent)).join('') : '';
}
