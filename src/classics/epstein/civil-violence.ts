/**
 * Model I in plain words: people with a grievance and a fear of arrest, cops who arrest, on a torus.
 *
 * Each tick every free agent and every cop takes one turn in a random order: move, then act. Arrested agents leave the
 * torus. How many cops and actives each site sees is kept up to date, so that a decision costs one look-up at any vision.
 * This is the form to read and to extend; civil-violence.as is the fast one, and a test holds both to the same bytes.
 *
 * @source Epstein 2002, doi:10.1073/pnas.092080199. ASSUMPTION where it is silent: an agent comes back to where it was
 *         arrested, or a free site in view of it, or a tick later; terms are whole ticks of 1 to Jmax.
 */
import { tileOrders } from '../grid/tiles.ts';
import type { Neighbourhood, Torus } from '../grid/torus.ts';
import { Turns } from '../grid/turns.ts';
import { Words } from '../grid/words.ts';
import type { CivilViolenceParameters } from './parameters.ts';
import { dares, risks01, settle } from './settlement.ts';

/** What stands on a site and what an actor is: the same codes. */
export const nobody = 0;
export const quiet = 1;
export const active = 2;
export const cop = 3;
export const jailed = 4;

export class CivilViolence {
  readonly torus: Torus;
  readonly near: Neighbourhood;
  readonly parameters: CivilViolenceParameters;
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
  readonly turns: Turns;
  /** Ticks until an agent is let out; Infinity for life. */
  readonly termLeft: Float64Array;
  protected readonly luck: Words;
  private readonly arrestRisk01: Float64Array;
  private readonly offOrders = new Map<Neighbourhood, readonly Int32Array[]>();
  private readonly found: Int32Array;

  /**
   * @param seed whole number in [0, 2^53)
   * @param agentRoom most agents that may ever be alive at once; default the agents at the start
   * @random where everybody begins and everybody's nature: see `settle`; all else: the words of the stream `civil violence`
   */
  constructor(parameters: CivilViolenceParameters, seed: number, agentRoom?: number) {
    const start = settle(parameters, seed);
    this.parameters = parameters;
    this.legitimacy01 = parameters.legitimacy01;
    this.torus = start.torus;
    this.near = start.near;
    const { sites } = this.torus;
    this.agentRoom = agentRoom ?? start.agents;
    const actors = this.agentRoom + sites;
    this.label = new Uint8Array(sites);
    this.occupant = new Int32Array(sites).fill(-1);
    this.state = new Uint8Array(actors);
    this.siteOf = new Int32Array(actors);
    this.hardship01 = new Float64Array(this.agentRoom);
    this.riskAversion01 = new Float64Array(this.agentRoom);
    this.hardship01.set(start.hardship01);
    this.riskAversion01.set(start.riskAversion01);
    this.copsSeen = new Uint8Array(sites);
    this.activesSeen = new Uint8Array(sites);
    this.termLeft = new Float64Array(this.agentRoom);
    this.found = new Int32Array(256);
    this.turns = new Turns(actors, start.agents + start.cops);
    this.arrestRisk01 = risks01(parameters, this.near.size);
    this.luck = new Words(seed, 'civil violence');
    for (let id = 0; id < start.agents; id++) this.join(id, quiet, start.sites[id]!);
    this.agentCount = start.agents;
    for (let c = 0; c < start.cops; c++) this.enlist(this.agentRoom + c, start.sites[start.agents + c]!);
  }

  protected join(id: number, state: number, site: number): void {
    this.stand(id, state, site);
    this.turns.add(id);
  }

  private enlist(id: number, site: number): void {
    this.join(id, cop, site);
    this.torus.addAround(this.copsSeen, site, this.near, 1);
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

  /** One tick: everyone free takes a turn, then terms end. @cost about 2 microseconds an actor at vision 7; no allocation */
  step(): void {
    const present = this.turns.length - this.jailedCount;
    this.turns.reorder(this.luck, this.state, jailed, present);
    for (let i = 0; i < present; i++) {
      const id = this.turns.order[i]!;
      const state = this.state[id]!;
      if (state === cop) this.patrol(id);
      else if (state === quiet || state === active) this.decide(id, state);
    }
    this.tick++;
    this.release();
  }

  /** A site drawn uniformly among those in view that a test holds for, or -1 without a draw if there is none. */
  protected choose(near: Neighbourhood, site: number, holds: (site: number) => boolean): number {
    const { found } = this;
    this.look(near, site);
    let many = 0;
    for (let n = 0; n < near.size; n++) if (holds(found[n]!)) found[many++] = found[n]!;
    return many === 0 ? -1 : found[this.luck.below(many)]!;
  }

  /** As `choose`, for the sites with one label. */
  private labelled(near: Neighbourhood, site: number, label: number): number {
    const { found, label: labels } = this;
    this.look(near, site);
    let many = 0;
    for (let n = 0; n < near.size; n++) if (labels[found[n]!] === label) found[many++] = found[n]!;
    return many === 0 ? -1 : found[this.luck.below(many)]!;
  }

  /** Lists the sites in view, tile by tile: the order in which the fast form counts them off. */
  private look(near: Neighbourhood, site: number): void {
    let orders = this.offOrders.get(near);
    if (orders === undefined) this.offOrders.set(near, (orders = tileOrders(near)));
    const { width } = this.torus;
    const y = (site / width) | 0;
    this.torus.list(site, near, orders[((y & 7) << 3) | ((site - y * width) & 7)]!, this.found);
  }

  protected freeSite(near: Neighbourhood, site: number): number {
    return this.labelled(near, site, nobody);
  }

  /** Rules M and A: move, then act if grievance less the risk feared exceeds the threshold. */
  private decide(id: number, before: number): void {
    const { parameters, near } = this;
    const from = this.siteOf[id]!;
    let site = from;
    const to = parameters.agentsMove ? this.freeSite(near, from) : -1;
    if (to >= 0) {
      site = to;
      this.leave(from);
      this.stand(id, before, to);
      if (before === active) {
        this.torus.addAround(this.activesSeen, from, near, -1);
        this.torus.addAround(this.activesSeen, to, near, 1);
      }
    }
    const self = before === active && parameters.rule === 'netlogo' ? 2 : 1;
    const risk01 = this.arrestRisk01[(self + this.activesSeen[site]!) * (near.size + 1) + this.copsSeen[site]!]!;
    const now = dares(this.hardship01[id]! * (1 - this.legitimacy01), this.riskAversion01[id]!, risk01, parameters.threshold) ? active : quiet;
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
    let site = this.siteOf[id]!;
    const to = this.freeSite(this.near, site);
    if (to >= 0) site = this.march(id, site, to);
    if (this.activesSeen[site] === 0) return;
    const found = this.labelled(this.near, site, active);
    const arrested = this.occupant[found]!;
    this.quieten(found);
    this.leave(found);
    this.state[arrested] = jailed;
    this.jailedCount++;
    const longest = this.parameters.longestJailTicks;
    this.termLeft[arrested] = longest === Infinity ? Infinity : 1 + this.luck.below(longest);
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
    for (let i = 0; i < this.turns.length; i++) {
      const id = this.turns.order[i]!;
      if (this.state[id] !== jailed) continue;
      if (this.termLeft[id]! > 1) {
        this.termLeft[id]!--;
        continue;
      }
      const from = this.siteOf[id]!;
      const site = this.label[from] === nobody ? from : this.freeSite(this.near, from);
      if (site < 0) continue;
      this.stand(id, quiet, site);
      this.jailedCount--;
    }
  }

  /** Withdraws cops drawn at random, or posts new ones on free sites drawn at random, until there are `wanted`. @param wanted whole number */
  setCops(wanted: number): void {
    while (this.copCount > wanted) {
      let left = this.luck.below(this.copCount--);
      const id = this.turns.order.find((other) => this.state[other] === cop && left-- === 0)!;
      this.torus.addAround(this.copsSeen, this.siteOf[id]!, this.near, -1);
      this.leave(this.siteOf[id]!);
      this.state[id] = nobody;
      this.turns.keep((other) => other !== id);
    }
    while (this.copCount < wanted) {
      const free = this.label.reduce((sum, label) => sum + (label === nobody ? 1 : 0), 0);
      if (free === 0) throw new RangeError(`${wanted} cops are wanted but no site is free: ask for at most ${this.copCount}`);
      let left = this.luck.below(free);
      const site = this.label.findIndex((label) => label === nobody && left-- === 0);
      this.enlist(this.state.indexOf(nobody, this.agentRoom), site);
    }
  }
}
