/**
 * Media: the official story with its decay, the network and its shutdown, and what both do to the
 * standing of the government.
 */
import { clamp, remaining } from '../../base/maths.ts';
import { even, type Mechanism } from '../contract.ts';

export const broadcast: Mechanism = {
  id: 'broadcast',
  does: 'media speak, networks open and close, legitimacy moves',
  base: 'Carter & Carter 2021 (half-life 5-10 days); Hassanpour 2014; Gohdes',
  reads: [
    'country.threat01',
    'country.narrative01',
    'country.shutdown01',
    'country.legitimacy01',
    'country.legitimacyBase01',
    'country.conceded',
    'country.placesLost',
    'place.outrage01',
  ],
  writes: ['country.narrative01', 'country.connectivity01', 'country.legitimacy01'],
  draws: [],
  parameters: [
    even('broadcast.narrativePerHour', 'per h', 0.06, 0.02, 0.12, 'how fast the official story takes hold under full state media', {
      assumption: 'most of an audience within two days',
    }),
    even('broadcast.narrativeFromThreat01', '1', 0.15, 0.05, 0.3, 'threat at which the official story starts', {
      assumption: 'Kazakhstan: first address on the evening of 4 January',
    }),
    even('broadcast.narrativeHalfLifeDays', 'day', 7.5, 5, 10, 'half-life of the official story', {
      source: 'Carter & Carter 2021, doi:10.1177/0022002720975090',
    }),
    even('broadcast.narrativeLegitimacy', '1', 0.04, 0, 0.08, 'legitimacy gained when everybody believes the official story', {
      source: 'Carter & Carter 2021: -15 % odds of protest a standard deviation; the translation is an ASSUMPTION',
    }),
    even('broadcast.outrageLegitimacy', '1', 0.1, 0.02, 0.2, 'legitimacy lost at full outrage everywhere', { assumption: 'backlash, literature 7.1' }),
    even('broadcast.concessionLegitimacy', '1', 0.015, -0.02, 0.05, 'legitimacy gained by a concession (zero and signs of weakness inside)', {
      assumption: 'not identified by the prototype',
    }),
    even('broadcast.defeatLegitimacy', '1', 0.03, 0, 0.08, 'legitimacy lost for each town lost, up to five', {
      assumption: 'a government that loses towns looks weak',
    }),
    even('broadcast.adjustDays', 'day', 2, 1, 5, 'half-life of the way to the new standing', { assumption: 'days' }),
    even('broadcast.shutdownDepth01', 'share', 0.95, 0.85, 0.99, 'share of traffic a full shutdown stops', {
      source: 'NetBlocks: about 5 % left, Kazakhstan 5-10 January 2022, https://netblocks.org',
    }),
  ],
  levers: [{ id: 'broadcast.narrative', values: ['as-decided', 'silent'], meaning: 'whether state media tell the official story' }],
  prepare(run) {
    const { world, next } = run;
    const rise = run.value('broadcast.narrativePerHour');
    const from = run.value('broadcast.narrativeFromThreat01');
    const fade = remaining(1, run.value('broadcast.narrativeHalfLifeDays') * 24);
    const gain = run.value('broadcast.narrativeLegitimacy');
    const loss = run.value('broadcast.outrageLegitimacy');
    const concession = run.value('broadcast.concessionLegitimacy');
    const defeat = run.value('broadcast.defeatLegitimacy');
    const keep = remaining(1, run.value('broadcast.adjustDays') * 24);
    const depth = run.value('broadcast.shutdownDepth01');
    return () => {
      const { now } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const latents = world.countries.latents[c]!;
        const story = now.country.narrative01[c]! * fade;
        const speaks = now.country.threat01[c]! > from && run.lever('broadcast.narrative', world.countries.keys[c]!) === 'as-decided';
        next.country.narrative01[c] = speaks ? story + rise * latents.stateMedia01 * (1 - story) : story;
        next.country.connectivity01[c] = latents.connectivity01 * (1 - depth * now.country.shutdown01[c]!);
        const target =
          now.country.legitimacyBase01[c]! +
          gain * now.country.narrative01[c]! -
          loss * meanOutrage(run.world, now.place.outrage01, c) +
          concession * Math.min(3, now.country.conceded[c]!) -
          defeat * Math.min(5, now.country.placesLost[c]!);
        next.country.legitimacy01[c] = clamp(target + (now.country.legitimacy01[c]! - target) * keep, 0, 0.95);
      }
    };
  },
};

/** Outrage over all residents of a country whom the others hear of. */
function meanOutrage(
  world: { places: { residents: Float64Array; uncoupled: Uint8Array }; countries: { firstPlace: Int32Array; endPlace: Int32Array; residents: Float64Array } },
  outrage01: Float64Array,
  c: number,
): number {
  let sum = 0;
  for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++)
    if (world.places.uncoupled[i] === 0) sum += outrage01[i]! * world.places.residents[i]!;
  return world.countries.residents[c]! > 0 ? sum / world.countries.residents[c]! : 0;
}
