import { fold } from '../../french.ts';
import type { FoundValue } from '../imported-record.ts';
import type { Block } from './block.ts';

/** « … en intégrant les usagers dans les projets tels que : » */
const OPENS = /\bprojets?(?: suivants?| cibles?| tels? que| comme| concernes?)?(?: par exemple)?\s*:$/;
const TARGETS = /^projets? (?:cibles?|concernes?|vises?)$/;

/** The list of projects in which users could take part: its items stay in the body. */
export function findProjetsCibles(blocks: readonly Block[]): FoundValue | undefined {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'text' && block.kind !== 'heading') continue;
    const said = fold(block.line.text).trim();
    if (!OPENS.test(said) && !(block.kind === 'heading' && TARGETS.test(said.replace(/\W+$/, '')))) continue;
    const items: string[] = [];
    for (const next of blocks.slice(index + 1)) {
      if (next.kind !== 'text' || (next.mark !== 'bullet' && !next.mark.endsWith('.'))) break;
      if (next.level <= 1) items.push(next.line.text.replace(/[\s,;.]+$/, ''));
    }
    if (items.length === 0) continue;
    const words = items.join(' ; ');
    const opening = block.line.text.length > 60 ? `…${block.line.text.slice(-45)}` : block.line.text;
    return {
      key: 'projets_cibles',
      value: items.map((titre) => ({ titre })),
      words,
      place: `liste après « ${opening} »`,
    };
  }
  return undefined;
}
