import { withoutMarks } from '../marks.ts';
import { childElements, type XmlElement } from '../xml.ts';

/** The words of a part of a Word file, paragraph by paragraph; those that were deleted or moved away are not among them. */
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
  const walk = (parent: XmlElement): void => {
    for (const one of childElements(parent)) {
      if (one.nodeName === 'w:moveFrom') continue;
      if (spaces.has(one.nodeName)) text += ' ';
      if (words.has(one.nodeName)) text += one.textContent ?? '';
      else walk(one);
    }
  };
  walk(node);
  return withoutMarks(text);
}
