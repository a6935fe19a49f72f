/**
 * Focal gatherings nobody outside announced: where the country's own movement has been seen (news from
 * abroad gives courage but names no square), somebody names a square and an hour. One draw a place in the evening (early afternoon on days
 * off), one more at 11:00 on working days; disciplined movements wait for the day off.
 */
import { clamp, exp, remaining, sharePerHour } from '../../base/maths.ts';
import { even, type Mechanism } from '../contract.ts';
import { wordOfMouth } from './word.ts';

export const call: Mechanism = {
  id: 'call',
  does: 'gatherings are called for an hour and a square, or called off',
  base: 'Lohmann 1994 (Leipzig Mondays); feasibility: gatherings drawn per place and day',
  reads: [
    'place.seenAtHome01',
    'place.crowd',
    'place.company',
    'place.callHours',
    'country.connectivity01',
    'country.conceded',
    'place.homeCall01',
    'country.sentPeople',
    'country.sympathy01',
  ],
  writes: ['place.company', 'place.callReach01', 'place.callHours', 'place.homeCall01'],
  draws: ['gathering', 'call home'],
  parameters: [
    even('call.perSeen', '1', 4, 1.5, 8, 'k in 1-exp(-k V): readiness to call a gathering', { assumption: 'feasibility notes, form 1-exp(-kV)' }),
    even('call.reach01', 'share', 0.45, 0.2, 0.7, 'share reached by a gathering called where everybody saw the movement', {
      assumption: 'between a chat group and a broadcaster',
    }),
    even('call.hours', 'h', 4, 3, 6, 'how long a gathering calls people in', { assumption: 'an evening' }),
    even('call.word01', 'share', 0.3, 0.1, 0.6, 'share of a call that travels by word of mouth when the network is shut', {
      assumption: 'Hassanpour 2014: local contact replaces the network, perhaps more than in part',
    }),
    even('call.memoryDays', 'day', 10, 4, 20, 'half-life of the memory of the last large crowd here', { assumption: 'from one weekend to the one after next' }),
    even(
      'call.tell',
      '1',
      4,
      0,
      10,
      'people told of the next gathering by each who was at the last, per movable resident (zero inside): word of mouth that needs no network',
      {
        source: 'Hassanpour 2014: local contact replaces the network in part; size ASSUMPTION',
      },
    ),
    even(
      'call.againstSending',
      '1',
      0.04,
      0,
      0.12,
      'what sympathy with people abroad is worth, as something seen at home, once own troops are sent there (zero inside)',
      {
        assumption: 'S11: no gathering in Russia in January 2022 is known to us',
      },
    ),
    even('call.waitForDayOff01', '1', 0.8, 0.4, 0.95, 'share of weekday gatherings a wholly disciplined movement gives up for the day off', {
      assumption: 'Belarus 2020: Sundays',
    }),
    even('call.dayOffPull', '1', 1.8, 1, 3, 'how much more readily gatherings are called on Sundays, and how much further they reach on days off', {
      assumption: 'Belarus 2020: Sundays',
    }),
    even('call.home01', 'share', 0.25, 0.05, 0.5, 'share of those out who go home at a call to go home', {
      assumption: 'Aktau, 6 January 2022: organisers called and the square emptied in a day',
    }),
  ],
  levers: [],
  prepare(run) {
    const { world, next } = run;
    const perSeen = run.value('call.perSeen');
    const reach = run.value('call.reach01');
    const hours = Math.round(run.value('call.hours'));
    const word = run.value('call.word01');
    const wait = run.value('call.waitForDayOff01');
    const pull = run.value('call.dayOffPull');
    const home = run.value('call.home01');
    const againstSending = run.value('call.againstSending');
    const keep = remaining(1, run.value('call.memoryDays') * 24);
    const toldOf = wordOfMouth(run);
    return () => {
      const { now, hour } = run;
      for (let i = 0; i < world.places.count; i++) {
        const coupled = world.places.uncoupled[i] === 0;
        next.place.company[i] = Math.max(coupled ? now.place.crowd[i]! : 0, now.place.company[i]! * keep);
        const left = now.place.callHours[i]!;
        if (left > 0 && next.place.callHours[i]! <= left) {
          next.place.callHours[i] = left - 1;
          if (left <= 1) next.place.callReach01[i] = 0;
        }
        if (now.place.homeCall01[i]! > 0 && next.place.homeCall01[i] === now.place.homeCall01[i]) next.place.homeCall01[i] = 0;
        const c = world.places.country[i]!;
        // once troops are sent, those who side with the people there have a reason at home, and a square: that of the seat
        const against = i === world.countries.seat[c] && now.country.sentPeople[c]! > 0 ? againstSending * now.country.sympathy01[c]! : 0;
        const seen = Math.max(now.place.seenAtHome01[i]!, against);
        if (seen <= 0.001) continue;
        const weekday = run.weekday(i);
        const dayOff = weekday === 0 || weekday === 6;
        const clock = run.localHour(i);
        if (clock === (dayOff ? 13 : 17) || (clock === 11 && !dayOff)) {
          const discipline = world.countries.latents[c]!.discipline01;
          const connection = 1 - (1 - word) * (1 - now.country.connectivity01[c]!) * (1 - toldOf(i));
          // on working days only those who wait for nothing gather before the evening
          const eagerness = (weekday === 0 ? pull : dayOff ? 1 : 1 - wait * discipline) * (clock === 11 ? 1 - discipline : 1);
          const chance = 1 - exp(-perSeen * seen * connection * eagerness);
          if (run.luck(world.places.keys[i]!, 'gathering', 2 * world.settlement.dayOf(i, hour) + (clock === 11 ? 1 : 0)) < chance) {
            const share = clamp(reach * connection * (dayOff ? pull : 1), 0, 0.95) * seen;
            next.place.callReach01[i] = Math.max(next.place.callReach01[i]!, sharePerHour(share, hours));
            next.place.callHours[i] = Math.max(next.place.callHours[i]!, hours);
            run.log('gathering called', 'call', c, i, { seen01: seen, connection, chance });
          }
        }
        // organisers who have something to show call their people home, once an evening
        if (clock === 20 && now.country.conceded[c]! > 0 && now.place.crowd[i]! > 0) {
          const discipline = world.countries.latents[c]!.discipline01;
          if (run.luck(world.places.keys[i]!, 'call home', world.settlement.dayOf(i, hour)) < discipline * discipline) {
            next.place.homeCall01[i] = home;
            run.log('call to go home', 'call', c, i, { discipline, conceded: now.country.conceded[c]! });
          }
        }
      }
    };
  },
};
