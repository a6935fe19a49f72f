/** From populations that were run to the next guess at the weights: which parameters may move, and how far. */
import type { Moved } from '../../base/parameter.ts';
import { bitsMoved, fitDensity, movable, slopesAt, weightsAt, type Draw, type Fit, type FittedRate, type Proposal } from './fit.ts';
import { movableParameters, scoresOf, type Member, type Population } from './population.ts';
import { baseRates, unprovoked } from './record.ts';

/** Standard errors by which a rate must answer to a parameter before it may move: among some 180 parameters and 20 rates chance alone lets one through in four fits. ASSUMPTION. */
const beyondChance = 4;

/** Share of draws that must carry the weight; below it new ones are due. ASSUMPTION. */
const leastCarried = 0.15;

export interface RunPopulation extends Pick<Population, 'seed' | 'moved'> {
  readonly members: ReadonlyMap<number, Member>;
}

export interface Update {
  /** by parameter; those that stay where the prior has them are left out */
  readonly moved: Readonly<Record<string, Moved>>;
  readonly fit: Fit;
  readonly bits: number;
  /** names of the fitted rates, in the order of `fit.rates` */
  readonly rates: readonly string[];
  readonly published: readonly number[];
}

const fitted = baseRates.filter(({ use }) => use === 'fitted');
const spreadOf = ({ published, cases, allowance }: { published: number; cases: number; allowance: number }) =>
  Math.sqrt((published * (1 - published)) / cases + allowance * allowance);

/**
 * The next weights, from all members of all populations together.
 * @param populations in the order they were made; the step begins where the last was drawn
 */
export function updateWeights(populations: readonly RunPopulation[]): Update {
  const draws: Draw[] = [];
  const proposals: Proposal[] = [];
  for (const population of populations) {
    for (const [n, member] of population.members) draws.push({ z: scoresOf(population, n), counts: countsOf(member) });
    proposals.push({
      shift: Float64Array.from(movableParameters, ({ id }) => population.moved[id]?.shift ?? 0),
      width: Float64Array.from(movableParameters, ({ id }) => population.moved[id]?.width ?? 1),
      draws: population.members.size,
    });
  }
  const rates: FittedRate[] = [...fitted, unprovoked].map((rate) => ({ published: rate.published, spread: spreadOf(rate) }));
  const from = proposals.at(-1)!;
  const answering = movable(slopesAt(from, weightsAt(from, draws, proposals), draws), beyondChance);
  const moves = [...new Set([...answering, ...movableParameters.flatMap((_, j) => (from.shift[j] !== 0 || from.width[j] !== 1 ? [j] : []))])];
  const fit = fitDensity(from, moves, draws, proposals, rates, leastCarried);
  const rounded = (x: number) => Number(x.toFixed(2));
  const moved = Object.fromEntries(
    movableParameters.flatMap(({ id }, j) => {
      const [shift, width] = [rounded(fit.shift[j]!), rounded(fit.width[j]!)];
      return shift === 0 && width === 1 ? [] : [[id, { shift, width }]];
    }),
  );
  return { moved, fit, bits: bitsMoved(fit), rates: [...fitted.map(({ id }) => id), unprovoked.id], published: rates.map(({ published }) => published) };
}

function countsOf({ course, isUnprovoked }: Member): Draw['counts'] {
  return [...fitted.map((rate): readonly [number, number] => (course ? rate.counts(course) : [0, 0])), [isUnprovoked ? 1 : 0, 1]];
}
