import { Bookmark, ImportedXmlComponent, type Paragraph, type ParagraphChild } from 'docx';
import { fixSpaces } from '../render/typography.ts';
import { type AnswerPath, bookmarkOf, sectionTagOf, tagOf } from './anchors.ts';
import type { Question } from './form-model.ts';
import { PLACEHOLDERS, TEXT_LEAD } from './form-words.ts';

interface Control {
  readonly tag: string;
  /** What Word shows above the control while it is filled in. */
  readonly title: string;
  readonly id: number;
  /** Whether all that it holds shows where to write. */
  readonly isEmpty: boolean;
  /** What may be chosen, where it is a list. */
  readonly list?: string;
  /** The content: runs, or paragraphs where the control is a block. */
  readonly content: string;
}

/**
 * A place to answer: a control of Word that knows its key by its tag, between the ends of a bookmark that knows it too. It is no
 * « plain text » control, whose line ends LibreOffice loses.
 */
export function answerControl(question: Question, path: AnswerPath, id: number): ParagraphChild {
  const { choices, label } = question;
  const items = choices.map((choice) => listItem(choice.label, choice.value)).join('');
  const placeholder = placeholderOf(question);
  const xml = formatControl({
    tag: tagOf(path),
    title: label,
    id,
    isEmpty: true,
    ...(choices.length > 0 && { list: `<w:dropDownList>${listItem(placeholder, '')}${items}</w:dropDownList>` }),
    content: formatPlaceholder(placeholder),
  });
  return new Bookmark({ id: bookmarkOf(path), children: [toComponent(xml) as unknown as ParagraphChild] });
}

/**
 * The place for the text of a section, of as many paragraphs as are written. Its first line is the form's own, since LibreOffice
 * loses the bold and the line ends of the first paragraph of such a control; what shows where to write goes away by itself in Word.
 */
export function sectionControl({ mot, titre }: { mot: string; titre: string }, id: number): Paragraph {
  const paragraph = (style: string, words: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${words}</w:p>`;
  const start = `<w:sdt><w:sdtPr><w:id w:val="${id + 1}"/><w:temporary/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${formatPlaceholder(PLACEHOLDERS.section)}</w:sdtContent></w:sdt>`;
  const lead = `<w:r><w:t>${escapeXml(fixSpaces(TEXT_LEAD))}</w:t></w:r>`;
  const content = [
    paragraph('FormHint', lead),
    paragraph('FormText', start),
    // Empty lines below, so that the place looks like one.
    paragraph('FormText', ''),
    paragraph('FormText', ''),
  ].join('');
  const xml = formatControl({ tag: sectionTagOf(mot), title: titre, id, isEmpty: false, content });
  return toComponent(xml) as unknown as Paragraph;
}

function placeholderOf({ shape, choices }: Question): string {
  if (choices.length > 0) return PLACEHOLDERS.choice;
  return shape.kind === 'date' ? PLACEHOLDERS.date : shape.kind === 'number' ? PLACEHOLDERS.number : PLACEHOLDERS.text;
}

function formatControl({ tag, title, id, isEmpty, list = '', content }: Control): string {
  const properties = `<w:alias w:val="${escapeXml(title)}"/><w:tag w:val="${escapeXml(tag)}"/><w:id w:val="${id}"/>${isEmpty ? '<w:showingPlcHdr/>' : ''}${list}`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function formatPlaceholder(words: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>${escapeXml(words)}</w:t></w:r>`;
}

function listItem(label: string, value: string): string {
  return `<w:listItem w:displayText="${escapeXml(label)}" w:value="${escapeXml(value)}"/>`;
}

/** A part of a document as Word writes it. */
function toComponent(xml: string): ImportedXmlComponent {
  return ImportedXmlComponent.fromXmlString(xml);
}

/** A text as XML holds it, in an element or an attribute; signs that XML has no place for are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
