import { UsageError } from '../usage-error.ts';
import { type PrintedBlock, type PrintedFigure, type PrintedTexts, unifySpaces } from './printed-document.ts';

/**
 * What a node is to a reader: a block of its own; a row, whose blocks are cells; a block apart, even in a row; part of the
 * line that it stands in; or nothing that is printed.
 */
export type Role = 'block' | 'row' | 'apart' | 'inline' | 'skipped';

/** How the tree of a format is walked. */
export interface Walk<Node> {
  roleOf(node: Node): Role;
  childrenOf(node: Node): Iterable<Node>;
  /** The words of a node that has no children; undefined for one that may have some. */
  wordsOf(node: Node): string | undefined;
  /** The id of the figure whose link a node is. */
  figureOf(node: Node): string | undefined;
  /** Whether a node is a link to another place of the document, whose words are a rank: the number of an extract. */
  isReference(node: Node): boolean;
  /** The level of a heading; undefined for what is none, and for the title of the document. */
  levelOf(node: Node): number | undefined;
}

/** No summary has that many nodes one inside the other. */
const DEEPEST = 400;

/** What is said of a document that holds too much inside something else. */
export const TOO_NESTED =
  'Ce document emboîte trop d’éléments les uns dans les autres pour être lu : cops n’écrit rien de tel. Vérifiez le fichier que cops a écrit, ou écrivez-le à nouveau avec « cops report ».';

/** Signs of keys that no words hold: around the id of a figure, and around the words of a reference. */
const FIGURE = ['\ue000', '\ue001'] as const;
const REFERENCE = ['\ue002', '\ue003'] as const;

interface OpenBlock {
  text: string;
  key: string;
  level?: number;
}

interface Place {
  readonly block: OpenBlock;
  readonly figure: { id: string; text: string } | undefined;
  readonly isRow: boolean;
}

/** The figures and the blocks of a tree, in the order in which they begin. */
export function gatherTexts<Node>(root: Node, walk: Walk<Node>): PrintedTexts {
  const blocks: OpenBlock[] = [];
  const figures: { id: string; text: string }[] = [];
  const open = (isRow: boolean): Place => {
    const block: OpenBlock = { text: '', key: '' };
    blocks.push(block);
    return { block, figure: undefined, isRow };
  };
  const visit = (node: Node, place: Place, depth: number): void => {
    if (depth > DEEPEST) throw new UsageError(TOO_NESTED);
    const role = walk.roleOf(node);
    if (role === 'skipped') return;
    const inner = enter(node, role, place);
    const level = walk.levelOf(node);
    if (level !== undefined) inner.block.level = level;
    const words = walk.wordsOf(node);
    const isReference = inner.figure === undefined && walk.isReference(node);
    if (isReference) inner.block.key += REFERENCE[0];
    if (words !== undefined) addWords(words.replace(/[\ue000-\ue003]/g, ''), inner);
    else for (const child of walk.childrenOf(node)) visit(child, inner, depth + 1);
    if (isReference) inner.block.key += REFERENCE[1];
    if (role === 'block' || role === 'row') addWords(' ', place);
  };
  const enter = (node: Node, role: Role, place: Place): Place => {
    if (role === 'apart' || (role !== 'inline' && !place.isRow)) return open(role === 'row');
    const id = place.figure ? undefined : walk.figureOf(node);
    if (id === undefined) return place;
    const figure = { id, text: '' };
    figures.push(figure);
    place.block.key += FIGURE[0] + id + FIGURE[1];
    return { ...place, figure };
  };
  visit(root, open(false), 0);
  return { figures: figures.map(settleFigure), blocks: blocks.map(settleBlock).filter(({ text }) => text !== '') };
}

function addWords(words: string, { block, figure }: Place): void {
  block.text += words;
  if (figure) figure.text += words;
  else block.key += words;
}

function settleFigure({ id, text }: PrintedFigure): PrintedFigure {
  return { id, text: unifySpaces(text) };
}

function settleBlock({ text, key, level }: PrintedBlock): PrintedBlock {
  return { text: unifySpaces(text), key: unifySpaces(key), ...(level !== undefined && { level }) };
}
