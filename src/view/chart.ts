/** What every picture of a result carries: a finding, words for those who cannot see it, and its numbers. */
import { escape, label, wrap } from './markup.ts';
import { chartStyle } from './palette.ts';

export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Chart {
  readonly id: string;
  /** one sentence stating the finding, made from the numbers */
  readonly title: string;
  readonly alt: string;
  /** how to read it */
  readonly note: string;
  readonly table: Table;
  /** drawn for about 720 px and again for a phone; both say the same */
  readonly svg: string;
  readonly narrowSvg: string;
}

/** Where a chart is drawn: its id keeps patterns of two drawings on one page apart. */
export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly isNarrow: boolean;
}

interface Piece {
  readonly height: number;
  readonly body: string;
}

export interface Drawing extends Piece {
  /** what stands below in drawings of their own: a sheet of paper can end between two, and no row is cut */
  readonly more?: readonly Piece[];
  /** attributes of the svg element, e.g. data-k */
  readonly attributes?: string;
}

/** Draw twice, wide and narrow, and put the words around it. */
export function chartOf(words: Omit<Chart, 'svg' | 'narrowSvg'>, draw: (frame: Frame) => Drawing): Chart {
  const make = (frame: Frame) => {
    const { height, body, attributes, more = [] } = draw(frame);
    const piece = (one: Piece, named: string) =>
      `<svg class="chart" ${named} viewBox="0 0 ${frame.width} ${Math.ceil(one.height)}" width="${frame.width}" height="${Math.ceil(one.height)}"${attributes ? ` ${attributes}` : ''}>${one.body}</svg>`;
    return [piece({ height, body }, `role="img" aria-label="${escape(words.alt)}"`), ...more.map((one) => piece(one, 'aria-hidden="true"'))].join('');
  };
  return { ...words, svg: make({ id: words.id, width: 720, isNarrow: false }), narrowSvg: make({ id: `${words.id}-narrow`, width: 328, isNarrow: true }) };
}

/** Room left and right of the words of a picture that stands alone. */
const margin = 4;

/**
 * The wide drawing as a file of its own: its finding above it, how to read it below, and both for those who cannot see it.
 * @param heading what stands above it; the chart's finding unless its panels say theirs
 */
export function standalone(chart: Chart, heading = chart.title): string {
  const pieces = [...chart.svg.matchAll(/<svg [^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>([\s\S]*?)<\/svg>/g)].map(([, width, height, body]) => ({
    width: Number(width),
    height: Number(height),
    body: body!,
  }));
  const { width } = pieces[0]!;
  const above = wrap(heading, Math.floor((width - 2 * margin) / 9)).map((text, i) => label(margin, 18 + i * 18, text, 'strong heading'));
  let y = above.length * 18 + 12;
  const drawn = pieces.map(({ height, body }) => {
    const moved = `<g transform="translate(0 ${y})">${body}</g>`;
    y += height;
    return moved;
  });
  const below = wrap(chart.note, Math.floor((width - 2 * margin) / 6.6)).map((text, i) => label(margin, y + 14 + i * 14, text, 'quiet small'));
  const whole = Math.ceil(y + below.length * 14 + 10);
  const words = `<title>${escape(chart.title)}</title><desc>${escape(`${chart.alt} ${chart.note}`)}</desc><style>${chartStyle}</style>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escape(chart.alt)}" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}">${words}<rect width="${width}" height="${whole}" class="sea"/>${above.join('')}${drawn.join('')}${below.join('')}</svg>`;
}
