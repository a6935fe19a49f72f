/**
 * Police: the danger of being out, detention up to capacity, dispersal, curfew.
 * Risk has a step: below a critical strength a head of crowd it drops to near zero, courage in
 * numbers. The smooth form alone gives no outburst (literature 1.4-1.6).
 */
import { clamp, power } from '../../base/maths.ts';
import { even, scale, type Mechanism } from '../contract.ts';
import { cordonLever, cordonOf, cordonParameters } from './cordon.ts';

export const police: Mechanism = {
  id: 'police',
  does: 'the danger of being out is felt; people are detained and dispersed, curfews set',
  base: 'Epstein 2002 with the step of Lemos 2015; Mass Mobilization response rates',
  reads: ['place.force', 'place.crowd', 'place.crowdStrength', 'place.fear01', 'place.violence01', 'country.emergency01', 'place.cordon01'],
  writes: ['place.risk01', 'place.curfew01', 'place.cordon01', 'place.detained', 'place.outrage01', 'country.detained', 'people'],
  draws: ['detain', 'term', 'detain rounding', 'rest'],
  parameters: [
    even('police.criticalRatio', '1', 0.06, 0.03, 0.12, 'strength a head of crowd at which risk is half (the step)', {
      assumption: 'prototype .03-.10, widened',
    }),
    even('police.stepExponent', '1', 8, 5, 12, 'steepness of the step', { assumption: 'prototype 7-11, widened; below 3 no outbursts' }),
    even('police.riskFloor01', '1', 0.12, 0.03, 0.27, 'risk that is left in the largest crowd', { assumption: 'prototype .03-.27' }),
    even('police.calmRisk01', 'share', 0.5, 0.25, 0.85, 'share of the risk felt while nobody has been violent and no emergency declared', {
      assumption: 'most protest is ignored: 54 % (Mass Mobilization)',
    }),
    even('police.fearWeight', '1', 0.6, 0.2, 1.2, 'risk added by full fear after force', {
      assumption: 'fear induction reduces dissent (Young 2019); size ours',
    }),
    scale('police.detainedPerOfficerHour', 'per h', 0.0045, 0.0015, 0.009, 'people one officer takes into custody in an hour', {
      assumption: 'prototype .003-.006, widened',
    }),
    even('police.halfRatio', '1', 2.4, 1.2, 3.7, 'crowd a head of strength at which detention halves', { assumption: 'prototype 1.2-3.7' }),
    scale('police.toleratedCrowd', 'people', 60, 20, 200, 'calm gatherings up to this size are left alone', {
      assumption: 'Zhanaozen, 2 January 2022: no force used against hundreds',
    }),
    even('police.meanDetentionDays', 'day', 5, 2, 12, 'mean time in custody', { assumption: 'administrative arrest of up to 15 days' }),
    even('police.dispersalPerHour', 'per h', 0.15, 0.05, 0.35, 'share of an outnumbered crowd driven home in an hour', {
      assumption: 'Oral, 5 January 2022 03:10: a square cleared in an hour',
    }),
    even('police.dispersalRatio', '1', 0.25, 0.1, 0.6, 'strength a head of crowd from which a square is cleared', {
      assumption: 'order of riot-police practice',
    }),
    even('police.outragePerDetained', '1', 0.4, 0.1, 1, 'outrage per one per thousand residents detained', {
      assumption: 'Belarus 9-12 August 2020: 6,700 detained, then the largest marches',
    }),
    even('police.curfewHarshness', '1', 2, 1, 4, 'factor on detention in a curfew', { assumption: 'being out is the offence' }),
    ...cordonParameters,
  ],
  levers: [{ id: 'police.detention', values: ['as-decided', 'none'], meaning: 'whether police detain' }, cordonLever],
  prepare(run) {
    const { world, next, people } = run;
    const critical = run.value('police.criticalRatio');
    const exponent = run.value('police.stepExponent');
    const floor = run.value('police.riskFloor01');
    const calmRisk = run.value('police.calmRisk01');
    const fearWeight = run.value('police.fearWeight');
    const perOfficer = run.value('police.detainedPerOfficerHour');
    const half = run.value('police.halfRatio');
    const tolerated = run.value('police.toleratedCrowd');
    const term = run.value('police.meanDetentionDays');
    const dispersal = run.value('police.dispersalPerHour');
    const clearing = run.value('police.dispersalRatio');
    const outrage = run.value('police.outragePerDetained');
    const harsh = run.value('police.curfewHarshness');
    const cordon = cordonOf(run);
    return () => {
      const { now, hour } = run;
      for (let i = 0; i < world.places.count; i++) {
        const c = world.places.country[i]!;
        const clock = run.localHour(i);
        const curfew = now.country.emergency01[c]! > 0 && (clock >= 23 || clock < 7) ? 1 : 0;
        next.place.curfew01[i] = curfew;
        const coupled = world.places.uncoupled[i] === 0;
        const crowd = coupled ? now.place.crowd[i]! : 0;
        const force = now.place.force[i]!;
        const felt = now.country.emergency01[c]! === 0 && now.place.violence01[i]! < 0.05 ? calmRisk : 1;
        if (crowd === 0) {
          next.place.risk01[i] = felt + fearWeight * now.place.fear01[i]!;
          cordon(i, 0, true);
          continue;
        }
        // looted arms are counted an hour late; in a crowd's first hour its heads are all there is
        const strength = Math.max(crowd, now.place.crowdStrength[i]!);
        const ratio = power(force / strength / critical, exponent);
        next.place.risk01[i] = felt * (floor + (1 - floor) * (1 - 1 / (1 + ratio))) + fearWeight * now.place.fear01[i]!;
        const calm = curfew === 0 && crowd <= tolerated && now.place.violence01[i]! < 0.05;
        cordon(i, strength, calm);
        if (run.lever('police.detention', world.countries.keys[c]!) === 'none') continue;
        if (calm || force <= 0) continue;
        const expected = (force * perOfficer * (curfew ? harsh : 1)) / (1 + strength / force / half);
        const number = Math.floor(expected + run.luck(world.places.keys[i]!, 'detain rounding', hour));
        const taken = people.detain(i, number, term);
        next.place.detained[i]! += taken;
        next.country.detained[c]! += taken;
        next.place.outrage01[i] = clamp(
          next.place.outrage01[i]! + ((outrage * taken * 1000) / Math.max(1000, world.places.residents[i]!)) * (1 - next.place.outrage01[i]!),
          0,
          1,
        );
        if (force / strength > clearing) people.sendHome(i, dispersal);
      }
    };
  },
};
