/**
 * Courage and fear travel: what is seen at home, elsewhere in the country and across borders of the
 * alliance.
 */
import { clamp, exp, power, remaining } from '../../base/maths.ts';
import { even, scale, type Mechanism } from '../contract.ts';

export const spread: Mechanism = {
  id: 'spread',
  does: 'what is seen, felt and feared fades and travels',
  base: 'Bonnasse-Gahot 2018; Myers 2000; Gleditsch & Rivera 2017; Beissinger 2007',
  reads: [
    'place.crowd',
    'place.seen01',
    'place.seenAtHome01',
    'place.outrage01',
    'place.fear01',
    'place.violence01',
    'place.control',
    'country.connectivity01',
    'country.narrative01',
    'country.visible01',
    'country.headOut',
    'country.groupOut',
  ],
  writes: [
    'place.seen01',
    'place.seenAtHome01',
    'place.outrage01',
    'place.fear01',
    'place.violence01',
    'country.visible01',
    'country.sympathy01',
    'country.turnout',
    'country.regionsOut',
  ],
  draws: [],
  parameters: [
    even('spread.seenHalfLifeHours', 'h', 46, 24, 72, 'half-life of what people have seen', { assumption: 'prototype 32-60 h, widened by half' }),
    scale('spread.visibleHalfSize', 'people', 900, 300, 2500, 'crowd size at which half of what there is to see is seen, in a town of 500,000', {
      assumption: 'prototype 500-1,000 in cities of all sizes, widened upwards: a tenth to half a per cent of residents',
    }),
    even('spread.attentionScaling', '1', 0.6, 0.3, 0.9, 'exponent by which that size grows with the town (500,000 residents = 1): attention is relative', {
      assumption: 'Fonoberova et al. 2012: what keeps order is relative to city size; 80 people in Moscow are not 80 people in a small town',
    }),
    even('spread.farWeight', '1', 0.28, 0.12, 0.44, 'weight of what is seen elsewhere in the country', {
      assumption: 'prototype .07-.13 of an unbounded sum; here of a bounded share',
    }),
    scale('spread.nationalHalfPlaces', 'places', 1.4, 0.6, 3, 'places with visible crowds at which the country as a whole is half aware', {
      assumption:
        'one town full of people was known everywhere within a day (Zhanaozen, 2 January 2022, then gatherings in eight regions): order of one to a few',
    }),
    even('spread.borderWeight', '1', 0.04, 0, 0.08, 'weight of what is seen in a neighbouring member state (zero inside)', {
      source: 'Gleditsch & Rivera 2017: diffusion is confined to neighbours; size ASSUMPTION',
    }),
    even('spread.footage01', 'share', 0.5, 0, 0.9, 'share of what is seen across a border that needs the network of the country it happens in (zero inside)', {
      assumption: 'footage of 5 January 2022 came out late and by detours; size ours',
    }),
    even(
      'spread.storyAbroad01',
      'share',
      0.3,
      0,
      0.7,
      "share of sympathy abroad that a government's story takes where listeners have state media alone (zero inside)",
      {
        assumption: 'S10; size ours',
      },
    ),
    even('spread.outrageHalfLifeDays', 'day', 8, 4, 16, 'half-life of outrage', { assumption: 'prototype 4.5-16 days' }),
    even('spread.fearHalfLifeDays', 'day', 1.6, 0.7, 3.5, 'half-life of fear after force', { assumption: 'prototype 1-2.7 days, widened by half' }),
    even('spread.violenceHalfLifeHours', 'h', 8, 4, 16, 'half-life of street violence', { assumption: 'a night' }),
  ],
  levers: [{ id: 'spread.borders', values: ['open', 'closed'], meaning: 'whether people in a country see what happens in other member states' }],
  prepare(run) {
    const { world, next } = run;
    const seenKeep = remaining(1, run.value('spread.seenHalfLifeHours'));
    const half = run.value('spread.visibleHalfSize');
    const scaling = run.value('spread.attentionScaling');
    const halfOf = Float64Array.from(world.places.weighedResidents, (residents) => Math.max(20, half * power(residents / 500_000, scaling)));
    // a country's attention grows with the country in the same way: forty people in each of two villages are no news in a land of millions
    const nationalHalfOf = world.countries.keys.map((_, c) => half * power(world.countries.residents[c]! / 20_000_000, scaling));
    const far = run.value('spread.farWeight');
    const national = 0.6931471805599453 / run.value('spread.nationalHalfPlaces');
    const border = run.value('spread.borderWeight');
    const footage = run.value('spread.footage01');
    const storyAbroad = run.value('spread.storyAbroad01');
    const outrageKeep = remaining(1, run.value('spread.outrageHalfLifeDays') * 24);
    const fearKeep = remaining(1, run.value('spread.fearHalfLifeDays') * 24);
    const violenceKeep = remaining(1, run.value('spread.violenceHalfLifeHours'));
    const { count } = world.countries;
    const regionsOut = new Uint8Array(world.regionCount);
    /** What is known next hour: news is learnt at once and takes days to be forgotten. */
    const learnt = (known: number, shown: number) => Math.max(shown, known * seenKeep);
    return () => {
      const { now } = run;
      regionsOut.fill(0);
      for (let c = 0; c < count; c++) {
        let visible = 0;
        let turnout = 0;
        let regions = 0;
        for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
          const crowd = now.place.crowd[i]!;
          if (world.places.uncoupled[i]) continue;
          // a lost town is seen whether anybody stands in its square or not
          if (now.place.control[i] === 2) visible += 1;
          if (crowd === 0) continue;
          turnout += crowd;
          if (now.place.control[i] !== 2) visible += crowd / (crowd + Math.max(halfOf[i]!, nationalHalfOf[c]!));
          if (crowd >= 30 && regionsOut[world.places.region[i]!] === 0) {
            regionsOut[world.places.region[i]!] = 1;
            regions++;
          }
        }
        next.country.turnout[c] = turnout;
        next.country.regionsOut[c] = regions;
        // a fall is seen by everybody, once; then it fades like the rest
        const fallen = [now.country.headOut[c]!, now.country.groupOut[c]!].includes(run.hour - 1) && run.hour > 1 ? 1 : 0;
        next.country.visible01[c] = Math.max(fallen, now.country.visible01[c]! * seenKeep, 1 - exp(-national * visible));
      }
      for (let c = 0; c < count; c++) {
        let abroad = 0;
        if (run.lever('spread.borders', world.countries.keys[c]!) === 'open') {
          for (let o = 0; o < count; o++) {
            if (o === c) continue;
            const { stateMedia01 } = world.countries.latents[c]!;
            const footageOut = 1 - footage * (1 - Math.min(1, now.country.connectivity01[o]! / world.countries.latents[o]!.connectivity01));
            const believed = 1 - storyAbroad * now.country.narrative01[o]! * stateMedia01;
            abroad += world.countries.affinity01[c * count + o]! * now.country.visible01[o]! * (1 - 0.5 * stateMedia01) * footageOut * believed;
          }
        }
        next.country.sympathy01[c] = clamp(abroad, 0, 1);
        const heard = now.country.connectivity01[c]! * far * now.country.visible01[c]!;
        const heardAbroad = now.country.connectivity01[c]! * border * clamp(abroad, 0, 1);
        for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
          const crowd = now.place.crowd[i]!;
          const uncoupled = world.places.uncoupled[i] === 1;
          const here = uncoupled ? 0 : crowd / (crowd + halfOf[i]!);
          next.place.seenAtHome01[i] = learnt(now.place.seenAtHome01[i]!, clamp(here + (uncoupled ? 0 : heard), 0, 1));
          next.place.seen01[i] = learnt(now.place.seen01[i]!, clamp(here + (uncoupled ? 0 : heard + heardAbroad), 0, 1));
          next.place.outrage01[i]! += now.place.outrage01[i]! * (outrageKeep - 1);
          next.place.fear01[i]! += now.place.fear01[i]! * (fearKeep - 1);
          next.place.violence01[i]! += now.place.violence01[i]! * (violenceKeep - 1);
        }
      }
    };
  },
};
