import type { Nodes, Root } from 'mdast';
import { EXEMPLE_FICTIF } from '../collection.ts';
import { kindOfDocument } from '../synthese/document-kind.ts';
import { listFigures } from '../synthese/list-figures.ts';
import type { Provenance } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { markCaptions } from './captions.ts';
import { buildContext } from './context.ts';
import type { RenderedDocument } from './document.ts';
import { HeldNodes, withoutMarks } from './held-nodes.ts';
import { maskShown } from './masks.ts';
import { parseDocument } from './parse-document.ts';
import { listPictures } from './pictures/list-pictures.ts';
import { type Pictured, standApart } from './pictures/placed-pictures.ts';
import { anchorOfFigure, type LinkToLine, nameReferences } from './references.ts';
import { renderTemplate, type Template } from './template.ts';
import { setFrenchSpaces } from './typography.ts';

/** The document of a summary, from whose one tree every format is printed, pictures as `pictured` says. Throws a UsageError for a faulty template. */
export function renderDocument(
  synthese: Synthese,
  template: Template,
  { linkToLine, provenance, pictured }: { linkToLine: LinkToLine; provenance: Provenance; pictured: Pictured },
): RenderedDocument {
  const references = nameReferences(synthese);
  const pictures = listPictures(synthese, references);
  const context = withoutMarks(maskShown(buildContext(synthese, references, pictures), synthese));
  const held = new HeldNodes();
  const links = { references, linkToLine, held, pictures, pictured };
  const tree = parseDocument(renderTemplate(template, context, links));
  held.release(tree);
  if (synthese.exemple) markAsExample(tree);
  tightenLists(tree);
  markCaptions(tree);
  setFrenchSpaces(tree);
  const figures = listFigures(synthese).flatMap((section) => section.figures);
  return {
    title: String(context.titre),
    tree,
    pictures: standApart(tree),
    figures: new Map(figures.map((figure) => [anchorOfFigure(figure), figure])),
    extraits: maskShown(synthese.extraits, synthese),
    provenance,
    interne: synthese.criteria.interne,
    exemple: synthese.exemple ?? false,
    hasContents: ['synthese', 'theme'].includes(kindOfDocument(synthese.criteria)),
  };
}

/** Whatever the template, an invented summary says so below its title. */
export function markAsExample(tree: Root): void {
  const title = tree.children.findIndex(({ type }) => type === 'heading');
  tree.children.splice(title + 1, 0, {
    type: 'blockquote',
    data: { isMark: true },
    children: [
      { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: EXEMPLE_FICTIF }] }] },
    ],
  });
}

/** Loops of a template leave blank lines between items: a list of single paragraphs has none. */
export function tightenLists(node: Nodes): void {
  if (node.type === 'list') node.spread = false;
  if (node.type === 'listItem') node.spread = false;
  if ('children' in node) node.children.forEach(tightenLists);
}
