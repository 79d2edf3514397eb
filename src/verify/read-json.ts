import { parseProvenance } from '../synthese/provenance.ts';
import type { PrintedDocument } from './printed-document.ts';

/** Reads a summary in JSON; undefined where it does not say where it comes from. */
export function readJson(text: string): PrintedDocument | undefined {
  let read: { provenance?: unknown; sections?: Record<string, { figures?: unknown }> };
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const provenance = parseProvenance(JSON.stringify(read?.provenance ?? null));
  if (!provenance) return undefined;
  const figures = Object.values(read.sections ?? {}).flatMap(({ figures: own }) => (Array.isArray(own) ? own : []));
  return {
    provenance,
    figures: figures
      .filter((figure) => typeof figure?.id === 'string')
      .map(({ id, value }) => ({ id, text: String(value).replace('.', ',') })),
    blocks: [],
  };
}
