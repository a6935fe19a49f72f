/**
 * A unit obeys, stands aside or changes sides: its ties to the crowd, the order it has, what other
 * units do, and its belief that the government will last. A second layer of coordination, coupled to
 * the streets through what units see there.
 */
import { clamp, remaining } from '../../base/maths.ts';
import { Stance } from '../../world/forces.ts';
import { even, ofVariant, scale, type Mechanism, type RunState } from '../contract.ts';
import { explainUnit } from './explain.ts';
import { changesSides, faces, newVerdict, ratioOf, returnsAt, smallestCrowd, staysAside } from './refusal.ts';
import { formOf, forms } from './forms.ts';

export const obey: Mechanism = {
  id: 'obey',
  does: 'units obey, stand aside or change sides; belief that the government will last moves',
  base: 'Tyson & Smith 2018 (two-sided coordination); Casper & Tyson 2014; Dahl et al. 2012, 2016',
  reads: [
    'units',
    'place.crowdStrength',
    'place.force',
    'place.unitsAside01',
    'place.violence01',
    'country.belief01',
    'country.threat01',
    'country.cohesion01',
    'country.fire01',
    'country.placesLost',
    'country.expectation01',
    'country.turnout',
  ],
  writes: ['units', 'country.belief01', 'country.cohesion01'],
  draws: ['refuse', 'signal', 'side', 'return'],
  variants: Object.keys(forms),
  parameters: [
    ...ofVariant('pressure', [
      scale('obey.perHour', 'per h', 0.15, 0.02, 1, 'hourly hazard of refusing per unit of pressure above loyalty', {
        assumption: 'hours, not days, in Aktau and Aktobe; three campaigns of ten ever (NAVCO 1.2), so down to days',
      }),
      even('obey.ratioWeight', '1', 0.55, 0.3, 0.9, 'pressure from being outnumbered', { assumption: 'prototype: force held back at crowd/police 8-15' }),
      even('obey.othersWeight', '1', 0.5, 0.1, 0.9, 'pressure from other units standing aside', { assumption: 'coordination: size ours' }),
      even('obey.beliefWeight', '1', 0.35, 0.1, 0.6, 'loyalty added by full belief that the government will last', {
        assumption: 'who will be on the winning side (literature 7.3)',
      }),
    ]),
    ...ofVariant('signal', [
      even(
        'obey.refusalCost01',
        '1',
        0.45,
        0.35,
        0.6,
        'cost of refusing under a government that lasts, as a share of all that is at stake, whatever the unit',
        {
          assumption: 'court martial against sides taken in time; cut at .35 after runs in which whole garrisons stood aside before a hundred people',
        },
      ),
      even('obey.signalNoise', '1', 0.08, 0.02, 0.2, 'scale of the noise in what a unit sees on the spot (strength of the regime, 0 to 1)', {
        assumption: 'Tyson & Smith 2018, Casper & Tyson 2014: noisy private signals; size ours',
      }),
      even('obey.publicWeight01', 'share', 0.5, 0.2, 0.8, 'weight of what everybody believes against what the unit sees', {
        assumption: 'Casper & Tyson 2014: protest as a public signal to those who hold arms; size ours',
      }),
    ]),
    scale('obey.ratioHalf', '1', 15, 6, 40, 'crowd a head of strength at which that pressure is half', {
      assumption: 'prototype 8-15, widened upwards: defection is rare (NAVCO 1.2)',
    }),
    even('obey.tiesWeight', '1', 0.15, 0.05, 0.3, 'pressure on units stationed at home; off the cost of refusing', {
      assumption: 'local police in Aktobe: "with the people"',
    }),
    even('obey.lethalWeight', '1', 0.12, 0, 0.3, 'pressure from an order to fire; off the cost of refusing', {
      assumption: 'order type sets the cost (literature 7.3)',
    }),
    even('obey.violenceBond', '1', 0.1, 0, 0.25, 'loyalty, or cost of refusing, added when the crowd attacks', {
      assumption: 'Dahl et al.: nonviolence makes shirking likelier',
    }),
    even('obey.sideShare01', 'share', 0.15, 0.02, 0.4, 'share of refusals that change sides, at cohesion of one half', {
      assumption: 'most refusals are passive',
    }),
    even('obey.returnHours', 'h', 18, 6, 48, 'half-life of standing aside once the crowd is gone', { assumption: 'a shift or two' }),
    even('obey.beliefHours', 'h', 8, 3, 24, 'half-life of the way of belief to its new level', { assumption: 'news of the day' }),
    even('obey.placesLostDoubt', '1', 0.06, 0.02, 0.15, 'belief lost for each town lost, up to eight', { assumption: 'size ours' }),
    even('obey.patronBelief', '1', 0.15, 0, 0.35, 'belief added by a patron expected to step in (zero inside)', {
      source: 'Casey 2020, doi:10.1017/S0043887120000039: patron as signal; size ASSUMPTION',
    }),
    even('obey.cohesionLoss', 'per h', 0.01, 0.003, 0.03, 'cohesion of the elite lost per hour at full threat and no belief', { assumption: 'days' }),
  ],
  levers: [{ id: 'obey.loyalty', values: ['as-decided', 'unshaken'], meaning: 'whether units of a country can refuse' }],
  prepare(run) {
    const { world, next, units } = run;
    const form = formOf(run);
    const values = new Float64Array(form.columns.length);
    const verdict = newVerdict();
    const stay = staysAside(run);
    const beliefKeep = remaining(1, run.value('obey.beliefHours'));
    const doubtPerPlace = run.value('obey.placesLostDoubt');
    const patronBelief = run.value('obey.patronBelief');
    const cohesionLoss = run.value('obey.cohesionLoss');
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const threat = now.country.threat01[c]!;
        const quiet = threat < 0.001 && now.country.turnout[c] === 0;
        const base = world.countries.latents[c]!.cohesion01;
        const target = clamp(
          base * (1 - 0.5 * threat) + patronBelief * now.country.expectation01[c]! - doubtPerPlace * Math.min(8, now.country.placesLost[c]!),
          0,
          1,
        );
        next.country.belief01[c]! += (target - now.country.belief01[c]!) * (1 - beliefKeep);
        const cohesion = now.country.cohesion01[c]!;
        next.country.cohesion01[c] = clamp(cohesion - cohesionLoss * threat * (1 - now.country.belief01[c]!) * cohesion + 0.005 * (base - cohesion), 0.01, 1);
        if (quiet && !anyRefused(run, c)) continue;
        if (run.lever('obey.loyalty', world.countries.keys[c]!) === 'unshaken') continue;
        for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) {
          const i = units.place[u]!;
          if (!faces(run, u)) continue;
          const crowd = now.place.crowdStrength[i]!;
          if (units.stance[u] !== Stance.obeys) {
            if (returnsAt(run, u, stay) && !wouldRefuse(u, i, crowd)) {
              units.stance[u] = Stance.obeys;
              units.doubt[u] = 0;
              run.log('unit returns to duty', 'obey', c, i, { unit: u, crowdStrength: crowd });
            }
            continue;
          }
          if (crowd < smallestCrowd) continue;
          const ratio = ratioOf(run, i, crowd);
          form.look(u, ratio, values);
          form.judge(u, values, verdict);
          units.doubt[u] = verdict.doubt;
          if (!verdict.refuses) continue;
          const changes = changesSides(run, u);
          units.stance[u] = changes ? Stance.changedSides : Stance.aside;
          units.stanceHour[u] = hour;
          units.refusals[u]!++;
          units.doubt[u] = 0;
          run.log(changes ? 'unit changes sides' : 'unit stands aside', 'obey', c, i, {
            unit: u,
            [form.total]: verdict.total,
            [form.threshold]: verdict.threshold,
            ratio,
            belief01: now.country.belief01[c]!,
            draw: verdict.draw,
          });
        }
      }
    };

    /** Whether a unit that comes back would refuse again in the same hour, by a form that asks. */
    function wouldRefuse(u: number, i: number, crowd: number): boolean {
      if (!form.asksAgain || crowd < smallestCrowd) return false;
      form.look(u, ratioOf(run, i, crowd), values);
      form.judge(u, values, verdict);
      return verdict.refuses;
    }
  },
  explain: (run, subject) => (subject.of === 'unit' ? explainUnit(run, subject.row) : []),
};

function anyRefused(run: RunState, c: number): boolean {
  for (let u = run.world.countries.firstUnit[c]!; u < run.world.countries.endUnit[c]!; u++) if (run.units.stance[u] !== Stance.obeys) return true;
  return false;
}
