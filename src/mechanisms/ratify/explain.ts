/** Why a member of an alliance consents to sending, waits, or refuses. */
import type { Explanation, RunState } from '../contract.ts';
import { smallestFirst, tippingSearch, tippingValue } from '../tipping.ts';
import { Consent, governmentDue, meets, needsParliament, session, sessionsMost } from './session.ts';

/** What a member decides on each request of another; nothing before one stands. */
export function explainMember(run: RunState, c: number): Explanation[] {
  const { now, world, hour } = run;
  const member = world.countries.keys[c]!;
  return run.requests.flatMap(({ alliance }, a): Explanation[] => {
    const client = now.alliance.client[a]!;
    if (client < 0 || client === c || !alliance.members.includes(member)) return [];
    const consent = now.member.consent[a * world.countries.count + c]!;
    const subject = `${world.countries.names[c]!} on help for ${world.countries.names[client]!}`;
    const lever = run.lever('ratify.parliament', member);
    const settled =
      now.alliance.decision[a] !== 1
        ? now.alliance.decision[a] === 2
          ? 'not asked: the patron refused'
          : 'not asked yet: the patron has not answered'
        : consent === Consent.consented
          ? 'has consented'
          : consent === Consent.refused
            ? 'has refused'
            : undefined;
    if (member === alliance.patron || !needsParliament(run, c) || lever === 'consents') {
      const due = member === alliance.patron ? now.alliance.decidedHour[a]! + 1 : governmentDue(run, a);
      const hours = { name: 'hour of the run', value: hour, unit: 'h' };
      return [
        {
          subject,
          hour,
          rule: 'ratify: a government consents',
          terms: [hours],
          total: hours,
          threshold: { name: "hour from which its consent stands: the patron's answer and the government's own hours", value: due, unit: 'h' },
          answer: settled ?? (hour >= due ? 'consents' : 'waits'),
          tipping: settled ? [] : smallestFirst([tippingValue('hour of the run', hour, due, 'h')]),
        },
      ];
    }
    const { parliament } = world.scenario.world.countries[c]!;
    const held = session(run, a, c);
    const last = now.member.sessions[a * world.countries.count + c]! + 1 >= sessionsMost(run);
    const ruled =
      settled ??
      (lever === 'refuses'
        ? 'refuses: a lever says so'
        : !meets(run, c)
          ? `no session in this hour; at one: ${held.outcome}`
          : `${held.outcome}${last && held.outcome !== 'consents' ? ', and that was the last session: refused' : ''}`);
    const isOpen = settled === undefined && lever !== 'refuses';
    const carried = (change: Parameters<typeof session>[3]) => {
      const other = session(run, a, c, change);
      // above zero exactly when the vote carries, and zero only at the edge
      return other.outcome === 'consents' ? 1 : -1;
    };
    const present = { name: 'share of seats present', value: held.attendance01, unit: 'share' };
    const aye = { name: 'share of all seats in favour', value: held.attendance01 * held.favour01, unit: 'share' };
    const sympathy = now.country.sympathy01[c]!;
    return [
      {
        subject,
        hour,
        rule: 'ratify: quorum',
        terms: [{ name: 'sessions held before', value: now.member.sessions[a * world.countries.count + c]!, unit: 'count' }, present],
        total: present,
        threshold: { name: `quorum of ${parliament.name}`, value: parliament.quorumShare01, unit: 'share' },
        draw: { decision: 'session: attendance', value: held.drawOfAttendance },
        answer: ruled,
        tipping: isOpen
          ? smallestFirst([
              tippingSearch('draw of the attendance', held.drawOfAttendance, '1', [0, 1], (drawOfAttendance) =>
                session(run, a, c, { drawOfAttendance }).outcome === 'no quorum' ? -1 : 1,
              ),
            ])
          : [],
      },
      {
        subject,
        hour,
        rule: 'ratify: vote',
        terms: [
          present,
          { name: 'share of those present in favour', value: held.favour01, unit: 'share' },
          { name: 'sympathy with the uprising', value: sympathy, unit: '1' },
        ],
        total: aye,
        threshold: { name: `majority of ${parliament.name}`, value: parliament.majorityShare01, unit: 'share' },
        draw: { decision: 'session: vote', value: held.drawOfVote },
        answer: ruled,
        tipping: isOpen
          ? smallestFirst([
              tippingSearch('draw of the attendance', held.drawOfAttendance, '1', [0, 1], (drawOfAttendance) => carried({ drawOfAttendance })),
              tippingSearch('draw of the vote', held.drawOfVote, '1', [0, 1], (drawOfVote) => carried({ drawOfVote })),
              tippingSearch('sympathy with the uprising', sympathy, '1', [0, 1], (sympathy01) => carried({ sympathy01 })),
            ])
          : [],
      },
    ];
  });
}
