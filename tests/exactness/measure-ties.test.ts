/** A town of 100,000, one of 20,000 and 30 villages, with a neighbour abroad. `UNREST_MEASURE=1` prints the table of docs/ties.md. */
import { expect, test } from 'vitest';
import { nominalDegree } from '../../src/world/people/ties.ts';
import { buildWorld } from '../../src/world/build.ts';
import { smallScenario, valuesFor } from '../support/worlds.ts';
import { clustering, degrees, pathLengths, webOf } from './measure-ties.ts';

const printing = process.env['UNREST_MEASURE'] === '1';
/** The quick run in every test looks at a tenth of the size. */
const scale = printing ? 1 : 0.1;

function measured(hubs: number) {
  const villages = Array.from({ length: 30 }, (_, v) => Math.round((300 + 90 * v) * scale));
  const scenario = smallScenario({
    residents: [
      [100_000 * scale, 20_000 * scale, ...villages],
      [60_000 * scale, ...villages.slice(0, 8)],
    ],
    hours: 24,
    placesPerRegion: 8,
  });
  const values = valuesFor(scenario, { 'ties.hubs': hubs });
  const web = webOf(buildWorld(scenario, 1, values));
  const found = { hubs, people: web.people, byLevel: web.byLevel, withFriendAbroad01: web.withFriendAbroad01, degree: degrees(web) };
  const nominal = nominalDegree({ region: values['ties.region']!, country: values['ties.country']!, border: values['ties.border']! });
  return { ...found, nominal, cluster: clustering(web), paths: pathLengths(web, 40, 1) };
}

/** Share of people with at least so many ties. */
const atLeast = (shares: readonly number[], ties: number) => shares.slice(ties).reduce((sum, share) => sum + share, 0);

test('the web of ties is clustered, short and without hermits; without hubs or, where they are asked for, with them', { timeout: 240_000 }, () => {
  const [alike, unequal, marked] = [measured(0), measured(4), measured(10)];
  if (printing) console.log(JSON.stringify([alike, unequal, marked], null, 1));
  for (const { degree, nominal, cluster, paths } of [alike, unequal, marked]) {
    // about three of a hundred slots are vacant, so about three of a hundred ties lead nowhere
    expect(degree.mean / nominal).toBeGreaterThan(0.9);
    expect(degree.mean / nominal).toBeLessThanOrEqual(1.02);
    expect(degree.shares[0]).toBeLessThan(0.001);
    expect(cluster.overall).toBeGreaterThan(0.1);
    expect(paths.mean).toBeLessThan(8);
    expect(paths.unreached01).toBeLessThan(0.001);
  }
  expect(alike.degree.shares.findLastIndex((share) => share > 0)).toBeLessThan(19);
  expect(atLeast(alike.degree.shares, 19)).toBe(0);
  expect(atLeast(unequal.degree.shares, 19)).toBeGreaterThan(0.002);
  expect(atLeast(marked.degree.shares, 19)).toBeGreaterThan(2 * atLeast(unequal.degree.shares, 19));
});
