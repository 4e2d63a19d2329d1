/** Null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A table as CSV: comma, CRLF, quotes where they are needed (RFC 4180 §2). Text that a spreadsheet would take for a formula gets
 * an apostrophe in front: whoever made a certificate chose its names. Numbers stay numbers.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** Excel takes a file without it for one of its system's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
