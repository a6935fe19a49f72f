/** From populations that were run to the next guess at the weights: which parameters may move, and how far. */
import { bitsMoved, fitShift, movable, slopesAt, weightsAt, type Draw, type Fit, type FittedRate, type Proposal } from './fit.ts';
import { movableParameters, scoresOf, type Member, type Population } from './population.ts';
import { baseRates, unprovoked } from './record.ts';

/** Standard errors by which a rate must answer to a parameter before it may move: among some 180 parameters and 20 rates chance alone lets one through in four fits. ASSUMPTION. */
const beyondChance = 4;

/** Share of draws that must carry the weight; below it new ones are due. ASSUMPTION. */
const leastCarried = 0.2;

export interface RunPopulation extends Pick<Population, 'seed' | 'shift'> {
  readonly members: ReadonlyMap<number, Member>;
}

export interface Update {
  /** by parameter; those that stay where the prior has them are left out */
  readonly shift: Readonly<Record<string, number>>;
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
 * The next shift, from all members of all populations together.
 * @param populations in the order they were made; the step begins at the shift of the last
 */
export function updateWeights(populations: readonly RunPopulation[]): Update {
  const draws: Draw[] = [];
  const proposals: Proposal[] = [];
  for (const population of populations) {
    for (const [n, member] of population.members) draws.push({ z: scoresOf(population, n), counts: countsOf(member) });
    proposals.push({ shift: Float64Array.from(movableParameters, ({ id }) => population.shift[id] ?? 0), draws: population.members.size });
  }
  const rates: FittedRate[] = [...fitted, unprovoked].map((rate) => ({ published: rate.published, spread: spreadOf(rate) }));
  const from = proposals.at(-1)!.shift;
  const answering = movable(slopesAt(weightsAt(from, draws, proposals), draws), beyondChance);
  const moved = from.reduce<number[]>((list, m, j) => (m !== 0 && !list.includes(j) ? [...list, j] : list), answering);
  const fit = fitShift(from, moved, draws, proposals, rates, leastCarried);
  const shift = Object.fromEntries(movableParameters.flatMap(({ id }, j) => (Math.abs(fit.shift[j]!) >= 0.005 ? [[id, Number(fit.shift[j]!.toFixed(2))]] : [])));
  return { shift, fit, bits: bitsMoved(fit.shift), rates: [...fitted.map(({ id }) => id), unprovoked.id], published: rates.map(({ published }) => published) };
}

function countsOf({ course, isUnprovoked }: Member): Draw['counts'] {
  return [...fitted.map((rate): readonly [number, number] => (course ? rate.counts(course) : [0, 0])), [isUnprovoked ? 1 : 0, 1]];
}
