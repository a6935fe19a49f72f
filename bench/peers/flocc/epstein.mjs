/**
 * Model I in flocc: agents with `get` and `set`, a grayscale terrain that says what stands on a site, the environment's own
 * random order. The terrain knows no agents, so a list beside it says who is arrested when a site is chosen.
 */
import { createRequire } from 'node:module';
import { measure, readArguments, stepsOf, work } from '../measure.mjs';

const require = createRequire(`${process.env.PEERS_MODULES}/`);
const { Agent, Environment, Terrain, utils, VERSION } = require('flocc');
const [nobody, quiet, active, cop] = [0, 1, 2, 3];

class CivilViolence {
  activeCount = 0;
  jailedCount = 0;

  constructor({ side, neighbourhood, seed }) {
    utils.seed(seed);
    this.side = side;
    this.steps = stepsOf(neighbourhood);
    this.agentCount = Math.round(work.agentDensity * side * side);
    this.copCount = Math.round(work.copDensity * side * side);
    this.environment = new Environment({ width: side, height: side, torus: true });
    this.terrain = new Terrain(side, side, { grayscale: true });
    this.environment.use(this.terrain);
    this.standing = Array.from({ length: side * side }).fill(null);
    this.inJail = [];
    const places = utils.shuffle(Array.from({ length: side * side }, (_, i) => i));
    const decide = (agent) => this.decide(agent);
    const patrol = (agent) => this.patrol(agent);
    for (let i = 0; i < this.agentCount + this.copCount; i++) {
      const isCop = i >= this.agentCount;
      const agent = new Agent({ x: 0, y: 0, label: isCop ? cop : quiet, hardship: utils.uniform(), riskAversion: utils.uniform(), releaseTick: -1 });
      agent.set('tick', isCop ? patrol : decide);
      this.environment.addAgent(agent);
      this.stand(agent, places[i] % side, Math.floor(places[i] / side));
    }
  }

  wrap(v) {
    return v < 0 ? v + this.side : v >= this.side ? v - this.side : v;
  }

  stand(agent, x, y) {
    agent.set('x', x);
    agent.set('y', y);
    this.terrain.set(x, y, agent.get('label'));
    this.standing[y * this.side + x] = agent;
  }

  leave(agent) {
    const x = agent.get('x');
    const y = agent.get('y');
    this.terrain.set(x, y, nobody);
    this.standing[y * this.side + x] = null;
  }

  /** A site in view with this label, uniformly at random, or null. */
  siteWith(label, agent) {
    const x = agent.get('x');
    const y = agent.get('y');
    const found = this.steps.filter(([dx, dy]) => this.terrain.sample(x + dx, y + dy) === label);
    if (found.length === 0) return null;
    const [dx, dy] = utils.sample(found);
    return [this.wrap(x + dx), this.wrap(y + dy)];
  }

  move(agent) {
    const to = this.siteWith(nobody, agent);
    if (to === null) return;
    this.leave(agent);
    this.stand(agent, to[0], to[1]);
  }

  decide(agent) {
    if (agent.get('releaseTick') >= 0) return;
    this.move(agent);
    const x = agent.get('x');
    const y = agent.get('y');
    let cops = 0;
    let actives = 1;
    for (const [dx, dy] of this.steps) {
      const label = this.terrain.sample(x + dx, y + dy);
      if (label === cop) cops++;
      else if (label === active) actives++;
    }
    const risk = 1 - Math.exp(-work.arrestConstant * Math.floor(cops / actives));
    const now = agent.get('hardship') * (1 - work.legitimacy) - agent.get('riskAversion') * risk > work.threshold ? active : quiet;
    if (now === agent.get('label')) return;
    this.activeCount += now === active ? 1 : -1;
    agent.set('label', now);
    this.terrain.set(x, y, now);
  }

  patrol(agent) {
    this.move(agent);
    const site = this.siteWith(active, agent);
    if (site === null) return;
    const taken = this.standing[site[1] * this.side + site[0]];
    this.leave(taken);
    taken.set('label', quiet);
    taken.set('releaseTick', this.environment.time + utils.random(1, work.longestTerm));
    this.activeCount--;
    this.inJail.push(taken);
  }

  step() {
    this.environment.tick({ randomizeOrder: true });
    this.inJail = this.inJail.filter((held) => held.get('releaseTick') > this.environment.time || !this.comeBack(held));
    this.jailedCount = this.inJail.length;
  }

  comeBack(held) {
    let to = [held.get('x'), held.get('y')];
    if (this.terrain.sample(to[0], to[1]) !== nobody) to = this.siteWith(nobody, held);
    if (to === null) {
      const first = this.standing.indexOf(null);
      if (first < 0) return false;
      to = [first % this.side, Math.floor(first / this.side)];
    }
    held.set('releaseTick', -1);
    this.stand(held, to[0], to[1]);
    return true;
  }
}

const given = readArguments();
measure(() => new CivilViolence(given), given, `flocc ${VERSION}`);
