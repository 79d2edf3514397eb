import { PROVENANCE_PROPERTY as MARK } from '../render/docx/names.ts';
import { FIGURES_FILE } from '../render/pdf/printed-figures.ts';
import { CUSTOM_PART, recogniseForm } from './recognise-form.ts';
import { unzipParts } from './unzip-parts.ts';

/** Whether a file was written by `cops report`, whatever its format: it says where it comes from. An empty one may be replaced too. */
export function isSummary(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.trim() === '' || text.includes(MARK)) return true;
  const form = recogniseForm(bytes);
  if (form === 'pdf') return text.includes(FIGURES_FILE);
  return form === 'json' || unzipParts(bytes, [CUSTOM_PART]).get(CUSTOM_PART)?.includes(MARK) === true;
}
