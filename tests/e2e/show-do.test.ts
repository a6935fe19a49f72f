/** `unrest show --do`: every named intervention with its meaning and the levers it moves. */
import { expect, it } from 'vitest';
import { interventions } from '../../src/mechanisms/interventions.ts';
import { unrest } from './program.ts';

it('lists every intervention with meaning, levers, place and hour', async () => {
  const { code, out, err } = await unrest(['show', '--do']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBe(2 * interventions.length);
  interventions.forEach(({ id, meaning, sets, hoursBefore }, i) => {
    expect(lines[2 * i]).toMatch(new RegExp(`^${id} `));
    expect(lines[2 * i]).toContain(meaning);
    for (const { lever, to } of sets) expect(lines[2 * i + 1]).toContain(`${lever} = ${to}`);
    expect(lines[2 * i + 1]).toContain(hoursBefore === undefined ? 'from: ' : `${hoursBefore} h before`);
  });
});

it('gives the same to a program', async () => {
  expect(JSON.parse((await unrest(['show', '--do', '--json'])).out)).toEqual(interventions);
});
