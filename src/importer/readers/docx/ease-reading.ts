import { formatCount } from '../../../french.ts';
import { quoteWords } from '../left-out.ts';
import { keepTabs } from '../marks.ts';
import { childElements, elements, findAbove, unwrap, type XmlElement } from '../xml.ts';
import type { ParagraphStyles } from './styles.ts';
import { wordText } from './word-text.ts';

/** Rewrites what mammoth leaves out or misreads as what it reads; returns what is to be said of it. */
export function easeReading(document: XmlElement, styles: ParagraphStyles): string[] {
  for (const name of ['w:fldSimple', 'w:dir', 'w:bdo', 'w:customXml'])
    for (const node of elements(document, name)) unwrap(node);
  return [
    ...leaveOutPrompts(document),
    ...liftTextBoxes(document),
    ...leaveOutContents(document, styles),
    ...nameHeadings(document, styles),
    ...easeFormulas(document),
    ...easeSigns(document),
  ];
}

/** A field of a form that nobody filled in shows what to write there: these are no words of the report. */
function leaveOutPrompts(document: XmlElement): string[] {
  const fields = elements(document, 'w:showingPlcHdr')
    .map((node) => findAbove(node, 'w:sdt'))
    .filter((node) => node !== undefined);
  const prompts = fields.map((field) => wordText(field).trim());
  for (const run of fields.flatMap((field) => elements(field, 'w:r'))) run.remove();
  const shown = [...new Set(prompts)].filter(Boolean).map(quoteWords);
  return shown.length === 0
    ? []
    : [
        `${formatCount(fields.length, 'champ de formulaire n’est pas rempli', 'champs de formulaire ne sont pas remplis')} : ${shown.join(', ')}.`,
      ];
}

/** The text of a box becomes paragraphs below the one it hangs on. */
function liftTextBoxes(document: XmlElement): string[] {
  for (const node of elements(document, 'mc:AlternateContent')) {
    const [choice, fallback] = ['mc:Choice', 'mc:Fallback'].map((name) =>
      childElements(node).find(({ nodeName }) => nodeName === name),
    );
    const kept =
      [choice, fallback].find((one) => one && elements(one, 'w:txbxContent').length > 0) ?? fallback ?? choice;
    node.replaceWith(...(kept ? [...kept.childNodes] : []));
  }
  const boxes = elements(document, 'w:txbxContent');
  // The last box of a paragraph is put below it first.
  for (const box of boxes.toReversed()) {
    const paragraph = findAbove(box, 'w:p');
    if (paragraph) paragraph.after(...[...box.childNodes]);
    box.remove();
  }
  return boxes.length === 0
    ? []
    : [
        `${formatCount(boxes.length, 'zone de texte est reprise', 'zones de texte sont reprises')} sous le paragraphe auquel ${boxes.length > 1 ? 'elles sont attachées' : 'elle est attachée'}.`,
      ];
}

/** A table of contents says the headings again, with the numbers of pages that are no more. */
function leaveOutContents(document: XmlElement, styles: ParagraphStyles): string[] {
  const gallery = elements(document, 'w:docPartGallery').filter((node) =>
    /table of contents/i.test(node.getAttribute('w:val') ?? ''),
  );
  const blocks = gallery.map((node) => findAbove(node, 'w:sdt')).filter((node) => node !== undefined);
  const lines = elements(document, 'w:p').filter((node) => styles.isContents(node));
  const left = [
    ...blocks.map((block) => elements(block, 'w:p').map(wordText).join(' ')),
    ...lines.filter((line) => !blocks.some((block) => block.contains(line))).map(wordText),
  ];
  for (const node of [...blocks, ...lines]) node.remove();
  const text = left.join(' ').trim();
  return text === '' ? [] : [`Le sommaire n’a pas été repris : ${quoteWords(text)}.`];
}

/** mammoth knows headings by the style that Word ships; a style of one's own, or a level given by hand, makes one too. */
function nameHeadings(document: XmlElement, styles: ParagraphStyles): string[] {
  let numbered = 0;
  for (const paragraph of elements(document, 'w:p')) {
    const level = styles.headingLevel(paragraph);
    if (level === undefined || findAbove(paragraph, 'w:tc')) continue;
    styles.nameHeading(paragraph, level);
    if (styles.isNumbered(paragraph)) numbered++;
  }
  return numbered === 0
    ? []
    : [
        `La numérotation automatique de ${formatCount(numbered, 'titre')} n’a pas été reprise : leurs mots le sont.`.replace(
          /(1 titre n’a pas été reprise : )leurs mots le sont/,
          '$1ses mots le sont',
        ),
      ];
}

/** The signs of a formula are read in their order, as text. */
function easeFormulas(document: XmlElement): string[] {
  const formulas = elements(document, 'm:oMath');
  for (const formula of formulas) {
    const run = document.ownerDocument.createElement('w:r') as XmlElement;
    const text = document.ownerDocument.createElement('w:t') as XmlElement;
    text.textContent = elements(formula, 'm:t')
      .map((node) => node.textContent ?? '')
      .join(' ');
    run.append(text);
    formula.replaceWith(run);
  }
  for (const paragraph of elements(document, 'm:oMathPara')) unwrap(paragraph);
  return formulas.length === 0
    ? []
    : [
        `${formatCount(formulas.length, 'formule est écrite', 'formules sont écrites')} signe après signe : relisez-${formulas.length > 1 ? 'les' : 'la'}.`,
      ];
}

const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '' };

/** Tabs and old line ends, as mammoth or HTML would not keep them. Tabs that only say where a stop is are no signs. */
function easeSigns(document: XmlElement): string[] {
  for (const [name, sign] of Object.entries(SIGNS)) {
    for (const node of elements(document, name)) {
      if (node.parentNode?.nodeName !== 'w:r') continue;
      const eased = document.ownerDocument.createElement(sign === '' ? 'w:br' : 'w:t') as XmlElement;
      if (sign !== '') eased.textContent = keepTabs(sign);
      node.replaceWith(eased);
    }
  }
  for (const node of elements(document, 'w:t')) {
    const text = node.textContent ?? '';
    if (text.includes('\t')) node.textContent = keepTabs(text);
  }
  return [];
}
