import { markOf } from '../marks.ts';
import { formatMemo } from '../memo.ts';
import { elements, type XmlElement } from '../xml.ts';
import { wordText } from './word-text.ts';

/** Marks where each comment of a Word file is attached; the memos that take their place, in the order of the marks. */
export function markComments(document: XmlElement, comments: XmlElement | undefined): string[] {
  if (!comments) return [];
  const ranks = new Map<string, number>();
  const memos = elements(comments, 'w:comment').map((comment, rank) => {
    ranks.set(comment.getAttribute('w:id') ?? '', rank);
    return formatMemo({
      author: comment.getAttribute('w:author') ?? '',
      initials: comment.getAttribute('w:initials') ?? '',
      date: comment.getAttribute('w:date') ?? '',
      text: wordText(comment),
    });
  });
  for (const reference of elements(document, 'w:commentReference')) {
    const rank = ranks.get(reference.getAttribute('w:id') ?? '');
    if (rank === undefined) continue;
    const mark = document.ownerDocument.createElement('w:t') as XmlElement;
    mark.textContent = markOf(rank);
    reference.replaceWith(mark);
  }
  return memos;
}
