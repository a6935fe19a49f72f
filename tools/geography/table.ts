/** Comma-separated tables with a head line; quoted fields may hold commas and doubled quotes. */
import { readFileSync, writeFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

export function readTable(path: string): Row[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = split(head);
  return lines.map((line, i) => {
    const fields = split(line);
    if (fields.length !== names.length) throw new Error(`${path}:${i + 2}: ${fields.length} fields, ${names.length} wanted`);
    return Object.fromEntries(names.map((n, j) => [n, fields[j]]));
  });
}

export function writeTable(path: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, ...rows].map((row) => row.map((f) => quote(String(f))).join(','));
  writeFileSync(path, `${lines.join('\n')}\n`);
}

function quote(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function split(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (line[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      fields.push(field);
      field = '';
    } else field += c;
  }
  fields.push(field);
  return fields;
}
