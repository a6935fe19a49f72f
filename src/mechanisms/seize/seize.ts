/**
 * A crowd against the guards of a building: force ratio and resolve decide; whether it tries depends on
 * discipline. Arms stores and police stations arm it; enough buildings and the place has changed hands.
 */
import { power } from '../../base/maths.ts';
import { even, scale, type Mechanism } from '../contract.ts';
import { siteGuards, siteKinds, siteWeights } from '../../world/sites.ts';

export const seize: Mechanism = {
  id: 'seize',
  does: 'buildings are attacked and lost, crowds armed, places change hands',
  base: 'Lanchester-type force ratio; Davies et al. 2013 (deterrence by ratio)',
  reads: [
    'place.crowd',
    'place.force',
    'place.unitsAside01',
    'place.outrage01',
    'place.control',
    'place.controlHours',
    'country.groupOut',
    'sites',
    'place.arms',
  ],
  writes: [
    'sites',
    'place.violence01',
    'place.arms',
    'place.crowdStrength',
    'place.sitesLost01',
    'place.control',
    'place.controlHours',
    'country.placesLost',
    'country.seatLostHours',
  ],
  draws: ['storm'],
  parameters: [
    even('seize.crowdPerGuard', '1', 5.5, 3, 9, 'crowd a guard at which a building can fall', { assumption: 'prototype 4-7, widened' }),
    scale('seize.perHour', 'per h', 0.05, 0.008, 0.25, 'hourly chance that an undisciplined crowd strong enough storms a building', {
      assumption: 'prototype .035-.10, widened downwards: three days of protest of ten are violent at all (Mass Mobilization)',
    }),
    even('seize.disciplineExponent', '1', 2, 1, 3, 'how fast storming becomes rare with discipline: exponent of its lack', {
      assumption: 'Belarus 2020: eleven Sundays of a hundred thousand and no building stormed',
    }),
    scale('seize.smallestCrowd', 'people', 250, 80, 800, 'smallest crowd that tries', {
      assumption: 'Aktobe, 5 January 2022: about 1,000; airport of Almaty: 45',
    }),
    even('seize.guardShare01', '1', 0.25, 0.1, 0.5, 'share of the strength in a place that stands at its buildings', {
      assumption: 'a third or less of a shift',
    }),
    even(
      'seize.organisedLabour01',
      '1',
      0.7,
      0.3,
      1,
      'discipline that organised labour lends: share of the lack of discipline that is gone where a quarter of residents work in strikeable trades',
      { assumption: 'Aktau 2022 and Poland 1980: workers kept order; size ours' },
    ),
    even('seize.outragePush', '1', 1, 0, 3, 'how much full outrage adds to the readiness to storm', { assumption: 'violent flank grows with force used' }),
    even('seize.violencePerAttack', '1', 0.35, 0.15, 0.6, 'violence an attack adds', { assumption: 'scale of the violence index' }),
    scale('seize.weaponsPerStore', 'weapons', 350, 100, 900, 'weapons taken with a police station or arms store in a town of 500,000', {
      assumption: 'almost 3,000 taken in Kazakhstan, seven gun shops and some departments',
    }),
    even('seize.armsWorth', 'people', 4, 1.5, 8, 'people of crowd strength a looted weapon is worth', { assumption: 'order of magnitude' }),
    even('seize.lostShare01', 'share', 0.6, 0.4, 0.8, 'share of site weight from which a place is lost', { assumption: 'administration and one more' }),
  ],
  levers: [],
  prepare(run) {
    const { world, next, sitesHeld } = run;
    const perGuard = run.value('seize.crowdPerGuard');
    const perHour = run.value('seize.perHour');
    const disciplineExponent = run.value('seize.disciplineExponent');
    const smallest = run.value('seize.smallestCrowd');
    const guardShare = run.value('seize.guardShare01');
    const labour = run.value('seize.organisedLabour01');
    const outragePush = run.value('seize.outragePush');
    const violence = run.value('seize.violencePerAttack');
    const weapons = run.value('seize.weaponsPerStore');
    const worth = run.value('seize.armsWorth');
    const lostShare = run.value('seize.lostShare01');
    const kinds = siteKinds.length;
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) next.country.placesLost[c] = 0;
      for (let i = 0; i < world.places.count; i++) {
        const c = world.places.country[i]!;
        const crowd = world.places.uncoupled[i] ? 0 : now.place.crowd[i]!;
        const strength = crowd + worth * Math.min(now.place.arms[i]!, crowd);
        next.place.crowdStrength[i] = strength;
        const fallen = now.country.groupOut[c]! > 0;
        if (crowd >= smallest && world.places.siteWeight[i]! > 0 && !fallen) {
          const undisciplined = (1 - world.countries.latents[c]!.discipline01) * (1 - labour * Math.min(1, world.places.strikeableShare01[i]! / 0.25));
          const hazard = perHour * power(undisciplined, disciplineExponent) * (1 + outragePush * now.place.outrage01[i]!);
          for (let k = 0; k < kinds; k++) {
            const site = i * kinds + k;
            if (world.places.sites[site] === 0 || sitesHeld[site] === 1) continue;
            const guards =
              siteGuards[k]! * (1 - now.place.unitsAside01[i]!) + (guardShare * now.place.force[i]! * siteWeights[k]!) / world.places.siteWeight[i]!;
            const draw = run.luck(`${world.places.keys[i]!}/${siteKinds[k]!}`, 'storm', hour);
            if (draw >= hazard) continue;
            next.place.violence01[i]! += violence * (1 - next.place.violence01[i]!);
            const terms = { crowdStrength: strength, guards, needed: perGuard * guards, hazard, draw };
            if (strength < perGuard * guards) {
              run.log(`attack repelled: ${siteKinds[k]!}`, 'seize', c, i, terms);
              continue;
            }
            sitesHeld[site] = 1;
            if (k === 1 || k === 2) next.place.arms[i]! += Math.round((weapons * world.places.residents[i]!) / 500_000);
            run.log(`seized: ${siteKinds[k]!}`, 'seize', c, i, terms);
          }
        }
        if (world.places.siteWeight[i]! > 0) settleControl(i, c);
      }
    };

    /** Who holds the place now: share of site weight in the crowd's hands. */
    function settleControl(i: number, c: number): void {
      let lost = 0;
      for (let k = 0; k < kinds; k++) if (sitesHeld[i * kinds + k] === 1) lost += siteWeights[k]!;
      const share = lost / world.places.siteWeight[i]!;
      next.place.sitesLost01[i] = share;
      const before = run.now.place.control[i]!;
      const after = share >= lostShare ? 2 : share > 0 ? 1 : 0;
      next.place.control[i] = after;
      next.place.controlHours[i] = after === 2 ? run.now.place.controlHours[i]! + 1 : 0;
      if (after === 2) next.country.placesLost[c]!++;
      if (i === world.countries.seat[c]) next.country.seatLostHours[c] = next.place.controlHours[i]!;
      if (after === 2 && before !== 2) run.log('place lost', 'seize', c, i, { share, needed: lostShare });
      if (after !== 2 && before === 2) run.log('place retaken', 'retake', c, i, { share });
    }
  },
};
