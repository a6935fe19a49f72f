/**
 * Model I in AgentScript: turtles on patches. A patch set does not wrap, so every patch keeps the list of patches in its
 * view, which is also the fast way there. Turns are taken in the library's own shuffled order (not quite uniform: its
 * shuffle makes one long cycle).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { measure, readArguments, stepsOf, work } from '../measure.mjs';

// the library asks for a canvas as soon as it is loaded; nothing is drawn here
globalThis.OffscreenCanvas = class {
  getContext() {
    return {};
  }
};
const require = createRequire(`${process.env.PEERS_MODULES}/`);
const file = require.resolve('agentscript/dist/agentscript2d.js');
const { Model, util } = await import(pathToFileURL(file).href);
const { version } = JSON.parse(readFileSync(require.resolve('agentscript/package.json'), 'utf8'));

class CivilViolence extends Model {
  activeCount = 0;
  jailedCount = 0;

  constructor(given) {
    const { side } = given;
    super({ minX: 0, maxX: side - 1, minY: 0, maxY: side - 1, minZ: 0, maxZ: 0 });
    this.given = given;
    this.reset();
  }

  setup() {
    const { side, neighbourhood, seed } = this.given;
    util.randomSeed(seed * 7919);
    this.agentCount = Math.round(work.agentDensity * side * side);
    this.copCount = Math.round(work.copDensity * side * side);
    this.inJail = [];
    const steps = stepsOf(neighbourhood);
    const at = (v) => (v + side) % side;
    this.patches.ask((p) => {
      p.here = null;
      p.view = steps.map(([dx, dy]) => this.patches.patch(at(p.x + dx), at(p.y + dy)));
    });
    const places = this.patches.clone().shuffle();
    this.turtles.create(this.agentCount + this.copCount, (t) => {
      t.isCop = t.id >= this.agentCount;
      t.hardship = Math.random();
      t.riskAversion = Math.random();
      t.isActive = false;
      t.isJailed = false;
      t.releaseTick = 0;
      t.moveTo(places[t.id]);
      places[t.id].here = t;
    });
  }

  step() {
    this.turtles
      .clone()
      .shuffle()
      .ask((t) => {
        if (t.isJailed) return;
        this.move(t);
        if (t.isCop) this.patrol(t);
        else this.decide(t);
      });
    const now = this.ticks + 1;
    this.inJail = this.inJail.filter((held) => held.releaseTick > now || !this.comeBack(held));
    this.jailedCount = this.inJail.length;
  }

  move(t) {
    const free = t.patch.view.filter((p) => p.here === null);
    if (free.length === 0) return;
    const to = util.oneOf(free);
    t.patch.here = null;
    t.moveTo(to);
    to.here = t;
  }

  decide(t) {
    let cops = 0;
    let actives = 1;
    for (const { here } of t.patch.view) {
      if (here === null) continue;
      if (here.isCop) cops++;
      else if (here.isActive) actives++;
    }
    const risk = 1 - Math.exp(-work.arrestConstant * Math.floor(cops / actives));
    const now = t.hardship * (1 - work.legitimacy) - t.riskAversion * risk > work.threshold;
    this.activeCount += Number(now) - Number(t.isActive);
    t.isActive = now;
  }

  patrol(t) {
    const seen = t.patch.view.filter((p) => p.here !== null && p.here.isActive);
    if (seen.length === 0) return;
    const patch = util.oneOf(seen);
    const taken = patch.here;
    patch.here = null;
    taken.isActive = false;
    taken.isJailed = true;
    taken.releaseTick = this.ticks + 1 + util.randomInt(work.longestTerm);
    this.activeCount--;
    this.inJail.push(taken);
  }

  comeBack(held) {
    let patch = held.patch;
    if (patch.here !== null) {
      const free = patch.view.filter((p) => p.here === null);
      patch = free.length > 0 ? util.oneOf(free) : this.patches.find((p) => p.here === null);
    }
    if (patch === undefined) return false;
    held.moveTo(patch);
    patch.here = held;
    held.isJailed = false;
    return true;
  }
}

const given = readArguments();
measure(() => new CivilViolence(given), given, `AgentScript ${version}`);
