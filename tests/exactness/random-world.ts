/**
 * Random small worlds, each wholly fixed by its seed. Numbers of people are those of hamlets while
 * the events are those of a metropolis, so many parameters lie far outside their priors: guards that
 * yield to a handful, a looted rifle worth twenty people, detention for hours.
 */
import { drawParameters, type ParameterValues } from '../../src/base/parameter.ts';
import { modelParameters, scenarioParameters } from '../../src/mechanisms/registry.ts';
import type { Arm, DoEntry, OutsideEvent, ScenarioSpec } from '../../src/scenario/types.ts';
import { countryKey, dice, placeKey, quantity, smallScenario } from '../support/worlds.ts';

export interface RandomWorld {
  readonly seed: number;
  readonly scenario: ScenarioSpec;
  readonly values: ParameterValues;
  readonly arm: Arm;
}

/** Draws by name, so that a new question moves no other answer. */
class Chance {
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  u(name: string, n = 0): number {
    return dice(this.seed, name)(n);
  }

  even(name: string, low: number, high: number, n = 0): number {
    return low + (high - low) * this.u(name, n);
  }

  /** Evenly spread in order of magnitude. */
  scale(name: string, low: number, high: number, n = 0): number {
    return low * (high / low) ** this.u(name, n);
  }

  whole(name: string, low: number, high: number, n = 0): number {
    return low + Math.floor((high - low + 1) * this.u(name, n));
  }

  one<T>(name: string, from: readonly T[], n = 0): T {
    return from[Math.floor(from.length * this.u(name, n))]!;
  }

  is(name: string, share: number, n = 0): boolean {
    return this.u(name, n) < share;
  }
}

export function randomWorld(seed: number): RandomWorld {
  const chance = new Chance(seed);
  const residents = randomResidents(chance);
  const perRegion = chance.whole('places per region', 1, 3);
  const keys = residents.map((places, c) => places.map((_, p) => placeKey(c, p, perRegion)));
  const hours = chance.whole('hours', 72, 200);
  const police = chance.is('much police', 0.3) ? chance.even('police', 60, 400) : 60;
  const small = smallScenario({
    residents,
    hours,
    placesPerRegion: perRegion,
    police: chance.is('no police', 0.08) ? 0 : police,
    army: chance.is('army', 0.3) ? chance.even('army size', 130, 600) : 10,
    events: randomEvents(chance, keys, hours),
    uncoupled: keys.flat().filter((_, i) => chance.is('uncoupled', 0.06, i)),
    capacity: Object.fromEntries(
      keys.flatMap((row, c) =>
        row.map((key, p) => [key, chance.is(`capacity of ${key}`, 0.15) ? residents[c]![p]! + chance.whole(`spare of ${key}`, 0, 30) : 0]),
      ),
    ),
    mustRatify: chance.is('ratify', 0.3),
    off: ['fall', 'strike', 'broadcast', 'retake', 'ratify'].filter((m) => chance.is(`off ${m}`, 0.06)),
    variants: { mobilise: [chance.one('form of going out', ['threshold', 'threshold', 'epstein', 'kuran'])] },
    latent: {
      legitimacy01: chance.even('legitimacy', 0.02, 0.35),
      lowestFear01: chance.even('lowest fear', 0.005, 0.3),
      discipline01: chance.even('discipline', 0.02, 0.6),
      loyalty01: chance.even('loyalty', 0.02, 0.6),
      cohesion01: chance.even('cohesion', 0.1, 0.95),
      lethalReadiness01: chance.even('lethal', 0.05, 0.95),
      connectivity01: chance.even('connectivity', 0.1, 1),
    },
  });
  // any hour of day and any day of the week may be the first
  const scenario: ScenarioSpec = { ...small, fromEpochMs: small.fromEpochMs + chance.whole('first hour', 0, 167) * 3_600_000 };
  const prior = drawParameters([...modelParameters, ...scenarioParameters(scenario)], seed, 0);
  return { seed, scenario, values: { ...prior, ...accelerated(chance) }, arm: randomArm(chance, hours, residents.length) };
}

/** 20 to 250 people in one to three countries of one to six places; now and then a town across several pages of people. */
function randomResidents(chance: Chance): number[][] {
  const countries = chance.one('countries', [1, 2, 2, 3, 3]);
  const wanted = chance.is('town', 0.015) ? chance.whole('people', 1100, 2200) : chance.whole('people', 20, 250);
  const sizes: number[][] = [];
  for (let c = 0; c < countries; c++) {
    const places = chance.whole(`places of ${c}`, 1, 6);
    sizes.push(
      Array.from({ length: places }, (_, p) =>
        chance.is(`tiny ${c}`, 0.25, p) ? chance.one(`size ${c}`, [1, 2, 7], p) : -chance.scale(`size ${c}`, 1, 12, p),
      ),
    );
  }
  const fixed = sizes.flat().reduce((sum, s) => sum + Math.max(0, s), 0);
  const weights = sizes.flat().reduce((sum, s) => sum + Math.max(0, -s), 0);
  return sizes.map((row) => row.map((s) => (s > 0 ? s : Math.max(1, Math.round(((wanted - fixed) * -s) / weights)))));
}

function randomEvents(chance: Chance, keys: readonly (readonly string[])[], hours: number): Partial<OutsideEvent>[] {
  return Array.from({ length: chance.whole('events', 1, 4) }, (_, n) => {
    // the first event sees to it that something happens in most worlds
    const c = n === 0 ? 0 : chance.whole('event country', 0, keys.length - 1, n);
    const callsHome = n > 0 && chance.is('call home', 0.2, n);
    return {
      kind: callsHome ? ('callHome' as const) : ('price' as const),
      atHour: chance.whole('event hour', 0, n === 0 ? 40 : hours - 20, n),
      where: [chance.is('event everywhere', n === 0 ? 0.9 : 0.6, n) ? countryKey(c) : chance.one('event place', keys[c]!, n)],
      group: chance.is('workers only', n === 0 ? 0.1 : 0.25, n) ? ('workers' as const) : ('all' as const),
      grievance01: quantity(chance.even('grievance', n === 0 ? 0.2 : 0.02, 0.7, n)),
      reach01: quantity(chance.even('reach', n === 0 ? 0.3 : 0, 0.9, n), 'share'),
      hours: chance.whole('event length', 2, 20, n),
      everyDays: chance.is('repeats', 0.4, n) ? chance.whole('every days', 1, 3, n) : 0,
    };
  });
}

/** Parameters with which a hamlet lives through in days what a country lives through in months. */
function accelerated(chance: Chance): Record<string, number> {
  const even = (id: string, low: number, high: number) => [id, chance.even(id, low, high)] as const;
  const scale = (id: string, low: number, high: number) => [id, chance.scale(id, low, high)] as const;
  return Object.fromEntries([
    scale('mobilise.joinPerHour', 0.2, 4),
    scale('mobilise.exposure', 1, 60),
    scale('mobilise.tieReach', 0.03, 1),
    scale('mobilise.tieWeight', 0.05, 4),
    even('mobilise.stayHours', 0.5, 7),
    scale('mobilise.restDays', 0.1, 4),
    even('mobilise.tiredShare01', 0, 0.5),
    even('mobilise.spentShare01', 0, 0.15),
    even('mobilise.travelShare01', 0, 0.5),
    even('mobilise.travelHours', 2, 12),
    even('mobilise.night01', 0.1, 0.9),
    even('mobilise.riskWeight', 0.2, 1.2),
    even('mobilise.reputationWeight', 0.1, 1),
    even('mobilise.epsteinThreshold', 0.1, 0.45),
    even('mobilise.kuranThreshold', 0.05, 0.4),
    ['people.stock01', chance.is('everybody movable', 0.4) ? 1 : chance.even('stock', 0.1, 1)] as const,
    even('ties.region', 0, 6),
    even('ties.country', 0, 6),
    even('ties.border', 0, 6),
    ['ties.hubs', chance.is('hubs', 0.5) ? chance.scale('how unequal', 0.3, 300) : 0] as const,
    scale('spread.visibleHalfSize', 3, 60),
    even('spread.seenHalfLifeHours', 4, 60),
    even('spread.borderWeight', 0, 0.5),
    scale('shock.halfLifeDays', 0.5, 20),
    even('strike.reach', 0.5, 4),
    scale('police.criticalRatio', 0.05, 2),
    scale('police.toleratedCrowd', 1, 40),
    scale('police.detainedPerOfficerHour', 0.005, 0.3),
    scale('police.meanDetentionDays', 0.05, 3),
    even('police.outragePerDetained', 0, 1),
    scale('deploy.shift01', 0.02, 0.6),
    scale('seize.crowdPerGuard', 0.05, 1),
    scale('seize.perHour', 0.05, 0.8),
    scale('seize.smallestCrowd', 1, 15),
    scale('seize.weaponsPerStore', 10_000, 500_000),
    scale('seize.armsWorth', 1, 100),
    scale('retake.forcePerCrowd', 0.02, 0.5),
    scale('fire.deadPerOfficerHour', 0.001, 0.15),
    even('fire.calmCrowd01', 0, 0.5),
    even('fire.injuredPerDead', 0, 4),
    scale('fire.recoverDays', 0.1, 5),
    even('govern.fire', 0.1, 0.9),
    even('govern.callUp', 0.05, 0.9),
    scale('govern.callUpHours', 2, 50),
    scale('obey.perHour', 0.3, 10),
    even('obey.ratioWeight', 0.4, 2.5),
    scale('fall.headPerHour', 0.0005, 0.01),
    even('fall.loyalShare01', 0, 0.2),
  ]);
}

/** In some worlds levers move: ties fall silent and speak again, police stop detaining. */
function randomArm(chance: Chance, hours: number, countries: number): Arm {
  const moves: DoEntry[] = [];
  const where = chance.is('lever everywhere', 0.5) ? {} : { in: countryKey(chance.whole('lever country', 0, countries - 1)) };
  if (chance.is('silent ties', 0.2)) {
    const from = chance.whole('silent from', 0, hours - 30);
    moves.push({ atHour: from, set: 'mobilise.ties', to: 'silent', ...where });
    moves.push({ atHour: from + chance.whole('silent for', 2, 40), set: 'mobilise.ties', to: 'as-they-are', ...where });
  }
  if (chance.is('no detention', 0.1)) moves.push({ atHour: chance.whole('no detention from', 0, hours), set: 'police.detention', to: 'none', ...where });
  return { id: 'random', title: 'random', do: moves };
}
