/** Citizens who may rebel, a hidden armed organisation, and police, on a torus; the killed do not come back. */
import { exp } from '../../base/maths.ts';
import { type DrawKey, drawKey, uniform01 } from '../../base/random.ts';
import { drawsForFreeSite, freeSite, labelledSite, shuffle, wholeBelow } from '../grid/luck.ts';
import { type Neighbourhood, Torus } from '../grid/torus.ts';

/** What an actor is and what stands on a site: the same codes. */
export const nobody = 0;
export const quietCitizen = 1;
export const activeCitizen = 2;
export const policeman = 3;
export const hidden = 4;
export const fighting = 5;
export const gone = 6;

export interface Setting {
  /** sites along each axis of the torus */
  readonly side: number;
  readonly citizens: number;
  readonly police: number;
  readonly revolutionaries: number;
  /** radius of what everybody sees, in sites */
  readonly vision: number;
  readonly legitimacy01: number;
  /** net grievance above which a citizen rebels */
  readonly threshold: number;
  /** how surely one policeman per rebel means arrest: 2.3 = nine in ten */
  readonly arrestConstant: number;
  readonly longestJailTicks: number;
  /** open rebels per policeman in view from which a revolutionary fights: n */
  readonly ratioToFight: number;
  /** chance that a policeman who meets a fighter kills: p */
  readonly policePrecision01: number;
  /** chance that a fighter who meets a policeman kills: r */
  readonly rebelPrecision01: number;
}

const drawsPerTick = 16;
const meetDraw = drawsForFreeSite;
const hitDraw = meetDraw + 1;
const termDraw = meetDraw + 2;

/** One society. Ids: citizens, then revolutionaries, then police. */
export class Revolution {
  readonly setting: Setting;
  tick = 0;
  activeCitizens = 0;
  jailed = 0;
  fighters = 0;
  police: number;
  revolutionaries: number;
  readonly income01: Float64Array;
  readonly state: Uint8Array;
  private readonly torus: Torus;
  private readonly near: Neighbourhood;
  private readonly label: Uint8Array;
  private readonly rebelHere: Uint8Array;
  private readonly occupant: Int32Array;
  private readonly siteOf: Int32Array;
  private readonly policeSeen: Uint8Array;
  private readonly rebelsSeen: Uint8Array;
  private readonly releaseTick: Float64Array;
  private readonly order: Int32Array;
  private orderLength = 0;
  private readonly arrestRisk01: Float64Array;
  private readonly actKey: DrawKey;
  private readonly orderKey: DrawKey;
  private readonly placeKey: DrawKey;

  /**
   * @param seed whole number in [0, 2^53)
   * @throws RangeError when they do not fit on the torus
   * @random subject `moro`: decisions "order", "act", "place", "settle", "income"
   */
  constructor(setting: Setting, seed: number) {
    const { side, citizens, revolutionaries, police } = setting;
    const people = citizens + revolutionaries + police;
    this.setting = setting;
    this.police = police;
    this.revolutionaries = revolutionaries;
    this.torus = new Torus(side, side);
    if (people > this.torus.sites) throw new RangeError(`${people} people do not fit on ${this.torus.sites} sites: give fewer, or a larger side than ${side}`);
    this.near = this.torus.disc(setting.vision);
    if (this.near.size > 254) throw new RangeError(`a vision of ${setting.vision} sees ${this.near.size} sites: at most 254 can be counted, give at most 8.9`);
    const { sites } = this.torus;
    this.label = new Uint8Array(sites);
    this.rebelHere = new Uint8Array(sites);
    this.occupant = new Int32Array(sites).fill(-1);
    this.policeSeen = new Uint8Array(sites);
    this.rebelsSeen = new Uint8Array(sites);
    this.state = new Uint8Array(people);
    this.siteOf = new Int32Array(people);
    this.releaseTick = new Float64Array(citizens).fill(-1);
    this.order = new Int32Array(people);
    this.arrestRisk01 = Float64Array.from({ length: this.near.size + 1 }, (_, ratio) => 1 - exp(-setting.arrestConstant * ratio));
    this.actKey = drawKey(seed, 'moro', 'act');
    this.orderKey = drawKey(seed, 'moro', 'order');
    this.placeKey = drawKey(seed, 'moro', 'place');
    const incomeKey = drawKey(seed, 'moro', 'income');
    this.income01 = Float64Array.from({ length: citizens }, (_, id) => uniform01(incomeKey, id, 0));
    const places = Int32Array.from({ length: sites }, (_, i) => i);
    shuffle(drawKey(seed, 'moro', 'settle'), 0, places, sites);
    for (let id = 0; id < people; id++) {
      this.enter(id, id < citizens ? quietCitizen : id < citizens + revolutionaries ? hidden : policeman, places[id]!);
      this.order[this.orderLength++] = id;
    }
  }

  private enter(id: number, state: number, site: number): void {
    this.siteOf[id] = site;
    this.occupant[site] = id;
    this.state[id] = state;
    this.label[site] = state;
    this.show(state, site, 1);
  }

  private leave(id: number): void {
    const site = this.siteOf[id]!;
    this.show(this.state[id]!, site, -1);
    this.label[site] = nobody;
    this.occupant[site] = -1;
  }

  /** Makes somebody seen, or unseen, by all who look at the site. */
  private show(state: number, site: number, by: number): void {
    if (state === policeman) this.torus.addAround(this.policeSeen, site, this.near, by);
    if (state !== activeCitizen && state !== fighting) return;
    this.torus.addAround(this.rebelsSeen, site, this.near, by);
    this.rebelHere[site] = by > 0 ? 1 : 0;
    if (state === activeCitizen) this.activeCitizens += by;
    else this.fighters += by;
  }

  private become(id: number, state: number): void {
    if (this.state[id] === state) return;
    const site = this.siteOf[id]!;
    this.leave(id);
    this.enter(id, state, site);
  }

  /** One tick: everybody alive and free takes a turn in a random order, then terms end. */
  step(): void {
    shuffle(this.orderKey, this.tick, this.order, this.orderLength);
    for (let i = 0; i < this.orderLength; i++) {
      const id = this.order[i]!;
      const state = this.state[id]!;
      if (state === gone) continue;
      this.move(id);
      if (state === policeman) this.patrol(id);
      else if (state === hidden || state === fighting) this.conspire(id);
      else this.decide(id);
    }
    this.tick++;
    this.drop();
    this.release();
  }

  /** Takes those who are jailed or dead out of the order of turns. */
  private drop(): void {
    let kept = 0;
    for (let i = 0; i < this.orderLength; i++) if (this.state[this.order[i]!] !== gone) this.order[kept++] = this.order[i]!;
    this.orderLength = kept;
  }

  private move(id: number): void {
    const to = freeSite(this.actKey, id, this.tick * drawsPerTick, this.torus, this.near, this.siteOf[id]!, this.label);
    if (to < 0) return;
    const state = this.state[id]!;
    this.leave(id);
    this.enter(id, state, to);
  }

  /** A citizen rebels when grievance (higher for the poor) exceeds what arrest would cost (lower for the poor). */
  private decide(id: number): void {
    const { legitimacy01, threshold } = this.setting;
    const site = this.siteOf[id]!;
    const others = this.rebelsSeen[site]!;
    const income01 = this.income01[id]!;
    const risk01 = this.arrestRisk01[Math.floor(this.policeSeen[site]! / (others + 1))]!;
    this.become(id, (1 - legitimacy01) * (1 - income01) - income01 * risk01 > threshold ? activeCitizen : quietCitizen);
  }

  /** A revolutionary fights when there are enough open rebels for each policeman in view, else hides. */
  private conspire(id: number): void {
    const site = this.siteOf[id]!;
    const police = this.policeSeen[site]!;
    const rebels = this.rebelsSeen[site]! + 1;
    this.become(id, rebels >= this.setting.ratioToFight * police ? fighting : hidden);
    if (this.state[id] === hidden || police === 0) return;
    const victim = this.occupant[labelledSite(this.actKey, id, this.tick * drawsPerTick + meetDraw, this.torus, this.near, site, this.label, policeman)]!;
    if (uniform01(this.actKey, id, this.tick * drawsPerTick + hitDraw) >= this.setting.rebelPrecision01) return;
    this.leave(victim);
    this.state[victim] = gone;
    this.police--;
  }

  /** A policeman picks one open rebel in view: a citizen is jailed, a fighter killed with a chance. */
  private patrol(id: number): void {
    const site = this.siteOf[id]!;
    if (this.rebelsSeen[site] === 0) return;
    const met = this.occupant[labelledSite(this.actKey, id, this.tick * drawsPerTick + meetDraw, this.torus, this.near, site, this.rebelHere, 1)]!;
    const isFighter = this.state[met] === fighting;
    if (isFighter && uniform01(this.actKey, id, this.tick * drawsPerTick + hitDraw) >= this.setting.policePrecision01) return;
    this.leave(met);
    this.state[met] = gone;
    if (isFighter) this.revolutionaries--;
    else {
      this.releaseTick[met] = this.tick + 1 + wholeBelow(this.actKey, met, this.tick * drawsPerTick + termDraw, this.setting.longestJailTicks);
      this.jailed++;
    }
  }

  private release(): void {
    for (let id = 0; id < this.releaseTick.length; id++) {
      if (this.releaseTick[id]! < 0 || this.releaseTick[id]! > this.tick) continue;
      const site = this.freePlace(id);
      if (site < 0) continue;
      this.enter(id, quietCitizen, site);
      this.order[this.orderLength++] = id;
      this.releaseTick[id] = -1;
      this.jailed--;
    }
  }

  private freePlace(id: number): number {
    const from = this.siteOf[id]!;
    if (this.label[from] === nobody) return from;
    const near = freeSite(this.placeKey, id, this.tick * drawsPerTick, this.torus, this.near, from, this.label);
    return near >= 0 ? near : this.label.indexOf(nobody);
  }
}
