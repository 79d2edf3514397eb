import { fold } from '../french.ts';
import type { Path } from '../record/header.ts';
import type { FormContent } from './form-content.ts';
import type { PlacedFault } from './place-faults.ts';
import { wordsOf } from './word-text.ts';
import { closest, descendants, type XmlElement } from './xml.ts';

/** The paragraphs of a document, and the letters of each. */
interface Page {
  readonly paragraphs: readonly XmlElement[];
  readonly letters: readonly string[];
  readonly form: FormContent | undefined;
}

/** The paragraph that each fault is shown at, in their order; the title for those that have no place of their own. Undefined where there is no paragraph. */
export function findParagraphs(
  document: XmlElement,
  faults: readonly PlacedFault[],
  form: FormContent | undefined,
): XmlElement[] | undefined {
  const paragraphs = [...descendants(document, 'w:p')].filter(
    (paragraph) => closest(paragraph, 'mc:Fallback') === undefined,
  );
  const letters = paragraphs.map((paragraph) => lettersOf(withoutMarks(wordsOf(paragraph))));
  const page: Page = { paragraphs, letters, form };
  const title = form?.title ?? paragraphs[letters.findIndex((own) => own !== '')] ?? paragraphs[0];
  if (!title) return undefined;
  return faults.map((fault) => findAnswer(fault, page) ?? findWords(fault, page) ?? findSection(fault, page) ?? title);
}

/** In a form, the place where the key is asked, or was answered. */
function findAnswer({ path }: PlacedFault, { form }: Page): XmlElement | undefined {
  if (!form || !path || path.length === 0) return undefined;
  for (let depth = path.length; depth > 0; depth--) {
    const sought = path.slice(0, depth);
    const answer = form.answers.find(({ path: own }) => startsWith(own, sought));
    const empty = form.emptyLines.get(sought.filter((step) => typeof step === 'string').join('.'));
    const element = answer?.element ?? empty;
    if (element) return firstParagraph(element);
  }
  return undefined;
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function firstParagraph(element: XmlElement): XmlElement | undefined {
  return element.name === 'w:p' ? element : descendants(element, 'w:p').next().value;
}

/** Where the words stand: alone in a paragraph, else within a longer one. */
function findWords({ words, rank = 0 }: PlacedFault, { paragraphs, letters }: Page): XmlElement | undefined {
  const sought = lettersOf(withoutMarks(words ?? ''));
  if (sought === '') return undefined;
  const matches = (isMatch: (own: string) => boolean) => paragraphs.filter((_, index) => isMatch(letters[index] ?? ''));
  const alone = matches((own) => own === sought);
  const found = alone.length > 0 || sought.length < SHORTEST ? alone : matches((own) => own.includes(sought));
  return found[Math.min(rank, found.length - 1)];
}

/** Fewer letters stand in any text. */
const SHORTEST = 6;

function findSection({ section }: PlacedFault, { paragraphs, letters, form }: Page): XmlElement | undefined {
  if (section === undefined) return undefined;
  const opened = [...(form?.sections ?? [])].find(([{ titre }]) => titre === section);
  return opened?.[1].heading ?? paragraphs[letters.indexOf(lettersOf(section))];
}

/** A line without what a record may have and its source has not: bullets, heading signs, themes, names, remarks. */
function withoutMarks(line: string): string {
  return line
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(/(?<=\s)(?:#\??[\p{L}\p{N}-]+|\^p\d+)/gu, '')
    .replace(/^\s*(?:[-*>]|#{1,6}|\d+[.)])\s+/, '');
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
