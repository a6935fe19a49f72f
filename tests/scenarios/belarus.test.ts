/** belarus-2020: it loads, its dates lie in the clock, its classes are those of kazakhstan-2022, and the answers stay out of the question. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vocabulary } from '../../src/mechanisms/registry.ts';
import { loadRecord } from '../../src/scenario/load-record.ts';
import { loadScenario, parseScenario } from '../../src/scenario/load.ts';

const root = join(import.meta.dirname, '../..');
const folder = 'scenarios/belarus-2020';
const path = `${folder}/scenario.yaml`;
const recordPath = `${folder}/record.yaml`;
const reader = {
  read(file: string) {
    const full = join(root, file);
    return existsSync(full) ? new Uint8Array(readFileSync(full)) : undefined;
  },
};
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const spec = parseScenario(reader, path, vocabulary());
const model = parseScenario(reader, 'scenarios/kazakhstan-2022/scenario.yaml', vocabulary());
const calls = spec.events.filter((event) => event.kind === 'call');

/** Local day and hour of Minsk; +03:00 all year. */
const localTime = (hour: number) => new Date(Date.UTC(2020, 7, 9) + hour * 3_600_000);

describe('the question', () => {
  it('loads without an issue, and no number of its own lacks a source or an assumption', () => {
    const { issues, notes } = loadScenario(reader, path, vocabulary());
    expect(issues.map((issue) => `${issue.file}:${issue.line} ${issue.message}`)).toEqual([]);
    expect(notes.filter((note) => note.file === path && note.code === 'QUANTITY_UNSOURCED')).toEqual([]);
  });

  it('runs from 9 August to the end of October in the world of kazakhstan-2022', () => {
    expect(localTime(spec.hours).toISOString()).toBe('2020-11-01T00:00:00.000Z');
    expect(spec.world).toEqual(model.world);
  });

  it('puts in an election, a decree and calls only, in Belarus only, inside the clock', () => {
    for (const { id, kind, atHour, where } of spec.events) {
      expect(['election', 'decree', 'call'], id).toContain(kind);
      expect(atHour, id).toBeGreaterThanOrEqual(0);
      expect(atHour, id).toBeLessThan(spec.hours);
      for (const key of where) expect(key, id).toMatch(/^belarus(\/|$)/);
    }
  });

  it('sets no unmeasured fact and no parameter by hand', () => {
    expect(spec.latent).toEqual([]);
    expect(spec.parameters).toEqual({});
  });

  it('takes every reach from a class of kazakhstan-2022, number and prior', () => {
    const classes = model.events.filter((event) => event.kind === 'call').map(({ reach01 }) => JSON.stringify([reach01.value, reach01.prior]));
    for (const { id, reach01 } of calls) expect(classes, id).toContain(JSON.stringify([reach01.value, reach01.prior]));
  });

  it('calls on the weekday the sources name', () => {
    const weekday = (id: string) => localTime(spec.events.find((event) => event.id === id)!.atHour).getUTCDay();
    expect(['election-evening', 'sunday-minsk', 'march-16-august-regions', 'sunday-regions'].map(weekday)).toEqual([0, 0, 0, 0]);
    expect(weekday('women-saturdays')).toBe(6);
    expect(weekday('students-1-september')).toBe(2);
    expect(weekday('strike-26-october')).toBe(1);
    expect(calls.filter((event) => event.everyDays > 0).map((event) => event.everyDays)).toEqual([7, 7, 7]);
  });

  it('speaks to workers on the days of strikes and to all otherwise', () => {
    for (const { id, group } of spec.events) expect(group, id).toBe(id.startsWith('strike-') ? 'workers' : 'all');
  });

  it('asks and grants at one hour of 16 August, and keeps a control that changes nothing', () => {
    const arm = (id: string) => spec.arms.find((one) => one.id === id)!.do;
    const noon = 7 * 24 + 12;
    expect(spec.arms.map(({ id }) => id)).toEqual(['as-it-was', 'foreign-troops', 'no-shutdown', 'no-detention', 'nothing-done']);
    expect(arm('as-it-was')).toEqual([]);
    expect(arm('foreign-troops')).toEqual([
      { atHour: noon, set: 'decide.patron', to: 'grants', in: 'csto' },
      { atHour: noon, set: 'request.asked', to: 'now', in: 'belarus' },
    ]);
    expect(arm('nothing-done').map(({ to }) => to)).toEqual(['as-decided']);
  });

  it('gives every source a public address and uses every source it declares', () => {
    const files = readdirSync(join(root, folder)).map((file) => text(`${folder}/${file}`));
    for (const file of [path, recordPath])
      for (const [key, source] of Object.entries<{ address: string }>(parse(text(file)).sources)) {
        expect(source.address, key).toMatch(/^https?:\/\/\S+$/);
        expect(
          files.reduce((sum, one) => sum + one.split(key).length - 1, 0),
          `${key} is declared and used`,
        ).toBeGreaterThan(1);
      }
  });

  it('says in its README that the world is that of January 2022', () => {
    expect(text(`${folder}/README.md`)).toContain('world is that of January 2022');
  });
});

describe('the record', () => {
  const { record, issues, notes } = loadRecord(reader, recordPath, spec);
  const observations = record?.observations ?? [];

  it('loads without an issue, each observation sourced and inside the clock', () => {
    expect(issues.map((issue) => `${issue.file}:${issue.line} ${issue.message}`)).toEqual([]);
    expect(notes).toEqual([]);
    for (const { id, atHour } of observations) {
      expect(atHour, id).toBeGreaterThanOrEqual(0);
      expect(atHour, id).toBeLessThan(spec.hours);
    }
  });

  it('has as many observations, and as many free values beside them, as its README says', () => {
    const readme = text(`${folder}/README.md`).replaceAll('\n', ' ');
    const outcomes = observations.filter(({ kind }) => kind === 'outcome').length;
    const hurts = spec.events.filter((event) => event.grievance01.value > 0).length;
    expect([hurts, calls.length, spec.events.length]).toEqual([2, 11, 13]);
    expect(readme).toContain(`${observations.length} dated observations`);
    expect(readme).toContain(`Thirteen numbers of this scenario are free within their ranges: ${hurts} grievances and ${calls.length} reaches`);
    expect(readme).toContain(`${outcomes} outcome rows (${observations.length - outcomes} more are input)`);
  });

  it('has the network shut from 9 to 12 August, and strikes at two plants without a count', () => {
    const rows = observations.filter(({ quantity }) => ['networkShut', 'strikeDay'].includes(quantity));
    expect(rows.map(({ id, value, kind }) => [id, value, kind])).toEqual([
      ['network-10-aug', 1, 'outcome'],
      ['network-11-aug', 1, 'outcome'],
      ['network-14-aug', 0, 'outcome'],
      ['strike-13-aug-zhodino', 1, 'outcome'],
      ['strike-17-aug-soligorsk', 1, 'outcome'],
    ]);
  });

  it('keeps the widths of the record and its error models in step', () => {
    const rows: { id: string; value: number; low: number; high: number; errorModel: { dist: string; low: number; high: number } }[] = parse(
      text(recordPath),
    ).observations;
    for (const { id, value, low, high, errorModel } of rows.filter((row) => row.errorModel.dist === 'factor')) {
      expect(Math.abs(value * errorModel.low - low) / value, id).toBeLessThan(0.05);
      expect(Math.abs(value * errorModel.high - high) / value, id).toBeLessThan(0.05);
    }
  });

  it('tells official and independent counts of one day so that both can hold', () => {
    const official = observations.filter(({ id }) => id.startsWith('minsk-') && id.endsWith('-official'));
    const pairs = official.flatMap((one) => {
      const other = observations.find(({ id }) => id === one.id.replace('-official', ''));
      return other ? [{ one, other }] : [];
    });
    expect(pairs.length).toBe(5);
    for (const { one, other } of pairs) {
      expect(one.value, one.id).toBeLessThan(other.value);
      expect(one.high, one.id).toBeGreaterThan(other.low);
    }
  });

  it('never lets the detained or the dead become fewer', () => {
    for (const quantity of ['detainedCumulative', 'deadCumulative'] as const) {
      const told = observations.filter((one) => one.quantity === quantity).toSorted((a, b) => a.atHour - b.atHour);
      for (const [i, one] of told.entries()) expect(one.value, one.id).toBeGreaterThanOrEqual(told[i - 1]?.value ?? 0);
    }
  });

  it('holds that no place was lost, nobody came and the government stayed', () => {
    const none = ['placesLost', 'contingentPeople', 'foreignTroops', 'headOut', 'groupOut', 'seatLost'];
    const rows = observations.filter(({ quantity }) => none.includes(quantity));
    expect([...new Set(rows.map(({ quantity }) => quantity))].toSorted()).toEqual(none.toSorted());
    for (const { id, value, kind } of rows) expect([value, kind], id).toEqual([0, 'outcome']);
  });

  it('counts as input only what the calls contain', () => {
    expect(observations.filter(({ kind }) => kind === 'input').map(({ id }) => id)).toEqual(['regions-9', 'regions-16']);
  });
});
