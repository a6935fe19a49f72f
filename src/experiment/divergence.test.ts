import { describe, expect, test } from 'vitest';
import { smallScenario, valuesFor } from '../../tests/support/worlds.ts';
import { Run } from '../run/run.ts';
import type { History } from '../run/recorder.ts';
import { buildWorld } from '../world/build.ts';
import { firstDivergence, sideText } from './divergence.ts';

const scenario = smallScenario({ residents: [[300, 200]], hours: 3 });
const values = valuesFor(scenario);
/** A real history in which nothing is logged, to hang entries and columns on. */
const quiet: History = { ...new Run(buildWorld(scenario, 1, values), values, { id: 'a', title: 'A', do: [] }).until().history(), events: [] };
const name = (country: number, place: number) => (place >= 0 ? `town ${place}` : country >= 0 ? `land ${country}` : 'everywhere');

type Event = History['events'][number];
const entry = (kind: string, place = -1, because: Event['because'] = {}, hour = 1): Event => ({ hour, kind, by: 'rule', country: 0, place, because });
const sides = (left: readonly Event[], right: readonly Event[]) => {
  const found = firstDivergence({ ...quiet, events: left }, { ...quiet, events: right }, name);
  const text = (side: typeof found.left) => (side ? sideText(side) : undefined);
  return [found.hour, text(found.left), text(found.right)];
};

describe('where two histories part', () => {
  test('both sides are kept, each with the first entry that the other lacks', () =>
    expect(sides([entry('granted')], [entry('refused', 1)])).toEqual([1, 'granted (rule, land 0)', 'refused (rule, town 1)']));

  test('an entry that both have is no difference, wherever it stands in the hour', () => {
    const both = entry('strike', 1);
    expect(sides([entry('granted'), both], [both])).toEqual([1, 'granted (rule, land 0)', undefined]);
    expect(sides([both], [entry('granted'), both])).toEqual([1, undefined, 'granted (rule, land 0)']);
    // twice here and once there: the second has no counterpart
    expect(sides([both, both], [both])).toEqual([1, 'strike (rule, town 1)', undefined]);
  });

  test('the same entry with other numbers is told with the first of them', () => {
    const left = [entry('seized', 0, { crowd: 1, guards: 2 }), entry('seized', 1, { crowd: 7, guards: 2 })];
    const right = [entry('seized', 1, { crowd: 7, guards: 3 }), entry('seized', 0, { crowd: 1, guards: 2 })];
    expect(sides(left, right)).toEqual([1, 'seized (rule, town 1), guards = 2', 'seized (rule, town 1), guards = 3']);
    // who acted comes before how strongly
    expect(sides([...left, entry('cleared')], right)).toEqual([1, 'cleared (rule, land 0)', undefined]);
  });

  test('a later hour of the log waits for an earlier one', () =>
    expect(sides([entry('granted', -1, {}, 2)], [entry('refused', -1, {}, 1)])).toEqual([1, undefined, 'refused (rule, land 0)']));

  test('where the logs agree it is the first recorded column, with both numbers', () => {
    const crowd = (people: number): History => ({ ...quiet, place: { ...quiet.place, crowd: { hours: [2], rows: [1], values: [people] } } });
    const found = firstDivergence(crowd(120), crowd(130), name);
    expect(found).toEqual({
      hour: 2,
      left: { what: 'place.crowd', where: 'town 1', value: 120 },
      right: { what: 'place.crowd', where: 'town 1', value: 130 },
      fields: [{ field: 'place.crowd', row: 1, left: 120, right: 130 }],
    });
    expect(sideText(found.left!)).toBe('place.crowd of town 1 = 120');
  });
});
