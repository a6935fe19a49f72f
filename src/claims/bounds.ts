/** What can be said of necessity without pairs: from how often the event comes with and without the cause. */
import { clamp } from '../base/maths.ts';
import { pairsIn, type Causation, type CausePairs } from './necessity.ts';

/** Shares of the event where the cause is put in and where it is kept out: what an experiment tells. */
export interface Experiment {
  readonly withCause: number;
  readonly without: number;
}

/** Shares of four kinds of cases left alone; they sum to 1. */
export interface Observation {
  readonly causeAndEvent: number;
  readonly causeAlone: number;
  readonly eventAlone: number;
  readonly neither: number;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export type CausationBounds = { readonly [K in keyof Causation]: Bounds };

/**
 * The tightest bounds on necessity, sufficiency and both that hold whatever the mechanism.
 * Where nothing was ever observed to condition on, the bounds are 0 and 1.
 * @throws RangeError when the two sources cannot both be true of one population
 * @source Tian & Pearl 2000, doi:10.1023/A:1018912507879, theorems for combined data
 */
export function causationBounds({ withCause, without }: Experiment, seen: Observation): CausationBounds {
  const { causeAndEvent, causeAlone, eventAlone, neither } = seen;
  checkAgreement('with the cause', withCause, causeAndEvent, 1 - causeAlone);
  checkAgreement('without the cause', without, eventAlone, 1 - neither);
  const event = causeAndEvent + eventAlone;
  const among = (low: number, high: number, of: number): Bounds => (of > 0 ? ordered(low / of, high / of) : { low: 0, high: 1 });
  return {
    necessity: among(event - without, 1 - without - neither, causeAndEvent),
    sufficiency: among(withCause - event, withCause - causeAndEvent, neither),
    both: ordered(
      Math.max(withCause - without, event - without, withCause - event),
      Math.min(withCause, 1 - without, causeAndEvent + neither, withCause - without + causeAlone + eventAlone),
    ),
  };
}

/** The same where the cause came by lot, so that those with and without it are alike: the two shares say all there is. */
export function boundsByLot({ withCause, without }: Experiment): CausationBounds {
  return causationBounds(
    { withCause, without },
    { causeAndEvent: withCause / 2, causeAlone: (1 - withCause) / 2, eventAlone: without / 2, neither: (1 - without) / 2 },
  );
}

/** What an experiment and an observer would have seen of these pairs who could not put two worlds side by side. */
export function forgetPairing({ present, absent }: CausePairs): { readonly experiment: Experiment; readonly seen: Observation } {
  const pairs = pairsIn(present) + pairsIn(absent);
  const of = (count: number) => count / pairs;
  return {
    experiment: {
      withCause: of(present.both + present.onlyFirst + absent.both + absent.onlyFirst),
      without: of(present.both + present.onlySecond + absent.both + absent.onlySecond),
    },
    seen: {
      causeAndEvent: of(present.both + present.onlyFirst),
      causeAlone: of(present.onlySecond + present.neither),
      eventAlone: of(absent.both + absent.onlySecond),
      neither: of(absent.onlyFirst + absent.neither),
    },
  };
}

const rounding = 1e-9;

function ordered(low: number, high: number): Bounds {
  const top = clamp(high, 0, 1);
  return { low: clamp(low, 0, top), high: top };
}

function checkAgreement(when: string, share: number, least: number, most: number): void {
  if (share >= least - rounding && share <= most + rounding) return;
  throw new RangeError(
    `the event comes in ${share} of the cases put ${when}, but what was observed allows ${least} to ${most}; take both from one population, or give the experiment alone (boundsByLot)`,
  );
}
