import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const consents = 2;
const refuses = 3;
const values = {
  'ratify.governmentHours': 6,
  'ratify.attendance01': 0.6,
  'ratify.attendanceSpread01': 0,
  'ratify.favour01': 1,
  'ratify.sympathyCost01': 0,
  'ratify.sessionsMost': 3,
};

/** Help for land 0 was granted at hour 0; land 1 has the parliament (a majority is half of all seats), land 2 is the patron. */
function granted(setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('ratify', { ...setting, values: { ...values, ...setting.values } });
  one.now.alliance.client[0] = 0;
  one.now.alliance.decision[0] = 1;
  one.now.alliance.decidedHour[0] = 0;
  return one;
}

const answer = (one: OneMechanism) => one.now.member.consent[1];

describe('a parliament', () => {
  it('meets at eleven and at four, and consents with quorum and majority', () => {
    const one = granted({ values: { 'ratify.attendance01': 1 } }).hours(48);
    expect(answer(one)).toBe(consents);
    const [session] = one.logged('parliament consents');
    expect([11, 16]).toContain(one.world.settlement.localHour(3, session!.hour));
    expect(session!.because).toMatchObject({ present: 90, seats: 90, session: 1 });
  });

  it('without a quorum holds no vote, and comes in larger numbers the next time', () => {
    const one = granted({ values: { 'ratify.attendance01': 0.4, 'ratify.favour01': 1.2 } }).hours(48);
    expect(
      one
        .logged()
        .filter((event) => event.by === 'ratify')
        .map((event) => event.kind),
    ).toEqual(['no quorum', 'parliament consents']);
    expect(one.logged('parliament consents')[0]!.because['present']).toBe(Math.round(0.52 * 90));
  });

  it('fails to consent when those in favour are less than the majority of all seats, as sympathy makes them', () => {
    const one = granted({ values: { 'ratify.attendance01': 1, 'ratify.favour01': 0.9, 'ratify.sympathyCost01': 0.6 } });
    one.now.country.sympathy01[1] = 1;
    one.hours(72);
    expect(one.logged('vote fails').length).toBe(3);
    expect(answer(one)).toBe(refuses);
  });

  it('needs more than a quorum: those in favour are counted against all seats', () => {
    const one = granted({ values: { 'ratify.attendance01': 0.6, 'ratify.favour01': 0.7 } }).hours(13);
    expect(
      one
        .logged()
        .filter((event) => event.by === 'ratify')
        .map((event) => event.kind),
    ).toEqual(['vote fails']);
  });

  it('that met too often has refused', () => {
    const one = granted({ do: lever('ratify.parliament', 'no-quorum', 'land-1') }).hours(72);
    expect([one.logged('no quorum').length, one.logged('parliament refuses').length, answer(one)]).toEqual([3, 1, refuses]);
  });

  it('does what the analyst says', () => {
    expect(answer(granted({ do: lever('ratify.parliament', 'refuses') }).hours(1))).toBe(refuses);
    const willing = granted({ do: lever('ratify.parliament', 'consents'), values: { 'ratify.attendance01': 0 } });
    expect([answer(willing.hours(6)), answer(willing.hours(1))]).toEqual([1, consents]);
  });
});

describe('a government', () => {
  it('that need not ask its parliament consents after its hours', () => {
    const one = granted({ small: { mustRatify: false } });
    expect([answer(one.hours(6)), answer(one.hours(1))]).toEqual([1, consents]);
  });

  it('of the patron consents at once; the client is not asked, and nobody is before help is granted', () => {
    const asked = (one: OneMechanism) => [...one.now.member.consent.subarray(0, 3)];
    expect(asked(granted().hours(1))).toEqual([0, 1, consents]);
    const refused = granted();
    refused.now.alliance.decision[0] = 2;
    expect(asked(refused.hours(48))).toEqual([0, 0, 0]);
  });
});
