/** Tables as CSV by RFC 4180: a header, commas, line ends of two letters, quotes where they are needed. */

/** Texts that a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * One cell. An absent value is an empty cell; numbers are the shortest text that reads back as the same number; a
 * text that a spreadsheet would run gets an apostrophe in front, because scenarios come from strangers too.
 * @example csvCell('a, "b"') === '"a, ""b"""'
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole table; columns as named, rows in their order. */
export function csvText(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = [columns.map(csvCell), ...rows.map((row) => columns.map((name) => csvCell(row[name])))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
