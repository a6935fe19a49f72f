/**
 * journal.jsonl: what happened, one line each, appended and put on the disk in chunks. Every line carries
 * a checksum of its own text, so a line cut short by a crash or damaged later is seen and left out.
 *
 *   {"sum":"<first 16 hex of SHA-256 of the entry's text>","entry":{…}}
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf, StoreRefusal, syncFolder, writeAll } from './store.ts';

const sumDigits = 16;
const head = '{"sum":"';
const middle = '","entry":';
const tail = '}';
const lineFeed = 10;

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, sumDigits);
}

/** For `JSON.stringify`: numbers JSON does not know are written as text, "NaN" = did not happen; `Number` reads them back. */
export function writtenNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

/** @returns one line with its line feed */
export function lineOf(entry: object): string {
  const text = JSON.stringify(entry, writtenNumber);
  return `${head}${sumOf(text)}${middle}${text}${tail}\n`;
}

/** The entry of a line, or nothing when the line is damaged. */
export function entryOf(line: string): unknown {
  const start = head.length + sumDigits + middle.length;
  if (!line.startsWith(head) || !line.endsWith(tail) || line.slice(head.length + sumDigits, start) !== middle) return undefined;
  const text = line.slice(start, -tail.length);
  if (sumOf(text) !== line.slice(head.length, head.length + sumDigits)) return undefined;
  return JSON.parse(text) as unknown;
}

export interface JournalState {
  /** whole lines, damaged ones too */
  readonly lines: number;
  /** numbers (from 1) of whole lines whose checksum does not fit */
  readonly damaged: readonly number[];
  /** bytes up to the end of the last whole line */
  readonly wholeBytes: number;
  /** bytes after it: a line that was being written when something broke, or is being written now */
  readonly tornBytes: number;
}

const pieceBytes = 1 << 20;

/**
 * Read a journal from start to end, a megabyte at a time; a missing one is empty.
 * @param take called with every sound entry and its line number
 */
export function readJournal(path: string, take: (entry: unknown, line: number) => void): JournalState {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lines: 0, damaged: [], wholeBytes: 0, tornBytes: 0 };
    throw error;
  }
  const damaged: number[] = [];
  let lines = 0;
  let wholeBytes = 0;
  let rest = Buffer.alloc(0);
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (let got = readSync(file, piece, 0, pieceBytes, null); got > 0; got = readSync(file, piece, 0, pieceBytes, null)) {
      let bytes = Buffer.concat([rest, piece.subarray(0, got)]);
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed)) {
        lines++;
        wholeBytes += end + 1;
        const entry = entryOf(bytes.toString('utf8', 0, end));
        if (entry === undefined) damaged.push(lines);
        else take(entry, lines);
        bytes = bytes.subarray(end + 1);
      }
      rest = bytes;
    }
  } finally {
    closeSync(file);
  }
  return { lines, damaged, wholeBytes, tornBytes: rest.length };
}

/** The journal of a running plan: entries wait in memory until `flush` puts them on the disk. */
export class Journal {
  private readonly path: string;
  private readonly file: number;
  private goodBytes: number;
  private waiting: string[] = [];

  /**
   * Open for appending. A torn end is cut off; `state` from `readJournal` says how long the sound part is.
   * @throws StoreRefusal when the file cannot be opened
   */
  constructor(path: string, state: JournalState) {
    this.path = path;
    try {
      this.file = openSync(path, 'a');
      if (fstatSync(this.file).size !== state.wholeBytes) ftruncateSync(this.file, state.wholeBytes);
      syncFolder(dirname(path));
    } catch (error) {
      throw new StoreRefusal(`${path} cannot be written: ${reasonOf(error)}`, error);
    }
    this.goodBytes = state.wholeBytes;
  }

  /** Entries not yet on the disk. */
  get unsaved(): number {
    return this.waiting.length;
  }

  append(entry: object): void {
    this.waiting.push(lineOf(entry));
  }

  /**
   * Put everything that waits on the disk, for good.
   * @throws StoreRefusal when the computer refuses; what was on the disk before stays, a half line is taken back
   */
  flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = new TextEncoder().encode(this.waiting.join(''));
    try {
      writeAll(this.file, bytes);
      fsyncSync(this.file);
    } catch (error) {
      const lost = this.waiting.length;
      this.waiting = [];
      try {
        ftruncateSync(this.file, this.goodBytes);
      } catch {
        // then the next opening cuts the torn end off
      }
      throw new StoreRefusal(`${this.path} cannot take the last ${lost === 1 ? 'line' : `${lost} lines`}: ${reasonOf(error)}`, error);
    }
    this.goodBytes += bytes.length;
    this.waiting = [];
  }

  /** @throws StoreRefusal as `flush` */
  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }
}
