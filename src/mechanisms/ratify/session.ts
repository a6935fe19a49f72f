/** What happens when a parliament meets on a request, and when a government may speak without one. */
import { clamp } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';

export type Outcome = 'consents' | 'no quorum' | 'vote fails';

export interface Session {
  /** share of seats present, and share of those present in favour */
  readonly attendance01: number;
  readonly favour01: number;
  readonly drawOfAttendance: number;
  readonly drawOfVote: number;
  readonly outcome: Outcome;
}

/** Consent of a member, as the column `member.consent` has it. */
export const Consent = { notAsked: 0, pending: 1, consented: 2, refused: 3 } as const;

/** Hours of the day at which a parliament meets. */
const bells: readonly number[] = [11, 16];

export function meets(run: RunState, c: number): boolean {
  return bells.includes(run.localHour(run.world.countries.seat[c]!));
}

/** Whether the member's government decides alone. */
export function needsParliament(run: RunState, c: number): boolean {
  return run.world.scenario.world.countries[c]!.parliament.mustRatify;
}

/** Hour from which a government that decides alone has consented. */
export function governmentDue(run: RunState, a: number): number {
  return run.now.alliance.decidedHour[a]! + Math.round(run.value('ratify.governmentHours'));
}

/** Sessions after which a parliament counts as refusing. */
export function sessionsMost(run: RunState): number {
  return Math.round(run.value('ratify.sessionsMost'));
}

/**
 * The session of member `c` on request `a` that would be held now; `change` puts other facts in place
 * of what is.
 * @random decision "session", subject = the parliament, counts 2k and 2k + 1 for session k
 */
export function session(run: RunState, a: number, c: number, change: { sympathy01?: number; drawOfAttendance?: number; drawOfVote?: number } = {}): Session {
  const { world, now } = run;
  const member = world.countries.keys[c]!;
  const held = now.member.sessions[a * world.countries.count + c]!;
  const { quorumShare01, majorityShare01 } = world.scenario.world.countries[c]!.parliament;
  const drawOfAttendance = change.drawOfAttendance ?? run.luck(`${member} parliament`, 'session', 2 * held);
  const drawOfVote = change.drawOfVote ?? run.luck(`${member} parliament`, 'session', 2 * held + 1);
  const attendance01 =
    run.lever('ratify.parliament', member) === 'no-quorum'
      ? 0
      : clamp(run.value('ratify.attendance01') + 0.12 * held + run.value('ratify.attendanceSpread01') * (2 * drawOfAttendance - 1), 0, 1);
  const favour01 = clamp(
    run.value('ratify.favour01') - run.value('ratify.sympathyCost01') * (change.sympathy01 ?? now.country.sympathy01[c]!) + 0.1 * (2 * drawOfVote - 1),
    0,
    1,
  );
  const outcome = attendance01 < quorumShare01 ? 'no quorum' : attendance01 * favour01 >= majorityShare01 ? 'consents' : 'vote fails';
  return { attendance01, favour01, drawOfAttendance, drawOfVote, outcome };
}
