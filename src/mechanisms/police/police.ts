/**
 * Police: the danger of being out, detention up to capacity, dispersal, curfew.
 * Risk has a step: below a critical strength a head of crowd it drops to near zero, courage in
 * numbers. The smooth form alone gives no outburst (literature 1.4-1.6).
 */
import { clamp, power } from '../../base/maths.ts';
import { even, scale, type Mechanism } from '../contract.ts';
import { expectedCompany } from './company.ts';
import { cordonLever, cordonOf, cordonParameters } from './cordon.ts';

export const police: Mechanism = {
  id: 'police',
  does: 'the danger of being out is felt; people are detained and dispersed, curfews set',
  base: 'Epstein 2002 with the step of Lemos 2015; Mass Mobilization response rates',
  reads: [
    'place.force',
    'place.crowd',
    'place.crowdStrength',
    'place.company',
    'place.callReach01',
    'place.callHours',
    'place.seen01',
    'place.fear01',
    'place.violence01',
    'country.emergency01',
    'place.cordon01',
  ],
  writes: ['place.risk01', 'place.curfew01', 'place.cordon01', 'place.detained', 'place.outrage01', 'country.detained', 'people'],
  draws: ['intervene', 'detain', 'term', 'detain rounding', 'rest'],
  parameters: [
    scale('police.criticalRatio', '1', 0.1, 0.04, 0.25, 'strength a head of crowd at which risk is half (the step)', {
      assumption: 'prototype .03-.10, widened upwards: some 3,000 on shift in Almaty were overwhelmed by some 20,000',
    }),
    even('police.stepExponent', '1', 8, 5, 12, 'steepness of the step', { assumption: 'prototype 7-11, widened; below 3 no outbursts' }),
    even('police.riskFloor01', '1', 0.12, 0.03, 0.27, 'risk that is left in the largest crowd', { assumption: 'prototype .03-.27' }),
    even('police.calmRisk01', 'share', 0.5, 0.25, 0.85, 'share of the risk felt while nobody has been violent and no emergency declared', {
      assumption: 'most protest is ignored: 54 % (Mass Mobilization)',
    }),
    even(
      'police.emergencyRisk01',
      'share',
      0.3,
      0,
      0.6,
      'share of the way from calm to full risk that a state of emergency goes by itself, without violence (zero inside)',
      {
        assumption: 'declared in distant towns too; force is met where it stands',
      },
    ),
    even(
      'police.rememberedCompany01',
      'share',
      0.7,
      0,
      1,
      'share of the crowd remembered here that somebody called to the square counts on meeting there (zero inside)',
      {
        source: 'Chwe 2001 and Lohmann 1994: an announced gathering makes expected turnout common knowledge; size ASSUMPTION',
      },
    ),
    even(
      'police.promisedCompany01',
      'share',
      0.3,
      0,
      0.8,
      'share of the movable people a call reaches that those called count on, where all of the movement was seen (zero inside)',
      {
        source: 'as above; size ASSUMPTION',
      },
    ),
    even('police.fearWeight', '1', 0.6, 0.2, 1.2, 'risk added by full fear after force', {
      assumption: 'fear induction reduces dissent (Young 2019); size ours',
    }),
    scale('police.detainedPerOfficerHour', 'per h', 0.005, 0.002, 0.012, 'people one officer takes into custody in an hour', {
      assumption: 'prototype .003-.006, widened',
    }),
    even(
      'police.arrestRecord',
      '1',
      0.6,
      0,
      1.2,
      'how far the record of arrests moves that: exponent of the share of past protests answered by arrests over .14, the mean of all countries (zero inside)',
      {
        source: 'Mass Mobilization, doi:10.7910/DVN/HTTWYL; size ASSUMPTION',
      },
    ),
    even(
      'police.intervention',
      '1',
      1.2,
      0.5,
      3,
      'days on which police act against a calm gathering that is not small, as a multiple of the share of past protests answered by arrests',
      {
        source:
          'Mass Mobilization: arrests at .09 and dispersal at .18 of peaceful protests, arrests at .14 of all; that both are tried on the same days is an ASSUMPTION',
      },
    ),
    even('police.halfRatio', '1', 2.4, 1.2, 3.7, 'crowd a head of strength at which detention halves', { assumption: 'prototype 1.2-3.7' }),
    scale('police.toleratedCrowd', 'people', 60, 20, 500, 'calm gatherings up to this size are always left alone', {
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
    const intervention = run.value('police.intervention');
    const half = run.value('police.halfRatio');
    const record = world.countries.latents.map((latents) => power(latents.arrestReadiness01 / 0.14, run.value('police.arrestRecord')));
    const tolerated = run.value('police.toleratedCrowd');
    const term = run.value('police.meanDetentionDays');
    const dispersal = run.value('police.dispersalPerHour');
    const clearing = run.value('police.dispersalRatio');
    const outrage = run.value('police.outragePerDetained');
    const emergencyRisk = run.value('police.emergencyRisk01');
    const companyIn = expectedCompany(run);
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
        const tension = now.place.violence01[i]! >= 0.05 ? 1 : emergencyRisk * Math.min(1, now.country.emergency01[c]!);
        const felt = calmRisk + (1 - calmRisk) * tension;
        // whoever is called to a square judges the danger by the company he expects to find there
        const expected = companyIn(i);
        if (crowd === 0 && expected < 1) {
          next.place.risk01[i] = felt + fearWeight * now.place.fear01[i]!;
          cordon(i, 0, true);
          continue;
        }
        // looted arms are counted an hour late; in a crowd's first hour its heads are all there is
        const strength = Math.max(crowd, now.place.crowdStrength[i]!);
        const ratio = power(force / Math.max(1, strength, expected) / critical, exponent);
        next.place.risk01[i] = felt * (floor + (1 - floor) * (1 - 1 / (1 + ratio))) + fearWeight * now.place.fear01[i]!;
        // whether police act against calm people is settled for a place and a day, as the record counts it
        const leaves = () =>
          run.luck(world.places.keys[i]!, 'intervene', world.settlement.dayOf(i, hour)) >= intervention * world.countries.latents[c]!.arrestReadiness01;
        const calm = curfew === 0 && now.place.violence01[i]! < 0.05 && (crowd <= tolerated || leaves());
        cordon(i, crowd === 0 ? 0 : strength, calm);
        if (crowd === 0) continue;
        if (run.lever('police.detention', world.countries.keys[c]!) === 'none') continue;
        if (calm || force <= 0) continue;
        const meant = (force * perOfficer * record[c]! * (curfew ? harsh : 1)) / (1 + strength / force / half);
        const number = Math.floor(meant + run.luck(world.places.keys[i]!, 'detain rounding', hour));
        const taken = people.detain(i, number, term);
        next.place.detained[i]! += taken;
        next.country.detained[c]! += taken;
        if (force / strength > clearing) people.sendHome(i, dispersal);
        next.place.outrage01[i] = clamp(
          next.place.outrage01[i]! + ((outrage * taken * 1000) / Math.max(1000, world.places.residents[i]!)) * (1 - next.place.outrage01[i]!),
          0,
          1,
        );
      }
    };
  },
};
