/** Null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A table as CSV: comma, CRLF, quotes where they are needed (RFC 4180 §2). Text that a spreadsheet would take for a formula gets
 * an apostrophe in front; numbers stay numbers.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
