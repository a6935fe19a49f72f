/** A town of 100,000, one of 20,000 and 30 villages, with a neighbour abroad. `UNREST_MEASURE=1` prints the table of docs/ties.md. */
import { expect, test } from 'vitest';
import { nominalDegree } from '../../src/world/people/ties.ts';
import { buildWorld } from '../../src/world/build.ts';
import { smallScenario, valuesFor } from '../support/worlds.ts';
import { clustering, degrees, pathLengths, webOf } from './measure-ties.ts';

const printing = process.env['UNREST_MEASURE'] === '1';
/** The quick run in every test looks at a tenth of the size. */
const scale = printing ? 1 : 0.1;

test('the web of ties is clustered, short and without hermits or hubs', { timeout: 120_000 }, () => {
  const villages = Array.from({ length: 30 }, (_, v) => Math.round((300 + 90 * v) * scale));
  const scenario = smallScenario({
    residents: [
      [100_000 * scale, 20_000 * scale, ...villages],
      [60_000 * scale, ...villages.slice(0, 8)],
    ],
    hours: 24,
    placesPerRegion: 8,
  });
  const values = valuesFor(scenario);
  const web = webOf(buildWorld(scenario, 1, values));
  const degree = degrees(web);
  const cluster = clustering(web);
  const paths = pathLengths(web, 40, 1);
  if (printing)
    console.log(JSON.stringify({ people: web.people, byLevel: web.byLevel, withFriendAbroad01: web.withFriendAbroad01, degree, cluster, paths }, null, 1));
  const nominal = nominalDegree({ region: values['ties.region']!, country: values['ties.country']!, border: values['ties.border']! });
  // about three of a hundred slots are vacant, so about three of a hundred ties lead nowhere
  expect(degree.mean / nominal).toBeGreaterThan(0.9);
  expect(degree.mean / nominal).toBeLessThanOrEqual(1);
  expect(degree.shares[0]).toBeLessThan(0.001);
  expect(cluster.overall).toBeGreaterThan(0.1);
  expect(paths.mean).toBeLessThan(8);
  expect(paths.unreached01).toBeLessThan(0.001);
});
