/** Conservation in every mechanism: books closed after each row of the real step, in the stress worlds and in random ones. */
import { describe, expect, test } from 'vitest';
import type { RunState } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { Run } from '../../src/run/run.ts';
import { buildWorld } from '../../src/world/build.ts';
import { Status } from '../../src/world/people/people.ts';
import { randomWorld } from '../exactness/random-world.ts';
import { besideMechanisms } from '../support/beside-mechanisms.ts';
import { begun } from '../worlds/headline.ts';
import { stresses } from '../worlds/stress.ts';
import { Ledger, openPeople } from './ledger.ts';

/** A fault done beside a mechanism in one hour. */
interface Planted {
  readonly beside: string;
  readonly hour: number;
  readonly deed: (run: RunState) => void;
}

/** A whole run with its books; `planted` acts as if the mechanism itself did it. */
function audited(begin: () => Run, planted?: Planted): Ledger {
  const books: Ledger[] = [];
  const run = besideMechanisms((mechanism, state, act) => {
    const ledger = (books[0] ??= new Ledger(state));
    return () => {
      ledger.beforeHour();
      act();
      if (planted?.beside === mechanism.id && planted.hour === state.hour) planted.deed(state);
      ledger.after(mechanism);
    };
  }, begin);
  run.until();
  books[0]!.finish();
  return books[0]!;
}

const acted = new Map<string, number>();
const most = new Float64Array(8);

function note(ledger: Ledger): void {
  for (const row of ledger.book.acted) acted.set(row, (acted.get(row) ?? 0) + 1);
  ledger.most.forEach((people, status) => (most[status] = Math.max(most[status]!, people)));
}

describe('[FI7] nothing is lost, doubled or made of nothing by any mechanism', () => {
  const few = new Set(['storm', 'siege', 'help', 'fringe', 'chancery', 'palace', 'massacre', 'twice']);

  test.each(stresses.filter((stress) => few.has(stress.name)))('in the stress world $name', (stress) => {
    const ledger = audited(() => begun(stress.seeds[0]!, stress));
    expect(ledger.book.breaches).toEqual([]);
    note(ledger);
  });

  test('in 25 random worlds of hamlets', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { scenario, values, arm } = randomWorld(seed);
      const ledger = audited(() => new Run(buildWorld(scenario, seed, values), values, arm));
      expect(ledger.book.breaches, `random world ${seed}`).toEqual([]);
      note(ledger);
    }
  });

  test('and not one mechanism stood idle in them, nor was anybody spared a state', () => {
    // the last number: people on the road
    expect(mechanisms.map((m) => m.id).filter((id) => !acted.has(id))).toEqual([]);
    for (const status of [...Object.values(Status).filter((s) => s !== Status.idle), 7]) expect(most[status], `status ${status}`).toBeGreaterThan(0);
  });
});

describe('a planted breach is caught with its hour and its mechanism', () => {
  const siege = stresses.find((s) => s.name === 'siege')!;
  const hour = 40;
  /** somebody in the street, and the place */
  const inTheStreet = (run: RunState): { place: number; person: number } => {
    const place = run.people.present.findIndex((n) => n > 0);
    return { place, person: openPeople(run).out[place]!.items[0]! };
  };
  const statusTo = (status: number) => (run: RunState) => {
    const { person } = inTheStreet(run);
    const { pages } = openPeople(run);
    pages.set(person, (pages.get(person) & ~7) | status);
  };
  const faults: readonly (readonly [string, string, (run: RunState) => void, RegExp])[] = [
    ['somebody in the street is at home all of a sudden', 'support', statusTo(Status.idle), /from out to idle/],
    ['somebody dies uncounted', 'fire', statusTo(Status.dead), /dead: 0 against 1/],
    ['one death too many is counted', 'fire', (run) => void run.next.place.dead[0]!++, /dead/],
    ['a country forgets a prisoner', 'police', (run) => void run.next.country.detained[0]!--, /detained by country/],
    ['a vacancy goes out', 'mobilise', (run) => vacancyOut(run), /is vacant/],
    ['the crowd is one head short', 'mobilise', (run) => void run.next.place.crowd[inTheStreet(run).place]!--, /crowd/],
    ['somebody is struck from the list', 'strike', (run) => void (openPeople(run).out[inTheStreet(run).place] as { length: number }).length--, /in the list/],
    ['a unit that moves loses five people', 'deploy', (run) => void (run.units.strength[0]! -= 5), /unit 0 goes from/],
    ['a unit that changes sides takes one away', 'obey', (run) => void run.units.strength[1]!--, /unit 1 goes from/],
    ['troops land uncounted', 'send', (run) => void (run.units.strength[run.world.units.count - 1] = 3), /landed of/],
    ['weapons from nowhere', 'govern', (run) => void (run.next.place.arms[0]! += 10), /10 weapons from nowhere/],
    [
      'a building falls by itself',
      'spread',
      (run) => void (run.sitesHeld[run.sitesHeld.findIndex((held, k) => held === 0 && run.world.places.sites[k]! > 0)] = 1),
      /a building/,
    ],
    ['a share that is no number', 'call', (run) => void (run.next.place.callReach01[0] = Number.NaN), /callReach01 is NaN/],
    ['fear below nothing', 'spread', (run) => void (run.next.place.fear01[0] = -0.1), /fear01 is -0.1/],
    ['the frozen hour is written', 'fall', (run) => void (run.now.country.threat01[0]! += 0.01), /of the frozen hour/],
    ['a column of another', 'ratify', (run) => void (run.next.country.threat01[0]! /= 2), /threat01 is written and not declared/],
  ];

  test.each(faults)('%s (%s)', (_, beside, deed, what) => {
    const short = { ...siege, scenario: { ...siege.scenario, hours: hour + 2 } };
    const { breaches } = audited(() => begun(siege.seeds[0]!, short), { beside, hour, deed }).book;
    expect(breaches[0]).toMatchObject({ hour, row: beside });
    expect(
      breaches
        .filter((b) => b.hour === hour && b.row === beside)
        .map((b) => b.what)
        .join('; '),
    ).toMatch(what);
  });

  function vacancyOut(run: RunState): void {
    const [home] = run.world.settlement.residents;
    let index = 0;
    while (home!.isResident(index)) index++;
    const { pages } = openPeople(run);
    pages.set(index, (pages.get(index) & ~7) | Status.out);
  }
});
