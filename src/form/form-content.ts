import type { SectionSpec } from '../record/passage.ts';
import { type AnswerPath, fingerprint, isBookmarkOfSection, PART, TITLE } from './anchors.ts';
import { type Anchor, anchorsIn, bookmarksOf, type FormIndex, tagOfControl } from './form-index.ts';
import type { Question } from './form-model.ts';
import { isPlaceholderText, withoutPlaceholder } from './form-words.ts';
import { FormTableReader } from './table-reader.ts';
import { linesOf, showsPlaceholder, wordsOf } from './word-text.ts';
import { descendants, isElement, type XmlElement } from './xml.ts';

/** What was written in one place of a form; no line where it was left empty. */
export interface Answer {
  /** In the header: empty lines of tables are not counted. */
  readonly path: AnswerPath;
  readonly question: Question;
  /** What the form calls it: for a line of a table, the list. */
  readonly label: string;
  readonly lines: readonly string[];
  /** The cell or the paragraph that it fills. */
  readonly element: XmlElement;
}

/** Words that belong to no question of today. */
export interface Stray {
  readonly element: XmlElement;
  /** The question of before, where there was one. */
  readonly label?: string;
}

/** The text of a section. */
export interface SectionContent {
  readonly heading: XmlElement | undefined;
  readonly blocks: readonly XmlElement[];
}

/** All that a filled form holds, each thing once. */
export interface FormContent {
  readonly title: XmlElement | undefined;
  readonly answers: readonly Answer[];
  /** The first empty place of each list, by its path. */
  readonly emptyLines: ReadonlyMap<string, XmlElement>;
  readonly sections: ReadonlyMap<SectionSpec, SectionContent>;
  readonly strays: readonly Stray[];
}

/** What a form is read with. */
export interface FormReading {
  readonly index: FormIndex;
  readonly sections: readonly SectionSpec[];
  /** Fingerprints of what the form itself says. */
  readonly printed: ReadonlySet<string>;
  /** The name of a paragraph's style, as its file has it. */
  styleOf(paragraph: XmlElement): string;
}

/** Sorts the blocks of a filled form: answers, texts of sections, and all else. */
export function readContent(body: XmlElement, reading: FormReading): FormContent {
  const sorter = new ContentSorter(reading);
  sorter.sort(body, undefined);
  return sorter.content();
}

/** Holds where the reading is: a heading opens the section that all that follows belongs to. */
class ContentSorter {
  private readonly reading: FormReading;
  private readonly tables: FormTableReader;
  private readonly sections = new Map<SectionSpec, { heading: XmlElement | undefined; blocks: XmlElement[] }>();
  private title: XmlElement | undefined;
  private here: SectionSpec | undefined;
  private pending: string[] = [];

  constructor(reading: FormReading) {
    this.reading = reading;
    this.tables = new FormTableReader(reading);
  }

  content(): FormContent {
    const { answers, emptyLines, strays } = this.tables;
    return { title: this.title, answers, emptyLines, sections: this.sections, strays };
  }

  /** `inside` is the section in whose control the blocks stand. */
  sort(container: XmlElement, inside: SectionSpec | undefined): void {
    for (const child of container.children) {
      if (!isElement(child)) continue;
      if (child.name === 'w:p') this.sortParagraph(child, inside);
      else if (child.name === 'w:tbl') this.sortTable(child, inside);
      else if (child.name === 'w:bookmarkStart') this.pending.push(child.attributes['w:name'] ?? '');
      else if (child.name === 'w:sdt')
        this.sort(child, this.reading.index.sectionOfTag(tagOfControl(child) ?? '') ?? inside);
      else if (WRAPPERS.has(child.name)) this.sort(child, inside);
    }
  }

  private sortParagraph(paragraph: XmlElement, inside: SectionSpec | undefined): void {
    const names = [...this.pending, ...bookmarksOf(paragraph)];
    this.pending = [];
    if (names.some((name) => name.startsWith(TITLE))) this.title = paragraph;
    const opened = inside ? undefined : this.findOpened(paragraph, names);
    if (opened) {
      this.here = opened;
      const known = this.sections.get(opened);
      this.sections.set(opened, { heading: known?.heading ?? paragraph, blocks: known?.blocks ?? [] });
    } else if (!inside && names.some((name) => name.startsWith(PART) || name.startsWith(TITLE))) this.here = undefined;
    const anchors = anchorsIn(paragraph, this.reading.index);
    if (anchors.length > 0) {
      for (const { anchor } of anchors) this.tables.take(anchor, paragraph);
    } else if (!opened && !this.isPrinted(paragraph, inside)) this.keep(paragraph, inside);
  }

  private sortTable(table: XmlElement, inside: SectionSpec | undefined): void {
    if (anchorsIn(table, this.reading.index).length > 0) this.tables.read(table);
    else this.keep(table, inside);
  }

  /** The section that a heading opens: by its bookmark, else, where a word processor lost it, by its very words. */
  private findOpened(paragraph: XmlElement, names: readonly string[]): SectionSpec | undefined {
    for (const name of names.filter(isBookmarkOfSection)) {
      const spec = this.reading.index.sectionOfBookmark(name);
      if (spec) return spec;
    }
    if (!/^heading 2$/i.test(this.reading.styleOf(paragraph))) return undefined;
    const words = wordsOf(paragraph).replace(/\s*\*$/, '');
    return this.reading.sections.find((spec) => spec.titre === words && !this.sections.has(spec));
  }

  private isPrinted(paragraph: XmlElement, inside: SectionSpec | undefined): boolean {
    const words = wordsOf(paragraph);
    if (isPlaceholderText(words)) return true;
    if (!this.reading.printed.has(fingerprint(words))) return false;
    return (!inside && this.here === undefined) || FORM_STYLE.test(this.reading.styleOf(paragraph));
  }

  private keep(block: XmlElement, inside: SectionSpec | undefined): void {
    const spec = inside ?? this.here;
    if (!spec) {
      this.tables.strays.push({ element: block });
      return;
    }
    const known = this.sections.get(spec) ?? { heading: undefined, blocks: [] };
    known.blocks.push(block);
    this.sections.set(spec, known);
  }
}

/** Of hints and examples: in a section, the same words in another style are the author's. */
const FORM_STYLE = /^formulaire/i;

const WRAPPERS = new Set(['w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

/** Lines of an answer, without what stood in its place before. */
export function answerLines(element: XmlElement): string[] {
  const controls = [...(element.name === 'w:sdt' ? [element] : []), ...descendants(element, 'w:sdt')];
  return withoutPlaceholder(linesOf(element), controls.some(showsPlaceholder));
}

/** What an anchor is called by a person. */
export function labelOfAnchor(anchor: Anchor): string {
  return anchor.kind === 'gone'
    ? anchor.name
    : anchor.kind === 'question'
      ? anchor.question.label
      : anchor.column.label;
}
