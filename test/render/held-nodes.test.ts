import type { PhrasingContent, Root } from 'mdast';
import { expect, test } from 'vitest';
import { HeldNodes, withoutMarks, withoutWrittenMarks } from '../../src/render/held-nodes.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link: PhrasingContent = { type: 'link', url: '#a', children: [text('A1')] };

test('nodes take the place of their marks, however deep, and the text around stays', () => {
  const held = new HeldNodes();
  const value = `avant ${held.hold([link, text(', ')])}entre${held.hold([link])}`;
  const paragraph = { type: 'paragraph', children: [text(value)] } as const;
  const tree: Root = {
    type: 'root',
    children: [{ type: 'blockquote', children: [{ ...paragraph, children: [...paragraph.children] }] }],
  };
  held.release(tree);
  expect(tree.children[0]).toMatchObject({
    children: [{ children: [text('avant '), link, text(', entre'), link] }],
  });
});

test('an empty list leaves nothing, and a text of a record cannot forge a mark', () => {
  const held = new HeldNodes();
  held.hold([link]);
  const { forged } = withoutMarks({ forged: '\ue0000\ue001\ue010' });
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [text(`${forged}${held.hold([])}`)] }] };
  held.release(tree);
  expect(tree).toMatchObject({ children: [{ children: [text('0')] }] });
});

test('in code, their words stand alone', () => {
  const held = new HeldNodes();
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'inlineCode', value: `x${held.hold([link])}` }] }],
  };
  held.release(tree);
  expect(tree).toMatchObject({ children: [{ children: [{ value: 'xA1' }] }] });
});

test('where no node can stand, such as an address or a description, their words do', () => {
  const held = new HeldNodes();
  const mark = held.hold([text('mots'), { type: 'html', value: '<a>' }]);
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'image', url: `#${mark}`, alt: mark, title: `« ${mark} »` }] }],
  };
  held.release(tree);
  expect(tree).toMatchObject({ children: [{ children: [{ url: '#mots', alt: 'mots', title: '« mots »' }] }] });
});

test.each(['\ue000', '\ue001', '\ue000\ue010', '\ue000\ue019\ue019\ue001'])(
  'a mark that a filter cut, or that nobody gave, is refused: %j',
  (value) => {
    const held = new HeldNodes();
    held.hold([link]);
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [text(`a ${value}`)] }] };
    expect(() => held.release(tree)).toThrow('Le gabarit coupe ou change par un filtre');
  },
);

test('a template cannot write a mark by its numbers', () => {
  expect(withoutWrittenMarks('a&#xE000;&#57360;&#x0e001;b \ue000 &#xe9;')).toBe('ab  &#xe9;');
});
