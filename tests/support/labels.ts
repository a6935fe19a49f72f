/** Labels of a drawing as boxes: do they touch, do they leave the picture? There is no screen here, so widths are those of a wide font. */

export interface LabelBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths of DejaVu Sans, the widest of the fonts a chart asks for: plain and bold, in ems a sign. */
const emPlain = 0.56;
const emBold = 0.64;

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** All texts of an SVG in which no group is moved. */
export function labelBoxes(svg: string): LabelBox[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, inner]) => {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? '';
    const classes = of('class').split(' ');
    const size = classes.includes('small') ? 11 : 12;
    const text = inner!.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
    const wide = text.length * size * (classes.includes('strong') ? emBold : emPlain);
    const [x, y] = [Number(of('x')), Number(of('y'))];
    const left = of('text-anchor') === 'end' ? x - wide : of('text-anchor') === 'middle' ? x - wide / 2 : x;
    return { text, left, right: left + wide, top: y - size * 0.75, bottom: y + size * 0.2 };
  });
}

/** Pairs of labels that run into each other. */
export function touching(boxes: readonly LabelBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

/** Labels that leave a picture of this width. */
export function cut(boxes: readonly LabelBox[], width: number): string[] {
  return boxes
    .filter(({ left, right }) => left < -1 || right > width + 1)
    .map(({ text, left, right }) => `"${text}" from ${Math.round(left)} to ${Math.round(right)}`);
}
