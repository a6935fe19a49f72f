/** Members consent to sending: a government's word, or a parliament with quorum, vote, delay, refusal. */
import { even, type Mechanism } from '../contract.ts';
import { explainMember } from './explain.ts';
import { Consent, governmentDue, meets, needsParliament, session, sessionsMost } from './session.ts';

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
    const count = world.countries.count;
    return () => {
      const { now, hour } = run;
      run.requests.forEach(({ alliance }, a) => {
        if (now.alliance.decision[a] !== 1) return;
        for (const member of alliance.members) {
          const c = world.countryIndex.get(member)!;
          const row = a * count + c;
          if (c === now.alliance.client[a] || now.member.consent[row]! > Consent.pending) continue;
          const settle = (consent: number) => (next.member.consent[row] = consent);
          if (member === alliance.patron) {
            settle(Consent.consented);
            continue;
          }
          if (now.member.consent[row] === Consent.notAsked) settle(Consent.pending);
          const lever = run.lever('ratify.parliament', member);
          if (lever === 'refuses' && needsParliament(run, c)) {
            settle(Consent.refused);
            run.log('parliament refuses', 'ratify', c, -1, {});
            continue;
          }
          if (!needsParliament(run, c) || lever === 'consents') {
            if (hour >= governmentDue(run, a)) {
              settle(Consent.consented);
              run.log('member consents', 'ratify', c, -1, { sympathy01: now.country.sympathy01[c]! });
            }
            continue;
          }
          if (!meets(run, c)) continue;
          const held = now.member.sessions[row]! + 1;
          const { attendance01, favour01, outcome } = session(run, a, c);
          next.member.sessions[row] = held;
          const { seats } = world.scenario.world.countries[c]!.parliament;
          const terms = { present: Math.round(attendance01 * seats), seats, favour01, session: held };
          run.log(outcome === 'consents' ? 'parliament consents' : outcome, 'ratify', c, -1, terms);
          if (outcome === 'consents') settle(Consent.consented);
          else if (held >= sessionsMost(run)) {
            settle(Consent.refused);
            run.log('parliament refuses', 'ratify', c, -1, terms);
          }
        }
      });
    };
  },
  explain: (run, subject) => (subject.of === 'member' ? explainMember(run, subject.row) : []),
};
