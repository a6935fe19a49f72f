/** Airlift: contingents land as lift allows, guard the seat and the chief city, and leave when it is calm. */
import { Task } from '../../world/forces.ts';
import { even, type Mechanism } from '../contract.ts';

export const send: Mechanism = {
  id: 'send',
  does: 'contingents are flown in, guard, and leave',
  base: 'history 1.10',
  reads: [
    'alliance.decision',
    'alliance.decidedHour',
    'alliance.client',
    'alliance.landedHour',
    'alliance.landedPeople',
    'member.consent',
    'country.threat01',
    'country.groupOut',
    'units',
    'alliance.askedHour',
    'alliance.committed01',
    'alliance.promisedPeople',
    'alliance.withdrawnHour',
    'country.foreignPeople',
  ],
  writes: [
    'units',
    'alliance.landedHour',
    'alliance.landedPeople',
    'alliance.promisedPeople',
    'alliance.committed01',
    'alliance.withdrawnHour',
    'member.landed',
    'country.foreignPeople',
    'country.sentPeople',
  ],
  draws: ['posting'],
  parameters: [
    even('send.calmHours', 'h', 96, 48, 192, 'hours after the first landing from which the contingent leaves as soon as it is calm', {
      source: 'history 1.10: order restored 7 January, withdrawal from the 13th',
    }),
    even('send.seatShare01', 'share', 0.4, 0.1, 0.7, 'share of the contingent at the seat of government, the rest in the chief city', {
      assumption: 'airport of Almaty and sites in both',
    }),
    even('send.homeHold01', 'share', 0.5, 0, 1, "share of a member's contingent kept at home at full danger there (zero inside)", {
      assumption: 'S15, overstretch: who must hold his own streets lends fewer; size ours',
    }),
  ],
  levers: [{ id: 'send.intervention', values: ['as-decided', 'forbidden'], meaning: 'whether contingents may be sent to a client at all' }],
  prepare(run) {
    const { world, next, units } = run;
    const firstLanding = run.requests.map(({ alliance }) => Math.round(run.value(`alliance.${alliance.key}.firstLandingHours`)));
    const lifts = run.requests.map(({ alliance }) => run.value(`alliance.${alliance.key}.liftPeoplePerDay`) / 24);
    const hold = run.value('send.homeHold01');
    /** [alliance] people its aircraft can still carry this hour, there or back: all its clients share them */
    const room = new Float64Array(run.requests.length);
    const calm = run.value('send.calmHours');
    const seatShare = run.value('send.seatShare01');
    const count = world.countries.count;
    return () => {
      const { now, hour } = run;
      run.requests.forEach(({ of, nth }, a) => {
        if (nth === 0) room[of] = lifts[a]!;
        const client = now.alliance.client[a]!;
        if (client < 0 || now.alliance.decision[a] !== 1) return;
        const leaving = now.alliance.withdrawnHour[a]! >= 0;
        if (leaving) {
          if (now.country.foreignPeople[client]! > 0) depart(a, client);
          return;
        }
        if (
          now.alliance.landedPeople[a]! > 0 &&
          (now.country.groupOut[client]! > 0 || (now.country.threat01[client]! < 0.1 && hour - now.alliance.landedHour[a]! > calm))
        ) {
          next.alliance.withdrawnHour[a] = hour;
          run.log('contingent begins to leave', 'send', client, -1, { threat01: now.country.threat01[client]!, landedPeople: now.alliance.landedPeople[a]! });
          return;
        }
        const forbidden =
          run.lever('send.intervention', run.requests[a]!.alliance.key) === 'forbidden' ||
          run.lever('send.intervention', world.countries.keys[client]!) === 'forbidden';
        if (forbidden) {
          if (hour === now.alliance.decidedHour[a]! + 1) run.log('sending forbidden', 'send', client, -1, {});
          return;
        }
        if (hour < now.alliance.decidedHour[a]! + firstLanding[a]!) return;
        let promised = 0;
        for (let u = 0; u < world.units.count; u++) {
          // of this alliance, and not at work in another country
          if (world.units.alliance[u] !== of || (units.strength[u]! > 0 && world.places.country[units.place[u]!] !== client)) continue;
          const member = world.units.country[u]!;
          const row = a * count + member;
          if (member === client || now.member.consent[row] !== 2) continue;
          // who has unrest at home keeps people there
          const offered = world.units.people[u]! * (1 - hold * now.country.threat01[member]!);
          promised += Math.max(offered, units.strength[u]!);
          const missing = offered - units.strength[u]!;
          if (missing <= 0 || room[of]! <= 0) continue;
          const landing = Math.min(room[of]!, missing);
          if (units.strength[u] === 0) {
            const toSeat = run.luck(world.units.keys[u]!, 'posting', 0) < seatShare;
            units.place[u] = toSeat ? world.countries.seat[client]! : world.countries.chiefCity[client]!;
            units.task[u] = Task.guard;
          }
          units.strength[u]! += landing;
          room[of]! -= landing;
          next.member.landed[row]! += landing;
          next.alliance.landedPeople[a]! += landing;
          next.country.foreignPeople[client]! += landing;
          next.country.sentPeople[member]! += landing;
          if (now.alliance.landedHour[a]! < 0 && next.alliance.landedHour[a]! < 0) {
            next.alliance.landedHour[a] = hour;
            run.log('first foreign troops land', 'send', client, units.place[u]!, { hoursSinceRequest: hour - now.alliance.askedHour[a]! });
          }
        }
        next.alliance.promisedPeople[a] = Math.max(now.alliance.promisedPeople[a]!, promised);
        next.alliance.committed01[a] = Math.min(1, next.alliance.landedPeople[a]! / Math.max(1, run.requests[a]!.alliance.contingentMax.value));
      });
    };

    function depart(a: number, client: number): void {
      const { of, alliance } = run.requests[a]!;
      let gone = 0;
      for (let u = 0; u < world.units.count && room[of]! > 0; u++) {
        if (world.units.alliance[u] !== of || units.strength[u]! <= 0 || world.places.country[units.place[u]!] !== client) continue;
        const going = Math.min(room[of]!, units.strength[u]!);
        gone += going;
        units.strength[u] = less(units.strength[u]!, going);
        room[of]! -= going;
        next.country.foreignPeople[client] = less(next.country.foreignPeople[client]!, going);
        const home = world.units.country[u]!;
        next.country.sentPeople[home] = less(next.country.sentPeople[home]!, going);
        if (units.strength[u] === 0) {
          units.place[u] = world.units.home[u]!;
          units.task[u] = Task.garrison;
        }
      }
      next.alliance.committed01[a] = Math.max(0, run.now.alliance.committed01[a]! - gone / Math.max(1, alliance.contingentMax.value));
    }
  },
};

/** People left when some go; nobody, where only the rounding of sums is left. */
function less(people: number, going: number): number {
  return people - going < 1e-6 ? 0 : people - going;
}
