/**
 * What a contingent does besides standing there, in separable channels: own units freed from guarding,
 * the signal to units, the signal to crowds, and resentment at foreign troops. The signals' ranges run
 * through zero: no source identifies them.
 */
import { clamp, remaining } from '../../base/maths.ts';
import { even, type Mechanism } from '../contract.ts';

export const support: Mechanism = {
  id: 'support',
  does: 'a contingent frees own units, signals to units and crowds, and is resented',
  base: 'history 1.13: three channels; the signal is an assumption with zero inside',
  reads: ['alliance.client', 'alliance.decision', 'alliance.decidedHour', 'country.foreignPeople', 'country.resentment01'],
  writes: ['country.freedPeople', 'country.belief01', 'country.resentment01', 'place.fear01', 'place.outrage01'],
  draws: [],
  parameters: [
    even('support.freedPerForeign', '1', 0.79, 0.4, 1.2, 'own people freed from guarding by each foreign soldier', {
      source: 'history 1.10: about 1,600 freed, 2,030 foreign; range ASSUMPTION',
    }),
    even('support.signalToUnits', '1', 0.1, -0.1, 0.3, 'belief that the government will last, gained within a day of the decision (unidentified)', {
      assumption: 'history 1.13: a slider with zero inside',
    }),
    even(
      'support.signalToCrowds',
      '1',
      0.1,
      -0.1,
      0.3,
      'fear gained by crowds within a day of the decision (unidentified; below zero = defiance: as much outrage)',
      {
        assumption: 'history 1.13: psychological effect claimed; zero inside',
      },
    ),
    even('support.resentmentPerThousand', '1', 0.08, 0, 0.3, 'resentment per foreign soldier per thousand residents and hour (zero inside)', {
      assumption: 'size ours',
    }),
    even('support.resentmentHalfLifeDays', 'day', 6, 2, 14, 'half-life of that resentment', { assumption: 'a week' }),
  ],
  levers: [{ id: 'support.signal', values: ['as-drawn', 'off'], meaning: 'whether the decision to help signals anything to units and crowds' }],
  prepare(run) {
    const { world, next } = run;
    const freedPer = run.value('support.freedPerForeign');
    const toUnits = run.value('support.signalToUnits');
    const toCrowds = run.value('support.signalToCrowds');
    const resent = run.value('support.resentmentPerThousand');
    const keep = remaining(1, run.value('support.resentmentHalfLifeDays') * 24);
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const foreign = now.country.foreignPeople[c]!;
        next.country.freedPeople[c] = foreign * freedPer;
        const resentment = now.country.resentment01[c]! * keep;
        next.country.resentment01[c] = clamp(resentment + ((resent * foreign * 1000) / Math.max(1, world.countries.residents[c]!)) * (1 - resentment), 0, 1);
      }
      run.requests.forEach(({ alliance }, a) => {
        const client = now.alliance.client[a]!;
        const since = hour - now.alliance.decidedHour[a]!;
        if (client < 0 || now.alliance.decision[a] !== 1 || since > 24) return;
        const where = [alliance.key, world.countries.keys[client]!];
        if (where.some((key) => run.lever('support.signal', key) === 'off' || run.lever('send.intervention', key) === 'forbidden')) return;
        next.country.belief01[client] = clamp(next.country.belief01[client]! + toUnits / 24, 0, 1);
        // below zero the signal is defiance: less of what fear there is, and outrage that he calls for troops
        for (let i = world.countries.firstPlace[client]!; i < world.countries.endPlace[client]!; i++) {
          next.place.fear01[i] = clamp(next.place.fear01[i]! + toCrowds / 24, 0, 1);
          if (toCrowds < 0 && world.places.uncoupled[i] === 0)
            next.place.outrage01[i] = clamp(next.place.outrage01[i]! - (toCrowds / 24) * (1 - next.place.outrage01[i]!), 0, 1);
        }
      });
    };
  },
};
