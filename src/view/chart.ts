/** What every picture of a result carries: a finding, words for those who cannot see it, and its numbers. */
import { escape } from './markup.ts';
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

export interface Drawing {
  readonly height: number;
  readonly body: string;
  /** attributes of the svg element, e.g. data-k */
  readonly attributes?: string;
}

/** Draw twice, wide and narrow, and put the words around it. */
export function chartOf(words: Omit<Chart, 'svg' | 'narrowSvg'>, draw: (frame: Frame) => Drawing): Chart {
  const make = (frame: Frame) => {
    const { height, body, attributes } = draw(frame);
    return `<svg class="chart" role="img" aria-label="${escape(words.alt)}" viewBox="0 0 ${frame.width} ${Math.ceil(height)}" width="${frame.width}" height="${Math.ceil(height)}"${attributes ? ` ${attributes}` : ''}>${body}</svg>`;
  };
  return { ...words, svg: make({ id: words.id, width: 720, isNarrow: false }), narrowSvg: make({ id: `${words.id}-narrow`, width: 328, isNarrow: true }) };
}

/** The wide drawing as a file of its own, with its words inside. */
export function standalone(chart: Chart): string {
  return chart.svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', `><title>${escape(chart.title)}</title><desc>${escape(`${chart.alt} ${chart.note}`)}</desc><style>${chartStyle}</style>`);
}
