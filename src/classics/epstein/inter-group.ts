/**
 * Model II: two groups; to be active is to kill one of the others in view, until a group is gone or cops hold them apart.
 *
 * @source Epstein 2002, doi:10.1073/pnas.092080199. ASSUMPTION where it is silent: everyone is of age 0 at the start and
 *         dies at a whole age of 1 to 200 ticks; free sites to clone onto are the eight around the parent.
 */
import type { Neighbourhood } from '../grid/torus.ts';
import { CivilViolence, active, cop, jailed, nobody, quiet } from './civil-violence.ts';
import type { CivilViolenceParameters } from './parameters.ts';

const cloneChance01 = 0.05;
const longestLifeTicks = 200;
const perWord = 2.3283064365386963e-10;

export class InterGroupViolence extends CivilViolence {
  readonly group: Uint8Array;
  /** Agents alive in each group, free or jailed. */
  readonly alive = new Int32Array(2);
  killed = 0;
  private readonly deathTick: Int32Array;
  private readonly around: Neighbourhood;
  private readonly spare: Int32Array;
  private spareCount = 0;
  private readonly parents: Int32Array;

  constructor(parameters: CivilViolenceParameters, seed: number) {
    const sites = parameters.side * parameters.side;
    // the jailed stand on no site: there may be more people than sites
    super(parameters, seed, 4 * sites);
    this.group = new Uint8Array(this.agentRoom);
    this.deathTick = new Int32Array(this.agentRoom);
    this.around = this.torus.view('moore', 1);
    this.spare = new Int32Array(this.agentRoom);
    this.parents = new Int32Array(this.agentRoom);
    for (let id = 0; id < this.agentCount; id++) {
      this.group[id] = this.luck.below(2);
      this.deathTick[id] = 1 + this.luck.below(longestLifeTicks);
      this.alive[this.group[id]!]!++;
    }
    for (let id = this.agentRoom - 1; id >= this.agentCount; id--) this.spare[this.spareCount++] = id;
  }

  /** The active agent kills one of the other group in view, drawn at random. */
  protected override acted(id: number, site: number): void {
    const others = 1 - this.group[id]!;
    const found = this.choose(this.near, site, (at) => {
      const there = this.label[at]!;
      return (there === quiet || there === active) && this.group[this.occupant[at]!] === others;
    });
    if (found < 0) return;
    this.die(this.occupant[found]!);
    this.killed++;
  }

  private die(id: number): void {
    const site = this.siteOf[id]!;
    if (this.state[id] === active) this.quieten(site);
    if (this.state[id] === jailed) this.jailedCount--;
    else this.leave(site);
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
    this.turns.keep((id) => {
      const isDead = this.state[id] === nobody;
      if (isDead) this.spare[this.spareCount++] = id;
      return !isDead;
    });
  }

  /** Whoever is free may have a child on a free site beside; in a random order, the first come take the last sites. */
  private clone(): void {
    let many = 0;
    for (let i = 0; i < this.turns.length; i++) {
      const id = this.turns.order[i]!;
      if (this.state[id] !== cop && this.state[id] !== jailed) this.parents[many++] = id;
    }
    for (let left = many; left > 0; left--) {
      const drawn = this.luck.below(left);
      const parent = this.parents[drawn]!;
      this.parents[drawn] = this.parents[left - 1]!;
      if (this.luck.next() * perWord >= cloneChance01) continue;
      const site = this.freeSite(this.around, this.siteOf[parent]!);
      if (site < 0) continue;
      if (this.spareCount === 0) throw new RangeError(`more than ${this.agentRoom} people at tick ${this.tick}: raise the room for agents`);
      const child = this.spare[--this.spareCount]!;
      this.hardship01[child] = this.hardship01[parent]!;
      this.riskAversion01[child] = this.luck.next() * perWord;
      this.deathTick[child] = this.tick + 1 + this.luck.below(longestLifeTicks);
      this.group[child] = this.group[parent]!;
      this.alive[this.group[child]!]!++;
      this.agentCount++;
      this.join(child, quiet, site);
    }
  }

  /** Whether one group is gone. */
  get isOver(): boolean {
    return this.alive[0] === 0 || this.alive[1] === 0;
  }
}
