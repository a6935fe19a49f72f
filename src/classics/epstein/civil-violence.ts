/**
 * Model I: people with a grievance and a fear of arrest, cops who arrest, on a torus.
 *
 * Each tick every free agent and every cop takes one turn in a random order: move, then act. Arrested agents leave the
 * torus. How many cops and actives each site sees is kept up to date, so that a decision costs one look-up at any vision.
 *
 * @source Epstein 2002, doi:10.1073/pnas.092080199. ASSUMPTION where it is silent: vision is a Euclidean disc; an agent
 *         comes back to where it was arrested, or a free site in view of it, or else the first free one; terms are whole ticks of 1 to Jmax.
 */
import { exp } from '../../base/maths.ts';
import { type DrawKey, drawKey, threefry, uniform01, words } from '../../base/random.ts';
import { drawsForFreeSite, freeSite, labelledSite, shuffle, wholeBelow } from '../grid/luck.ts';
import { type Neighbourhood, Torus } from '../grid/torus.ts';
import { type CivilViolenceParameters, readRatio } from './parameters.ts';

/** What stands on a site and what an actor is: the same codes. */
export const nobody = 0;
export const quiet = 1;
export const active = 2;
export const cop = 3;
export const jailed = 4;

/** Counter values one actor may use in one tick. */
const drawsPerTick = 16;
const arrestDraw = drawsForFreeSite;
const termDraw = arrestDraw + 1;

export class CivilViolence {
  readonly torus: Torus;
  readonly near: Neighbourhood;
  readonly parameters: CivilViolenceParameters;
  readonly seed: number;
  /** Who may exist: agents come first, cops after them. */
  readonly agentRoom: number;
  tick = 0;
  activeCount = 0;
  jailedCount = 0;
  copCount = 0;
  agentCount = 0;
  legitimacy01: number;

  readonly label: Uint8Array;
  readonly occupant: Int32Array;
  readonly state: Uint8Array;
  readonly siteOf: Int32Array;
  readonly hardship01: Float64Array;
  readonly riskAversion01: Float64Array;
  readonly copsSeen: Uint8Array;
  readonly activesSeen: Uint8Array;
  protected readonly order: Int32Array;
  protected orderLength = 0;
  private readonly releaseTick: Float64Array;
  private readonly inJail: Int32Array;
  private readonly arrestRisk01: Float64Array;
  private readonly actKey: DrawKey;
  private readonly orderKey: DrawKey;
  private readonly placeKey: DrawKey;

  /**
   * @param seed whole number in [0, 2^53)
   * @param agentRoom most agents that may ever be alive at once; default the agents at the start
   */
  constructor(parameters: CivilViolenceParameters, seed: number, agentRoom?: number) {
    this.parameters = parameters;
    this.seed = seed;
    this.legitimacy01 = parameters.legitimacy01;
    this.torus = new Torus(parameters.side, parameters.side);
    this.near = this.torus.disc(parameters.vision);
    if (this.near.size > 254)
      throw new RangeError(`a vision of ${parameters.vision} sees ${this.near.size} sites: at most 254 can be counted, give at most 8.9`);
    const { sites } = this.torus;
    const agents = Math.round(parameters.agentDensity * sites);
    const cops = Math.round(parameters.copDensity * sites);
    if (agents + cops > sites) {
      throw new RangeError(`${agents} agents and ${cops} cops do not fit on ${sites} sites: densities may add up to 1`);
    }
    this.agentRoom = agentRoom ?? agents;
    const actors = this.agentRoom + sites;
    this.label = new Uint8Array(sites);
    this.occupant = new Int32Array(sites).fill(-1);
    this.state = new Uint8Array(actors);
    this.siteOf = new Int32Array(actors);
    this.hardship01 = new Float64Array(this.agentRoom);
    this.riskAversion01 = new Float64Array(this.agentRoom);
    this.copsSeen = new Uint8Array(sites);
    this.activesSeen = new Uint8Array(sites);
    this.releaseTick = new Float64Array(this.agentRoom);
    this.inJail = new Int32Array(this.agentRoom);
    this.order = new Int32Array(actors);
    this.arrestRisk01 = this.tableOfRisk();
    this.actKey = drawKey(seed, 'civil violence', 'act');
    this.orderKey = drawKey(seed, 'civil violence', 'order');
    this.placeKey = drawKey(seed, 'civil violence', 'place');
    this.settle(agents, cops);
  }

  /** P for every count of actives (rows) and cops (columns) one can see. */
  private tableOfRisk(): Float64Array {
    const { size } = this.near;
    const { rule, arrestConstant } = this.parameters;
    const table = new Float64Array((size + 3) * (size + 1));
    for (let actives = 1; actives < size + 3; actives++) {
      for (let cops = 0; cops <= size; cops++) table[actives * (size + 1) + cops] = 1 - exp(-arrestConstant * readRatio(rule, cops, actives));
    }
    return table;
  }

  private settle(agents: number, cops: number): void {
    const places = Int32Array.from({ length: this.torus.sites }, (_, i) => i);
    shuffle(drawKey(this.seed, 'civil violence', 'settle'), 0, places, places.length);
    const nature = drawKey(this.seed, 'civil violence', 'nature');
    for (let id = 0; id < agents; id++) {
      threefry(nature.key0, nature.key1, id, 0);
      this.hardship01[id] = words[0]! * 2.3283064365386963e-10;
      this.riskAversion01[id] = words[1]! * 2.3283064365386963e-10;
      this.stand(id, quiet, places[cops + id]!);
      this.order[this.orderLength++] = id;
    }
    this.agentCount = agents;
    for (let c = 0; c < cops; c++) this.enlist(this.agentRoom + c, places[c]!);
  }

  private enlist(id: number, site: number): void {
    this.stand(id, cop, site);
    this.torus.addAround(this.copsSeen, site, this.near, 1);
    this.order[this.orderLength++] = id;
    this.copCount++;
  }

  protected stand(id: number, state: number, site: number): void {
    this.state[id] = state;
    this.siteOf[id] = site;
    this.label[site] = state;
    this.occupant[site] = id;
  }

  protected leave(site: number): void {
    this.label[site] = nobody;
    this.occupant[site] = -1;
  }

  /** One tick: everyone free takes a turn, then terms end. @cost about 0.1 microseconds an actor; no allocation */
  step(): void {
    shuffle(this.orderKey, this.tick, this.order, this.orderLength);
    for (let i = 0; i < this.orderLength; i++) {
      const id = this.order[i]!;
      const state = this.state[id]!;
      if (state === cop) this.patrol(id);
      else if (state === quiet || state === active) this.decide(id, state);
    }
    this.tick++;
    this.release();
  }

  /** Rules M and A: move, then act if grievance less the risk feared exceeds the threshold. */
  private decide(id: number, before: number): void {
    const { parameters, near } = this;
    const from = this.siteOf[id]!;
    let site = from;
    if (parameters.agentsMove) {
      const to = freeSite(this.actKey, id, this.tick * drawsPerTick, this.torus, near, from, this.label);
      if (to >= 0) {
        site = to;
        this.leave(from);
        this.stand(id, before, to);
        if (before === active) {
          this.torus.addAround(this.activesSeen, from, near, -1);
          this.torus.addAround(this.activesSeen, to, near, 1);
        }
      }
    }
    const grievance = this.hardship01[id]! * (1 - this.legitimacy01);
    let now = quiet;
    if (grievance > parameters.threshold) {
      const self = before === active && parameters.rule === 'netlogo' ? 2 : 1;
      const risk = this.arrestRisk01[(self + this.activesSeen[site]!) * (near.size + 1) + this.copsSeen[site]!]!;
      if (grievance - this.riskAversion01[id]! * risk > parameters.threshold) now = active;
    }
    if (now !== before) {
      this.state[id] = now;
      this.label[site] = now;
      const by = now === active ? 1 : -1;
      this.activeCount += by;
      this.torus.addAround(this.activesSeen, site, near, by);
    }
    if (now === active) this.acted(id, site);
  }

  /** What an active agent does besides being seen: nothing in model I. */
  protected acted(_id: number, _site: number): void {}

  /** Rules M and C: move, then arrest one active in view. */
  private patrol(id: number): void {
    const { near, torus } = this;
    let site = this.siteOf[id]!;
    const to = freeSite(this.actKey, id, this.tick * drawsPerTick, torus, near, site, this.label);
    if (to >= 0) site = this.march(id, site, to);
    if (this.activesSeen[site] === 0) return;
    const found = labelledSite(this.actKey, id, this.tick * drawsPerTick + arrestDraw, torus, near, site, this.label, active);
    const arrested = this.occupant[found]!;
    this.quieten(found);
    this.leave(found);
    this.state[arrested] = jailed;
    this.inJail[this.jailedCount++] = arrested;
    const longest = this.parameters.longestJailTicks;
    const term = longest === Infinity ? Infinity : 1 + wholeBelow(this.actKey, arrested, this.tick * drawsPerTick + termDraw, longest);
    this.releaseTick[arrested] = this.tick + term;
    if (this.parameters.rule === 'netlogo') this.march(id, site, found);
  }

  private march(id: number, from: number, to: number): number {
    this.leave(from);
    this.stand(id, cop, to);
    this.torus.addAround(this.copsSeen, from, this.near, -1);
    this.torus.addAround(this.copsSeen, to, this.near, 1);
    return to;
  }

  /** The active agent on a site is seen as active no more. */
  protected quieten(site: number): void {
    this.activeCount--;
    this.torus.addAround(this.activesSeen, site, this.near, -1);
  }

  private release(): void {
    let kept = 0;
    const held = this.jailedCount;
    for (let i = 0; i < held; i++) {
      const id = this.inJail[i]!;
      if (this.state[id] !== jailed) continue;
      if (this.releaseTick[id]! > this.tick || !this.comeBack(id)) this.inJail[kept++] = id;
    }
    this.jailedCount = kept;
  }

  private comeBack(id: number): boolean {
    const from = this.siteOf[id]!;
    const count = this.tick * drawsPerTick;
    let site = this.label[from] === nobody ? from : freeSite(this.placeKey, id, count, this.torus, this.near, from, this.label);
    if (site < 0) site = this.label.indexOf(nobody);
    if (site < 0) return false;
    this.stand(id, quiet, site);
    return true;
  }

  /** Withdraws or posts cops until there are `wanted`: at random, on free sites. @param wanted whole number, 0 to the sites that are free */
  setCops(wanted: number): void {
    for (let n = 0; this.copCount > wanted; n++) {
      let left = wholeBelow(this.placeKey, n, this.tick * drawsPerTick + arrestDraw, this.copCount);
      const at = this.order.findIndex((id) => this.state[id] === cop && left-- === 0);
      const id = this.order[at]!;
      this.torus.addAround(this.copsSeen, this.siteOf[id]!, this.near, -1);
      this.leave(this.siteOf[id]!);
      this.state[id] = nobody;
      this.order[at] = this.order[--this.orderLength]!;
      this.copCount--;
    }
    for (let n = 0; this.copCount < wanted; n++) {
      const free = this.label.reduce((sum, label) => sum + (label === nobody ? 1 : 0), 0);
      if (free === 0) throw new RangeError(`${wanted} cops are wanted but no site is free: ask for at most ${this.copCount}`);
      let left = Math.floor(uniform01(this.placeKey, n, this.tick * drawsPerTick + termDraw) * free);
      const site = this.label.findIndex((label) => label === nobody && left-- === 0);
      this.enlist(this.state.indexOf(nobody, this.agentRoom), site);
    }
  }
}
