import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { logistic } from '../../base/maths.ts';

const values = {
  'decide.hours': 4,
  'decide.base': -1,
  'decide.clientValue': 1.5,
  'decide.signalToOthers': 0.8,
  'decide.need': 1,
  'decide.homeCost': 2,
  'decide.overstretch': 2.5,
  'decide.labelWeight': 1.5,
  'decide.expectationHours': 12,
  'decide.priorExpectation01': 0.4,
};

/** Land 0 asked at hour 0. */
function asked(setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('decide', { ...setting, values: { ...values, ...setting.values } });
  one.now.alliance.client[0] = 0;
  one.now.alliance.askedHour[0] = 0;
  one.now.alliance.externalLabel01[0] = 0.9;
  one.now.country.threat01[0] = 0.8;
  return one;
}

describe("the patron's answer", () => {
  it('weighs client, other members, need, unrest at home and the label, and capacity only when in use elsewhere', () => {
    const one = asked();
    one.now.country.turnout[2] = 10;
    one.hour(4);
    const { chance, draw, ...terms } = one.logged('help')[0]!.because;
    const weighed = { base: -1, clientValue: 1.5, signalToOthers: 0.8, need: 0.3, homeCost: -0.4, overstretch: 0, label: 0.6 };
    for (const [name, term] of Object.entries(weighed)) expect(terms[name], name).toBeCloseTo(term, 12);
    expect(chance).toBeCloseTo(logistic(Object.values(weighed).reduce((sum, term) => sum + term, 0)), 12);
    expect(one.next.alliance.decision[0]).toBe(draw! < chance! ? 1 : 2);
  });

  it('asks for no outside cause where the treaty does not', () => {
    const one = asked({ small: { alliance: { needsExternalCause: false } } });
    one.hour(4);
    expect(one.logged('help')[0]!.because['label']).toBe(0);
  });

  it('comes after its hours, once', () => {
    const one = asked({ values: { 'decide.base': 50 } });
    expect(one.hours(4).now.alliance.decision[0]).toBe(0);
    one.hours(20);
    expect([one.now.alliance.decision[0], one.now.alliance.decidedHour[0]]).toEqual([1, 4]);
    expect(one.logged('help granted').length).toBe(1);
  });

  it('may be given by the analyst, but a patron whose group is out helps nobody', () => {
    const answer = (to: string, base: number, fallen: number) => {
      const one = asked({ do: lever('decide.patron', to, 'pact'), values: { 'decide.base': base } });
      one.now.country.groupOut[2] = fallen;
      return one.hour(4).alliance.decision[0];
    };
    expect([answer('grants', -50, 0), answer('refuses', 50, 0), answer('grants', 50, 1)]).toEqual([1, 2, 2]);
  });
});

describe('what members expect of the patron', () => {
  const expected = (decision: number, fallen = 0) => {
    const one = asked({ values: { 'decide.hours': 1000 } });
    one.now.alliance.decision[0] = decision;
    one.now.country.groupOut[2] = fallen;
    one.now.country.expectation01.fill(0.2);
    return [...one.hours(12).now.country.expectation01];
  };

  it('goes half the way in its half-life to the answer, the patron left out', () => {
    expect(expected(0)).toEqual([expect.closeTo((0.2 + 0.4) / 2, 9), expect.closeTo((0.2 + 0.4) / 2, 9), 0.2]);
    expect(expected(1)[1]).toBeCloseTo((0.2 + 1) / 2, 9);
    expect(expected(2)[1]).toBeCloseTo((0.2 + 0.05) / 2, 9);
  });

  it('is nothing in the end when it has fallen', () => {
    expect(expected(1, 1)[1]).toBeCloseTo(0.1, 9);
  });
});
