import { slugify } from '../french.ts';
import type { SectionSpec } from '../record/passage.ts';
import {
  type AnswerPath,
  bookmarkOf,
  isBookmarkOfAnswer,
  pathOfTag,
  sectionBookmarkOf,
  sectionOfTag,
} from './anchors.ts';
import type { FormModel, FormTable, Question } from './form-model.ts';
import { childOf, descendants, isElement, propertyOf, type XmlElement } from './xml.ts';

/** What an anchor names. */
export type Anchor =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'cell'; readonly table: FormTable; readonly column: Question; readonly row: number }
  /** A key that the schema no longer has, as the form called it. */
  | { readonly kind: 'gone'; readonly name: string };

/** Finds what the tags and bookmarks of a form name. */
export interface FormIndex {
  anchorOfTag(tag: string): Anchor | undefined;
  anchorOfBookmark(name: string): Anchor | undefined;
  sectionOfTag(tag: string): SectionSpec | undefined;
  sectionOfBookmark(name: string): SectionSpec | undefined;
}

/** A form of before may have had more lines than one of today. */
const MOST_ROWS = 40;

/** Indexes what a form asks. */
export function indexForm(model: FormModel): FormIndex {
  const byPath = new Map<string, (row: number) => Anchor>();
  const byBookmark = new Map<string, Anchor>();
  const add = (path: AnswerPath, anchor: (row: number) => Anchor, rows: readonly number[]) => {
    byPath.set(path.filter((step) => typeof step === 'string').join('.'), anchor);
    for (const row of rows)
      byBookmark.set(bookmarkOf(path.map((step) => (typeof step === 'number' ? row : step))), anchor(row));
  };
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => row);
  for (const block of [...model.blocks, ...model.centre]) {
    if (block.kind === 'question') {
      const { question } = block;
      add(question.path, () => ({ kind: 'question', question }), [0]);
    } else {
      const { table } = block;
      for (const column of table.columns)
        add([...table.path, 0, ...column.path], (row) => ({ kind: 'cell', table, column, row }), rows);
    }
  }
  const sections = new Map(model.sections.map((section) => [sectionBookmarkOf(section.mot), section]));
  return {
    anchorOfTag(tag) {
      const path = pathOfTag(tag);
      if (!path) return undefined;
      const row = path.find((step): step is number => typeof step === 'number') ?? 0;
      const keys = path.filter((step) => typeof step === 'string').join('.');
      return byPath.get(keys)?.(row) ?? { kind: 'gone', name: keys };
    },
    anchorOfBookmark: (name) =>
      isBookmarkOfAnswer(name)
        ? (byBookmark.get(name) ?? { kind: 'gone', name: name.replace(/^cops_/, '') })
        : undefined,
    sectionOfTag(tag) {
      const word = sectionOfTag(tag);
      return word === undefined ? undefined : model.sections.find(({ mot }) => slugify(mot) === word);
    },
    sectionOfBookmark: (name) => sections.get(name),
  };
}

/** An anchor, and the element that bears it: a control, or the beginning of a bookmark. */
export interface PlacedAnchor {
  readonly anchor: Anchor;
  readonly element: XmlElement;
}

/** The anchors within an element, each thing once: its tag is believed over its bookmark. */
export function anchorsIn(element: XmlElement, index: FormIndex): PlacedAnchor[] {
  const tagged = [...descendants(element, 'w:sdt')].flatMap((sdt) => toPlaced(sdt, anchorOfControl(sdt, index)));
  if (tagged.length > 0) return tagged;
  return [...descendants(element, 'w:bookmarkStart')].flatMap((start) =>
    toPlaced(start, index.anchorOfBookmark(start.attributes['w:name'] ?? '')),
  );
}

/** What the tag of a control names. */
export function anchorOfControl(sdt: XmlElement, index: FormIndex): Anchor | undefined {
  const anchor = index.anchorOfTag(tagOfControl(sdt) ?? '');
  const title = propertyOf(childOf(sdt, 'w:sdtPr'), 'w:alias');
  return anchor?.kind === 'gone' && title !== undefined ? { ...anchor, name: title } : anchor;
}

/** The tag of a control. */
export function tagOfControl(sdt: XmlElement): string | undefined {
  return propertyOf(childOf(sdt, 'w:sdtPr'), 'w:tag');
}

/** The names of the bookmarks that begin directly in a paragraph, or in what wraps its words. */
export function bookmarksOf(paragraph: XmlElement): string[] {
  return [...descendants(paragraph, 'w:bookmarkStart')].flatMap(({ attributes }) => attributes['w:name'] ?? []);
}

/** Children through what only wraps them: controls, insertions that were tracked, custom XML. */
export function* unwrapped(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (WRAPPERS.has(child.name)) yield* unwrapped(child);
    else yield child;
  }
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

function toPlaced(element: XmlElement, anchor: Anchor | undefined): PlacedAnchor[] {
  return anchor ? [{ anchor, element }] : [];
}
