import type { Root } from 'mdast';
import { formatCount } from '../../french.ts';
import { UsageError } from '../../usage-error.ts';
import type { SourceDocument } from '../source-document.ts';
import { unpackEntries } from './archive.ts';
import { dropInnerLinks } from './drop-inner-links.ts';
import { quoteWords } from './left-out.ts';
import { sayLostWords } from './lost-words.ts';
import { leaveOutImages } from './name-images.ts';
import type { OdtReading } from './odt/odt-reading.ts';
import { readOdtStyles } from './odt/odt-styles.ts';
import { odtText } from './odt/odt-text.ts';
import { readBlocks } from './odt/read-blocks.ts';
import { placeMemos } from './place-memos.ts';
import { sayTables } from './say-tables.ts';
import { tidyTree } from './tidy-tree.ts';
import { elements, parseXml, type XmlElement } from './xml.ts';

/** Reads an OpenDocument text, packed or in one XML file, as it stands with its changes accepted. */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const parts = openOdt(bytes);
  const body = parts.flatMap((part) => elements(part, 'office:text'))[0];
  if (!body)
    throw new UsageError(
      'Ce document .odt est incomplet : son texte n’y est pas. Ouvrez-le, enregistrez-le de nouveau.',
    );
  const changes = sayChanges(body);
  for (const region of elements(body, 'text:tracked-changes')) region.remove();
  const source = odtText(body);
  const reading = startReading(parts);
  const read: Root = { type: 'root', children: [...reading.readBlocks(body), ...reading.notes] };
  dropInnerLinks(read);
  const warnings = [
    ...changes,
    ...sayGathered(reading),
    ...sayPages(parts),
    ...placeMemos(read, reading.memos),
    ...leaveOutImages(read),
  ];
  const { tree, warnings: tidied } = tidyTree(read);
  warnings.push(...tidied);
  return { tree, warnings: [...warnings, ...sayLostWords(source, tree, warnings)] };
}

function openOdt(bytes: Uint8Array): XmlElement[] {
  if (bytes[0] !== 0x50) return [parseXml(bytes)];
  const files = unpackEntries(bytes, (name) => /^(?:content|styles|META-INF\/manifest)\.xml$/.test(name));
  const manifest = files.get('META-INF/manifest.xml');
  if (manifest && elements(parseXml(manifest), 'manifest:encryption-data').length > 0)
    throw new UsageError(
      'Ce document est protégé par un mot de passe : ouvrez-le et enregistrez-en une copie sans mot de passe.',
    );
  return ['content.xml', 'styles.xml'].flatMap((name) => {
    const file = files.get(name);
    return file ? [parseXml(file)] : [];
  });
}

function startReading(parts: readonly XmlElement[]): OdtReading {
  const reading: OdtReading = {
    styles: readOdtStyles(parts),
    notes: [],
    memos: [],
    boxes: [],
    contents: [],
    counts: { boxes: 0, merged: 0, nested: 0, objects: 0 },
    readBlocks: (node) => readBlocks(node, reading),
  };
  return reading;
}

/** What was deleted is kept aside by the format. */
function sayChanges(body: XmlElement): string[] {
  const insertions = elements(body, 'text:insertion').length;
  const deletions = elements(body, 'text:deletion').map((node) =>
    [...node.children]
      .filter(({ nodeName }) => nodeName !== 'office:change-info')
      .map((child) => odtText(child as unknown as XmlElement))
      .join(' '),
  );
  return [
    ...(insertions > 0
      ? [`${formatCount(insertions, 'insertion suivie a été acceptée', 'insertions suivies ont été acceptées')}.`]
      : []),
    ...deletions
      .filter((text) => text.trim() !== '')
      .map((text) => `Suppression suivie, acceptée : ${quoteWords(text)} n’est pas repris.`),
  ];
}

function sayGathered({ contents, counts }: OdtReading): string[] {
  return [
    ...contents.map((text) => `Le sommaire n’a pas été repris : ${quoteWords(text)}.`),
    ...sayTables(counts),
    ...(counts.boxes > 0
      ? [
          `${formatCount(counts.boxes, 'zone de texte est reprise', 'zones de texte sont reprises')} sous le paragraphe auquel ${counts.boxes > 1 ? 'elles sont attachées' : 'elle est attachée'}.`,
        ]
      : []),
    ...(counts.objects > 0
      ? [
          `${formatCount(counts.objects, 'objet inséré (formule, graphique ou tableur) n’a pas été repris', 'objets insérés (formules, graphiques ou tableurs) n’ont pas été repris')}.`,
        ]
      : []),
  ];
}

/** The headers and footers of pages. */
function sayPages(parts: readonly XmlElement[]): string[] {
  const say = (part: string, sentence: string) => {
    const names = ['', '-first', '-left'].map((variant) => `style:${part}${variant}`);
    const texts = parts
      .flatMap((root) => names.flatMap((name) => elements(root, name)))
      .map((node) => odtText(node).replace(/\s+/g, ' ').trim());
    return [...new Set(texts)].filter(Boolean).map((text) => `${sentence} : ${quoteWords(text)}.`);
  };
  return [
    ...say('header', 'L’en-tête des pages n’a pas été repris'),
    ...say('footer', 'Le pied des pages n’a pas été repris'),
  ];
}
