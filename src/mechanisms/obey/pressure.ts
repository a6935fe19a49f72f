/**
 * The pressure form: what presses a unit adds up; while it is more than its loyalty bears, doubt
 * gathers, and the unit refuses when doubt has passed its drawn budget.
 * @source Tyson & Smith 2018; Dahl et al. 2012: two coupled layers, streets and ranks
 */
import { exp, ln } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';
import { smallestFirst, tippingTerms, tippingValue, weighed, type Column } from '../tipping.ts';
import { loyaltyHolds, type RefusalRule } from './refusal.ts';

export function pressureForm(run: RunState): RefusalRule {
  const { world, units } = run;
  const perHour = run.value('obey.perHour');
  const half = run.value('obey.ratioHalf');
  const unitRange = [0, 1] as const;
  const columns: readonly Column[] = [
    { name: 'outnumbered: crowd a head of strength, r/(r + ratioHalf)', unit: '1', weight: run.value('obey.ratioWeight'), range: unitRange },
    { name: 'strength here that stands aside', unit: 'share', weight: run.value('obey.othersWeight'), range: unitRange },
    { name: 'stationed at home', unit: '1', weight: run.value('obey.tiesWeight'), range: unitRange },
    { name: 'order to fire', unit: '1', weight: run.value('obey.lethalWeight'), range: unitRange },
    { name: 'violence of the crowd', unit: '1', weight: -run.value('obey.violenceBond'), range: unitRange },
    { name: 'belief that the government will last, above one half', unit: '1', weight: -run.value('obey.beliefWeight'), range: [-0.5, 0.5] },
  ];
  return {
    columns,
    decision: 'refuse',
    // doubt begins anew on duty, and takes its time
    asksAgain: false,
    total: 'pressure',
    threshold: 'loyalty',
    look(u, ratio, values) {
      const { now } = run;
      const i = units.place[u]!;
      const c = world.units.country[u]!;
      values[0] = ratio / (ratio + half);
      values[1] = now.place.unitsAside01[i]!;
      values[2] = world.units.home[u] === i ? 1 : 0;
      values[3] = now.country.fire01[c]!;
      values[4] = now.place.violence01[i]!;
      values[5] = now.country.belief01[c]! - 0.5;
    },
    judge(u, values, verdict) {
      verdict.total = weighed(columns, values);
      verdict.threshold = world.units.loyalty01[u]! * loyaltyHolds;
      const hazard = perHour * Math.max(0, verdict.total - verdict.threshold);
      verdict.doubt = units.doubt[u]! + hazard;
      verdict.draw = run.luck(world.units.keys[u]!, 'refuse', units.refusals[u]!);
      verdict.refuses = hazard > 0 && verdict.doubt >= -ln(1 - verdict.draw);
    },
    tipping(u, terms, verdict) {
      const missing = (-ln(1 - verdict.draw) - units.doubt[u]!) / perHour;
      // doubt past the budget: any pressure above loyalty is enough
      const above = Math.max(0, missing);
      return smallestFirst([
        // how many stand there is asked in people, for every form alike
        ...tippingTerms(terms, verdict.threshold + above).filter((one) => one.what !== columns[0]!.name),
        tippingValue('loyalty of the unit', world.units.loyalty01[u]!, (verdict.total - above) / loyaltyHolds, '1', [0, 1]),
        verdict.total > verdict.threshold ? tippingValue('draw of the budget', verdict.draw, 1 - exp(-verdict.doubt), '1', [0, 1]) : undefined,
      ]);
    },
  };
}
