import { describe, expect, it } from 'vitest';
import { OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import type { Case } from './case.ts';
import { formOf } from './forms.ts';
import { actorsOf } from './utility.ts';

const plain: Case = {
  affinity01: 0.6,
  threat01: 0.8,
  home01: 0,
  elsewhere01: 0,
  label01: 0.8,
  draw: 0.5,
  needsCause: true,
  others: [{ affinity01: 0.5, sympathy01: 0, size: 0.1 }],
  clientSize: 0.2,
};
const capability = { home: 1.5, staff: 1.5, treaty: 0.6, caution: 0.9 };

/** The judgement of a case in the expected-utility form, at the stated values. */
function judged(change: Partial<Case> = {}, setting: Setting = {}) {
  const one = new OneMechanism('decide', { ...setting, variants: { decide: ['expectedUtility'] } });
  return formOf(one.state)({ ...plain, ...change });
}

describe('the expected-utility form', () => {
  it('puts the patron, the client, the streets, the staff, the other members and the treaty on one scale', () => {
    const actors = actorsOf(plain, capability);
    expect(actors.map((a) => [a.name, a.position])).toEqual([
      ['government of the patron', 1],
      ['caution', 0],
      ['government of the client', 1],
      ["the patron's own streets", 0],
      ["the patron's staff", 0],
      ['other member 1', 1],
      ['the letter of the treaty', 0.8],
    ]);
    expect(actorsOf({ ...plain, needsCause: false }, capability)).toHaveLength(6);
  });

  it.each([
    ['unrest at home', { home01: 0 }, { home01: 1 }],
    ['capacity in use elsewhere', { elsewhere01: 0 }, { elsewhere01: 1 }],
    ['a label nobody believes', { label01: 1 }, { label01: 0 }],
    ['a client far away and safe', { affinity01: 1, threat01: 1 }, { affinity01: 0.1, threat01: 0.1 }],
    ['odds judged too low', { draw: 0.99 }, { draw: 0.01 }],
  ] as const)('%s makes sending worth less to a patron of neutral risk', (_, more, less) => {
    const worth = (change: Partial<Case>) => judged(change, { values: { 'decide.riskWeight01': 0 } }).total;
    expect(worth(more)).toBeGreaterThan(worth(less));
  });

  it('makes a patron the more cautious the safer it is, as far as the scenario weighs that', () => {
    const risk = (weight: number) => judged({ threat01: 1 }, { values: { 'decide.riskWeight01': weight } }).because['risk']!;
    expect(risk(0)).toBe(1);
    expect(risk(1)).toBeGreaterThan(1);
    expect(risk(0.5)).toBeCloseTo(Math.sqrt(risk(1)), 12);
  });

  it('can answer either way', () => {
    expect(judged({ threat01: 1, label01: 1, draw: 0.9 }).total).toBeGreaterThan(0);
    expect(judged({ home01: 1, elsewhere01: 1, label01: 0 }).total).toBeLessThan(0);
  });

  it('is the one a run takes when its scenario says so', () => {
    const one = new OneMechanism('decide', { variants: { decide: ['expectedUtility'] } });
    one.now.alliance.client[0] = 0;
    one.now.alliance.askedHour[0] = 0;
    one.hour(20);
    const { because } = one.logged('help')[0]!;
    expect(Object.keys(because)).toEqual(['utility', 'chance', 'risk', 'opponent', 'resistance01', 'draw']);
    expect(one.next.alliance.decision[0]).toBe(because['utility']! > 0 ? 1 : 2);
  });
});
