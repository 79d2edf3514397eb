import type { Heading, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { EXEMPLE_FICTIF } from '../../collection.ts';
import type { TextPart } from '../../record/computed-text.ts';
import type { Fiche } from '../../record/fiche.ts';
import { maskPersonalData } from '../../record/personal-data.ts';
import type { Figure } from '../../synthese/figure.ts';
import { kindOf } from '../../synthese/figure-list.ts';
import { listFigures } from '../../synthese/list-figures.ts';
import type { Provenance } from '../../synthese/provenance.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import { mayLeave, partsOf, readPart, showsInternal } from '../../synthese/synthese-fiche.ts';
import type { PrintedWords } from '../../synthese/withheld.ts';
import { markCaptions } from '../captions.ts';
import type { RenderedDocument } from '../document.ts';
import { maskShown } from '../masks.ts';
import { parseDocument } from '../parse-document.ts';
import { listPictures } from '../pictures/list-pictures.ts';
import type { Picture } from '../pictures/picture.ts';
import { standApart } from '../pictures/placed-pictures.ts';
import { anchorOfFigure, nameReferences } from '../references.ts';
import { markAsExample, tightenLists } from '../tree.ts';
import { fixSpaces, setFrenchSpaces } from '../typography.ts';
import type { LinkWorld } from './resolve-link.ts';
import { type SettleWorld, settleNodes } from './settle-nodes.ts';
import { listAddresses, readShownWords } from './shown-words.ts';

/** What a record that keeps a summary is printed with. */
export interface KeptWorld extends Pick<LinkWorld, 'linkToLine' | 'mayName'> {
  readonly provenance: Provenance;
  /** The computed blocks that its author changed. */
  readonly edited: readonly string[];
  /** The same summary made now, where it holds what the record says: it then gives figures their base and their extracts. */
  readonly current: Synthese | undefined;
  readonly exemple: boolean;
  /** Whether the format shows pictures: they are drawn where the summary made now is the same. */
  readonly pictured: boolean;
}

/** A record that keeps a summary, ready to be printed in any format as it stands, what was not printed as it was written, and its words. */
export interface KeptDocument {
  readonly document: RenderedDocument;
  readonly notes: readonly string[];
  readonly words: PrintedWords;
}

/** Reads a record that keeps a summary: what is computed and what its author wrote. */
export function readKeptDocument(
  fiche: Fiche,
  { provenance, edited, current, exemple, pictured, ...links }: KeptWorld,
): KeptDocument {
  const notes = new Set<string>();
  const pictures: ReadonlyMap<string, Picture> =
    current && pictured ? listPictures(current, nameReferences(current)) : new Map();
  const pictureNamed = (name: string) => {
    if (pictured && !current) notes.add(NO_PICTURE);
    return pictures.get(name);
  };
  const note = (sentence: string) => notes.add(sentence);
  const inEdited = () => {
    if (pictured) notes.add(NO_PICTURE_IN_EDITED);
    return undefined;
  };
  const worldOf = (part: TextPart) => {
    const isEdited = part.kind === 'calcul' && edited.includes(part.name);
    return { file: fiche.file, ...links, pictureNamed: isEdited ? inEdited : pictureNamed, note };
  };
  const own = new Set<RootContent>();
  const said: string[] = [];
  const children = partsOf(fiche).flatMap((part) => {
    const { nodes, addresses } = parsePart(fiche, part, worldOf(part));
    if (part.kind === 'libre') for (const node of nodes) own.add(node);
    if (part.kind === 'libre' || (part.kind === 'calcul' && edited.includes(part.name)))
      said.push(readShownWords(nodes), ...addresses);
    return nodes;
  });
  if (fiche.body.internalLines.length > 0) notes.add('Les notes internes de la fiche ne sont pas imprimées.');
  const titre = maskPersonalData(String(fiche.header.value.titre ?? ''));
  const tree = openWithTitle(levelHeadings(children, own), titre);
  if (exemple) markAsExample(tree);
  if (!mayLeave(fiche) && !showsInternal(fiche)) tree.children.splice(afterTitle(tree), 0, internalMark());
  markCaptions(tree);
  const words = { all: readShownWords(tree.children), own: [titre, ...said].join('\n') };
  setFrenchSpaces(tree);
  return {
    words,
    document: {
      title: titleOf(tree) ?? titre,
      tree,
      figures: new Map(listKnown(provenance, current).map((figure) => [anchorOfFigure(figure), figure])),
      extraits: current ? maskShown(current.extraits, current) : [],
      pictures: standApart(tree),
      provenance,
      interne: !mayLeave(fiche),
      exemple,
      hasContents: provenance.selection.projet === undefined && provenance.selection.public === undefined,
    },
    notes: [...notes],
  };
}

const NO_PICTURE =
  'Les images ne sont pas dessinées : elles montreraient d’autres chiffres que ceux de la fiche, qui n’est plus à jour.';

const NO_PICTURE_IN_EDITED =
  'Les images d’un bloc changé à la main ne sont pas dessinées : elles montreraient peut-être autre chose que lui.';

interface ParsedPart {
  readonly nodes: readonly RootContent[];
  /** Where its links lead, those that are not printed too. */
  readonly addresses: readonly string[];
}

/** What was computed is read as it stands too: it is what the author has read again. */
function parsePart(fiche: Fiche, part: TextPart, world: Omit<SettleWorld, 'isOwn'>): ParsedPart {
  if (part.kind === 'provenance') return { nodes: [], addresses: [] };
  const isOwn = part.kind === 'libre';
  const written = isOwn ? readPart(fiche, part) : fiche.lines.text.slice(part.content.start, part.content.end);
  const tree = parseDocument(maskPersonalData(written.replace(CONTROL, '')));
  if (!isOwn) {
    tightenLists(tree);
    tree.children = tree.children.filter((node) => !isExampleMark(node));
  }
  return { addresses: listAddresses(tree), nodes: settleNodes(tree, { ...world, isOwn }) };
}

/** Signs that show nothing, and that no format can hold. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** It is set anew, for every format to know it. */
function isExampleMark(node: RootContent): boolean {
  return node.type === 'blockquote' && fixSpaces(plainText(node)) === fixSpaces(EXEMPLE_FICTIF);
}

/** The headings of an author leap over no level, and none is a title of the whole. */
function levelHeadings(nodes: readonly RootContent[], own: ReadonlySet<RootContent>): RootContent[] {
  let above = 1;
  return nodes.map((node) => {
    if (node.type !== 'heading') return node;
    const depth = own.has(node) ? (Math.max(2, Math.min(node.depth, above + 1)) as Heading['depth']) : node.depth;
    above = depth;
    return { ...node, depth };
  });
}

function openWithTitle(children: RootContent[], titre: string): Root {
  const tree: Root = { type: 'root', children };
  if (titleOf(tree) === undefined)
    children.unshift({ type: 'heading', depth: 1, children: [{ type: 'text', value: titre }] });
  return tree;
}

function titleOf({ children }: Root): string | undefined {
  const title = children.find((node) => node.type === 'heading' && node.depth === 1);
  return title && plainText(title);
}

function afterTitle({ children }: Root): number {
  return children.findIndex((node) => node.type === 'heading' && node.depth === 1) + 1;
}

function internalMark(): RootContent {
  return {
    type: 'blockquote',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [{ type: 'text', value: 'Usage interne.' }] },
          { type: 'text', value: ' Ce document ne doit pas quitter le centre.' },
        ],
      },
    ],
  };
}

/** Figures as the summary made now has them, else by their id and value alone: their extracts may be others. */
function listKnown({ chiffres }: Provenance, current: Synthese | undefined): Figure[] {
  if (current) return listFigures(current).flatMap(({ figures }) => figures);
  return Object.entries(chiffres)
    .filter(([id]) => hasKind(id))
    .map(([id, value]) => ({ id, value, sources: [] }));
}

/** Another version of cops may have had figures that this one does not know. */
function hasKind(id: string): boolean {
  try {
    return kindOf({ id }) !== undefined;
  } catch {
    return false;
  }
}
