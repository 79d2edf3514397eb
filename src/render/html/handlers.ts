import type { Element, ElementContent } from 'hast';
import type { Blockquote, Html, Link, Paragraph, Table, TableRow } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { formatCount } from '../../french.ts';
import type { Draw } from '../pictures/picture.ts';
import { pictureOf } from '../pictures/placed-pictures.ts';
import { fixSpaces } from '../typography.ts';
import type { FigureDescription } from './figures.ts';
import { element, text } from './nodes.ts';
import { toPictureFigure } from './pictures.ts';

/** How the nodes of a summary become HTML where the usual way does not do. */
export function handlersFor(describe: (anchor: string) => FigureDescription | undefined, draw: Draw): Handlers {
  let shown = 0;
  let pictures = 0;
  return {
    html: (_: State, node: Html) => toAnchor(node),
    link: (state: State, node: Link) => {
      const description = node.url.startsWith('#') ? describe(node.url.slice(1)) : undefined;
      const children = state.all(node) as ElementContent[];
      if (!description) return element('a', { href: node.url }, children);
      return toFigure(description, { href: node.url, children, id: `bulle-${++shown}` });
    },
    table: (state: State, node: Table) => toTable(state, node),
    blockquote: (state: State, node: Blockquote) =>
      node.data?.isMark ? undefined : element('blockquote', {}, state.all(node) as ElementContent[]),
    paragraph: (state: State, node: Paragraph) => {
      if (node.data?.isCaption) return undefined;
      const picture = pictureOf(node);
      if (picture) return toPictureFigure(picture, { id: `image-${++pictures}`, draw });
      return element('p', {}, state.all(node) as ElementContent[]);
    },
  };
}

/** The places that links lead to; any other HTML of a template is shown as it is written. */
function toAnchor({ value }: Html): ElementContent | undefined {
  const id = /^<a id="([\w-]+)">$/.exec(value)?.[1];
  if (id) return element('span', { id, className: ['lieu'] });
  return value === '</a>' ? undefined : text(value);
}

/** A number that leads to its proofs, and shows them when one points at it. */
function toFigure(
  description: FigureDescription,
  { href, children, id }: { href: string; children: ElementContent[]; id: string },
): Element {
  const { figure } = description;
  const data = element(
    'data',
    {
      value: String(figure.value),
      dataFigure: figure.id,
      ...(figure.base !== undefined && { dataBase: String(figure.base) }),
    },
    children,
  );
  return element('span', { className: ['chiffre'] }, [
    element('a', { href, ariaDescribedBy: [id] }, [data]),
    element('span', { className: ['bulle'], role: 'tooltip', id }, sayProofs(description)),
  ]);
}

function sayProofs({ rule, base, extraits, others }: FigureDescription): ElementContent[] {
  const line = (className: string, said: string) =>
    element('span', { className: [className] }, [text(fixSpaces(said))]);
  return [
    line('regle', rule),
    ...(base ? [line('base', base)] : []),
    ...extraits.map((said) => line('extrait', `« ${said} »`)),
    ...(others > 0 ? [line('suite', `et ${formatCount(others, 'autre extrait', 'autres extraits')}, en annexe`)] : []),
  ];
}

/** A table with its name, and heads for its columns and rows; the box around it scrolls on a narrow screen. */
function toTable(state: State, { children: rows, align = [], data }: Table): Element {
  const [head, ...body] = rows;
  const caption = data?.caption;
  const cells = (row: TableRow, isHead: boolean) =>
    row.children.map((cell, index) => {
      const scope = isHead ? 'col' : index === 0 ? 'row' : undefined;
      const className = align?.[index] === 'right' ? { className: ['nombre'] } : {};
      const content = state.all(cell) as ElementContent[];
      return element(scope ? 'th' : 'td', { ...(scope && { scope }), ...className }, content);
    });
  const table = element('table', {}, [
    ...(caption ? [element('caption', {}, [text(caption)])] : []),
    ...(head ? [element('thead', {}, [element('tr', {}, cells(head, true))])] : []),
    element(
      'tbody',
      {},
      body.map((row) => element('tr', {}, cells(row, false))),
    ),
  ]);
  return element('div', { className: ['tableau'], role: 'region', tabIndex: 0, ariaLabel: caption ?? 'Tableau' }, [
    table,
  ]);
}
