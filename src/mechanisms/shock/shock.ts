/** Dated, sourced events start things: a price, an election, an arrest, a death; by place and group. */
import { clamp, remaining, sharePerHour } from '../../base/maths.ts';
import { wordOfMouth } from '../call/word.ts';
import { even, type Mechanism } from '../contract.ts';

export const shock: Mechanism = {
  id: 'shock',
  does: 'outside events hurt and gather people',
  base: 'literature 2.2: price shock as a jump in deprivation',
  reads: [
    'events',
    'place.grievanceOthers01',
    'place.grievanceWorkers01',
    'place.workersCallHours',
    'place.seenAtHome01',
    'place.company',
    'country.connectivity01',
  ],
  writes: [
    'place.grievanceOthers01',
    'place.grievanceWorkers01',
    'place.callReach01',
    'place.callHours',
    'place.workersCallReach01',
    'place.workersCallHours',
    'place.homeCall01',
  ],
  draws: [],
  parameters: [
    even('shock.halfLifeDays', 'day', 20, 10, 40, 'half-life of a grievance nobody renews', { assumption: 'weeks, not days: prices and elections stay' }),
    even('shock.strength', '1', 1, 0.7, 1.3, 'common factor on all grievances stated in scenarios', {
      assumption: 'the scale of a stated grievance is uncertain as a whole',
    }),
    even(
      'shock.passedOn01',
      'share',
      0.4,
      0,
      0.8,
      'share of those who saw all of the movement who hear of its next announced gathering from others (zero inside)',
      {
        assumption: 'channels grow with the movement: Belarus, August 2020',
      },
    ),
  ],
  levers: [
    { id: 'shock.events', values: ['as-recorded', 'none'], meaning: 'whether dated outside events go on happening in a country' },
    { id: 'shock.wave', values: ['absent', 'happens'], meaning: 'whether events of a wave happen, which are absent otherwise (in: the wave)', in: 'wave' },
  ],
  prepare(run) {
    const { world, next } = run;
    const decay = remaining(1, run.value('shock.halfLifeDays') * 24);
    const strength = run.value('shock.strength');
    const passedOn = run.value('shock.passedOn01');
    const toldOf = wordOfMouth(run);
    const events = world.scenario.events.map((event) => ({
      event,
      grievance01: run.value(`event.${event.id}.grievance01`),
      reach01: run.value(`event.${event.id}.reach01`),
      places: placesOf(event.where, run.world.places.keys),
    }));
    return () => {
      const { hour, now } = run;
      for (let i = 0; i < world.places.count; i++) {
        next.place.grievanceOthers01[i] = now.place.grievanceOthers01[i]! * decay;
        next.place.grievanceWorkers01[i] = now.place.grievanceWorkers01[i]! * decay;
        // calls to everybody are counted down by `call`; only outside events call workers alone
        const left = now.place.workersCallHours[i]!;
        if (left > 0) {
          next.place.workersCallHours[i] = left - 1;
          if (left <= 1) next.place.workersCallReach01[i] = 0;
        }
      }
      for (const { event, grievance01, reach01, places } of events) {
        const since = hour - event.atHour;
        if (since < 0 || (since > 0 && (event.everyDays === 0 || since % (event.everyDays * 24) !== 0))) continue;
        // asked when the event is due and not before, so that arms share their past up to it
        if (event.wave !== undefined && run.lever('shock.wave', event.wave) === 'absent') continue;
        const reached = places.filter((i) => run.lever('shock.events', world.countries.keys[world.places.country[i]!]!) === 'as-recorded');
        if (reached.length === 0) continue;
        for (const i of reached) {
          if (event.kind === 'callHome') {
            next.place.homeCall01[i] = reach01;
            continue;
          }
          next.place.grievanceWorkers01[i] = clamp(next.place.grievanceWorkers01[i]! + grievance01 * strength, 0, 1);
          if (event.group === 'all') next.place.grievanceOthers01[i] = clamp(next.place.grievanceOthers01[i]! + grievance01 * strength, 0, 1);
          if (reach01 > 0) {
            const others = passedOn * now.place.seenAtHome01[i]! * now.country.connectivity01[world.places.country[i]!]!;
            const reach = clamp(1 - (1 - reach01) * (1 - others) * (1 - toldOf(i)), 0, 0.99);
            const [heard, hours] = event.group === 'all' ? (['callReach01', 'callHours'] as const) : (['workersCallReach01', 'workersCallHours'] as const);
            next.place[heard][i] = Math.max(next.place[heard][i]!, sharePerHour(reach, event.hours));
            next.place[hours][i] = Math.max(next.place[hours][i]!, event.hours);
          }
        }
        run.log(`event: ${event.id}`, 'shock', world.places.country[reached[0]!]!, reached.length === 1 ? reached[0]! : -1, {
          grievance01,
          reach01,
          places: reached.length,
        });
      }
    };
  },
};

/** Place numbers named by place, region or country keys. */
function placesOf(where: readonly string[], keys: readonly string[]): number[] {
  const found: number[] = [];
  keys.forEach((key, i) => {
    if (where.some((w) => key === w || key.startsWith(`${w}/`))) found.push(i);
  });
  return found;
}
