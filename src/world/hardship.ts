/** Hardship of the 64 classes: a Beta distribution with given mean and spread, bounded on purpose. */
import { exp, ln } from '../base/maths.ts';
import { classCount, classTopShares } from './people/layout.ts';

/**
 * [class] hardship at the middle of each class, falling with the class number.
 * An unbounded tail would put lone protesters everywhere on the first day.
 * @param mean in (0,1)
 * @param deviation standard deviation, below sqrt(mean(1-mean))
 */
export function hardshipClasses(mean: number, deviation: number): Float64Array {
  const concentration = (mean * (1 - mean)) / (deviation * deviation) - 1;
  const a = mean * concentration;
  const b = (1 - mean) * concentration;
  const steps = 4096;
  const cumulative = new Float64Array(steps + 1);
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps;
    cumulative[i + 1] = cumulative[i]! + exp((a - 1) * ln(x) + (b - 1) * ln(1 - x));
  }
  const total = cumulative[steps]!;
  const classes = new Float64Array(classCount);
  let i = steps;
  for (let k = 0; k < classCount; k++) {
    const share = 1 - (classTopShares[k]! + classTopShares[k + 1]!) / 2;
    while (i > 0 && cumulative[i - 1]! > share * total) i--;
    const below = cumulative[i - 1] ?? 0;
    classes[k] = (i - 1 + (share * total - below) / (cumulative[i]! - below)) / steps;
  }
  return classes;
}
