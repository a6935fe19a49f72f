/** The scenarios in the box: they load, say where their numbers come from, and keep the answers out of the question. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatIssues } from '../../src/base/issue.ts';
import { firstDivergence } from '../../src/experiment/divergence.ts';
import { runWith, seedOf, valuesOf } from '../../src/experiment/pairs.ts';
import { clockHourOf } from '../../src/host/node/comparison.ts';
import { interventions } from '../../src/mechanisms/interventions.ts';
import { causeClasses } from '../../src/experiment/base-rates/uprising.ts';
import { vocabulary } from '../../src/mechanisms/registry.ts';
import { runArms } from '../../src/run/run.ts';
import { loadClaims, parseClaims } from '../../src/scenario/load-claims.ts';
import { loadRecord } from '../../src/scenario/load-record.ts';
import { loadScenario, parseScenario } from '../../src/scenario/load.ts';
import { buildWorld } from '../../src/world/build.ts';

const root = join(import.meta.dirname, '../..');
const reader = {
  read(path: string) {
    const full = join(root, path);
    return existsSync(full) ? new Uint8Array(readFileSync(full)) : undefined;
  },
};
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const names = readdirSync(join(root, 'scenarios')).filter((name) => existsSync(join(root, 'scenarios', name, 'scenario.yaml')));
const pathOf = (name: string) => `scenarios/${name}/scenario.yaml`;
const cached = new Map<string, ReturnType<typeof parseScenario>>();
const specOf = (name: string) => cached.get(name) ?? cached.set(name, parseScenario(reader, pathOf(name), vocabulary())).get(name)!;

it('finds the scenarios', () => {
  expect(names).toEqual(expect.arrayContaining(['belarus-2020', 'kazakhstan-2022', 'minimal', 'quiet', 'sphere-overstretch']));
});

describe.each(['kazakhstan-2022', 'minimal', 'quiet', 'sphere-overstretch'])('%s', (name) => {
  it('loads without an issue, and no number of its own lacks a source or an assumption', () => {
    const { issues, notes } = loadScenario(reader, pathOf(name), vocabulary());
    expect(issues.map((issue) => `${issue.file}:${issue.line} ${issue.message}`)).toEqual([]);
    expect(notes.filter((note) => note.file === pathOf(name) && note.code === 'QUANTITY_UNSOURCED')).toEqual([]);
  });

  it('has a README and the name of its folder', () => {
    expect(specOf(name).name).toBe(name);
    expect(text(`scenarios/${name}/README.md`).length).toBeGreaterThan(200);
  });

  it('gives every source a public address and uses every source it declares', () => {
    const declared = parse(text(pathOf(name))).sources ?? {};
    const files = readdirSync(join(root, 'scenarios', name)).map((file) => text(`scenarios/${name}/${file}`));
    for (const [key, source] of Object.entries<{ address: string }>(declared)) {
      expect(source.address, key).toMatch(/^https?:\/\/\S+$/);
      const mentions = files.reduce((sum, file) => sum + file.split(key).length - 1, 0);
      expect(mentions, `${key} is declared and used`).toBeGreaterThan(1);
    }
  });

  it('names places that exist, inside the clock', () => {
    const { events, hours, world } = specOf(name);
    const keys = world.places.map((place) => place.key);
    for (const event of events) {
      expect(event.atHour, event.id).toBeGreaterThanOrEqual(0);
      expect(event.atHour, event.id).toBeLessThan(hours);
      for (const where of event.where)
        expect(
          keys.some((key) => key === where || key.startsWith(`${where}/`)),
          `${event.id}: ${where}`,
        ).toBe(true);
    }
  });
});

describe('kazakhstan-2022', () => {
  const name = 'kazakhstan-2022';
  const recordPath = `scenarios/${name}/record.yaml`;

  it('puts in prices and calls only, until 4 January, in Kazakhstan only', () => {
    for (const event of specOf(name).events.filter(({ wave }) => wave === undefined)) {
      expect(['price', 'call']).toContain(event.kind);
      expect(event.atHour).toBeLessThan(72);
      for (const where of event.where) expect(where).toMatch(/^kazakhstan\//);
    }
  });

  it('sets no unmeasured fact and no parameter by hand', () => {
    expect(specOf(name).latent).toEqual([]);
    expect(specOf(name).parameters).toEqual({});
  });

  it('hurts every region once', () => {
    const { events, world } = specOf(name);
    const hurt = events.filter((event) => event.kind === 'price' && event.wave === undefined).flatMap((event) => event.where);
    expect(hurt.toSorted()).toEqual(
      world.regions
        .filter((region) => region.country === 'kazakhstan')
        .map((region) => `kazakhstan/${region.key}`)
        .toSorted(),
    );
  });

  it('gives all calls of a class one reach', () => {
    const classes = new Map<number, string>();
    for (const { reach01 } of specOf(name).events.filter((event) => event.kind === 'call')) {
      const prior = JSON.stringify(reach01.prior);
      expect(classes.get(reach01.value) ?? prior).toBe(prior);
      classes.set(reach01.value, prior);
    }
    expect(classes.size).toBe(3);
  });

  it('bars the intervention before the request of the record', () => {
    const arm = specOf(name).arms.find(({ id }) => id === 'no-intervention')!;
    expect(arm.do).toEqual([{ atHour: 0, set: 'send.intervention', to: 'forbidden' }]);
    expect(specOf(name).arms.find(({ id }) => id === 'as-it-was')!.do).toEqual([]);
  });

  it('keeps what never happened in a wave, outside Kazakhstan and called hypothetical', () => {
    const waved = specOf(name).events.filter(({ wave }) => wave !== undefined);
    expect(waved.map(({ wave }) => wave)).toEqual(Array(4).fill('two-more'));
    for (const { id, where, grievance01, reach01 } of waved) {
      expect(where.join(), id).toMatch(/^(belarus|kyrgyzstan)/);
      expect(grievance01.assumption ?? reach01.assumption, id).toContain('hypothetical');
    }
  });

  it('asks a day before the hour of the record, and names the library where it can', () => {
    const arm = (id: string) => specOf(name).arms.find((one) => one.id === id)!.do;
    expect(arm('request-a-day-earlier')).toEqual([{ atHour: 72, set: 'request.asked', to: 'now', in: 'kazakhstan' }]);
    expect(arm('early-concession')).toEqual([{ atHour: 18, set: 'govern.concession', to: 'now', in: 'kazakhstan' }]);
    const used = [...text(pathOf(name)).matchAll(/use: ([a-z0-9-]+)/g)].map(([, id]) => id);
    expect(used.toSorted()).toEqual(interventions.map(({ id }) => id).toSorted());
  });

  it('has a record that loads without an issue, each observation sourced', () => {
    const { record, issues, notes } = loadRecord(reader, recordPath, specOf(name));
    expect(issues.map((issue) => `${issue.file}:${issue.line} ${issue.message}`)).toEqual([]);
    expect(notes).toEqual([]);
    expect(text(`scenarios/${name}/README.md`)).toContain(`${record!.observations.length} dated observations`);
    for (const observation of record!.observations) {
      expect(observation.atHour, observation.id).toBeGreaterThanOrEqual(0);
      expect(observation.atHour, observation.id).toBeLessThan(specOf(name).hours);
      const address = record!.sources[observation.source!]!.address;
      expect(address, observation.id).toMatch(/^https?:\/\/\S+$/);
    }
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

  it('uses every source of the record', () => {
    const source = text(recordPath);
    for (const key of Object.keys(parse(source).sources)) expect(source.split(key).length - 1, key).toBeGreaterThan(1);
  });

  it('states the fifteen claims of the document as claims of the authors', () => {
    const { claims, issues, notes } = loadClaims(reader, `scenarios/${name}/claims.yaml`, specOf(name), clockHourOf(specOf(name)));
    expect(formatIssues([...issues, ...notes])).toBe('');
    expect(claims!.claims.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `S${i + 1}`));
    for (const { id, statement, paragraph, source } of claims!.claims) {
      expect(statement, id).toMatch(/^The authors (hold|report|recall|note|expect|hope)/);
      expect(paragraph, id).toBeGreaterThan(0);
      expect(source, id).toBe('commentary');
    }
  });

  it('asks the model about the headline in three meanings and at three horizons, with and without intervention', () => {
    const { claims } = parseClaims(reader, `scenarios/${name}/claims.yaml`, specOf(name), clockHourOf(specOf(name)));
    expect(claims.find(({ id }) => id === 'S8')!.queries).toEqual(
      ['headOut', 'groupOut', 'seatLost'].map((quantity) => ({ quantity, arm: 'no-intervention', against: 'as-it-was', withinDays: [7, 14, 28] })),
    );
    // a hope asks nothing of its own truth
    for (const { kind, queries } of claims) if (kind === 'hope') expect(queries.every(({ quantity }) => !/Out|Lost/.test(quantity))).toBe(true);
  });
});

describe('minimal', () => {
  it('fits on a page and has every part of the language it teaches', () => {
    expect(text(pathOf('minimal')).split('\n').length).toBeLessThanOrEqual(80);
    expect(specOf('minimal').events.map(({ kind }) => kind)).toEqual(['price', 'call']);
    expect(specOf('minimal').arms.map(({ id }) => id)).toEqual(['as-it-was', 'no-intervention', 'patron-grants', 'nobody-calls', 'no-shutdown']);
  });

  it('has a pair of arms that shows something: without the call nobody goes out', () => {
    const spec = specOf('minimal');
    const arms = ['as-it-was', 'nobody-calls'].map((id) => spec.arms.find((arm) => arm.id === id)!);
    const outings = [0, 1, 2, 3].map((pair) =>
      runWith({ scenario: spec, arms, observations: [], pair, seed: seedOf(1, pair), values: valuesOf(spec, 1, pair), clockHour: 96 }).arms.map(
        (run) => run.quantities['outings']!,
      ),
    );
    expect(outings.filter(([called]) => called! > 100).length).toBeGreaterThanOrEqual(2);
    for (const [called, uncalled] of outings) expect(uncalled).toBeLessThan(Math.max(1, called! / 10));
  });
});

describe('quiet', () => {
  it('is the same world as kazakhstan-2022', () => {
    expect(specOf('quiet').world).toEqual(specOf('kazakhstan-2022').world);
  });

  it('is smaller than the smallest of kazakhstan-2022 in every event', () => {
    const loud = specOf('kazakhstan-2022').events;
    const least = (pick: (event: (typeof loud)[number]) => number) => Math.min(...loud.map(pick).filter((x) => x > 0));
    for (const event of specOf('quiet').events) {
      expect(event.grievance01.value, event.id).toBeLessThan(least((e) => e.grievance01.value));
      expect(event.reach01.value, event.id).toBeLessThan(least((e) => e.reach01.value));
    }
  });

  it('calls a picket in every capital', () => {
    const called = specOf('quiet')
      .events.filter((event) => event.kind === 'call')
      .flatMap((event) => event.where);
    expect(called.toSorted()).toEqual(
      specOf('quiet')
        .world.countries.map((country) => country.seatPlace)
        .toSorted(),
    );
  });
});

describe('causes of the cases', () => {
  it('come in the three classes of the population the weights were fitted with', () => {
    const classes = causeClasses.map(({ low, high }) => [Number(Math.sqrt(low * high).toFixed(2)), low, high]);
    for (const name of ['kazakhstan-2022', 'belarus-2020', 'sphere-overstretch'])
      for (const { id, grievance01: g } of specOf(name).events.filter(({ grievance01 }) => grievance01.value > 0))
        expect(classes, `${name} ${id}`).toContainEqual([g.value, g.prior!.low, g.prior!.high]);
  });
});

describe('sphere-overstretch', () => {
  const name = 'sphere-overstretch';

  it('is hypothetical, says so, and observes nothing', () => {
    expect(specOf(name).about).toContain('HYPOTHETICAL');
    expect(text(`scenarios/${name}/README.md`)).toContain('**Hypothetical.**');
    const { record, issues, notes } = loadRecord(reader, `scenarios/${name}/record.yaml`, specOf(name));
    expect([issues, notes, record!.observations]).toEqual([[], [], []]);
  });

  it('is the world of kazakhstan-2022, with its classes', () => {
    expect(specOf(name).world).toEqual(specOf('kazakhstan-2022').world);
    const classes = specOf('kazakhstan-2022').events.map(({ reach01 }) => JSON.stringify([reach01.value, reach01.prior]));
    for (const { id, reach01 } of specOf(name).events) expect(classes, id).toContain(JSON.stringify([reach01.value, reach01.prior]));
    expect(specOf(name).latent).toEqual([]);
    expect(specOf(name).parameters).toEqual({});
  });

  it('takes the Belarusian result from belarus-2020, as the wave of kazakhstan-2022 does', () => {
    const [model, ...copies] = [
      specOf('belarus-2020').events.find(({ id }) => id === 'election-result')!,
      ...[name, 'kazakhstan-2022'].map((one) => specOf(one).events.find(({ id }) => id === 'belarus-result')!),
    ].map(({ grievance01 }) => [grievance01.value, grievance01.prior]);
    expect(copies).toEqual([model, model]);
  });

  it('sets off each uprising in a wave of its own country, on the weekdays of its model', () => {
    const country: Record<string, string> = { belarus: 'belarus', kyrgyzstan: 'kyrgyzstan', patron: 'russia' };
    for (const { id, wave, where } of specOf(name).events)
      for (const key of where) expect(key.split('/')[0], id).toBe(wave === undefined ? 'kazakhstan' : country[wave]);
    // 2 January 2022 was a Sunday; the clock of the run is that of Almaty, three hours ahead of Minsk and Moscow
    const weekday = (id: string) => new Date(Date.UTC(2022, 0, 2) + (specOf(name).events.find((event) => event.id === id)!.atHour - 3) * 3_600_000).getUTCDay();
    expect(['belarus-evening', 'belarus-sundays', 'kyrgyzstan-talas', 'kyrgyzstan-capital', 'russia-saturday', 'russia-sunday'].map(weekday)).toEqual([
      0, 0, 2, 3, 6, 0,
    ]);
  });

  it('adds one thing from arm to arm, and counts its free values', () => {
    const waves = (id: string) => {
      const { do: moves } = specOf(name).arms.find((arm) => arm.id === id)!;
      return moves.filter(({ set }) => set === 'shock.wave').map((move) => move.in ?? 'all');
    };
    expect(['one', 'two', 'three', 'patron-too', 'one-and-patron'].map(waves)).toEqual([[], ['belarus'], ['belarus', 'kyrgyzstan'], ['all'], ['patron']]);
    const { events } = specOf(name);
    const hurts = events.filter((event) => event.grievance01.value > 0).length;
    const readme = text(`scenarios/${name}/README.md`).replaceAll('\n', ' ');
    expect(readme).toContain(`${events.length} values (${hurts} grievances and ${events.length - hurts} reaches`);
  });

  it('runs as one until a wave is due: the control equals the first arm, the others part from it', () => {
    const spec = specOf(name);
    const week = { ...spec, hours: 24 * 4 };
    const arms = ['one', 'nothing-done', 'two', 'one-and-patron'].map((id) => spec.arms.find((arm) => arm.id === id)!);
    const parameters = valuesOf(spec, 1, 0);
    const [one, same, two, patron] = runArms(buildWorld(week, 1, parameters), parameters, arms);
    expect(same!.digest).toBe(one!.digest);
    const event = (id: string) => spec.events.find((each) => each.id === id)!.atHour;
    expect(firstDivergence(one!, two!, String).hour).toBe(event('belarus-result'));
    expect(firstDivergence(one!, patron!, String).hour).toBe(event('russia-arrest'));
  });
});
