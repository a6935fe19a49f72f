/**
 * Three ways to fall, kept apart: the head of government is out, the ruling group is out, the seat has
 * been lost for 72 hours. Elite splits are a hazard that rises with lasting threat and falls with belief.
 */
import { remaining } from '../../base/maths.ts';
import { Stance, UnitKind } from '../../world/forces.ts';
import { even, scale, type Mechanism } from '../contract.ts';

export const fall: Mechanism = {
  id: 'fall',
  does: 'heads, ruling groups and seats fall or hold',
  base: 'Casper & Tyson 2014 (elites read the street); GWF hazards; NAVCO',
  reads: [
    'country.threat01',
    'country.cohesion01',
    'country.belief01',
    'country.seatLostHours',
    'country.headOut',
    'country.groupOut',
    'units',
    'country.legitimacyBase01',
    'country.seatLost',
  ],
  writes: ['country.headOut', 'country.groupOut', 'country.seatLost', 'country.legitimacyBase01'],
  draws: ['head', 'group'],
  parameters: [
    scale('fall.headPerHour', 'per h', 0.002, 0.0003, 0.012, 'hourly hazard that the head is dropped at full alarm, cohesion of one half and no belief', {
      assumption: 'days to months: 3 campaigns of 100 have won within a week, 16 within sixty days (NAVCO 1.2)',
    }),
    even(
      'fall.alarmDays',
      'day',
      1.5,
      0.1,
      4,
      'half-life of the alarm a threat leaves in the elite: a week of small crowds counts, not only the hours of a large one',
      {
        source: 'Chenoweth & Belgioioso 2019, doi:10.1038/s41562-019-0665-y: participation times frequency predicts exits; size ASSUMPTION',
      },
    ),
    even('fall.fromThreat01', '1', 0.45, 0.3, 0.65, 'alarm below which no elite moves', {
      assumption: 'Johnson & Thyne 2018: protest near the capital raises coup risk',
    }),
    even('fall.groupShare01', 'share', 0.35, 0.1, 0.7, 'share of dropped heads whose group goes with them', { assumption: 'Algeria 2019: the system stayed' }),
    even('fall.loyalShare01', 'share', 0.25, 0.08, 0.45, 'loyal share of all strength below which the group cannot stay', { assumption: 'size ours' }),
    even('fall.newLegitimacy01', '1', 0.55, 0.3, 0.8, 'legitimacy of what comes after', { assumption: 'honeymoon' }),
  ],
  levers: [{ id: 'fall.elite', values: ['as-decided', 'united'], meaning: 'whether elites of a country can drop their head' }],
  prepare(run) {
    const { world, next, units } = run;
    const perHour = run.value('fall.headPerHour');
    const from = run.value('fall.fromThreat01');
    const groupShare = run.value('fall.groupShare01');
    const loyalShare = run.value('fall.loyalShare01');
    const keep = remaining(1, run.value('fall.alarmDays') * 24);
    const alarm = (run.memory['fall.alarm'] ??= new Float64Array(world.countries.count));
    const after = run.value('fall.newLegitimacy01');
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        if (now.country.seatLostHours[c]! >= 72 && now.country.seatLost[c] === 0) {
          next.country.seatLost[c] = hour;
          run.log('seat lost for 72 hours', 'fall', c, world.countries.seat[c]!, { hours: now.country.seatLostHours[c]! });
        }
        const threat = now.country.threat01[c]!;
        const alarmed = (alarm[c] = Math.max(threat, alarm[c]! * keep));
        if (alarmed <= from || now.country.groupOut[c]! > 0) continue;
        const key = world.countries.keys[c]!;
        // forces that stand aside matter while there is somebody to keep out
        if (threat > from) {
          const loyal = loyalStrength(c);
          if (loyal < loyalShare) {
            drop(c, true, { loyalShare01: loyal, needed: loyalShare });
            continue;
          }
        }
        if (now.country.headOut[c]! > 0 || run.lever('fall.elite', key) === 'united') continue;
        const hazard = perHour * ((alarmed - from) / (1 - from)) * (1 - now.country.cohesion01[c]!) * 2 * (1 - now.country.belief01[c]!);
        const draw = run.luck(key, 'head', hour);
        if (draw < hazard)
          drop(c, run.luck(key, 'group', 0) < groupShare, {
            alarm01: alarmed,
            cohesion01: now.country.cohesion01[c]!,
            belief01: now.country.belief01[c]!,
            hazard,
            draw,
          });
      }
    };

    function drop(c: number, group: boolean, because: Record<string, number>): void {
      const { now, hour } = run;
      if (now.country.headOut[c] === 0) {
        next.country.headOut[c] = Math.max(1, hour);
        run.log('head of government out', 'fall', c, -1, because);
      }
      if (group) {
        next.country.groupOut[c] = Math.max(1, hour);
        next.country.legitimacyBase01[c] = after;
        run.log('ruling group out', 'fall', c, -1, because);
      } else next.country.legitimacyBase01[c] = (now.country.legitimacyBase01[c]! + after) / 2;
    }

    function loyalStrength(c: number): number {
      let all = 0;
      let loyal = 0;
      for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) {
        if (world.units.kind[u] === UnitKind.contingent) continue;
        all += units.strength[u]!;
        if (units.stance[u] === Stance.obeys) loyal += units.strength[u]!;
      }
      return all > 0 ? loyal / all : 1;
    }
  },
};
