const OPENING = 'Importé d’un document, dont l’empreinte des mots est ';
const CLOSING = 'Ces remarques peuvent être effacées.';
const MARK = new RegExp(`${OPENING}([0-9a-f]{16})\\.`);

/**
 * The remarks at the end of an imported record: the print of the words of its document, by which it is known again, and the lines
 * that only the header tells now, so that none is lost. Each is a comment of one line, which is read fast.
 */
export function formatRemark(served: readonly string[], print: string): string {
  const lines = served.map((line) => `source : ${line.replace(/\s+/g, ' ').replaceAll('-->', '-- >')}`);
  return [`${OPENING}${print}. ${CLOSING}`, ...lines].map((line) => `<!-- ${line} -->`).join('\n');
}

/** The print that a record keeps of its document; undefined where it keeps none. */
export function findPrint(text: string): string | undefined {
  return MARK.exec(text)?.[1];
}
