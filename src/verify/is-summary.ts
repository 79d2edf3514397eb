import { strFromU8, unzipSync } from 'fflate';
import { FIGURES_FILE } from '../render/pdf/printed-figures.ts';

const MARK = 'cops-provenance';
const CUSTOM = 'docProps/custom.xml';

/** Whether a file was written by `cops report`, whatever its format: it says where it comes from. An empty one may be replaced too. */
export function isSummary(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.trim() === '' || text.includes(MARK)) return true;
  if (text.startsWith('%PDF-')) return text.includes(FIGURES_FILE);
  if (/^\s*\{\s*"version": 1,\s*(?:"exemple": true,\s*)?"(?:prs|annee|projet|theme)"/.test(text)) return true;
  return text.startsWith('PK') && strFromU8(unzipCustom(bytes)).includes(MARK);
}

function unzipCustom(bytes: Uint8Array): Uint8Array {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === CUSTOM })[CUSTOM] ?? new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
