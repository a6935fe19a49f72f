/**
 * The signal form, a global game: each unit has a noisy signal of how strong the regime is, made of
 * what everybody believes and what it sees on the spot, and refuses when the signal falls below a
 * cutoff. The cutoff carries what it expects of the others: the regime falls when the share that
 * refuses passes its strength, so at the margin as many refuse as find it worth their while.
 * @source Tyson & Smith 2018 and Casper & Tyson 2014 for the game between units; benchmark
 *   theta* = 1 - p, x* = theta* - s q(p) (literature 4.6), with logistic in place of normal noise (ASSUMPTION)
 */
import { clamp, exp, ln } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';
import { smallestFirst, tippingTerms, tippingValue, weighed, type Column } from '../tipping.ts';
import { loyaltyHolds, type RefusalRule } from './refusal.ts';

/** The cost of refusing stays between these: nobody is sure to gain or to lose. */
const cheapest = 0.02;
const dearest = 0.98;

const logit = (p: number): number => ln(p / (1 - p));

/** The signal below which a unit refuses whose cost of refusing, as a share of all that is at stake, is `p`. */
export function cutoff(p: number, spread: number): number {
  return 1 - p - spread * logit(p);
}

/** The cost whose cutoff is `signal`, by halving: the cutoff falls as the cost grows. NaN when there is none. */
function costOfCutoff(signal: number, spread: number): number {
  if (signal > cutoff(cheapest, spread) || signal < cutoff(dearest, spread)) return Number.NaN;
  let [low, high] = [cheapest, dearest];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (cutoff(middle, spread) > signal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function signalForm(run: RunState): RefusalRule {
  const { world, units } = run;
  const half = run.value('obey.ratioHalf');
  const noise = run.value('obey.signalNoise');
  const publicShare = run.value('obey.publicWeight01');
  const base = run.value('obey.refusalCost01');
  const [ties, lethal, bond] = [run.value('obey.tiesWeight'), run.value('obey.lethalWeight'), run.value('obey.violenceBond')];
  const spread = noise * (1 - publicShare);
  const columns: readonly Column[] = [
    { name: 'public signal: belief that the government will last', unit: '1', weight: publicShare, range: [0, 1] },
    { name: 'seen on the spot: ratioHalf/(ratioHalf + r) of those who obey', unit: '1', weight: 1 - publicShare, range: [0, 1] },
    { name: 'noise of the signal', unit: '1', weight: 1 - publicShare, range: [-Infinity, Infinity] },
    // these make the cost of refusing, and with it the cutoff
    { name: 'cost of refusing: whatever the unit', unit: '1' },
    { name: 'cost of refusing: loyalty', unit: '1' },
    { name: 'cost of refusing: violence of the crowd', unit: '1' },
    { name: 'cost of refusing: stationed at home', unit: '1' },
    { name: 'cost of refusing: order to fire', unit: '1' },
  ];
  return {
    columns,
    decision: 'signal',
    asksAgain: true,
    total: 'signal01',
    threshold: 'cutoff',
    look(u, ratio, values) {
      const { now } = run;
      const i = units.place[u]!;
      const c = world.units.country[u]!;
      values[0] = now.country.belief01[c]!;
      values[1] = (half / (half + ratio)) * (1 - now.place.unitsAside01[i]!);
      values[2] = noise * logit(clamp(drawOf(u), 1e-9, 1 - 1e-9));
      values[3] = base;
      values[4] = loyaltyHolds * world.units.loyalty01[u]!;
      values[5] = bond * now.place.violence01[i]!;
      values[6] = world.units.home[u] === i ? -ties : 0;
      values[7] = -lethal * now.country.fire01[c]!;
    },
    judge(u, values, verdict) {
      verdict.total = weighed(columns, values);
      verdict.threshold = cutoff(clamp(costOf(values), cheapest, dearest), spread);
      verdict.draw = drawOf(u);
      verdict.doubt = 0;
      verdict.refuses = verdict.total < verdict.threshold;
    },
    tipping(u, terms, verdict) {
      const found = tippingTerms(terms, verdict.threshold);
      const noiseTurns = found.find((one) => one.what === columns[2]!.name);
      const values = Float64Array.from(terms, ({ value }) => value);
      const loyalty = world.units.loyalty01[u]!;
      return smallestFirst([
        ...found.filter((one) => one !== noiseTurns),
        noiseTurns && tippingValue('draw of the signal', verdict.draw, 1 / (1 + exp(-noiseTurns.turnsAt / noise)), '1', [0, 1]),
        tippingValue('loyalty of the unit', loyalty, loyalty + (costOfCutoff(verdict.total, spread) - costOf(values)) / loyaltyHolds, '1', [0, 1]),
      ]);
    },
  };

  function costOf(values: Float64Array): number {
    return values[3]! + values[4]! + values[5]! + values[6]! + values[7]!;
  }

  function drawOf(u: number): number {
    return run.luck(world.units.keys[u]!, 'signal', units.refusals[u]!);
  }
}
