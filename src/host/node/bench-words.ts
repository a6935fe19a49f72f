/** Numbers and tables of pages made from measurements. */

/** So many significant digits, with commas from a thousand on. */
export function figures(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  return (Math.abs(rounded) >= 1000 ? rounded.toLocaleString('en', { maximumFractionDigits: 0 }) : String(rounded)).replace('-', '−');
}

/** Words left, figures right: a column whose cells all begin with a digit, a sign or a dash stands right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const isFigures = (column: number) => rows.every((row) => /^[\d−–]/.test(row[column]!));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, column) => (isFigures(column) ? '---:' : '---'))), ...rows.map(line)];
}
