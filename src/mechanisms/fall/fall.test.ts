import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { Stance, UnitKind } from '../../world/forces.ts';

const values = {
  'fall.headPerHour': 0.5,
  'fall.alarmDays': 1,
  'fall.fromThreat01': 0.4,
  'fall.groupShare01': 0,
  'fall.loyalShare01': 0.35,
  'fall.newLegitimacy01': 0.6,
};

/** Land 0 in danger, its elite of a given cohesion, and nobody believing that the government will last. */
function shaken(threat: number, cohesion: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('fall', { ...setting, values: { ...values, ...setting.values } });
  one.now.country.threat01[0] = threat;
  one.now.country.cohesion01[0] = cohesion;
  one.now.country.belief01[0] = 0;
  one.now.country.legitimacyBase01[0] = 0.2;
  return one;
}

const out = (one: OneMechanism) => [one.now.country.headOut[0], one.now.country.groupOut[0]];

it('the seat counts as lost after 72 hours in the hands of the crowd, with the hour, once', () => {
  const one = shaken(0, 1);
  one.state.hour = 90;
  one.now.country.seatLostHours[0] = 71;
  expect(one.hours(1).now.country.seatLost[0]).toBe(0);
  one.now.country.seatLostHours[0] = 72;
  one.hours(3);
  expect([one.now.country.seatLost[0], one.logged('seat lost').length]).toEqual([91, 1]);
});

describe('the elite', () => {
  it('drops nobody up to its floor of danger, when it holds together, or when it believes', () => {
    expect(out(shaken(0.4, 0).hours(200))).toEqual([0, 0]);
    expect(out(shaken(1, 1).hours(200))).toEqual([0, 0]);
    const believing = shaken(1, 0);
    believing.now.country.belief01[0] = 1;
    expect(out(believing.hours(200))).toEqual([0, 0]);
  });

  it('drops the head with a hazard that rises with danger and falls with cohesion and belief, and the log gives the hour', () => {
    const one = shaken(0.7, 0.6);
    one.now.country.belief01[0] = 0.2;
    one.state.hour = 10;
    one.hours(300);
    const [event] = one.logged('head of government out');
    expect(event!.because['hazard']).toBeCloseTo(0.5 * 0.5 * 2 * 0.4 * 0.8, 12);
    expect(event!.because['draw']).toBeLessThan(event!.because['hazard']!);
    expect(out(one)).toEqual([event!.hour, 0]);
    expect(one.logged('head of government out').length).toBe(1);
  });

  it('may keep the group, or let it go too; standing of what comes after begins half way or anew', () => {
    const [alone, together] = [0, 1].map((share) => shaken(1, 0, { values: { 'fall.groupShare01': share } }).hours(50));
    expect([out(alone!)[0]! > 0, out(alone!)[1]! > 0]).toEqual([true, false]);
    expect([out(together!)[0]! > 0, out(together!)[1]]).toEqual([true, out(together!)[0]]);
    expect(alone!.now.country.legitimacyBase01[0]).toBeCloseTo(0.4, 12);
    expect(together!.now.country.legitimacyBase01[0]).toBeCloseTo(0.6, 12);
  });

  it('stays alarmed for a while after the danger, by its half-life', () => {
    const after = (alarmDays: number) => {
      const one = shaken(0.9, 0.5, { values: { 'fall.headPerHour': 1e-9, 'fall.alarmDays': alarmDays } }).hours(1);
      one.now.country.threat01[0] = 0;
      one.hours(24);
      return one.state.memory['fall.alarm']![0]!;
    };
    expect(after(1)).toBeCloseTo(0.45, 9);
    expect(after(0.1)).toBeLessThan(0.001);
    const dropped = (alarmDays: number) =>
      Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => {
        const one = shaken(0.9, 0, { seed, values: { 'fall.headPerHour': 0.02, 'fall.alarmDays': alarmDays, 'fall.fromThreat01': 0.3 } }).hours(1);
        one.now.country.threat01[0] = 0;
        return out(one.hours(40))[0]! > 0;
      }).length;
    expect(dropped(2)).toBeGreaterThan(dropped(0.1) + 10);
  });

  it('that is united drops nobody', () => {
    expect(out(shaken(1, 0, { do: lever('fall.elite', 'united', 'land-0') }).hours(200))).toEqual([0, 0]);
  });
});

describe('without loyal forces', () => {
  const deserted = (threat: number, loyalShare: number) => {
    const one = shaken(threat, 1, { do: lever('fall.elite', 'united') });
    const units = one.unitsOf(0, [UnitKind.police, UnitKind.interior, UnitKind.army]);
    const all = units.reduce((sum, u) => sum + one.units.strength[u], 0);
    let loyal = all;
    for (const u of units) {
      if ((loyal - one.units.strength[u]) / all < loyalShare - 1e-9) continue;
      one.units.stance[u] = Stance.aside;
      loyal -= one.units.strength[u];
    }
    one.state.hour = 7;
    return one.hours(1);
  };

  it('head and group are out in that hour, even of a united elite', () => {
    expect(out(deserted(0.9, 0))).toEqual([7, 7]);
    expect(deserted(0.9, 0).logged('ruling group out')[0]!.because).toEqual({ loyalShare01: 0, needed: 0.35 });
  });

  it('they stay while enough are loyal or there is no danger', () => {
    expect(out(deserted(0.9, 0.35))).toEqual([0, 0]);
    expect(out(deserted(0.3, 0))).toEqual([0, 0]);
  });
});
