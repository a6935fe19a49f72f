/** From numbers to pixels: straight, square root, logarithmic with a true zero, or by decades without one. */

export type ScaleKind = 'linear' | 'sqrt' | 'log';
/** Axes of a power law besides: no zero, equal steps for equal factors. */
export type AnyScaleKind = ScaleKind | 'decades';

export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Below this a logarithmic scale turns straight, so that zero has a place: log(1 + value / 10). */
const bend = 10;

const bendings: Readonly<Record<AnyScaleKind, (value: number) => number>> = {
  linear: (value) => value,
  sqrt: (value) => Math.sign(value) * Math.sqrt(Math.abs(value)),
  log: (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / bend),
  decades: (value) => Math.log10(value),
};

/**
 * @param low above zero where `kind` is `decades`: there a straight line is a power law
 * @param from pixel of `low`, @param to pixel of `high`
 */
export function scale(kind: AnyScaleKind, low: number, high: number, from: number, to: number): Scale {
  const bent = bendings[kind];
  const top = high > low ? high : low + 1;
  const at = (value: number) => from + ((bent(value) - bent(low)) / (bent(top) - bent(low))) * (to - from);
  return { at, ticks: kind === 'log' ? powers(low, top) : kind === 'decades' ? decades(low, top) : steps(low, top) };
}

function powers(low: number, high: number): number[] {
  const ticks = low <= 0 ? [0] : [];
  for (let power = bend; power <= high * 1.0001; power *= 10) if (power >= low) ticks.push(power);
  return ticks;
}

/** Powers of ten in [low, high]. */
function decades(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) ticks.push(10 ** power);
  return ticks;
}

/** The first tick that is not below `high`: a scale that ends there has nothing beyond its last label. */
export function roundTop(low: number, high: number, kind: ScaleKind = 'linear'): number {
  if (kind === 'log') return powers(0, high * bend).find((power) => power >= high) ?? bend;
  const step = stepOf(low, high > low ? high : low + 1);
  return Math.ceil(high / step - 1e-9) * step;
}

function stepOf(low: number, high: number): number {
  const rough = (high - low) / 5;
  const size = 10 ** Math.floor(Math.log10(rough));
  return size * ([1, 2, 2.5, 5, 10].find((f) => f * size >= rough) ?? 10);
}

/** About five round numbers. */
function steps(low: number, high: number): number[] {
  const step = stepOf(low, high);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) ticks.push(i * step);
  return ticks;
}

/** Days to write under a time axis: about one label per 70 px. */
export function dayTicks(hours: number, firstMidnight: number, widthPx: number): number[] {
  const days = hours / 24;
  const every = [1, 2, 3, 7, 14, 28, 56].find((step) => (days / step) * 64 <= widthPx) ?? 112;
  const ticks: number[] = [];
  for (let hour = firstMidnight; hour <= hours; hour += every * 24) ticks.push(hour);
  return ticks;
}
