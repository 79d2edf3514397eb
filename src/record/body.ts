import type { Heading, Nodes, Paragraph } from 'mdast';
import { type Diagnostic, diagnose, type Range, type Rule } from '../diagnostic.ts';
import { findNearest, fold, quote } from '../french.ts';
import type { Lines } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import { type CommentMarks, findHashtags, readComments, TEXT_MASK } from './marks.ts';
import { plainText, rangeOf } from './nodes.ts';
import { type PassageDraft, readParagraph } from './paragraph.ts';
import type { Hashtag, Passage, SectionSpec } from './passage.ts';
import { readPlainBlocks } from './plain-blocks.ts';
import { commentaireNonFerme, marqueSansPassage, motDieseMalPlace, texteNonLu } from './rules.ts';

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
  /** Deeper headings that are named as a section, and so open none. */
  readonly subsections: readonly Required<Omit<Section, 'empty'>>[];
  readonly passages: readonly Passage[];
  /** Lines of the file that are internal notes, their heading included; both ends inclusive. */
  readonly internalLines: readonly { readonly first: number; readonly last: number }[];
}

/** Reads the sections and passages of a body that keeps the offsets of its file. Faults of marks come with it. */
export function parseBody(
  file: string,
  body: string,
  { lines, specs }: { lines: Lines; specs: readonly SectionSpec[] },
): { body: Body; faults: Diagnostic[] } {
  const reader = new BodyReader(file, lines, specs);
  for (const block of readPlainBlocks(body) ?? [parseMarkdown(body)]) reader.read(block);
  return { body: reader.finish(), faults: reader.faults };
}

/** Headings of this depth or above open a section. */
const SECTION_DEPTH = 2;

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Walks a tree once, in the order of the text; a class because a comment speaks of what was read before it. */
class BodyReader {
  readonly faults: Diagnostic[] = [];
  private readonly sections: Draft<Section>[] = [];
  private readonly subsections: Required<Omit<Section, 'empty'>>[] = [];
  private readonly drafts: PassageDraft[] = [];
  private headings: { depth: number; title: string }[] = [];
  /** How deep the heading stands that opened internal notes, while we are under it. */
  private internalDepth: number | undefined;
  private readonly internalLines: { first: number; last: number }[] = [];
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
      if (node.type === 'code') this.readCode(node);
    } else if ('children' in node) for (const child of node.children) this.read(child);
  }

  finish(): Body {
    return {
      sections: this.sections,
      subsections: this.subsections,
      internalLines: this.internalLines,
      passages: this.drafts.map(({ comments, ...rest }) => toPassage(rest, comments)),
    };
  }

  private get section(): Draft<Section> | undefined {
    return this.sections.at(-1);
  }

  private get isInternal(): boolean {
    return this.internalDepth !== undefined;
  }

  private markContent(): void {
    if (this.section) this.section.empty = false;
  }

  private readHeading(node: Heading): void {
    const title = plainText(node);
    this.refuseHashtags(node);
    const depth = Math.max(SECTION_DEPTH, node.depth);
    this.headings = [...this.headings.filter((above) => above.depth < depth), { depth, title }];
    this.lastLine = -1;
    const spec = findSpec(title, this.specs);
    this.readInternal(node, { depth, opens: spec?.interne === true });
    if (depth > SECTION_DEPTH) {
      if (spec && !spec.interne && !this.isInternal)
        this.subsections.push({ titre: title, range: rangeOf(node), spec });
      return;
    }
    this.sections.push({ titre: title, range: rangeOf(node), empty: true, ...(spec && { spec }) });
  }

  /** Internal notes go on to the next heading that is not below theirs, or to the end. */
  private readInternal(node: Heading, { depth, opens }: { depth: number; opens: boolean }): void {
    const line = node.position?.start.line ?? 1;
    const open = this.internalLines.at(-1);
    if (this.internalDepth !== undefined && open && depth <= this.internalDepth) {
      open.last = line - 1;
      this.internalDepth = undefined;
    }
    if (!opens || this.internalDepth !== undefined) return;
    this.internalDepth = depth;
    this.internalLines.push({ first: line, last: this.lines.count });
  }

  private readParagraph(node: Paragraph): void {
    const spec = this.section?.spec;
    if (this.isInternal) {
      this.refuseHashtags(node);
      return;
    }
    const { drafts, stray, lonely, lonelyNames, unclosed } = readParagraph(node, this.lines, {
      nature: spec?.nature ?? 'contexte',
      headings: this.headings.map(({ title }) => title),
    });
    for (const hashtag of stray) this.refuse(hashtag);
    for (const hashtag of lonely)
      this.refuse(
        hashtag,
        'Ce mot-dièse est seul : il se place à la fin du passage dont il parle, sur la même ligne ou la suivante, sans ligne vide entre les deux.',
      );
    for (const { range } of lonelyNames) this.say(marqueSansPassage, range, STRAY_MARK);
    for (const range of unclosed) this.say(commentaireNonFerme, range, UNCLOSED_COMMENT);
    if (drafts.length === 0) return;
    this.markContent();
    this.drafts.push(...drafts);
    this.lastLine = node.position?.end.line ?? -1;
  }

  /** Four spaces too many make code of a passage: its arrow or its theme shows that it was meant to be read. */
  private readCode(node: Nodes & { type: 'code' }): void {
    const { text } = this.placed(node);
    if (/^(?:`{3}|~{3})/.test(text) || this.isInternal) return;
    if (/^\s*(?:→|->|=>|#[\p{L}])/mu.test(node.value) || /\s#\p{L}[\p{L}\p{N}-]*\s*$/mu.test(node.value))
      this.say(texteNonLu, rangeOf(node), INDENTED_TEXT);
  }

  /** A comment on the same line as a passage, or the next, speaks of it; another html text holds no passage. */
  private readHtml(node: Nodes & { type: 'html' }): void {
    const start = node.position?.start.line ?? 0;
    const placed = this.placed(node);
    const last = this.drafts.at(-1);
    const lastEnd = placed.text.lastIndexOf('-->');
    const closed = placed.text.slice(0, lastEnd < 0 ? 0 : lastEnd + 3);
    const opening = placed.text.indexOf('<!--', closed.length);
    if (opening >= 0)
      this.say(
        commentaireNonFerme,
        placed.rangeOf(opening, opening + 4),
        'Ce commentaire n’est jamais fermé : tout ce qui le suit est caché. Ajoutez « --> » à sa fin.',
      );
    const attached = last !== undefined && start <= this.lastLine + 1;
    const marks = readComments({ ...placed, text: closed }, attached ? last.comments : { extrait: false, refus: [] });
    if (attached) this.lastLine = node.position?.end.line ?? this.lastLine;
    else if (marks > 0) this.say(marqueSansPassage, rangeOf(node), STRAY_MARK);
    const outside = placed.text.replace(/<!--[\s\S]*?(-->|$)/g, (comment) => comment.replace(/[^\n]/g, TEXT_MASK));
    const hidden = outside.replaceAll(TEXT_MASK, ' ').search(/\S/);
    if (hidden >= 0) this.markContent();
    if (hidden > 0 && closed.trimStart().startsWith('<!--') && !this.isInternal)
      this.say(texteNonLu, placed.rangeOf(hidden, outside.trimEnd().length), HIDDEN_TEXT);
    else if (/>[^<>]*\p{L}[^<>]*</u.test(outside) && !this.isInternal) this.say(texteNonLu, rangeOf(node), HTML_TEXT);
    for (const hashtag of findHashtags({ ...placed, text: outside })) this.refuse(hashtag);
  }

  private refuseHashtags(node: Nodes): void {
    if (node.type === 'text') for (const hashtag of findHashtags(this.placed(node))) this.refuse(hashtag);
    else if (node.type !== 'link' && 'children' in node) for (const child of node.children) this.refuseHashtags(child);
  }

  private refuse({ word, range }: Hashtag, message?: string): void {
    const internal = this.isInternal ? ' Rien de ce qui est dans les notes internes n’est compté.' : '';
    const said =
      message ??
      `Le mot-dièse ${quote(`#${word}`)} n’est pas à la fin d’un passage : placez-le après le dernier point, séparé par une espace et sans rien derrière lui.${internal}`;
    this.say(motDieseMalPlace, range, said);
  }

  private say(rule: Rule, range: Range, message: string): void {
    this.faults.push(diagnose(rule, this.file, range, message));
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

const STRAY_MARK =
  'Cette marque ne suit aucun passage, et ne vaut pour rien : placez-la à la fin du passage dont elle parle.';
const HIDDEN_TEXT =
  'Ce texte suit un commentaire qui ouvre la ligne, et n’est donc pas lu : placez le commentaire après le texte, ou seul sur sa ligne.';
const INDENTED_TEXT =
  'Ce texte commence par quatre espaces, et Markdown le prend pour du code : il n’est pas lu. Retirez les espaces de début de ligne.';
const HTML_TEXT = 'Ce texte est entre des balises HTML, et n’est pas lu : gardez le texte, retirez les balises.';
const UNCLOSED_COMMENT =
  'Ce commentaire n’est pas fermé avant la fin du paragraphe : il serait lu comme du texte, ou comme un thème. Ajoutez « --> » à sa fin.';

function toPassage(draft: Omit<PassageDraft, 'comments'>, comments: CommentMarks): Passage {
  return { ...draft, nature: comments.nature ?? draft.nature, extrait: comments.extrait, refus: comments.refus };
}

/** The section that a heading opens. One that names two, such as « Freins et leviers », opens neither: its passages could be both. */
export function findSpec(title: string, specs: readonly SectionSpec[]): SectionSpec | undefined {
  const folded = fold(title).trim();
  const named = specs.filter(({ mot }) => ` ${folded.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${mot} `));
  const opened = specs.find(({ mot }) => folded.startsWith(mot) && !/[a-z0-9]/.test(folded[mot.length] ?? ''));
  if (opened?.interne || named.length < 2) return opened ?? specs.find((spec) => isMisspelt(folded, spec));
  return undefined;
}

/** Internal notes are known even misspelt, « note interne » or « notes internse »: they must never be shared. */
function isMisspelt(folded: string, { mot, interne }: SectionSpec): boolean {
  const initials = (words: string) =>
    words
      .split(/\s+/)
      .map((word) => word[0])
      .join('');
  return interne === true && initials(folded) === initials(mot) && findNearest(folded, [mot]) !== undefined;
}
