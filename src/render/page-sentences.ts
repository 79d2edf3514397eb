import { EXEMPLE_FICTIF } from '../collection.ts';
import type { RenderedDocument } from './document.ts';

/** What every page of a document says, where it must not leave the centre or is invented. */
export function sayMark({ interne, exemple }: Pick<RenderedDocument, 'interne' | 'exemple'>): string | undefined {
  if (interne) return 'Usage interne';
  return exemple ? EXEMPLE_FICTIF : undefined;
}

/** The last words of a document. */
export function sayProvenance({ provenance }: Pick<RenderedDocument, 'provenance'>): string {
  const { projet, theme, public: readers } = provenance.selection;
  return `${(projet ?? theme ?? readers) ? 'Écrit' : 'Écrite'} avec cops ${provenance.cops}. Chaque chiffre mène à ses preuves ; « cops verify » dit si ce document tient encore.`;
}
