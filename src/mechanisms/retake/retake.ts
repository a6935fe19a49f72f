/** Forces take buildings back when they are strong enough against the crowd that is left. */
import { even, type Mechanism } from '../contract.ts';
import { siteKinds } from '../../world/sites.ts';

export const retake: Mechanism = {
  id: 'retake',
  does: 'forces clear buildings the crowd holds',
  base: 'Lanchester-type force ratio',
  reads: ['place.force', 'place.crowdStrength', 'sites', 'country.groupOut', 'place.sitesLost01'],
  writes: ['sites', 'place.violence01', 'place.arms'],
  draws: ['clear'],
  parameters: [
    even('retake.forcePerCrowd', '1', 0.35, 0.15, 0.7, 'strength a head of crowd from which buildings are cleared', {
      assumption: 'prototype .18-.5, widened',
    }),
    even('retake.perHour', 'per h', 0.2, 0.08, 0.4, 'hourly chance that a building is then cleared', { assumption: 'prototype .11-.35, widened' }),
    even('retake.armsBack01', 'share', 0.3, 0.1, 0.6, 'share of looted weapons recovered with each building', {
      assumption: 'part was found again within weeks',
    }),
    even('retake.violence', '1', 0.1, 0, 0.25, 'violence a clearing adds', { assumption: 'scale of the violence index' }),
  ],
  levers: [],
  prepare(run) {
    const { world, next, sitesHeld } = run;
    const perCrowd = run.value('retake.forcePerCrowd');
    const perHour = run.value('retake.perHour');
    const armsBack = run.value('retake.armsBack01');
    const violence = run.value('retake.violence');
    const kinds = siteKinds.length;
    return () => {
      const { now, hour } = run;
      for (let i = 0; i < world.places.count; i++) {
        if (now.place.sitesLost01[i] === 0) continue;
        const c = world.places.country[i]!;
        if (now.country.groupOut[c]! > 0) continue;
        const force = now.place.force[i]!;
        const crowd = now.place.crowdStrength[i]!;
        if (force <= 0 || force < perCrowd * crowd) continue;
        for (let k = 0; k < kinds; k++) {
          const site = i * kinds + k;
          if (sitesHeld[site] === 0) continue;
          const draw = run.luck(`${world.places.keys[i]!}/${siteKinds[k]!}`, 'clear', hour);
          if (draw >= perHour) continue;
          sitesHeld[site] = 0;
          next.place.arms[i] = Math.floor(next.place.arms[i]! * (1 - armsBack));
          next.place.violence01[i]! += violence * (crowd > 0 ? 1 : 0) * (1 - next.place.violence01[i]!);
          run.log(`cleared: ${siteKinds[k]!}`, 'retake', c, i, { force, crowdStrength: crowd, needed: perCrowd * crowd, draw });
        }
      }
    };
  },
};
