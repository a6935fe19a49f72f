/** SVG and HTML as strings: everything that comes from data passes `escape`. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** A coordinate with one decimal. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A line of text; `anchor` start, middle or end. */
export function label(x: number, y: number, text: string, classes = '', anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${n(x)}" y="${n(y)}"${classes ? ` class="${classes}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escape(text)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" class="${classes}"/>`;
}

export function box(x: number, y: number, width: number, height: number, attributes: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" ${attributes}/>`;
}

export function diamond(x: number, y: number, r: number, classes: string): string {
  return `<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" class="${classes}"/>`;
}

export function polyline(points: readonly (readonly [number, number])[], classes: string): string {
  return `<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')}" class="${classes}"/>`;
}

/** The area between two lines. */
export function band(upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[], classes: string): string {
  return `<path d="${[...upper, ...lower.toReversed()].map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')}Z" class="${classes}"/>`;
}

/** Stripes for the second arm, so that grey print keeps the arms apart. */
export function stripes(id: string, arm: string): string {
  return `<pattern id="${escape(id)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="${arm} pale"/><rect width="3" height="6" class="${arm} solid"/></pattern>`;
}

/** Width of text at 12 px, about: there is no screen here to measure on. */
export function textWidth(text: string, sizePx = 12): number {
  return text.length * sizePx * 0.56;
}

/** Words in lines of at most `chars` signs; a word longer than that is cut. */
export function wrap(text: string, chars: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const whole of text.split(/ +/)) {
    for (let word = whole; word.length > 0;) {
      const piece = word.slice(0, chars);
      word = word.slice(chars);
      if (current === '') current = piece;
      else if (current.length + 1 + piece.length <= chars) current += ` ${piece}`;
      else {
        lines.push(current);
        current = piece;
      }
    }
  }
  if (current !== '') lines.push(current);
  return lines;
}

export interface LegendItem {
  /** drawn in a box 22 wide whose middle line is y */
  readonly glyph: (x: number, y: number) => string;
  readonly text: string;
}

/** Key to the marks, flowing over as many lines as it needs. */
export function legend(items: readonly LegendItem[], x: number, y: number, width: number): { readonly body: string; readonly height: number } {
  let [left, row, body] = [x, 0, ''];
  for (const item of items) {
    const lines = wrap(item.text, Math.floor((width - 28) / 6.4));
    const needed = 28 + Math.max(...lines.map((text) => textWidth(text))) + 14;
    if (left > x && left + needed > x + width) {
      left = x;
      row++;
    }
    body += item.glyph(left, y + row * 18);
    lines.forEach((text, i) => (body += label(left + 28, y + (row + i) * 18 + 4, text, 'quiet')));
    row += lines.length - 1;
    left += needed;
  }
  return { body, height: (row + 1) * 18 };
}
