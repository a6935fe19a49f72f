/** A government asks its alliance for help and names a cause; some treaties know outside aggression only. */
import { even, type Mechanism } from '../contract.ts';

export const request: Mechanism = {
  id: 'request',
  does: 'a request for help reaches the alliance, with its label',
  base: 'literature 8.5: Kyrgyzstan 2010 and Armenia were refused for lack of an outside aggressor',
  reads: ['country.asked01', 'country.narrative01', 'country.placesLost', 'alliance.client', 'country.threat01'],
  writes: ['alliance.client', 'alliance.askedHour', 'alliance.externalLabel01', 'country.asked01'],
  draws: [],
  parameters: [
    even('request.labelFromNarrative', '1', 0.8, 0.4, 1, 'how far the official story of outside instigators makes the label credible', {
      assumption: 'Kazakhstan: bands trained abroad',
    }),
    even('request.labelFromSeizures', '1', 0.3, 0, 0.6, 'credibility added by lost towns, in full from two (zero inside)', {
      assumption: 'Belarus, 27 August 2020: the patron named seizures of buildings as his condition; size ours',
    }),
    even('request.bareLabel01', '1', 0.25, 0.05, 0.5, 'credibility of the label without a story', { assumption: 'Kyrgyzstan 2010: not enough' }),
  ],
  levers: [{ id: 'request.asked', values: ['as-decided', 'forbidden', 'now'], meaning: 'whether and when a government asks its alliance' }],
  prepare(run) {
    const { world, next } = run;
    const fromNarrative = run.value('request.labelFromNarrative');
    const bare = run.value('request.bareLabel01');
    const fromSeizures = run.value('request.labelFromSeizures');
    return () => {
      const { now, hour } = run;
      run.requests.forEach(({ alliance, of }, a) => {
        // one an hour: the first free row of an alliance is filled
        const before = run.requests[a - 1];
        if (now.alliance.client[a]! >= 0 || (before?.of === of && now.alliance.client[a - 1]! < 0)) return;
        for (const member of alliance.members) {
          const c = world.countryIndex.get(member)!;
          if (member === alliance.patron || run.requests.some((other, o) => other.of === of && now.alliance.client[o] === c)) continue;
          const lever = run.lever('request.asked', member);
          if (lever === 'forbidden' || (now.country.asked01[c] === 0 && lever !== 'now')) continue;
          const label = Math.min(1, bare + fromNarrative * now.country.narrative01[c]! + fromSeizures * Math.min(1, now.country.placesLost[c]! / 2));
          next.alliance.client[a] = c;
          next.alliance.askedHour[a] = hour;
          next.alliance.externalLabel01[a] = label;
          next.country.asked01[c] = 1;
          run.log(`help requested from ${alliance.name}`, 'request', c, -1, { label01: label, threat01: now.country.threat01[c]! });
          return;
        }
      });
    };
  },
};
