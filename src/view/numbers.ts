/** Numbers as sober words: few digits, real minus signs, a space before the per cent sign, signs by language. */

const space = '\u00a0';

export interface NumberSigns {
  readonly thousands: string;
  readonly decimal: string;
  /** after thousands and millions on axes */
  readonly thousand: string;
  readonly million: string;
  readonly point: string;
  readonly points: string;
}

export interface Numbers {
  /** Three significant digits above a thousand, whole numbers above ten, one decimal below. */
  readonly count: (value: number) => string;
  /** As `count`, with a plus sign before gains. */
  readonly change: (value: number) => string;
  /** Exact whole number with separators. */
  readonly grouped: (value: number) => string;
  /** Short form for axes: 20k, 1.5m. */
  readonly short: (value: number) => string;
  readonly percent: (share: number) => string;
  /** `6–33 %` */
  readonly percentRange: (low: number, high: number) => string;
  /** Difference of two shares in percentage points. */
  readonly points: (difference: number) => string;
  /** The same without the word. */
  readonly signed: (difference: number) => string;
  /** A parameter's number: four significant digits, no grouping below ten thousand. */
  readonly exact: (value: number) => string;
}

/** The ways to write a number in one language. */
export function numbersWith(signs: NumberSigns): Numbers {
  const minus = (value: number) => (value < 0 ? '−' : '');
  const point = (text: string) => text.replace('.', signs.decimal);
  const grouped = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, signs.thousands);
  const count = (value: number): string => {
    if (!Number.isFinite(value)) return '–';
    const size = Math.abs(value);
    if (size >= 1000) {
      const step = 10 ** (Math.floor(Math.log10(size)) - 2);
      return minus(value) + grouped(Math.round(size / step) * step);
    }
    if (size >= 10 || Number.isInteger(size)) return (Math.round(size) === 0 ? '' : minus(value)) + grouped(size);
    return minus(value) + point(trimmed(size >= 0.1 ? size.toFixed(1) : size.toPrecision(2)));
  };
  const percent = (share: number): string => {
    if (!Number.isFinite(share)) return '–';
    const value = share * 100;
    const digits = value !== 0 && value !== 100 && (Math.abs(value) < 1 || Math.abs(value) > 99) ? 1 : 0;
    const text = trimmed(Math.abs(value).toFixed(digits));
    return `${text === '0' ? '0' : `${minus(value)}${point(text)}`}${space}%`;
  };
  const signed = (difference: number): string => {
    if (!Number.isFinite(difference)) return '–';
    const value = Math.round(difference * 100);
    return `${value > 0 ? '+' : minus(value)}${Math.abs(value)}`;
  };
  return {
    count,
    grouped,
    percent,
    signed,
    change: (value) => (value > 0 ? `+${count(value)}` : count(value)),
    short: (value) => {
      const size = Math.abs(value);
      if (size >= 1e6) return `${minus(value)}${point(trimmed((size / 1e6).toFixed(1)))}${signs.million}`;
      if (size >= 1e3) return `${minus(value)}${point(trimmed((size / 1e3).toFixed(1)))}${signs.thousand}`;
      return count(value);
    },
    percentRange: (low, high) => `${percent(low).replace(`${space}%`, '')}–${percent(high)}`,
    points: (difference) =>
      Number.isFinite(difference) ? `${signed(difference)}${space}${Math.abs(Math.round(difference * 100)) === 1 ? signs.point : signs.points}` : '–',
    exact: (value) => {
      if (!Number.isFinite(value)) return '–';
      if (Math.abs(value) >= 10_000) return minus(value) + grouped(Math.abs(value));
      return point(String(Number(value.toPrecision(4))).replace('-', '−'));
    },
  };
}

export const englishNumbers = numbersWith({ thousands: ',', decimal: '.', thousand: 'k', million: 'm', point: 'point', points: 'points' });
export const germanNumbers = numbersWith({
  thousands: '.',
  decimal: ',',
  thousand: `${space}Tsd.`,
  million: `${space}Mio.`,
  point: 'Punkt',
  points: 'Punkte',
});

/** English by name, for screens with one language. */
export const { count, change, grouped, short, percent, percentRange, points, exact } = englishNumbers;

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
