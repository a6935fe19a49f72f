/**
 * The patron weighs: what the client is worth, what the other clients would learn, how likely the
 * regime is to fall without help, cost at home, capacity already in use, and whether the treaty fits.
 */
import { remaining } from '../../base/maths.ts';
import { even, ofVariant, type Mechanism } from '../contract.ts';
import { answerOf, caseOf, hoursOfPatron, isGranted } from './case.ts';
import { explainDecision } from './explain.ts';
import { formOf, forms } from './forms.ts';

export const decide: Mechanism = {
  id: 'decide',
  does: 'the patron grants or refuses help',
  base: 'Casey 2020, Gent 2008 (readiness); Bueno de Mesquita through Scholz et al. 2011 (expected utility)',
  reads: [
    'alliance.client',
    'alliance.askedHour',
    'alliance.externalLabel01',
    'alliance.committed01',
    'country.threat01',
    'country.turnout',
    'country.groupOut',
    'alliance.decision',
    'country.expectation01',
    'country.sympathy01',
    'alliance.withdrawnHour',
    'alliance.decidedHour',
  ],
  writes: ['alliance.decision', 'alliance.decidedHour', 'country.expectation01'],
  draws: ['patron'],
  variants: Object.keys(forms),
  parameters: [
    ...ofVariant('readiness', [
      even('decide.base', '1', -1.2, -2.2, -0.2, 'readiness without any reason', {
        assumption: 'base rate: one request in three or four answered (literature 8.5)',
      }),
      even('decide.clientValue', '1', 1.6, 0.8, 2.6, 'weight of borders and common language with the client', { assumption: 'Casey; size ours' }),
      even('decide.signalToOthers', '1', 0.8, 0, 1.6, 'weight of what other clients would learn from a fall', { assumption: 'S13; zero inside' }),
      even('decide.need', '1', 1, 0, 2, 'weight of the danger that the client falls', {
        source: 'Gent 2008; Sullivan & Karreth 2015: help where it counts; size ASSUMPTION',
      }),
      even('decide.homeCost', '1', 2, 0.5, 4, 'weight of unrest at home', { assumption: 'size ours' }),
      even('decide.overstretch', '1', 2.5, 1, 5, 'weight of capacity already in use', { assumption: 'S15; size ours' }),
      even('decide.labelWeight', '1', 1.5, 0.5, 3, 'weight of a credible external cause where the treaty asks for one', {
        assumption: 'literature 8.5: the label decides',
      }),
    ]),
    ...ofVariant('expectedUtility', [
      even('decide.cautionCapability', '1', 0.9, 0.4, 1.6, "weight of those who would rather stay out, the patron's government = 1", {
        assumption: 'base rate: one request in three or four answered (literature 8.5)',
      }),
      even('decide.homeCapability', '1', 1.5, 0.5, 3, "weight of the patron's own streets when they are full", { assumption: 'S15; size ours' }),
      even('decide.staffCapability', '1', 1.5, 0.5, 3, 'weight of those who must find the troops when all are in use', { assumption: 'S15; size ours' }),
      even('decide.treatyCapability', '1', 0.6, 0.2, 1.2, 'weight of the letter of the treaty; it stands where the label is credible', {
        assumption: 'literature 8.5: the label decides',
      }),
      even('decide.riskWeight01', '1', 0.3, 0, 1, 'how far caution follows from being safe: exponent of the risk exponent (zero inside: neutral)', {
        assumption: 'Scholz et al. 2011 have 1; with so few actors it can turn the sign of what the client is worth',
      }),
      even('decide.misjudged01', 'share', 0.2, 0.05, 0.35, 'half-width of the error in judging the odds', { assumption: 'cabinets err; size ours' }),
    ]),
    even('decide.hours', 'h', 3, 1, 10, 'hours the patron takes', { source: 'history 1.10: 2 h 51 min from request to decision; range ASSUMPTION' }),
    even('decide.expectationHours', 'h', 12, 4, 48, 'half-life of what others expect after the answer', { assumption: 'a day' }),
    even('decide.priorExpectation01', '1', 0.3, 0.1, 0.6, 'expectation of help before anybody asked', {
      assumption: 'half believed in it (S7: many feared foreign troops)',
    }),
  ],
  levers: [{ id: 'decide.patron', values: ['as-decided', 'grants', 'refuses'], meaning: "the patron's answer to a request" }],
  prepare(run) {
    const { world, next } = run;
    const v = (name: string) => run.value(`decide.${name}`);
    const hours = hoursOfPatron(run);
    const ease = 1 - remaining(1, v('expectationHours'));
    const judge = formOf(run);
    return () => {
      const { now, hour } = run;
      expectations();
      run.requests.forEach((_, a) => {
        const client = now.alliance.client[a]!;
        if (client < 0 || now.alliance.decision[a] !== 0 || hour < now.alliance.askedHour[a]! + hours) return;
        const judgement = judge(caseOf(run, a, client));
        const grants = answerOf(run, a) === 'grants' || (answerOf(run, a) === 'as-decided' && isGranted(judgement));
        next.alliance.decision[a] = grants ? 1 : 2;
        next.alliance.decidedHour[a] = hour;
        run.log(grants ? 'help granted' : 'help refused', 'decide', client, -1, judgement.because);
      });
    };

    /** Members learn what the patron is good for: from the latest answer he gave in their alliance, less what is in use. */
    function expectations(): void {
      const { now } = run;
      for (let a = 0; a < run.requests.length; a++) {
        const { alliance, of, nth } = run.requests[a]!;
        if (nth > 0) continue;
        const patron = world.countryIndex.get(alliance.patron)!;
        const rows = run.requests.map((_, o) => o).filter((o) => run.requests[o]!.of === of);
        const latest = rows.reduce((best, o) => (now.alliance.decidedHour[o]! > now.alliance.decidedHour[best]! ? o : best), a);
        const answer =
          now.country.groupOut[patron]! > 0
            ? 0
            : now.alliance.decision[latest] === 1 && run.lever('send.intervention', alliance.key) !== 'forbidden'
              ? 1
              : now.alliance.decision[latest] === 2
                ? 0.05
                : v('priorExpectation01');
        for (const member of alliance.members) {
          const c = world.countryIndex.get(member)!;
          if (c === patron) continue;
          // troops already at work in one client cannot come to another
          const inUse = rows.reduce((sum, o) => (now.alliance.client[o] === c ? sum : sum + now.alliance.committed01[o]!), 0);
          next.country.expectation01[c]! += (answer * Math.max(0, 1 - inUse) - now.country.expectation01[c]!) * ease;
        }
      }
    }
  },
  explain: (run, subject) => (subject.of === 'government' || subject.of === 'member' ? explainDecision(run, subject.row) : []),
};
