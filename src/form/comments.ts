import { escapeXml } from './controls.ts';
import type { PlacedFault } from './place-faults.ts';
import { childOf, isElement, parseXml, type XmlElement } from './xml.ts';

/** Who signs the comments that `cops` writes. */
export const ANNOTATOR = 'cops';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${NAMESPACE}">`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** A stretch of a text, and what takes its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with stretches replaced; they do not overlap, and those at one place stay in their order. */
export function splice(text: string, splices: readonly Splice[]): string {
  let done = '';
  let at = 0;
  for (const { start, end, text: own } of [...splices].sort((a, b) => a.start - b.start)) {
    done += text.slice(at, start) + own;
    at = Math.max(at, end);
  }
  return done + text.slice(at);
}

/** The comments of a file: those of an earlier run taken out, the others kept. */
export interface CommentList {
  /** Without ours. */
  readonly text: string;
  /** The numbers of those that were ours. */
  readonly removed: ReadonlySet<string>;
  /** The first number that none has. */
  readonly next: number;
}

/** Takes our comments out of `comments.xml`, which may be missing. */
export function dropOwnComments(text: string | undefined): CommentList {
  if (text === undefined) return { text: `${HEAD}</w:comments>`, removed: new Set(), next: 0 };
  const comments = parseXml(text).children.filter((child): child is XmlElement => isElement(child, 'w:comment'));
  const own = comments.filter(({ attributes }) => attributes['w:author'] === ANNOTATOR);
  const kept = comments.filter((comment) => !own.includes(comment));
  const numbers = kept.map(({ attributes }) => Number(attributes['w:id'])).filter(Number.isSafeInteger);
  return {
    text: splice(
      text,
      own.map(({ start, end }) => ({ start, end, text: '' })),
    ),
    removed: new Set(own.map(({ attributes }) => attributes['w:id'] ?? '')),
    next: Math.max(-1, ...numbers) + 1,
  };
}

/** `comments.xml` with a comment for each fault, numbered from `next` on; without a date, for the same bytes on any day. */
export function addComments({ text, next }: CommentList, faults: readonly PlacedFault[]): string {
  const added = faults.map((fault, index) => formatComment(fault, next + index)).join('');
  const root = parseXml(text);
  if (root.innerEnd < root.end) return splice(text, [{ start: root.innerEnd, end: root.innerEnd, text: added }]);
  return splice(text, [{ start: root.end - 2, end: root.end, text: `>${added}</w:comments>` }]);
}

function formatComment({ severity, message }: PlacedFault, id: number): string {
  const words = `${severity === 'error' ? 'À corriger' : 'À vérifier'} : ${message}`;
  const paragraphs = words
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('');
  return `<w:comment w:id="${id}" w:author="${ANNOTATOR}" w:initials="${ANNOTATOR}">${paragraphs}</w:comment>`;
}

/** The part that holds comments, as the relations of the document name it; undefined where there is none. */
export function findCommentPart(relations: string | undefined): string | undefined {
  if (relations === undefined) return undefined;
  const found = parseXml(relations).children.find((child) => isElement(child) && child.attributes.Type === RELATION);
  const target = found && isElement(found) ? found.attributes.Target : undefined;
  return target === undefined ? undefined : target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

/** The relations of the document, with one that leads to its comments. */
export function addRelation(relations: string | undefined): string {
  const text =
    relations ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const root = parseXml(text);
  const known = new Set(root.children.map((child) => (isElement(child) ? child.attributes.Id : '')));
  let number = 1;
  while (known.has(`copsCommentaires${number}`)) number++;
  return insertLast(
    text,
    root,
    `<Relationship Id="copsCommentaires${number}" Type="${RELATION}" Target="comments.xml"/>`,
  );
}

/** The types of the parts of a file, with that of its comments. */
export function addContentType(types: string, part: string): string {
  const root = parseXml(types);
  const isKnown = root.children.some(
    (child) => isElement(child, 'Override') && child.attributes.PartName === `/${part}`,
  );
  return isKnown ? types : insertLast(types, root, `<Override PartName="/${part}" ContentType="${CONTENT_TYPE}"/>`);
}

function insertLast(text: string, root: XmlElement, added: string): string {
  if (root.innerEnd < root.end) return splice(text, [{ start: root.innerEnd, end: root.innerEnd, text: added }]);
  return splice(text, [{ start: root.end - 2, end: root.end, text: `>${added}</${root.name}>` }]);
}

/** What takes the marks of removed comments out of a document. */
export function dropMarks(document: XmlElement, removed: ReadonlySet<string>): Splice[] {
  if (removed.size === 0) return [];
  const splices: Splice[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const isMark = MARKS.has(child.name) && removed.has(child.attributes['w:id'] ?? '');
      const gone = isMark ? child : referenceRun(child, removed);
      if (gone) splices.push({ start: gone.start, end: gone.end, text: '' });
      else walk(child);
    }
  };
  walk(document);
  return splices;
}

const MARKS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']);

/** A run that holds nothing but the mark of a removed comment. */
function referenceRun(run: XmlElement, removed: ReadonlySet<string>): XmlElement | undefined {
  if (run.name !== 'w:r') return undefined;
  const held = run.children.filter((child): child is XmlElement => isElement(child) && child.name !== 'w:rPr');
  const isOwn =
    held.length > 0 &&
    held.every((mark) => mark.name === 'w:commentReference' && removed.has(mark.attributes['w:id'] ?? ''));
  return isOwn ? run : undefined;
}

/** What puts the marks of comments around the words of a paragraph. */
export function markParagraph(paragraph: XmlElement, ids: readonly number[], text: string): Splice[] {
  const before = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
  const after = ids
    .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    .join('');
  if (paragraph.innerEnd === paragraph.end) {
    const opening = text.slice(paragraph.start, paragraph.end).replace(/\s*\/>$/, '>');
    return [{ start: paragraph.start, end: paragraph.end, text: `${opening}${before}${after}</w:p>` }];
  }
  const begin = childOf(paragraph, 'w:pPr')?.end ?? paragraph.innerStart;
  return [
    { start: begin, end: begin, text: before },
    { start: paragraph.innerEnd, end: paragraph.innerEnd, text: after },
  ];
}
