/** Words for a terminal: wrapped to its width, plain where it is none. */

/** Columns of a stream; COLUMNS speaks for pipes. */
export function columnsOf(stream: NodeJS.WriteStream): number {
  return Math.max(24, stream.columns ?? (Number(process.env['COLUMNS']) || 100));
}

/** May a stream be painted and rewritten? Not a pipe, not a dumb terminal. */
export function isScreen(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

/** May a stream be coloured? @see no-color.org */
export function isColoured(stream: NodeJS.WriteStream): boolean {
  return isScreen(stream) && (process.env['NO_COLOR'] ?? '') === '';
}

/** Lines of at most so many columns; a path or command longer than that stays whole, to be copied. */
export function wrapped(text: string, columns: number, indent = ''): string {
  let lines = '';
  let line = '';
  // oxlint-disable-next-line no-control-regex
  for (const word of text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').split(/ +/)) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= columns) line += ` ${word}`;
    else {
      lines += `${line}\n`;
      line = `${indent}${word}`;
    }
  }
  return `${lines}${line}\n`;
}

/** Say something on a stream. */
export function say(stream: NodeJS.WriteStream, text: string): void {
  stream.write(wrapped(text, columnsOf(stream), '  '));
}
