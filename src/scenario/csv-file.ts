/**
 * CSV text (RFC 4180: commas, double quotes, a header) to rows of plain data that remember their cells.
 * A dozen lines of state machine instead of a library: none of those at hand keeps columns.
 */
import { quoted, type Path } from '../base/issue.ts';
import { lineIndex } from './lines.ts';
import { wholeFile, type Located, type Report } from './report.ts';
import { refuseControls } from './text.ts';

/** Rows of one table; the largest that comes with the program has some hundred. */
export const maxRows = 100_000;
/** Cells of one table, empty ones too: eight megabytes of commas would take all memory. */
export const maxCells = 1_000_000;

export interface Cell {
  readonly text: string;
  /** of the first letter (or quote) in the file */
  readonly offset: number;
}

/** What a table may hold; a cell of a number column that is no number stays text and fails its schema. */
export interface Columns {
  readonly known: readonly string[];
  readonly required: readonly string[];
  readonly numbers: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Rows of a table as `[{column: value}]`; an empty cell is absent. Nothing when the header cannot be used.
 */
export function readCsv(file: string, text: string, columns: Columns, report: Report): Located | undefined {
  const position = lineIndex(text);
  const at = (offset: number) => {
    const { line, column } = position(offset);
    return wholeFile(file, line, column);
  };
  const { rows, problem } = parseCsv(text);
  if (problem) {
    if ('limit' in problem) report.error('CSV_SIZE', at(problem.offset), [], { expected: problem.limit });
    else report.error('CSV_SYNTAX', at(problem.offset), [], { what: problem.text });
    return undefined;
  }
  const header = rows[0] ?? [];
  if (!usableHeader(header, columns, report, at)) return undefined;
  const cells: Map<string, number>[] = [];
  const data: Record<string, unknown>[] = [];
  const starts: number[] = [];
  for (const row of rows.slice(1)) {
    const record = Object.create(null) as Record<string, unknown>;
    const offsets = new Map<string, number>();
    if (row.length !== header.length)
      report.error('CSV_CELLS', at(row[0]!.offset), [data.length], { received: String(row.length), expected: String(header.length) });
    header.forEach((name, i) => {
      const cell = row[i];
      if (!cell || !columns.known.includes(name.text)) return;
      offsets.set(name.text, cell.offset);
      if (cell.text === '') return;
      refuseControls(cell.text, 'the cell', at(cell.offset), [], report);
      record[name.text] = valueOf(cell.text, name.text, columns);
    });
    cells.push(offsets);
    starts.push(row[0]!.offset);
    data.push(record);
  }
  const offsetOf = (path: Path) => {
    const row = typeof path[0] === 'number' ? path[0] : -1;
    return cells[row]?.get(String(path[1])) ?? starts[row] ?? 0;
  };
  return { file, data, spot: (path) => ({ file, ...position(offsetOf(path)) }) };
}

function usableHeader(header: readonly Cell[], columns: Columns, report: Report, at: (offset: number) => Located): boolean {
  const seen = new Set<string>();
  let usable = true;
  for (const name of header) {
    if (seen.has(name.text)) report.error('NAME_DUPLICATE', at(name.offset), [], { what: 'columns', received: quoted(name.text), expected: 'this line' });
    else if (!columns.known.includes(name.text))
      report.error('SCHEMA_UNKNOWN', at(name.offset), [], { what: 'column', received: quoted(name.text), known: columns.known });
    seen.add(name.text);
  }
  for (const name of columns.required) {
    if (seen.has(name)) continue;
    report.error('SCHEMA_MISSING', at(0), [], { what: `the column "${name}"`, expected: name });
    usable = false;
  }
  return usable;
}

function valueOf(text: string, column: string, columns: Columns): unknown {
  if (columns.numbers.has(column) && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (columns.flags.has(column) && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/**
 * Split CSV into rows of cells; blank lines are skipped.
 * @returns the rows, or the first place where the quoting breaks or a limit is passed
 * @example parseCsv('a,b\n1,"x, y"\n').rows[1][1].text === 'x, y'
 */
export function parseCsv(text: string): { rows: Cell[][]; problem?: { offset: number; text: string } | { offset: number; limit: string } } {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let i = 0;
  let cells = 0;
  for (;;) {
    const start = i;
    if (++cells > maxCells) return { rows, problem: { offset: start, limit: `${maxCells} cells` } };
    let cell: string;
    if (text[i] === '"') {
      const end = closingQuote(text, i);
      if (end < 0) return { rows, problem: { offset: start, text: 'this quote is never closed' } };
      cell = text.slice(i + 1, end).replaceAll('""', '"');
      i = end + 1;
      if (i < text.length && !/[,\r\n]/.test(text[i]!))
        return { rows, problem: { offset: i, text: 'after a closing quote only a comma or a new line may follow' } };
    } else {
      while (i < text.length && text[i] !== ',' && text[i] !== '\n' && text[i] !== '\r' && text[i] !== '"') i++;
      if (text[i] === '"') return { rows, problem: { offset: i, text: 'a quote inside a cell: put the whole cell in quotes and double this one' } };
      cell = text.slice(start, i).trim();
    }
    row.push({ text: cell, offset: start });
    if (text[i] === ',') {
      i++;
      continue;
    }
    if (row.length > 1 || cell !== '') {
      // the header is no row
      if (rows.length > maxRows) return { rows, problem: { offset: row[0]!.offset, limit: `${maxRows} rows` } };
      rows.push(row);
    }
    row = [];
    if (i >= text.length) return { rows };
    i += text[i] === '\r' && text[i + 1] === '\n' ? 2 : 1;
  }
}

function closingQuote(text: string, open: number): number {
  for (let i = text.indexOf('"', open + 1); i >= 0; i = text.indexOf('"', i + 2)) if (text[i + 1] !== '"') return i;
  return -1;
}
