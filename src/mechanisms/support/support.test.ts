import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = {
  'support.freedPerForeign': 0.8,
  'support.signalToUnits': 0.24,
  'support.signalToCrowds': 0.12,
  'support.resentmentPerThousand': 0.05,
  'support.resentmentHalfLifeDays': 4,
};

/** Help for land 0 was granted at hour 0. */
function granted(setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('support', { ...setting, values: { ...values, ...setting.values } });
  one.now.alliance.client[0] = 0;
  one.now.alliance.decision[0] = 1;
  one.now.alliance.decidedHour[0] = 0;
  one.now.country.belief01.fill(0.5);
  one.now.place.fear01.fill(0.3);
  one.state.hour = 1;
  return one;
}

describe('foreign troops', () => {
  it('free own people from guarding, and no longer when they are gone', () => {
    const one = granted();
    one.now.country.foreignPeople[0] = 500;
    expect([...one.hour().country.freedPeople]).toEqual([400, 0, 0]);
    one.now.country.foreignPeople[0] = 0;
    expect(one.hour().country.freedPeople[0]).toBe(0);
  });

  it('are resented by their number for each thousand residents, and resentment halves in its half-life', () => {
    const one = granted();
    one.now.country.foreignPeople[0] = 760;
    expect(one.hours(1).now.country.resentment01[0]).toBeCloseTo(0.05 * 10, 12);
    expect(one.hours(500).now.country.resentment01[0]).toBeLessThanOrEqual(1);
    one.now.country.foreignPeople[0] = 0;
    one.now.country.resentment01[0] = 0.6;
    expect(one.hours(96).now.country.resentment01[0]).toBeCloseTo(0.3, 12);
  });
});

describe('the signal of the decision', () => {
  const signal = (setting: Setting = {}, decision = 1) => {
    const one = granted(setting);
    one.now.alliance.decision[0] = decision;
    one.hours(60);
    return [one.now.country.belief01[0], one.now.place.fear01[0], one.now.place.fear01[2], one.now.country.belief01[1], one.now.place.fear01[3]].map((x) =>
      Number(x.toFixed(9)),
    );
  };
  const nothing = [0.5, 0.3, 0.3, 0.5, 0.3];

  it('makes units of the client believe and its crowds fear, within a day', () => {
    expect(signal()).toEqual([0.74, 0.42, 0.42, 0.5, 0.3]);
  });

  it('may as well be defiance, or nothing', () => {
    expect(signal({ values: { 'support.signalToUnits': -0.12, 'support.signalToCrowds': -0.24 } })).toEqual([0.38, 0.06, 0.06, 0.5, 0.3]);
    expect(signal({ values: { 'support.signalToUnits': 0, 'support.signalToCrowds': 0 } })).toEqual(nothing);
  });

  it('below zero outrages as much as it would have frightened', () => {
    const outrage = (toCrowds: number) => granted({ values: { 'support.signalToCrowds': toCrowds } }).hour().place.outrage01[0];
    expect(outrage(-0.12)).toBeCloseTo(0.12 / 24, 12);
    expect([outrage(0), outrage(0.12)]).toEqual([0, 0]);
  });

  it('stays within full belief and no fear', () => {
    const [belief, fear] = signal({ values: { 'support.signalToUnits': 3, 'support.signalToCrowds': -3 } });
    expect([belief, fear]).toEqual([1, 0]);
  });

  it('is not given by a refusal, nor where it is off or intervention forbidden', () => {
    expect(signal({}, 2)).toEqual(nothing);
    expect(signal({ do: lever('support.signal', 'off', 'pact') })).toEqual(nothing);
    expect(signal({ do: lever('send.intervention', 'forbidden', 'pact') })).toEqual(nothing);
  });
});
