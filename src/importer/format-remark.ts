const OPENING = 'Importé d’un document, dont l’empreinte des mots est ';
const MARK = new RegExp(`${OPENING}([0-9a-f]{16})\\.`);

/**
 * The remark at the end of an imported record: the print of the words of its document, by which it is known again, and the lines
 * that only the header tells now, so that none is lost. It can be erased.
 */
export function formatRemark(served: readonly string[], print: string): string {
  const lines = served.map((line) => `- ${line.replace(/\s+/g, ' ').replaceAll('-->', '-- >')}`);
  const told = lines.length > 0 ? ['Ses lignes que l’en-tête dit déjà :', ...lines] : [];
  return ['<!--', `${OPENING}${print}.`, ...told, 'Cette remarque peut être effacée.', '-->'].join('\n');
}

/** The print that a record keeps of its document; undefined where it keeps none. */
export function findPrint(text: string): string | undefined {
  return MARK.exec(text)?.[1];
}
