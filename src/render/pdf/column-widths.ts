/** Cells that are no longer take the room that they need. */
const SHORT = 18;
/** However long its texts, a column has no more than so many times the room of the least. */
const MOST_SHARE = 60;

/**
 * The widths of a table's columns: null for one whose cells are short and take what they need, else parts of the room that is
 * left, by how long the texts of the column are. One column at least takes what is left.
 */
export function shareWidths(rows: readonly (readonly string[])[]): (number | null)[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const [head = 0, ...lengths] = rows.map((row) => row[column]?.length ?? 0);
    const longest = Math.max(0, ...lengths);
    if (Math.max(head, longest) <= SHORT) return null;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return Math.round(Math.min(MOST_SHARE, Math.max(12, (longest + mean) / 2)));
  });
  return widths.every((width) => width === null) ? [1, ...widths.slice(1)] : widths;
}
