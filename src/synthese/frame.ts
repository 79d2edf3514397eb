import type { Synthese } from './synthese.ts';

/** A print of what a summary says without a figure or a record to show it: the grille, the texts of PRS and the settings. */
export function printFrame(synthese: Synthese): string {
  const { criteria, grille, projets, nom, region, exemple, recurrence, fichesMinimales } = synthese;
  const themes = [...grille.values()];
  const prs = [criteria.prs, criteria.compare, ...projets.map(({ cadres }) => cadres)];
  return digest(JSON.stringify([themes, prs, nom, region, exemple, recurrence, fichesMinimales]));
}

/** It tells one text from another, and guards nothing: two FNV-1a of 32 bits, since the core reaches no cryptography. */
function digest(text: string): string {
  const starts = [0x811c9dc5, 0x9747b28c];
  const hashes = starts.map((start) => {
    let hash = start;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  return hashes.join('');
}
