import { isPlaceholderText } from './form-words.ts';
import { childOf, isElement, type XmlElement } from './xml.ts';

/** Elements whose words are no words of the document: what was deleted, how fields are computed, properties, one of two drawings. */
const SILENT = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rPr',
  'w:pPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'mc:Fallback',
]);

/** The arrows that Word puts for `-->`, `==>` and the like, in its font of symbols. */
const SYMBOLS: Readonly<Record<string, string>> = { F0E0: '→', F0E8: '→', F0F0: '→', F0DF: '←', F0B7: '•', F0A7: '•' };
/** The same where LibreOffice kept the sign and not its font. */
const PRIVATE = /[\uF000-\uF0FF]/g;

/** Whether what stands in an element is no text of the document. */
export function isSilent({ name }: XmlElement): boolean {
  return SILENT.has(name);
}

/** What one element of a run says; undefined where it is no text. */
export function textOfPiece(piece: XmlElement): string | undefined {
  switch (piece.name) {
    case 'w:t':
      return textWithin(piece).replace(PRIVATE, (sign) => symbolOf(sign.charCodeAt(0).toString(16)));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00AD';
    case 'w:sym':
      return symbolOf(piece.attributes['w:char'] ?? '');
    default:
      return undefined;
  }
}

function symbolOf(code: string): string {
  return SYMBOLS[code.toUpperCase()] ?? '\uFFFD';
}

function textWithin(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
}

/** The words of an element, line by line: a paragraph, a line break and a cell each begin a new one. */
export function linesOf(element: XmlElement): string[] {
  const lines: string[] = [''];
  const walk = (here: XmlElement): void => {
    if (isSilent(here) || isPlaceholder(here)) return;
    const text = textOfPiece(here);
    if (text !== undefined) {
      const [first = '', ...more] = text.split('\n');
      lines.push((lines.pop() ?? '') + first, ...more);
      return;
    }
    for (const child of here.children) if (isElement(child)) walk(child);
    if (here.name === 'w:p') lines.push('');
  };
  walk(element);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Words of an element on one line. */
export function wordsOf(element: XmlElement): string {
  return linesOf(element).join(' ').replace(/\s+/g, ' ').trim();
}

/** Whether an element is a control in which nobody wrote. */
export function isPlaceholder(element: XmlElement): boolean {
  return element.name === 'w:sdt' && showsPlaceholder(element) && isPlaceholderText(wordsWithin(element), true);
}

/** Whether a control says that it shows where to write; LibreOffice leaves it saying so whatever is typed. */
export function showsPlaceholder(control: XmlElement): boolean {
  return childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
}

/** All the words of an element in a row, without asking of the controls within it whether they are empty: they may be nested by hundreds. */
export function wordsWithin(element: XmlElement): string {
  let words = '';
  const walk = (here: XmlElement): void => {
    if (isSilent(here)) return;
    words += textOfPiece(here) ?? '';
    for (const child of here.children) if (isElement(child)) walk(child);
  };
  walk(element);
  return words.trim();
}
