/**
 * Model II: two groups; to be active is to kill one of the others in view, until a group is gone or cops hold them apart.
 *
 * @source Epstein 2002, doi:10.1073/pnas.092080199. ASSUMPTION where it is silent: everyone is of age 0 at the start and
 *         dies at a whole age of 1 to 200 ticks; free sites to clone onto are the eight around the parent.
 */
import { type DrawKey, drawKey, uniform01 } from '../../base/random.ts';
import { drawsForFreeSite, freeSite, labelledSite, shuffle, wholeBelow } from '../grid/luck.ts';
import type { Neighbourhood } from '../grid/torus.ts';
import { CivilViolence, active, cop, jailed, nobody, quiet } from './civil-violence.ts';
import type { CivilViolenceParameters } from './parameters.ts';

const cloneChance01 = 0.05;
const longestLifeTicks = 200;
const drawsPerTick = 8;

export class InterGroupViolence extends CivilViolence {
  readonly group: Uint8Array;
  /** Agents alive in each group, free or jailed. */
  readonly alive = new Int32Array(2);
  killed = 0;
  private readonly deathTick: Int32Array;
  private readonly groupOn: [Uint8Array, Uint8Array];
  private readonly around: Neighbourhood;
  private readonly spare: Int32Array;
  private spareCount = 0;
  private readonly killKey: DrawKey;
  private readonly birthKey: DrawKey;
  private readonly chanceKey: DrawKey;
  private readonly birthOrder: Int32Array;

  constructor(parameters: CivilViolenceParameters, seed: number) {
    const sites = parameters.side * parameters.side;
    // the jailed stand on no site: there may be more people than sites
    super(parameters, seed, 4 * sites);
    this.group = new Uint8Array(this.agentRoom);
    this.deathTick = new Int32Array(this.agentRoom);
    this.groupOn = [new Uint8Array(sites), new Uint8Array(sites)];
    this.around = this.torus.disc(1.5);
    this.spare = new Int32Array(this.agentRoom);
    this.birthOrder = new Int32Array(this.agentRoom);
    this.killKey = drawKey(seed, 'inter-group violence', 'kill');
    this.birthKey = drawKey(seed, 'inter-group violence', 'birth');
    this.chanceKey = drawKey(seed, 'inter-group violence', 'chance of a birth');
    const nature = drawKey(seed, 'inter-group violence', 'nature');
    for (let id = 0; id < this.agentCount; id++) {
      this.group[id] = wholeBelow(nature, id, 0, 2);
      this.deathTick[id] = 1 + wholeBelow(nature, id, 1, longestLifeTicks);
      this.alive[this.group[id]!]!++;
    }
    for (let id = this.agentRoom - 1; id >= this.agentCount; id--) this.spare[this.spareCount++] = id;
  }

  /** The active agent kills one of the other group in view, drawn at random. */
  protected override acted(id: number, site: number): void {
    const others = 1 - this.group[id]!;
    const labels = this.groupOn[others]!;
    const { near, torus } = this;
    let found = 0;
    for (let i = 0; i < near.size; i++) {
      const at = torus.seen(site, near, i);
      const there = this.label[at]!;
      const isOther = (there === quiet || there === active) && this.group[this.occupant[at]!] === others;
      labels[at] = isOther ? 1 : 0;
      if (isOther) found++;
    }
    if (found === 0) return;
    const victim = this.occupant[labelledSite(this.killKey, id, this.tick, torus, near, site, labels, 1)]!;
    this.die(victim);
    this.killed++;
  }

  private die(id: number): void {
    const site = this.siteOf[id]!;
    if (this.state[id] === active) this.quieten(site);
    if (this.state[id] !== jailed) this.leave(site);
    this.state[id] = nobody;
    this.alive[this.group[id]!]!--;
    this.agentCount--;
  }

  override step(): void {
    super.step();
    this.bury();
    this.clone();
    for (let id = 0; id < this.agentRoom; id++) {
      if (this.state[id] !== nobody && this.deathTick[id]! <= this.tick) this.die(id);
    }
    this.bury();
  }

  /** The dead leave the order of turns and their numbers become free. */
  private bury(): void {
    let kept = 0;
    for (let i = 0; i < this.orderLength; i++) {
      const id = this.order[i]!;
      if (this.state[id] === nobody) this.spare[this.spareCount++] = id;
      else this.order[kept++] = id;
    }
    this.orderLength = kept;
  }

  private clone(): void {
    let parents = 0;
    for (let i = 0; i < this.orderLength; i++) {
      const id = this.order[i]!;
      if (this.state[id] !== cop && this.state[id] !== jailed) this.birthOrder[parents++] = id;
    }
    shuffle(this.birthKey, this.tick * drawsPerTick, this.birthOrder, parents);
    for (let i = 0; i < parents; i++) {
      const parent = this.birthOrder[i]!;
      const count = this.tick * drawsPerTick;
      if (uniform01(this.chanceKey, parent, this.tick) >= cloneChance01) continue;
      const site = freeSite(this.birthKey, parent, count + 1, this.torus, this.around, this.siteOf[parent]!, this.label);
      if (site < 0) continue;
      if (this.spareCount === 0) throw new RangeError(`more than ${this.agentRoom} people at tick ${this.tick}: raise the room for agents`);
      const child = this.spare[--this.spareCount]!;
      this.hardship01[child] = this.hardship01[parent]!;
      this.riskAversion01[child] = uniform01(this.birthKey, parent, count + 1 + drawsForFreeSite);
      this.deathTick[child] = this.tick + 1 + wholeBelow(this.birthKey, parent, count + 2 + drawsForFreeSite, longestLifeTicks);
      this.group[child] = this.group[parent]!;
      this.alive[this.group[child]!]!++;
      this.agentCount++;
      this.stand(child, quiet, site);
      this.order[this.orderLength++] = child;
    }
  }

  /** Whether one group is gone. */
  get isOver(): boolean {
    return this.alive[0] === 0 || this.alive[1] === 0;
  }
}
