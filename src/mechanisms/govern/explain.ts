/** Why a government takes a step of its ladder or leaves it. */
import { ln } from '../../base/maths.ts';
import type { Explanation, RunState } from '../contract.ts';
import { smallestFirst, tippingTerms, tippingValue } from '../tipping.ts';
import { alarmOfLevel, answerOf, drawOfLevel, levelNow, rungDraw, rungs, setNow, sits, sittingEvery, standing } from './ladder.ts';
import { threatOf, threatTerms } from './threat.ts';
import { easeOf } from './vigilance.ts';

/** One explanation a rung, in the order of the ladder. */
export function explainGovernment(run: RunState, c: number): Explanation[] {
  const name = run.world.countries.names[c]!;
  const terms = threatTerms(run, c);
  const threat = threatOf(terms);
  const every = sittingEvery(run);
  const inSession = sits(run.hour, c, every);
  const isOut = run.now.country.groupOut[c]! > 0;
  return rungs.map((rung, k) => {
    const u = rungDraw(run, c, k);
    const stands = standing(run, c, k, u);
    const level = levelNow(run, c, k, stands);
    const ease = easeOf(run, c, rung.field);
    const isSetNow = setNow(run, c, rung.field);
    const ruled = isSetNow ? 'taken: a lever says now' : answerOf(run, c, k, threat, level);
    const open = ruled === 'taken' || ruled === 'not taken';
    return {
      subject: `the government of ${name}`,
      hour: run.hour,
      rule: `govern: ${rung.name}`,
      terms,
      total: { name: 'threat: 1 − e^(−sum of the terms)', value: threat, unit: '1' },
      threshold: {
        name: ease > 0 ? `level of this step, ${Number(ease.toPrecision(2))} lower for alarm abroad` : 'level of this step',
        value: level,
        unit: '1',
      },
      draw: { decision: 'ladder', value: u },
      answer: isOut ? 'the ruling group is out: no sitting' : open && !inSession ? `no sitting in this hour; at one it would be ${ruled}` : ruled,
      // threat stays below 1: a level above cannot be reached by any term
      tipping:
        isOut || !open
          ? []
          : smallestFirst([
              ...(level < 1 ? tippingTerms(terms, -ln(1 - level)) : []),
              tippingValue('alarm abroad', run.now.country.vigilance01[c]!, alarmOfLevel(run, c, k, stands, threat), '1', [0, 1]),
              tippingValue('draw of this step', u, drawOfLevel(run, c, k, threat), '1', [0, 1]),
            ]),
    };
  });
}
