/** A request as the patron sees it: the facts every published form of his decision weighs. */
import { clamp } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';

export interface Case {
  /** borders and common language of patron and client, [0,1] */
  affinity01: number;
  /** danger in the client country */
  threat01: number;
  /** people in the patron's own streets, per thousand residents, at most 1 */
  home01: number;
  /** share of the patron's capacity promised or in use for other requests */
  elsewhere01: number;
  /** how convincingly an outside cause was named */
  label01: number;
  /** the patron's draw: his mood, or how far he misjudges the odds */
  draw: number;
  readonly needsCause: boolean;
  readonly others: readonly { readonly affinity01: number; readonly sympathy01: number; readonly size: number }[];
  /** residents of the client, patron = 1 */
  readonly clientSize: number;
}

/** What a form makes of a case: granted when the total is above the threshold. */
export interface Judgement {
  readonly total: number;
  readonly threshold: number;
  /** what weighed how much, for the log */
  readonly because: Readonly<Record<string, number>>;
}

export const isGranted = ({ total, threshold }: Judgement): boolean => total > threshold;

/** The case of request row `a`, laid before its patron by `client`. @random decision "patron", subject = alliance, count = how-manieth request */
export function caseOf(run: RunState, a: number, client: number): Case {
  const { world, now } = run;
  const { alliance, nth } = run.requests[a]!;
  const patron = world.countryIndex.get(alliance.patron)!;
  const residents = (c: number) => world.countries.residents[c]!;
  const affinity = (c: number, o: number) => world.countries.affinity01[c * world.countries.count + o]!;
  const others = alliance.members
    .map((member) => world.countryIndex.get(member)!)
    .filter((c) => c !== patron && c !== client)
    .map((c) => ({
      affinity01: affinity(c, client),
      sympathy01: now.country.sympathy01[c]!,
      size: residents(c) / Math.max(1, residents(patron)),
    }));
  return {
    affinity01: affinity(patron, client),
    threat01: now.country.threat01[client]!,
    home01: clamp((now.country.turnout[patron]! * 1000) / Math.max(1, residents(patron)), 0, 1),
    elsewhere01: committedElsewhere(run, a),
    label01: now.alliance.externalLabel01[a]!,
    draw: run.luck(alliance.key, 'patron', nth),
    needsCause: alliance.needsExternalCause,
    others,
    clientSize: residents(client) / Math.max(1, residents(patron)),
  };
}

/** Share of a patron's capacity that other clients have: promised from the grant on, then what has not yet left. */
function committedElsewhere({ requests, now }: RunState, a: number): number {
  const { patron } = requests[a]!.alliance;
  let sum = 0;
  requests.forEach(({ alliance }, o) => {
    if (o === a || alliance.patron !== patron) return;
    const isOpen = now.alliance.decision[o] === 1 && now.alliance.withdrawnHour[o]! < 0;
    const planned = Object.values(alliance.contributions).reduce((people, { value }) => people + value, 0) / Math.max(1, alliance.contingentMax.value);
    sum += isOpen ? Math.max(now.alliance.committed01[o]!, Math.min(1, planned)) : now.alliance.committed01[o]!;
  });
  return clamp(sum, 0, 1);
}

/** Whole hours the patron takes to answer. */
export function hoursOfPatron(run: RunState): number {
  return Math.round(run.value('decide.hours'));
}

/** Who answers: the patron's judgement, the analyst, or nobody, because his group is out. */
export function answerOf(run: RunState, a: number): 'as-decided' | 'grants' | 'refuses' {
  const { alliance } = run.requests[a]!;
  if (run.now.country.groupOut[run.world.countryIndex.get(alliance.patron)!]! > 0) return 'refuses';
  return run.lever('decide.patron', alliance.key) as 'as-decided' | 'grants' | 'refuses';
}
