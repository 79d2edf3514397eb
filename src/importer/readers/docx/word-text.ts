import { withoutMarks } from '../marks.ts';
import { descendants, type XmlElement } from '../xml.ts';

/** The words of a part of a Word file, paragraph by paragraph; those that were deleted are not among them. */
export function wordText(node: XmlElement): string {
  const spaces = new Set([
    'w:tab',
    'w:br',
    'w:cr',
    'w:p',
    'w:tc',
    'w:footnoteReference',
    'w:endnoteReference',
    'a:p',
    'm:r',
  ]);
  const words = new Set(['w:t', 'a:t', 'm:t']);
  let text = '';
  for (const one of descendants(node)) {
    if (spaces.has(one.nodeName)) text += ' ';
    else if (words.has(one.nodeName)) text += one.textContent ?? '';
  }
  return withoutMarks(text);
}
