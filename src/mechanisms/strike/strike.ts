/** Willing people in strikeable trades stay away from work; pressure grows with share and length. */
import { clamp, ln, remaining } from '../../base/maths.ts';
import { nominalDegree } from '../../world/people/ties.ts';
import { thresholdRule, type Mood } from '../../world/people/people.ts';
import { even, type Mechanism } from '../contract.ts';

/** Some hear no call, however wide. */
const mostCalled01 = 0.999;

export const strike: Mechanism = {
  id: 'strike',
  does: 'workers stop work in the morning; pressure on the government grows',
  base: 'Tilly 1978; DeNardo 1985',
  reads: [
    'place.seen01',
    'place.outrage01',
    'place.risk01',
    'place.grievanceWorkers01',
    'country.legitimacy01',
    'country.strikePressure01',
    'people',
    'place.strikers',
    'place.workersCallReach01',
    'place.calledToStrike01',
  ],
  writes: ['place.strikers', 'place.calledToStrike01', 'country.strikePressure01'],
  draws: ['strike'],
  parameters: [
    even('strike.reach', '1', 0.8, 0.3, 1.6, 'exposure of a worker on a morning after the movement was fully seen', { assumption: 'the shop floor talks' }),
    even('strike.riskShare01', 'share', 0.4, 0.15, 0.7, 'risk of striking as a share of the risk of being out', { assumption: 'dismissal, not the truncheon' }),
    even('strike.threshold', '1', 0.6, 0.52, 0.68, 'threshold of striking', { assumption: 'as for going out' }),
    even('strike.fullShare01', 'share', 0.15, 0.05, 0.3, 'share of movable strikeable workers out at which pressure is full', {
      assumption: 'far less than all',
    }),
    even('strike.pressureDays', 'day', 3, 1.5, 6, 'half-life of the way to that pressure', { assumption: 'stocks last some days' }),
  ],
  levers: [{ id: 'strike.allowed', values: ['as-decided', 'none'], meaning: 'whether workers of a country strike' }],
  prepare(run) {
    const { world, next, people } = run;
    const reach = run.value('strike.reach');
    const riskShare = run.value('strike.riskShare01') * run.value('mobilise.riskWeight');
    const threshold = run.value('strike.threshold');
    const stock = run.value('people.stock01');
    const full = run.value('strike.fullShare01');
    const keep = remaining(1, run.value('strike.pressureDays') * 24);
    const tieWeight =
      run.value('mobilise.tieWeight') /
      nominalDegree({ region: run.value('ties.region'), country: run.value('ties.country'), border: run.value('ties.border') });
    const mood: Mood = {
      hardships: world.hardships,
      grievanceOthers01: 0,
      grievanceWorkers01: 0,
      openness01: 0,
      tieWeight,
      push: 0,
      risk: 0,
      reputation: 0,
      lowestFear01: 0,
    };
    return () => {
      const { now } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const allowed = run.lever('strike.allowed', world.countries.keys[c]!) === 'as-decided';
        let strikers = 0;
        let workers = 0;
        for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
          if (world.places.uncoupled[i]) continue;
          const here = world.places.residents[i]! * world.places.strikeableShare01[i]! * stock;
          workers += here;
          const called = 1 - (1 - now.place.calledToStrike01[i]!) * (1 - now.place.workersCallReach01[i]!);
          const isWorkMorning = run.localHour(i) === 8 && run.weekday(i) !== 0 && run.weekday(i) !== 6;
          next.place.calledToStrike01[i] = isWorkMorning ? 0 : called;
          // on days off nobody decides: who stayed away on Friday is on strike until Monday
          if (isWorkMorning) {
            // a call heard by a share q is a hazard of -ln(1-q)
            const exposure = reach * now.place.seen01[i]! - ln(1 - Math.min(called, mostCalled01));
            let count = 0;
            if (allowed && exposure > 0.001) {
              mood.tieWeight = run.lever('mobilise.ties', world.countries.keys[c]!) === 'as-they-are' ? tieWeight : 0;
              mood.grievanceWorkers01 = now.place.grievanceWorkers01[i]!;
              mood.openness01 = 1 - now.country.legitimacy01[c]!;
              mood.push = run.value('mobilise.seenWeight') * now.place.seen01[i]! + run.value('mobilise.outrageWeight') * now.place.outrage01[i]! - threshold;
              mood.risk = riskShare * now.place.risk01[i]!;
              mood.lowestFear01 = world.countries.latents[c]!.lowestFear01;
              count = people.askStrike(i, mood, thresholdRule, exposure);
            }
            if (count >= 500 && now.place.strikers[i]! < 500) run.log('strike', 'strike', c, i, { strikers: count, exposure, workers: here });
            next.place.strikers[i] = count;
          }
          strikers += now.place.strikers[i]!;
        }
        const target = workers > 0 ? clamp(strikers / workers / full, 0, 1) : 0;
        next.country.strikePressure01[c] = target + (now.country.strikePressure01[c]! - target) * keep;
      }
    };
  },
};
