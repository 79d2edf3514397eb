import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { maskTexts } from '../record/personal-data.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { buildContext } from './context.ts';
import { type LinkToLine, nameReferences } from './references.ts';
import { renderTemplate, type Template } from './template.ts';
import { setFrenchSpaces } from './typography.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The one Markdown tree of a summary, from which every format is printed. Throws a UsageError for a faulty template. */
export function renderTree(synthese: Synthese, template: Template, linkToLine: LinkToLine): Root {
  const references = nameReferences(synthese);
  const markdown = renderTemplate(template, maskTexts(buildContext(synthese, references)), { references, linkToLine });
  const tree = parser.parse(markdown) as Root;
  tightenLists(tree);
  setFrenchSpaces(tree);
  return tree;
}

/** Loops of a template leave blank lines between items: a list of single paragraphs has none. */
function tightenLists(node: Nodes): void {
  if (node.type === 'list') node.spread = false;
  if (node.type === 'listItem') node.spread = false;
  if ('children' in node) node.children.forEach(tightenLists);
}
