/** Every verdict of the doctor, from facts nobody has to have. */
import { describe, expect, it } from 'vitest';
import { judge, type DoctorFacts } from './doctor.ts';

const gigabyte = 2 ** 30;
const healthy: DoctorFacts = {
  nodeVersion: '20.19.0',
  nodeNeeded: '>=20.19',
  freeMemory: 8 * gigabyte,
  totalMemory: 16 * gigabyte,
  cores: 4,
  outFolder: '/results/out',
  outRefusal: undefined,
  freeDisk: 50 * gigabyte,
  packageVersion: '0.1.0',
  builtVersion: '0.1.0',
  staleFiles: [],
  isTerminal: true,
  columns: 100,
  isUtf8: true,
  noColour: false,
  digest: 'a'.repeat(64),
  expectedDigest: 'a'.repeat(64),
  historyMs: 42.4242,
  historyHours: 336,
};

const verdict = (changed: Partial<DoctorFacts>) => judge({ ...healthy, ...changed }).filter((finding) => finding.state !== 'fine');

describe('the doctor', () => {
  it('has nothing to say about a healthy computer', () => {
    expect(verdict({})).toEqual([]);
    expect(judge(healthy).map((finding) => finding.what)).toEqual(['Node', 'build', 'same bytes', 'memory', 'cores', 'results', 'disk', 'terminal', 'speed']);
    expect(judge(healthy).at(-1)!.found).toContain('42 ms');
  });

  it.each<[string, 'note' | 'broken', Partial<DoctorFacts>, RegExp]>([
    ['Node', 'broken', { nodeVersion: '20.18.9' }, /install Node >=20\.19/],
    ['Node', 'broken', { nodeVersion: '9.99.0' }, /install Node/],
    ['build', 'broken', { builtVersion: '0.0.9' }, /npm run build/],
    ['build', 'broken', { staleFiles: ['src/run/run.ts'] }, /npm run build/],
    ['same bytes', 'broken', { digest: 'b'.repeat(64) }, /install the package anew/],
    ['same bytes', 'broken', { expectedDigest: undefined }, /install the package anew/],
    ['memory', 'broken', { freeMemory: 0.1 * gigabyte }, /close other programs/],
    ['memory', 'note', { freeMemory: 0.7 * gigabyte }, /--threads 2/],
    ['results', 'broken', { outRefusal: 'EACCES: permission denied' }, /write permission for \/results\/out/],
    ['disk', 'broken', { freeDisk: 0.01 * gigabyte }, /make room/],
    ['disk', 'note', { freeDisk: 0.5 * gigabyte }, /wants 1 GB/],
    ['disk', 'note', { freeDisk: undefined }, /look yourself/],
    ['terminal', 'note', { isUtf8: false }, /UTF-8/],
    ['terminal', 'note', { columns: 40 }, /72 columns/],
  ])('says of %s that it is %s', (what, state, changed, advice) => {
    const found = verdict(changed);
    expect(found.map((finding) => [finding.what, finding.state])).toEqual([[what, state]]);
    expect(found[0]!.advice).toMatch(advice);
  });

  it.each(['20.19.0', '20.20.2', '21.0.0', '24.1.0'])('takes Node %s', (nodeVersion) => {
    expect(verdict({ nodeVersion })).toEqual([]);
  });
});
