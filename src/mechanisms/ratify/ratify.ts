/** Members consent to sending: a government's word, or a parliament with quorum, vote, delay, refusal. */
import { clamp } from '../../base/maths.ts';
import { even, type Mechanism } from '../contract.ts';

export const ratify: Mechanism = {
  id: 'ratify',
  does: 'governments and parliaments of the members consent, delay or refuse',
  base: 'history 1.11: Kyrgyz parliament, no quorum on 6 January, 55-11 and 69-7 on the 7th',
  reads: ['alliance.decision', 'alliance.decidedHour', 'alliance.client', 'member.consent', 'member.sessions', 'country.sympathy01'],
  writes: ['member.consent', 'member.sessions'],
  draws: ['session'],
  parameters: [
    even('ratify.governmentHours', 'h', 6, 2, 16, 'hours a government takes to send without its parliament', { assumption: 'Armenia: the same day' }),
    even('ratify.attendance01', 'share', 0.62, 0.45, 0.85, 'mean attendance at an extraordinary session', {
      source: 'history 1.11: 39 and 76 of 90; range ASSUMPTION',
    }),
    even('ratify.attendanceSpread01', 'share', 0.25, 0.1, 0.35, 'half-width of attendance around its mean', {
      source: 'history 1.11: 39 and 76 of 90; range ASSUMPTION',
    }),
    even('ratify.favour01', 'share', 0.85, 0.65, 0.98, 'share of those present in favour without sympathy for the uprising', {
      source: 'history 1.11: 55-11, 69-7; range ASSUMPTION',
    }),
    even('ratify.sympathyCost01', '1', 0.3, 0, 0.6, 'share in favour lost at full public sympathy with the uprising', { assumption: 'size ours' }),
    even('ratify.sessionsMost', 'count', 4, 2, 8, 'sessions after which a parliament is counted as refusing', { assumption: 'days' }),
  ],
  levers: [{ id: 'ratify.parliament', values: ['as-decided', 'refuses', 'no-quorum', 'consents'], meaning: "what a member's parliament does" }],
  prepare(run) {
    const { world, next } = run;
    const v = (name: string) => run.value(`ratify.${name}`);
    const count = world.countries.count;
    return () => {
      const { now, hour } = run;
      run.requests.forEach(({ alliance }, a) => {
        if (now.alliance.decision[a] !== 1) return;
        for (const member of alliance.members) {
          const c = world.countryIndex.get(member)!;
          const row = a * count + c;
          if (c === now.alliance.client[a] || now.member.consent[row]! > 1) continue;
          if (member === alliance.patron) {
            settle(row, 2);
            continue;
          }
          const spec = world.scenario.world.countries[c]!;
          if (now.member.consent[row] === 0) next.member.consent[row] = 1;
          const lever = run.lever('ratify.parliament', member);
          if (lever === 'refuses' && spec.parliament.mustRatify) {
            settle(row, 3);
            run.log('parliament refuses', 'ratify', c, -1, {});
            continue;
          }
          if (!spec.parliament.mustRatify || lever === 'consents') {
            if (hour >= now.alliance.decidedHour[a]! + Math.round(v('governmentHours'))) {
              settle(row, 2);
              run.log('member consents', 'ratify', c, -1, { sympathy01: now.country.sympathy01[c]! });
            }
            continue;
          }
          const seat = world.countries.seat[c]!;
          const clock = run.localHour(seat);
          if (clock !== 11 && clock !== 16) continue;
          const session = now.member.sessions[row]!;
          const attendance =
            lever === 'no-quorum'
              ? 0
              : clamp(v('attendance01') + 0.12 * session + v('attendanceSpread01') * (2 * run.luck(`${member} parliament`, 'session', 2 * session) - 1), 0, 1);
          next.member.sessions[row] = session + 1;
          const { quorumShare01, majorityShare01, seats } = spec.parliament;
          const favour = clamp(
            v('favour01') - v('sympathyCost01') * now.country.sympathy01[c]! + 0.1 * (2 * run.luck(`${member} parliament`, 'session', 2 * session + 1) - 1),
            0,
            1,
          );
          const terms = { present: Math.round(attendance * seats), seats, favour01: favour, session: session + 1 };
          if (attendance < quorumShare01) run.log('no quorum', 'ratify', c, -1, terms);
          else if (attendance * favour >= majorityShare01) {
            settle(row, 2);
            run.log('parliament consents', 'ratify', c, -1, terms);
            continue;
          } else run.log('vote fails', 'ratify', c, -1, terms);
          if (session + 1 >= Math.round(v('sessionsMost'))) {
            settle(row, 3);
            run.log('parliament refuses', 'ratify', c, -1, terms);
          }
        }
      });

      function settle(row: number, consent: number): void {
        next.member.consent[row] = consent;
      }
    };
  },
};
