/** Numbers as sober words: few digits, real minus signs, a space before the per cent sign. */

const space = '\u00a0';

/** Three significant digits above a thousand, whole numbers above ten, one decimal below. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 1000) {
    const step = 10 ** (Math.floor(Math.log10(size)) - 2);
    return sign + grouped(Math.round(size / step) * step);
  }
  if (size >= 10 || Number.isInteger(size)) return (Math.round(size) === 0 ? '' : sign) + grouped(size);
  if (size >= 0.1) return sign + trimmed(size.toFixed(1));
  return sign + trimmed(size.toPrecision(2));
}

/** As `count`, with a plus sign before gains. */
export function change(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

/** Exact whole number with separators. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Short form for axes: 20k, 1.5m. */
export function short(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 1e6) return `${sign}${trimmed((size / 1e6).toFixed(1))}m`;
  if (size >= 1e3) return `${sign}${trimmed((size / 1e3).toFixed(1))}k`;
  return count(value);
}

export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const value = share * 100;
  const digits = value !== 0 && value !== 100 && (Math.abs(value) < 1 || Math.abs(value) > 99) ? 1 : 0;
  return `${trimmed(Math.abs(value).toFixed(digits)) === '0' ? '0' : `${value < 0 ? '−' : ''}${trimmed(Math.abs(value).toFixed(digits))}`}${space}%`;
}

/** `6–33 %` */
export function percentRange(low: number, high: number): string {
  return `${percent(low).replace(`${space}%`, '')}–${percent(high)}`;
}

/** Difference of two shares in percentage points. */
export function points(difference: number): string {
  if (!Number.isFinite(difference)) return '–';
  const value = Math.round(difference * 100);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}${space}points`;
}

/** A parameter's number: four significant digits, no grouping below ten thousand. */
export function exact(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 10_000) return (value < 0 ? '−' : '') + grouped(Math.abs(value));
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
