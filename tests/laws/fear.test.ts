/**
 * More fear never more turnout within an hour at frozen fields: in each published form of the decision,
 * in worlds, fields and parameters drawn at random. Whoever goes out in the more frightening hour would
 * have gone out in the calmer one.
 */
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/base/maths.ts';
import { drawParameters } from '../../src/base/parameter.ts';
import { formOf, newMood } from '../../src/mechanisms/mobilise/forms.ts';
import { newReach, reachOf } from '../../src/mechanisms/mobilise/reach.ts';
import { modelParameters } from '../../src/mechanisms/registry.ts';
import type { PeopleEngine } from '../../src/world/people/engine.ts';
import { Onlooker } from '../../src/world/people/onlooker.ts';
import { Status } from '../../src/world/people/people.ts';
import { OneMechanism } from '../support/one-mechanism.ts';
import { dice } from '../support/worlds.ts';
import { statusOf } from './census.ts';

type Fear = 'risk01' | 'fear01' | 'force';

/** What frightens in each form, and how far it is raised. Danger as it is felt may pass 1 (fear is added to it). */
const forms: readonly (readonly [form: string, field: Fear, most: number])[] = [
  ['threshold', 'risk01', 2],
  ['kuran', 'risk01', 2],
  ['epstein', 'fear01', 1],
  ['epstein', 'force', 900],
];

const seeds = 12;
/** People stand by trade, hardship and fear: each fifth is one of every kind. */
const everyNth = 5;
const levels = [0, 0.02, 0.1, 0.3, 0.6, 1];

/** An hour of a world that the seed draws, crowds and their ties included; only `field` of town 0 stands where `level01` of `most` puts it. */
function hourOf(seed: number, form: string, field: Fear, value: number): OneMechanism {
  const u = dice(seed, 'fear');
  const small = {
    residents: [[5000, Math.round(500 + 3000 * u(0)), 700], [2500], [2000]],
    uncoupled: u(1) < 0.2 ? ['land-0/region-0/town-0'] : [],
    latent: { lowestFear01: 0.5 * u(2) },
  };
  const drawn = { ...drawParameters(modelParameters, 77, seed), 'people.stock01': 0.1 + 0.4 * u(3), 'mobilise.joinPerHour': 0.1 + 0.9 * u(4) };
  const one = new OneMechanism('mobilise', { small, variants: { mobilise: [form] }, values: drawn, seed: 100 + seed });
  one.state.hour = 24 + Math.floor(72 * u(5));
  one.gather(0, 0.1 * u(6));
  one.gather(1, 0.3 * u(7));
  // the next hour: who was brought out is out, and rings
  one.state.hour++;
  const { place, country } = one.now;
  for (let i = 0; i < one.world.places.count; i++) {
    const v = (n: number) => u(100 * (i + 1) + n);
    place.callReach01[i] = v(0) < 0.7 ? v(1) : 0;
    place.callHours[i] = Math.floor(1 + 5 * v(2));
    place.workersCallReach01[i] = v(3) < 0.3 ? v(4) : 0;
    place.company[i] = 800 * v(5);
    place.seen01[i] = v(6);
    place.outrage01[i] = v(7);
    place.grievanceOthers01[i] = 0.5 * v(8);
    place.grievanceWorkers01[i] = 0.7 * v(9);
    place.curfew01[i] = v(10) < 0.2 ? 1 : 0;
    place.cordon01[i] = v(11) < 0.2 ? v(12) : 0;
    place.crowdStrength[i] = place.crowd[i]! * (1 + v(13));
    place.risk01[i] = v(14);
    place.fear01[i] = v(15);
    place.force[i] = v(16) < 0.5 ? 0 : 300 * v(17);
  }
  for (let c = 0; c < one.world.countries.count; c++) {
    const v = (n: number) => u(10_000 * (c + 1) + n);
    country.legitimacy01[c] = 0.6 * v(0);
    country.resentment01[c] = v(1);
    country.expectation01[c] = v(2);
    country.turnout[c] = v(3) < 0.5 ? 100 : 0;
  }
  place[field][0] = value;
  return one;
}

/** Chance that each fifth of those in town 0 who can be moved sets out in the hour about to begin, over the luck of being reached. */
function chances(one: OneMechanism): Float64Array {
  const [form, mood, reach] = [formOf(one.state), newMood(one.world.hardships), newReach()];
  reachOf(one.state)(0, reach);
  form.feel(0, reach.tied, mood);
  const people = new Onlooker(one.world.settlement, one.world.hours, one.people.save(), one.state.hour);
  return Float64Array.from({ length: Math.ceil(one.world.settlement.residents[0]!.movable / everyNth) }, (_, k) => {
    const who = people.person(0, k * everyNth, mood.lowestFear01);
    if (!who.isResident || who.status !== Status.idle) return 0;
    const grievance01 = who.isWorker ? mood.grievanceWorkers01 : mood.grievanceOthers01;
    const [reached, rung] = [exp(-(who.isWorker ? reach.workersPerHour : reach.othersPerHour)), exp(-reach.tiePerHour * who.activeTies)];
    // whoever is called or sees the crowd judges with the ties he has; so does whom a tie reaches
    return form.rule(mood.hardships[who.hardshipClass]!, who.fear01, grievance01, who.activeTies, mood) ? 1 - reached * rung : 0;
  });
}

/** Everybody who sets out in that hour, by the place they live in. */
function whoGoes(one: OneMechanism): readonly Set<number>[] {
  const before = new Set<number>();
  const engine = one.people as PeopleEngine;
  const isOut = (person: number) => statusOf(engine, person) === Status.out;
  for (let person = 0; person < one.world.settlement.people; person++) if (isOut(person)) before.add(person);
  const begun = [...one.people.outings];
  one.hour();
  const went = Array.from({ length: one.world.places.count }, () => new Set<number>());
  for (let person = 0; person < one.world.settlement.people; person++)
    if (isOut(person) && !before.has(person)) went[one.world.settlement.placeOf(person)]!.add(person);
  for (const [place, set] of went.entries()) expect(set.size).toBe(one.next.place.outings[place]! - begun[place]!);
  return went;
}

describe.each(forms)('[PE18] in the form %s, the higher place.%s', (form, field, most) => {
  const values = levels.map((level) => level * most);

  test('the smaller or equal everybody’s chance of going out', () => {
    let [fell, stayed] = [0, 0];
    for (let seed = 0; seed < seeds; seed++) {
      let last: Float64Array | undefined;
      for (const value of values) {
        const next = chances(hourOf(seed, form, field, value));
        const more = last === undefined ? -1 : next.findIndex((chance, person) => chance > last![person]!);
        expect({ seed, value, more }).toEqual({ seed, value, more: -1 });
        fell += last === undefined ? 0 : next.filter((chance, person) => chance < last![person]!).length;
        stayed += next.filter((chance) => chance > 0).length;
        last = next;
      }
    }
    // fear kept some in, and not everybody was in
    expect(fell).toBeGreaterThan(100);
    expect(stayed).toBeGreaterThan(200);
  });

  test('the fewer set out in that hour with the same luck, and no other ones; elsewhere the same', () => {
    let [fewer, went] = [0, 0];
    for (let seed = 0; seed < seeds; seed++) {
      let last: readonly Set<number>[] | undefined;
      for (const value of values) {
        const next = whoGoes(hourOf(seed, form, field, value));
        went += next[0]!.size;
        if (last) {
          const added = [...next[0]!].filter((person) => !last![0]!.has(person));
          expect({ seed, value, added }).toEqual({ seed, value, added: [] });
          expect(next.slice(1)).toEqual(last.slice(1));
          if (next[0]!.size < last[0]!.size) fewer++;
        }
        last = next;
      }
    }
    expect(fewer).toBeGreaterThan(5);
    expect(went).toBeGreaterThan(200);
  });
});
