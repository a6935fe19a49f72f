/**
 * The rival: everybody in dense typed arrays, visited every hour in order, no objects, ties counted
 * incrementally by whoever moves. Same places, same ties, same rule and hazards as the engine; its
 * luck is a cheap hash, so histories agree in distribution, not person by person.
 */
import type { ParameterValues } from '../../base/parameter.ts';
import { IntList } from '../../base/growable.ts';
import { exp } from '../../base/maths.ts';
import { fearOf, segmentCount } from '../../world/people/layout.ts';
import type { World } from '../../world/world.ts';
import { outingRule, prompter, type Script } from './bench-script.ts';

const idle = 0;
const out = 1;
const resting = 2;
const tired = 3;
const gone = 4;
const mostRinging = 16;

/** Uniform in [0,1): one multiplication chain, the least a draw can cost. */
function cheapDraw(person: number, hour: number): number {
  let h = Math.imul(person ^ Math.imul(hour + 1, 0x9e3779b1), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0) * 2.3283064365386963e-10;
}

export class DensePeople {
  joins = 0;
  leaves = 0;
  private readonly world: World;
  private readonly everybody: boolean;
  private readonly hardship: Float32Array;
  private readonly fear: Float32Array;
  private readonly state: Uint8Array;
  private readonly ties: Uint8Array;
  private readonly chance = new Float64Array(256);
  private readonly joiners = new IntList(1024);
  private readonly leavers = new IntList(1024);
  private readonly buffer = new Int32Array(64);

  /** @param everybody visit all residents, or only those who can be moved (the first slots of a place) */
  constructor(world: World, everybody: boolean) {
    const { settlement } = world;
    this.world = world;
    this.everybody = everybody;
    this.hardship = new Float32Array(settlement.people);
    this.fear = new Float32Array(settlement.people).fill(1);
    this.state = new Uint8Array(settlement.people);
    this.ties = new Uint8Array(settlement.people);
    settlement.residents.forEach((home, p) => {
      const base = settlement.offsets[p]!;
      for (let s = 0; s < segmentCount; s++) {
        const start = home.segmentStart(s);
        const end = home.segmentEnd(s);
        for (let i = start; i < end; i++) {
          this.hardship[base + i] = world.hardships[s >> 1]!;
          this.fear[base + i] = fearOf(i, start, end, 0.05);
          if (!home.isResident(i)) this.state[base + i] = gone;
        }
      }
    });
  }

  bytes(): number {
    return this.hardship.byteLength + this.fear.byteLength + this.state.byteLength + this.ties.byteLength;
  }

  /** Persons visited in an hour. */
  visited(): number {
    const { settlement } = this.world;
    return this.everybody ? settlement.people : settlement.residents.reduce((sum, r) => sum + r.movable, 0);
  }

  /** Bind to a script; the function returned does an hour. */
  prepare(values: ParameterValues, script: Script): (hour: number) => void {
    const { world } = this;
    const { settlement } = world;
    const ask = prompter(world, values, script);
    const rule = outingRule(world, values);
    const leave = 1 / (rule.stayHours + 1);
    const wake = 1 - exp(-1 / rule.restDays);
    return (hour) => {
      for (let p = 0; p < world.places.count; p++) {
        const { mood, reachHazard, tieHazard } = ask(p, hour);
        for (let n = 0; n < 256; n++) this.chance[n] = 1 - exp(-(reachHazard + tieHazard * (n < mostRinging ? n : mostRinging)));
        const from = settlement.offsets[p]!;
        const to = this.everybody ? settlement.offsets[p + 1]! : from + settlement.residents[p]!.movable;
        this.visit(from, to, hour, mood.openness01, mood.tieWeight, mood.push, mood.risk, leave, settlement.dayBegins(p, hour) ? wake : -1);
      }
      this.settle(rule.spentShare01, rule.tiredShare01, hour);
    };
  }

  /** The dense pass over one place. `wake` >= 0 at dawn. */
  private visit(from: number, to: number, hour: number, openness: number, tieWeight: number, push: number, risk: number, leave: number, wake: number): void {
    const { hardship, fear, state, ties, chance } = this;
    for (let i = from; i < to; i++) {
      const s = state[i]!;
      if (s === idle) {
        const active = ties[i]!;
        if (hardship[i]! * openness + tieWeight * active + push > fear[i]! * risk) {
          const c = chance[active]!;
          if (c > 0 && cheapDraw(i, hour) < c) this.joiners.push(i);
        }
      } else if (s === out) {
        if (cheapDraw(i, hour) < leave) this.leavers.push(i);
      } else if (wake >= 0 && (s === resting || (s === tired && cheapDraw(i, hour) < wake))) {
        state[i] = idle;
      }
    }
  }

  private settle(spentShare: number, tiredShare: number, hour: number): void {
    for (let n = 0; n < this.leavers.length; n++) {
      const person = this.leavers.items[n]!;
      const u = cheapDraw(person, -2 - hour);
      this.state[person] = u < spentShare ? gone : u < spentShare + tiredShare ? tired : resting;
      this.tell(person, -1);
    }
    for (let n = 0; n < this.joiners.length; n++) {
      this.state[this.joiners.items[n]!] = out;
      this.tell(this.joiners.items[n]!, 1);
    }
    this.leaves += this.leavers.length;
    this.joins += this.joiners.length;
    this.leavers.clear();
    this.joiners.clear();
  }

  private tell(person: number, change: number): void {
    const { settlement } = this.world;
    const home = settlement.placeOf(person);
    const n = settlement.ties.of(home, person - settlement.offsets[home]!, this.buffer);
    for (let t = 0; t < n; t++) this.ties[this.buffer[t]!]! += change;
  }
}
