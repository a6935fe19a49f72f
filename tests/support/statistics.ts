/**
 * Tests of samples against laws: Kolmogorov-Smirnov and Pearson's chi-square, with their p-values.
 * Seeds of the tests are fixed: a false alarm can only come with a change of the code, and the
 * probability that such a change alone sets one off is the level the test states.
 */

/** Largest distance between the sample's distribution and the law `cdf` (two-sided). */
export function kolmogorovDistance(sample: readonly number[] | Float64Array, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  let worst = 0;
  for (let i = 0; i < sorted.length; i++) {
    const share = cdf(sorted[i]!);
    worst = Math.max(worst, share - i / sorted.length, (i + 1) / sorted.length - share);
  }
  return worst;
}

/**
 * Chance of a distance at least as large when the law holds.
 * @source Stephens 1970, doi:10.1111/j.2517-6161.1970.tb00821.x: the limit law at (sqrt n + .12 + .11/sqrt n) D
 */
export function kolmogorovP(distance: number, n: number): number {
  const t = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  // below this the series needs thousands of terms and the chance is 1 to twelve digits
  if (t < 0.18) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, sum));
}

/** Kolmogorov-Smirnov p-value of a sample against a law. */
export function kolmogorovTest(sample: readonly number[] | Float64Array, cdf: (x: number) => number): number {
  return kolmogorovP(kolmogorovDistance(sample, cdf), sample.length);
}

/** Upper tail of the chi-square law. */
export function chiSquareP(statistic: number, degrees: number): number {
  return 1 - lowerGamma01(degrees / 2, statistic / 2);
}

/**
 * Pearson's p-value of counts against expected counts with the same sum. Neighbouring cells are
 * thrown together until each expects at least ten.
 */
export function pearsonTest(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  const cells: { seen: number; due: number }[] = [];
  let [seen, due] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    seen += counts[i]!;
    due += expected[i]!;
    if (due < 10) continue;
    cells.push({ seen, due });
    [seen, due] = [0, 0];
  }
  const last = cells.at(-1);
  if (!last || cells.length < 2) throw new RangeError(`chi-square needs two cells that expect ten each, there are ${cells.length}`);
  last.seen += seen;
  last.due += due;
  return chiSquareP(
    cells.reduce((sum, cell) => sum + (cell.seen - cell.due) ** 2 / cell.due, 0),
    cells.length - 1,
  );
}

/** Regularised lower incomplete gamma function P(a, x): its series below a + 1, its continued fraction (Lentz) above. */
function lowerGamma01(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) sum += term *= x / (a + n);
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

/** Stirling's series after moving the argument up to ten. */
function logGamma(a: number): number {
  let [x, shift] = [a, 0];
  for (; x < 10; x++) shift += Math.log(x);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - shift;
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
