import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = {
  'govern.vigilance': 0.2,
  'govern.vigilanceDays': 10,
  'govern.everyHours': 1,
  'govern.callUp': 0.25,
  'govern.spread01': 0,
  'govern.turnoutWeight': 0.25,
};
const governments = (setting: Setting = {}) => new OneMechanism('govern', { ...setting, values: { ...values, ...setting.values } });
const closeness = (one: OneMechanism, c: number, o: number) => one.world.countries.affinity01[c * 3 + o];

describe('a government learns from abroad', () => {
  it('by closeness: unrest in part, a lost town or a fall in full', () => {
    const one = governments();
    one.now.country.visible01[1] = 0.5;
    expect(one.hour().country.vigilance01[0]).toBeCloseTo(0.5 * closeness(one, 0, 1), 12);
    one.now.country.placesLost[1] = 1;
    expect(one.hour().country.vigilance01[0]).toBeCloseTo(closeness(one, 0, 1), 12);
    expect(closeness(one, 0, 1)).toBeGreaterThan(0);
    // its own unrest is no lesson
    expect(one.next.country.vigilance01[1]).toBe(0);
  });

  it('and is half as alarmed after the half-life', () => {
    const one = governments();
    one.now.country.vigilance01[0] = 0.8;
    expect(one.hours(240).now.country.vigilance01[0]).toBeCloseTo(0.4, 9);
  });

  it('not at all when the analyst says so', () => {
    const one = governments({ do: lever('govern.learning', 'none', 'land-0') });
    one.now.country.visible01[1] = 1;
    expect([one.hour().country.vigilance01[0], one.next.country.vigilance01[2]]).toEqual([0, expect.closeTo(closeness(one, 2, 1), 12)]);
  });
});

describe('alarm', () => {
  const calledUp = (alarm: number, vigilance: number, threatening = true) => {
    const one = governments({ values: { 'govern.vigilance': vigilance } });
    one.now.country.vigilance01[0] = alarm;
    one.now.country.turnout[0] = threatening ? 60 : 0;
    const threat = one.hour().country.threat01[0];
    return { taken: one.next.country.callUp01[0] > 0, threat };
  };

  it('brings the call-up forward', () => {
    const { threat, taken } = calledUp(0, 0.2);
    expect(threat).toBeGreaterThan(0.05);
    expect(threat).toBeLessThan(0.25);
    expect(taken).toBe(false);
    // at full alarm the step stands at .25 - .2
    expect(calledUp(1, 0.2).taken).toBe(true);
    expect(calledUp(1, 0).taken).toBe(false);
  });

  it('takes no step in a country that is quiet itself', () => {
    expect(calledUp(1, 0.25, false).taken).toBe(false);
  });

  it('moves neither the order to fire nor concessions', () => {
    const levels = (alarm: number) => {
      const one = governments({ values: { 'govern.fire': 0.35, 'govern.concede': 0.25 } });
      one.now.country.vigilance01[0] = alarm;
      one.now.country.turnout[0] = 2000;
      one.hour();
      return one
        .logged()
        .filter((event) => ['lethal force allowed', 'concession'].includes(event.kind))
        .map((event) => event.because['threshold']);
    };
    expect(levels(1)).toEqual(levels(0));
    expect(levels(1).length).toBeGreaterThan(0);
  });
});
