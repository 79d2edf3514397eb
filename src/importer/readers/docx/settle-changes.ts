import { formatCount } from '../../../french.ts';
import { quoteWords } from '../left-out.ts';
import { childElements, elements, findAbove, type XmlElement } from '../xml.ts';

/** Accepts tracked changes as mammoth does, and says what was deleted. */
export function sayChanges(document: XmlElement): string[] {
  const insertions = elements(document, 'w:ins').filter((node) => elements(node, 'w:t').length > 0);
  const deletions = joinNeighbours(elements(document, 'w:del').filter((node) => deletedText(node) !== ''));
  const moves = elements(document, 'w:moveTo').filter((node) => elements(node, 'w:t').length > 0);
  return [
    ...sayCount(insertions.length, 'insertion suivie a été acceptée', 'insertions suivies ont été acceptées'),
    ...sayCount(moves.length, 'déplacement suivi a été accepté', 'déplacements suivis ont été acceptés'),
    ...deletions.map((text) => `Suppression suivie, acceptée : ${quoteWords(text)} n’est pas repris.`),
  ];
}

function sayCount(count: number, one: string, more: string): string[] {
  return count === 0 ? [] : [`${formatCount(count, one, more)}.`];
}

function deletedText(node: XmlElement): string {
  return elements(node, 'w:delText')
    .map((text) => text.textContent ?? '')
    .join('');
}

/** A deletion is cut where its letters change: what follows without a letter between is the same one. */
function joinNeighbours(deletions: readonly XmlElement[]): string[] {
  const texts: string[] = [];
  let last: XmlElement | undefined;
  for (const node of deletions) {
    const text = deletedText(node);
    if (last && last.nextElementSibling === (node as unknown)) texts.push(`${texts.pop()}${text}`);
    else texts.push(text);
    last = node;
  }
  return texts;
}

/** Letters that the document hides are read like the others: a person may not know that they are there. */
export function sayHidden(document: XmlElement): string[] {
  const hidden = elements(document, 'w:vanish')
    .filter((node) => !['0', 'false'].includes(node.getAttribute('w:val') ?? ''))
    .map((node) => findAbove(node, 'w:r'))
    .filter((run) => run !== undefined)
    .map((run) => childElements(run).filter(({ nodeName }) => nodeName === 'w:t'))
    .map((texts) => texts.map((text) => text.textContent ?? '').join(''))
    .filter((text) => text.trim() !== '');
  return hidden.length === 0 ? [] : [`Du texte masqué a été repris : ${quoteWords(hidden.join(' '))}.`];
}
