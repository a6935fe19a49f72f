/**
 * The patron weighs: what the client is worth, what the other clients would learn, how likely the
 * regime is to fall without help, cost at home, capacity already in use, and whether the treaty fits.
 */
import { clamp, logistic, remaining } from '../../base/maths.ts';
import { even, type Mechanism } from '../contract.ts';

export const decide: Mechanism = {
  id: 'decide',
  does: 'the patron grants or refuses help',
  base: 'Bueno de Mesquita (expected utility); Casey 2020; Gent 2008',
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
  ],
  writes: ['alliance.decision', 'alliance.decidedHour', 'country.expectation01'],
  draws: ['patron'],
  parameters: [
    even('decide.hours', 'h', 3, 1, 10, 'hours the patron takes', { source: 'history 1.10: 2 h 51 min from request to decision; range ASSUMPTION' }),
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
    even('decide.expectationHours', 'h', 12, 4, 48, 'half-life of what others expect after the answer', { assumption: 'a day' }),
    even('decide.priorExpectation01', '1', 0.3, 0.1, 0.6, 'expectation of help before anybody asked', {
      assumption: 'half believed in it (S7: many feared foreign troops)',
    }),
  ],
  levers: [{ id: 'decide.patron', values: ['as-decided', 'grants', 'refuses'], meaning: "the patron's answer to a request" }],
  prepare(run) {
    const { world, next } = run;
    const v = (name: string) => run.value(`decide.${name}`);
    const hours = Math.round(v('hours'));
    const ease = 1 - remaining(1, v('expectationHours'));
    return () => {
      const { now, hour } = run;
      run.alliances.forEach((alliance, a) => {
        const patron = world.countryIndex.get(alliance.patron)!;
        const client = now.alliance.client[a]!;
        const fallen = now.country.groupOut[patron]! > 0;
        for (const member of alliance.members) {
          const c = world.countryIndex.get(member)!;
          if (c === patron) continue;
          const answer = fallen ? 0 : now.alliance.decision[a] === 1 ? 1 : now.alliance.decision[a] === 2 ? 0.05 : v('priorExpectation01');
          // troops already at work in one client cannot come to another
          const free = c === client ? 1 : 1 - now.alliance.committed01[a]!;
          next.country.expectation01[c]! += (answer * free - now.country.expectation01[c]!) * ease;
        }
        if (client < 0 || now.alliance.decision[a] !== 0 || hour < now.alliance.askedHour[a]! + hours) return;
        const others = alliance.members.filter((m) => m !== alliance.patron && world.countryIndex.get(m) !== client).length;
        const value = world.countries.affinity01[patron * world.countries.count + client]!;
        const home = clamp((now.country.turnout[patron]! * 1000) / Math.max(1, world.countries.residents[patron]!), 0, 1);
        const elsewhere = run.alliances.reduce((sum, other, o) => (o !== a && other.patron === alliance.patron ? sum + now.alliance.committed01[o]! : sum), 0);
        const terms = {
          base: v('base'),
          clientValue: v('clientValue') * value,
          signalToOthers: others > 0 ? v('signalToOthers') : 0,
          need: v('need') * (now.country.threat01[client]! - 0.5),
          homeCost: -v('homeCost') * home,
          overstretch: -v('overstretch') * clamp(elsewhere, 0, 1),
          label: alliance.needsExternalCause ? v('labelWeight') * (now.alliance.externalLabel01[a]! - 0.5) : 0,
        };
        const chance = logistic(Object.values(terms).reduce((sum, term) => sum + term, 0));
        const lever = run.lever('decide.patron', alliance.key);
        const draw = run.luck(alliance.key, 'patron', 0);
        const grants = fallen ? false : lever === 'as-decided' ? draw < chance : lever === 'grants';
        next.alliance.decision[a] = grants ? 1 : 2;
        next.alliance.decidedHour[a] = hour;
        run.log(grants ? 'help granted' : 'help refused', 'decide', client, -1, { ...terms, chance, draw });
      });
    };
  },
};
