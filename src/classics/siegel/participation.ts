/** People who take part once their own motivation outweighs what the part of their acquaintances who stay away holds them back. */
import { drawKey } from '../../base/random.ts';
import { normalDraw } from '../../base/normal.ts';
import type { Network } from '../watts/cascade.ts';

/**
 * Net internal motivations b of people, normal.
 * @random decision "motivation", index = person: the same person has the same standing in every network of a seed
 */
export function motivations(seed: number, people: number, mean: number, spread: number): Float64Array {
  const key = drawKey(seed, 'siegel', 'motivation');
  return Float64Array.from({ length: people }, (_, person) => mean + spread * normalDraw(key, person, 0));
}

/**
 * A society, period by period: c' = λ c − (1 − λ)(1 − local share acting); a person acts while b + c > 0. All decide at once.
 * Nobody acts at first and everybody expects that to stay so: c = −1.
 * @source Siegel 2009, doi:10.1111/j.1540-5907.2008.00361.x, as a public replication has it (github.com/nickeubank/coordination_model):
 *         start with nobody, people without ties see nobody acting
 */
export class Society {
  readonly network: Network;
  readonly isActing: Uint8Array;
  /** period before which a person taken away is not back; 0 = was never taken */
  readonly awayUntil: Int32Array;
  acting = 0;
  period = 0;
  /** how often somebody stopped by their own choice */
  stops = 0;
  private readonly motivation: Float64Array;
  private readonly inertia01: number;
  private readonly external: Float64Array;
  private readonly actingAround: Int32Array;
  private readonly changing: Int32Array;

  /** @param inertia01 λ, in [0, 1) */
  constructor(network: Network, motivation: Float64Array, inertia01: number) {
    this.network = network;
    this.motivation = motivation;
    this.inertia01 = inertia01;
    this.isActing = new Uint8Array(network.people);
    this.awayUntil = new Int32Array(network.people);
    this.external = new Float64Array(network.people).fill(-1);
    this.actingAround = new Int32Array(network.people);
    this.changing = new Int32Array(network.people);
  }

  ties(person: number): number {
    return this.network.from[person + 1]! - this.network.from[person]!;
  }

  /** Share of a person's acquaintances who act. */
  protected actingAround01(person: number): number {
    const ties = this.ties(person);
    return ties === 0 ? 0 : this.actingAround[person]! / ties;
  }

  /** One period. @returns how far the society was from rest: people who changed, plus the largest change still to come of some c */
  step(): number {
    const { inertia01, external, motivation, isActing, changing } = this;
    let changes = 0;
    let toCome = 0;
    for (let person = 0; person < isActing.length; person++) {
      const rest = this.actingAround01(person) - 1;
      const now = inertia01 * external[person]! + (1 - inertia01) * rest;
      toCome = Math.max(toCome, Math.abs(now - rest));
      external[person] = now;
      const acts = motivation[person]! + now > 0 && this.period >= this.awayUntil[person]! ? 1 : 0;
      if (acts !== isActing[person]) changing[changes++] = person;
    }
    for (let i = 0; i < changes; i++) this.change(changing[i]!);
    this.period++;
    return changes + toCome;
  }

  private change(person: number): void {
    const { network, actingAround } = this;
    const by = this.isActing[person] === 1 ? -1 : 1;
    if (by < 0 && this.period >= this.awayUntil[person]!) this.stops++;
    this.isActing[person] = by > 0 ? 1 : 0;
    this.acting += by;
    for (let t = network.from[person]!; t < network.from[person + 1]!; t++) actingAround[network.ties[t]!]! += by;
  }

  /** Takes somebody who acts away for a number of periods. */
  take(person: number, periods: number): void {
    this.awayUntil[person] = this.period + periods;
    if (this.isActing[person] === 1) this.change(person);
  }

  /** Lets periods pass until nothing changes any more. @returns people acting */
  settle(): number {
    while (this.step() > 1e-12);
    return this.acting;
  }
}

/** Share of people who act in the end. */
export function participation01(network: Network, motivation: Float64Array, inertia01 = 0): number {
  return new Society(network, motivation, inertia01).settle() / network.people;
}
