/** What makes a spreadsheet take a cell for a formula and run it: its signs, wide ones too, even behind spaces. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as spreadsheets in French open it: UTF-8 with its mark, `;` between cells, lines that end with CRLF. A text that
 * would be run as a formula is shown as text, by an apostrophe before it.
 */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(formatCell).join(';')}\r\n`).join('')}`;
}

function formatCell(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const plain = value.replace(/(?!\n)\p{Cc}/gu, ' ');
  const safe = FORMULA.test(value) ? `'${plain}` : plain;
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
