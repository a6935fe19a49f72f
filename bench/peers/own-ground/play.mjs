/**
 * Scenario `minimal` on our own ground: the same people with the same ties, called to the squares of both towns on five
 * evenings by the script of `unrest bench`. Usage: node play.mjs engine|oracle|dense|dense-movable SEED, or
 * node play.mjs people SEED FILE, which writes for Mesa who there is, whom they know and what each place is told by hour.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { prepareComparison } from '../../../dist/host/node/comparison.js';
import { workshop } from '../engines.mjs';
import { residentBytes } from '../measure.mjs';

const from = (path) => import(join(workshop, 'own-ground', path));
const { LiteralPeople } = await from('tests/oracle/oracle.js');
const { DensePeople } = await from('src/host/node/bench-dense.js');
const { outingRule, prompter } = await from('src/host/node/bench-script.js');
const { benchWorld, calledPlaces } = await from('src/host/node/bench-worlds.js');
const { buildWorld } = await from('src/world/build.js');
const { PeopleEngine } = await from('src/world/people/engine.js');
const { thresholdRule } = await from('src/world/people/people.js');

const [who, seedWord, file] = process.argv.slice(2);
const seed = Number(seedWord);
const days = 8;
const evenings = [2, 3, 4, 5, 6];
/** what the call adds to everybody's side: most of those who can be moved and hear of it go */
const push = -0.2;

const { scenario } = prepareComparison({ scenario: 'minimal', armIds: [] });
const values = benchWorld({ ...scenario, hours: days * 24 }).values;
const world = buildWorld({ ...scenario, hours: days * 24 }, seed, values);
const script = { hours: days * 24, days: evenings, called: calledPlaces(world), fromClock: 17, toClock: 22, reachPerHour: 0.1, push };
const people = world.places.residents.reduce((a, b) => a + b, 0);
const rule = outingRule(world, values);

/** Somebody who keeps the people, driven as `unrest bench` drives the engine; counts by hour. */
function driven(build) {
  return () => {
    const keeper = build();
    const ask = prompter(world, values, script);
    return (hour) => {
      keeper.beginHour(hour);
      for (let p = 0; p < world.places.count; p++) {
        const { mood, reachHazard, tieHazard } = ask(p, hour);
        keeper.ask(p, mood, thresholdRule, reachHazard, tieHazard);
      }
      keeper.settle(rule);
      return [keeper.counts.joined, keeper.counts.left];
    };
  };
}

function dense(everybody) {
  return () => {
    const rival = new DensePeople(world, everybody);
    const pass = rival.prepare(values, script);
    return (hour) => {
      const before = [rival.joins, rival.leaves];
      pass(hour);
      return [rival.joins - before[0], rival.leaves - before[1]];
    };
  };
}

const keepers = {
  engine: { start: driven(() => new PeopleEngine(world.settlement, script.hours)), untimed: 20, runs: 60 },
  oracle: { start: driven(() => new LiteralPeople(world)), untimed: 0, runs: 2 },
  dense: { start: dense(true), untimed: 1, runs: 4 },
  'dense-movable': { start: dense(false), untimed: 3, runs: 10 },
};

function play({ start, untimed, runs }) {
  let wallS = 0;
  let cpuS = 0;
  let byHour;
  const before = residentBytes();
  for (let run = 0; run < untimed + runs; run++) {
    const hourOf = start();
    byHour = [];
    const used = process.cpuUsage();
    const begun = performance.now();
    for (let hour = 0; hour < script.hours; hour++) byHour.push(hourOf(hour));
    if (run < untimed) continue;
    wallS += (performance.now() - begun) / 1000 / runs;
    const { user, system } = process.cpuUsage(used);
    cpuS += (user + system) / 1e6 / runs;
  }
  let outside = 0;
  const joined = byHour.map(([joins]) => joins);
  const turnout = byHour.map(([joins, leaves]) => (outside += joins - leaves));
  return { people, hours: script.hours, wallS, cpuS, rssBytes: residentBytes() - before, joined, turnout, version: `Node ${process.versions.node}` };
}

/** Everybody as the literal oracle lists them, in columns, and the questions of every place and hour. */
function listed() {
  const everybody = new LiteralPeople(world).everybody.filter((person) => person.isResident);
  const numberOf = new Map(everybody.map((person, i) => [person, i]));
  const ask = prompter(world, values, script);
  const moodOf = (place, hour) => {
    const { mood, reachHazard, tieHazard } = ask(place, hour);
    const dawn = world.settlement.localHour(place, hour) === 4;
    return { openness: mood.openness01, tieWeight: mood.tieWeight, push: mood.push, risk: mood.risk, reach: reachHazard, tie: tieHazard, dawn };
  };
  const { stayHours, tiredShare01, restDays, spentShare01 } = rule;
  return {
    rule: { stayHours, tiredShare01, restDays, spentShare01 },
    home: everybody.map((person) => person.home),
    hardship: everybody.map((person) => (person.isMovable ? world.hardships[person.hardshipClass] : 0)),
    fear: everybody.map((person) => (person.isMovable ? 0.05 + 0.95 * person.fearRank01 : 1)),
    movable: everybody.map((person) => Number(person.isMovable)),
    friends: everybody.map((person) => person.friends.map((friend) => numberOf.get(friend)).filter((n) => n !== undefined)),
    asked: Array.from({ length: script.hours }, (_, hour) => world.places.keys.map((_key, place) => moodOf(place, hour))),
  };
}

if (who === 'people') writeFileSync(file, JSON.stringify(listed()));
else process.stdout.write(`${JSON.stringify(play(keepers[who]))}\n`);
