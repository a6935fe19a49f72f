/** What a world went through, so that equal histories are not equal because nothing happened. */
import type { LiteralRun } from './compare.ts';

/** Asserted: each must happen in at least 5 % of the worlds. */
export const required = {
  'somebody sets out': ({ history }: LiteralRun) => history.moves.joined > 0,
  'somebody goes home': ({ history }: LiteralRun) => history.moves.left > 0,
  'a cut falls': ({ tally }: LiteralRun) => tally.fallingCuts > 0,
  'released from custody and out again': ({ tally }: LiteralRun) => tally.rejoinedAfterRelease > 0,
  'people are killed': ({ tally }: LiteralRun) => tally.dead > 0,
  'a unit stands aside or changes sides': (run: LiteralRun) => has(run, 'unit stands aside') || has(run, 'unit changes sides'),
  'a building is seized and taken back': (run: LiteralRun) => has(run, 'seized: ') && has(run, 'cleared: '),
  'a place is lost and retaken': (run: LiteralRun) => has(run, 'place lost') && has(run, 'place retaken'),
  'a tie abroad rings somebody out who else would have stayed': ({ tally }: LiteralRun) => tally.rungOnlyBecauseOfTieAbroad > 0,
  'people recover from wounds': ({ tally }: LiteralRun) => tally.recoveries > 0,
  'travellers arrive': ({ tally }: LiteralRun) => tally.arrivals > 0,
  'people are sent home': ({ tally }: LiteralRun) => tally.sentHome > 0,
  'workers strike': ({ tally }: LiteralRun) => tally.strikers > 0,
  'a call to workers alone brings one out': ({ tally }: LiteralRun) => tally.calledAsWorkers > 0,
  'somebody has two marks in one hour': ({ tally }: LiteralRun) => tally.doubleMarks > 0,
  'more than twenty outings': ({ history }: LiteralRun) => history.moves.joined > 20,
  'somebody sets out in Epstein’s form': (run: LiteralRun) => inForm(run, 'epstein'),
  'somebody sets out in Kuran’s form': (run: LiteralRun) => inForm(run, 'kuran'),
} as const;

function inForm({ world, history }: LiteralRun, form: string): boolean {
  return world.scenario.variants['mobilise']![0] === form && history.moves.joined > 0;
}

function has({ history }: LiteralRun, kind: string): boolean {
  return history.events.some((event) => event.kind.startsWith(kind));
}

export class Coverage {
  worlds = 0;
  readonly counts = new Map<string, number>(Object.keys(required).map((name) => [name, 0]));

  add(run: LiteralRun): void {
    this.worlds++;
    for (const [name, happened] of Object.entries(required)) if (happened(run)) this.counts.set(name, this.counts.get(name)! + 1);
  }

  /** What happened in fewer than this share of the worlds. */
  below(share01: number): string[] {
    return [...this.counts].filter(([, count]) => count < share01 * this.worlds).map(([name, count]) => `${name}: ${count} of ${this.worlds}`);
  }
}
