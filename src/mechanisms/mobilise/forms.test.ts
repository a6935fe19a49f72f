import { describe, expect, it } from 'vitest';
import { OneMechanism, sunday } from '../../../tests/support/one-mechanism.ts';
import { exp } from '../../base/maths.ts';
import { arrestProbability01 } from './forms.ts';

/** Town 0 of land 0 at noon on a Sunday in one of the forms; everybody hears a call. */
function square(form: string, values: Readonly<Record<string, number>> = {}): OneMechanism {
  const middling = { 'mobilise.joinPerHour': 1, 'mobilise.travelShare01': 0, 'mobilise.epsteinThreshold': 0.1, 'mobilise.kuranThreshold': 0.1 };
  const one = new OneMechanism('mobilise', { variants: { mobilise: [form] }, values: { ...middling, ...values } }).atClock(0, 12, sunday);
  one.now.place.callReach01[0] = 1;
  return one;
}

const out = (one: OneMechanism): number => one.hour().place.outings[0];

/** How many set out after `change`. */
function outAfter(form: string, change: (one: OneMechanism) => void, values: Readonly<Record<string, number>> = {}): number {
  const one = square(form, values);
  change(one);
  return out(one);
}

describe('the chance of arrest', () => {
  it('is a step: nothing below the critical ratio, 1-exp(-k) at it', () => {
    expect(arrestProbability01(59, 1000, 0.06, 2.3)).toBe(0);
    expect(arrestProbability01(61, 1000, 0.06, 2.3)).toBeCloseTo(1 - exp(-2.3), 12);
    expect(arrestProbability01(125, 1000, 0.06, 2.3)).toBeCloseTo(1 - exp(-4.6), 12);
  });

  it('counts whoever asks himself as one of the crowd', () => {
    expect(arrestProbability01(5, 0, 0.06, 2.3)).toBe(arrestProbability01(5, 1, 0.06, 2.3));
    expect(arrestProbability01(0, 0, 0.06, 2.3)).toBe(0);
  });
});

describe('in Epstein’s form', () => {
  it('a crowd that just outnumbers its police brings out many times more than one that just does not', () => {
    const police = (force: number) =>
      outAfter(
        'epstein',
        (one) => {
          one.now.place.crowd[0] = one.now.place.crowdStrength[0] = 1000;
          one.now.place.force[0] = force;
          one.now.country.legitimacy01[0] = 0.4;
        },
        { 'police.criticalRatio': 0.06, 'mobilise.arrestConstant': 2.3 },
      );
    expect(police(59)).toBeGreaterThan(3 * police(61));
    expect(police(61)).toBeGreaterThan(0);
    expect(police(0)).toBe(police(59));
  });

  it('arms in the crowd count, heads at the least', () => {
    const strength = (armed: number) =>
      outAfter(
        'epstein',
        (one) => {
          one.now.place.crowd[0] = 1000;
          one.now.place.crowdStrength[0] = armed;
          one.now.place.force[0] = 70;
        },
        { 'police.criticalRatio': 0.06 },
      );
    expect(strength(1200)).toBeGreaterThan(strength(1000));
    expect(strength(0)).toBe(strength(1000));
  });

  it('whoever is called counts on the company the call promises', () => {
    const called = (company: number, hours: number) =>
      outAfter(
        'epstein',
        (one) => {
          one.now.place.force[0] = 70;
          one.now.place.company[0] = company;
          one.now.place.callHours[0] = hours;
        },
        { 'police.criticalRatio': 0.06, 'police.rememberedCompany01': 1 },
      );
    expect(called(5000, 3)).toBeGreaterThan(called(0, 3));
    expect(called(5000, 0)).toBe(called(0, 3));
  });

  it('what is seen moves nobody, fear after force keeps people in, anger brings them out', () => {
    const seen = (v: number) => outAfter('epstein', (one) => one.now.place.seen01.fill(v));
    expect(seen(1)).toBe(seen(0));
    const afraid = (fear: number) => outAfter('epstein', (one) => one.now.place.fear01.fill(fear));
    expect(afraid(0.5)).toBeLessThan(afraid(0));
    expect(afraid(3)).toBe(afraid(1));
    const angry = (outrage: number) =>
      outAfter('epstein', (one) => one.now.place.outrage01.fill(outrage), { 'mobilise.epsteinThreshold': 0.45, 'mobilise.outrageWeight': 0.2 });
    expect(angry(1)).toBeGreaterThan(angry(0));
  });
});

describe('in Kuran’s form', () => {
  it('the more are seen to oppose, the more do, and somebody without fear does not mind', () => {
    const seen = (v: number, lowestFear01: number) => {
      const small = { latent: { lowestFear01 } };
      const one = new OneMechanism('mobilise', {
        small,
        variants: { mobilise: ['kuran'] },
        values: { 'mobilise.joinPerHour': 1, 'mobilise.kuranThreshold': 0.2, 'mobilise.reputationWeight': 0.8 },
      });
      one.atClock(0, 12, sunday).now.place.callReach01[0] = 1;
      one.now.place.risk01.fill(0);
      one.now.country.legitimacy01.fill(0.4);
      one.now.place.seen01.fill(v);
      return out(one);
    };
    const rising = [0, 0.3, 0.6, 0.9].map((v) => seen(v, 0));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(rising[3]! / rising[0]!).toBeGreaterThan(2);
    expect(rising[0]!).toBeGreaterThan(0);
    expect(seen(0, 0.9)).toBe(0);
    expect(seen(1, 0.9)).toBe(seen(1, 0));
  });

  it('friends who are out bring their friends out', () => {
    const brought = (reputation: number) => {
      const one = square('kuran', { 'mobilise.tieReach': 0.1, 'mobilise.kuranThreshold': 0.2, 'mobilise.reputationWeight': reputation });
      one.now.place.risk01.fill(0);
      one.now.country.legitimacy01.fill(0.4);
      const before = one.gather(0, 0.5);
      one.now.place.crowd[0] = 0;
      one.now.place.callReach01[0] = 0;
      return one.hour().place.outings[0] - before;
    };
    expect(brought(0.3)).toBeGreaterThan(15);
    // the dearer it is to stand alone, the fewer come on a friend's word
    expect(brought(3)).toBeLessThan(brought(0.3));
  });

  it('danger keeps people in, as it does in the default form', () => {
    const risk = (form: string, danger: number) => outAfter(form, (one) => one.now.place.risk01.fill(danger), { 'mobilise.threshold': 0.2 });
    for (const form of ['kuran', 'threshold']) expect(risk(form, 1)).toBeLessThan(risk(form, 0));
  });
});
