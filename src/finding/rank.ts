import MiniSearch from 'minisearch';
import { matches, type Query } from './query.ts';
import { stemsOf } from './words.ts';

/** A stretch of a file between blank lines, bullets or arrows: about a passage, found without reading the record. */
export interface Block {
  readonly file: string;
  /** Its first line, from 1. */
  readonly line: number;
  readonly text: string;
}

const OPENS_BLOCK = /^\s*(?:[-*+>#→⇒➔➜➡]|=>|\d+[.)]\s|[\p{L}_]+:)/u;

/** Cuts the text of a file into blocks. */
export function cutBlocks(file: string, text: string): Block[] {
  const blocks: { file: string; line: number; text: string }[] = [];
  let open = false;
  for (const [index, line] of text.split('\n').entries()) {
    const last = blocks.at(-1);
    if (line.trim() === '') open = false;
    else if (open && last && !OPENS_BLOCK.test(line)) last.text += `\n${line}`;
    else {
      blocks.push({ file, line: index + 1, text: line });
      open = true;
    }
  }
  return blocks;
}

/** The blocks of some texts that answer a query, the most telling first; of equal ones, in the order of files and lines. */
export function rankBlocks(texts: Iterable<{ file: string; text: string }>, query: Query, link: 'and' | 'or'): Block[] {
  const found: Block[] = [];
  for (const { file, text } of texts) {
    if (!matches(text, query, link)) continue;
    found.push(...cutBlocks(file, text).filter((block) => matches(block.text, query, link)));
  }
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: stemsOf,
    processTerm: (term) => term,
  });
  index.addAll(found.map(({ text }, id) => ({ id, text })));
  const scores = new Map(
    index
      .search(query.stems.join(' '), { tokenize: (text) => text.split(' ') })
      .map(({ id, score }) => [id as number, score]),
  );
  return found
    .map((block, id) => ({ block, id, score: Math.round((scores.get(id) ?? 0) * 1e6) }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .map(({ block }) => block);
}
