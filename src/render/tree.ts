import type { Nodes, Root } from 'mdast';
import { EXEMPLE_FICTIF } from '../collection.ts';
import { maskTexts } from '../record/personal-data.ts';
import { listFigures } from '../synthese/list-figures.ts';
import type { Provenance } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { markCaptions } from './captions.ts';
import { buildContext } from './context.ts';
import type { RenderedDocument } from './document.ts';
import { HeldNodes, withoutMarks } from './held-nodes.ts';
import { parseDocument } from './parse-document.ts';
import { anchorOfFigure, type LinkToLine, nameReferences } from './references.ts';
import { renderTemplate, type Template } from './template.ts';
import { setFrenchSpaces } from './typography.ts';

/** The document of a summary, from whose one tree every format is printed. Throws a UsageError for a faulty template. */
export function renderDocument(
  synthese: Synthese,
  template: Template,
  { linkToLine, provenance }: { linkToLine: LinkToLine; provenance: Provenance },
): RenderedDocument {
  const references = nameReferences(synthese);
  const context = withoutMarks(maskTexts(buildContext(synthese, references)));
  const held = new HeldNodes();
  const tree = parseDocument(renderTemplate(template, context, { references, linkToLine, held }));
  held.release(tree);
  if (synthese.exemple) markAsExample(tree);
  tightenLists(tree);
  markCaptions(tree);
  setFrenchSpaces(tree);
  const figures = listFigures(synthese).flatMap((section) => section.figures);
  return {
    title: String(context.titre),
    tree,
    figures: new Map(figures.map((figure) => [anchorOfFigure(figure), figure])),
    extraits: synthese.extraits,
    provenance,
    interne: synthese.criteria.interne,
    exemple: synthese.exemple ?? false,
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
