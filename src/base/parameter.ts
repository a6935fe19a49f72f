/** Parameters as data: one table serves defaults, prior draws, documentation and the dead-parameter test. */
import { drawKey, uniform01 } from './random.ts';
import { exp, ln } from './maths.ts';
import { normalQuantile, normalShareBelow } from './normal.ts';

export type ParameterPrior =
  | { readonly dist: 'uniform'; readonly low: number; readonly high: number }
  | { readonly dist: 'logUniform'; readonly low: number; readonly high: number }
  | { readonly dist: 'triangular'; readonly low: number; readonly mode: number; readonly high: number };

/** A prior's normal score, moved and narrowed: mean and standard deviation where the prior has 0 and 1. */
export interface Moved {
  readonly shift: number;
  /** in (0, 1] */
  readonly width: number;
}

export interface Parameter {
  /** `<mechanism>.<name>` */
  readonly id: string;
  readonly unit: string;
  readonly value: number;
  readonly prior: ParameterPrior;
  /** what the weights in force do to the prior; absent = nothing */
  readonly moved?: Moved;
  readonly meaning: string;
  /** the published form of its mechanism it belongs to; absent = every form reads it */
  readonly variant?: string;
  readonly source?: string;
  readonly assumption?: string;
}

export type ParameterValues = Readonly<Record<string, number>>;

/** Value of a prior at cumulative share u. */
export function priorAt(prior: ParameterPrior, u: number): number {
  switch (prior.dist) {
    case 'uniform':
      return prior.low + (prior.high - prior.low) * u;
    case 'logUniform':
      return exp(ln(prior.low) + (ln(prior.high) - ln(prior.low)) * u);
    case 'triangular': {
      const { low, mode, high } = prior;
      const split = (mode - low) / (high - low);
      return u < split ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }
  }
}

/**
 * Value of a parameter at cumulative share u under the weights in force: the prior's value at
 * Φ(shift + width · Φ⁻¹(u)), so that its middle moves, its spread narrows and its ends stay.
 */
export function parameterAt({ prior, moved }: Pick<Parameter, 'prior' | 'moved'>, u: number): number {
  if (moved === undefined || u <= 0) return priorAt(prior, u);
  return priorAt(prior, normalShareBelow(moved.shift + moved.width * normalQuantile(u)));
}

/** Stated value of a parameter; where weights have moved it, the middle of what they give. */
export function statedValue(parameter: Parameter): number {
  return parameter.moved === undefined ? parameter.value : parameterAt(parameter, 0.5);
}

/**
 * One draw of every parameter under the weights in force, keyed by name: adding a parameter moves no other.
 * @random decision "prior", subject = parameter id, count = row
 */
export function drawParameters(parameters: readonly Parameter[], seed: number, row: number): ParameterValues {
  const values: Record<string, number> = {};
  for (const parameter of parameters) values[parameter.id] = parameterAt(parameter, uniform01(drawKey(seed, parameter.id, 'prior'), 0, row));
  return values;
}

export function defaultParameters(parameters: readonly Parameter[]): ParameterValues {
  return Object.fromEntries(parameters.map((p) => [p.id, statedValue(p)]));
}
