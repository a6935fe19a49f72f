/**
 * Invented lands for the single-row experiments, as scenario texts a reader can read: every number is
 * an ASSUMPTION of ours and nothing in them is a real place.
 */
import type { ScenarioSpec } from '../../scenario/types.ts';
import { parseScenario } from '../../scenario/load.ts';
import { vocabulary } from '../../mechanisms/registry.ts';

export interface Land {
  readonly key: string;
  /** residents by town; the first is the seat of government, the second the chief city; two towns make a region */
  readonly towns: Readonly<Record<string, number>>;
  readonly police: number;
  readonly army: number;
  /** kilometres east of the first land, in degrees of longitude */
  readonly longitude: number;
  /** whether its parliament must vote before its troops are sent */
  readonly mustRatify?: boolean;
  readonly strikeable01?: number;
  readonly neighbours?: readonly string[];
}

export interface Pact {
  readonly key: string;
  readonly patron: string;
  readonly members: readonly string[];
  /** troops each member sends if it agrees, people */
  readonly contributions: Readonly<Record<string, number>>;
  readonly liftPeoplePerDay?: number;
  readonly needsExternalCause?: boolean;
}

const townsPerRegion = 2;

/** Full key of a town: `hill/r0/seat`. */
export function town(land: Land, name: string): string {
  return `${land.key}/r${Math.floor(Object.keys(land.towns).indexOf(name) / townsPerRegion)}/${name}`;
}

const invented = 'assumption: invented';

function landText(land: Land): string {
  const names = Object.keys(land.towns);
  const people = Object.values(land.towns).reduce((a, b) => a + b, 0);
  const force = (value: number) => `{ value: ${value}, unit: people, ${invented} }`;
  return `    - key: ${land.key}
      name: ${capital(land.key)}land
      population: ${force(people)}
      seatPlace: ${town(land, names[0]!)}
      chiefCity: ${town(land, names[1] ?? names[0]!)}
      languages: [common]
      neighbours: [${(land.neighbours ?? []).join(', ')}]
      parliament: { name: Assembly, seats: 90, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: ${land.mustRatify ?? false} }
      forces: { police: ${force(land.police)}, interior: ${force(Math.round(land.army / 2))}, army: ${force(land.army)} }
      strikeableShare01: { value: ${land.strikeable01 ?? 0.1}, unit: share, ${invented} }`;
}

function placesText(land: Land): string {
  return Object.entries(land.towns)
    .map(
      ([name, residents], i) =>
        `    - { key: ${town(land, name)}, name: ${capital(name)}, latitude: ${45 + i * 0.6}, longitude: ${land.longitude + (i % 2) * 0.5}, population: ${residents}, utcOffsetHours: 0 }`,
    )
    .join('\n');
}

function pactText(pact: Pact): string {
  const troops = Object.entries(pact.contributions);
  const all = troops.reduce((sum, [, n]) => sum + n, 0);
  return `    - key: ${pact.key}
      name: ${capital(pact.key)}
      patron: ${pact.patron}
      members: [${pact.members.join(', ')}]
      needsExternalCause: ${pact.needsExternalCause ?? false}
      liftPeoplePerDay: { value: ${pact.liftPeoplePerDay ?? 1000}, unit: people/day, ${invented} }
      contingentMax: { value: ${all}, unit: people, ${invented} }
      firstLandingHours: { value: 12, unit: h, ${invented} }
      contributions: { ${troops.map(([member, n]) => `${member}: { value: ${n}, unit: people, ${invented} }`).join(', ')} }`;
}

/**
 * Text of a whole scenario: lands and pacts made from a few numbers, and what happens in it as written.
 * @param body events, latent facts and whatever else the scenario language knows, in YAML
 */
export function scenarioText(name: string, question: string, days: number, lands: readonly Land[], pacts: readonly Pact[], body: string): string {
  return `unrest: 1
name: ${name}
title: An invented world for one row
question: ${JSON.stringify(question)}
clock: { from: 2030-03-04T00:00+00:00, days: ${days} } # a Monday
indicatorYear: 2029
focus: ${lands[0]!.key}
world:
  countries:
${lands.map(landText).join('\n')}
  places:
${lands.map(placesText).join('\n')}
${pacts.length > 0 ? `  alliances:\n${pacts.map(pactText).join('\n')}\n` : ''}${body.replace(/^\n+/, '')}`;
}

/**
 * The scenario a text describes.
 * @throws ScenarioError with every fault of the text
 */
export function scenarioOf(text: string, path = 'row.yaml'): ScenarioSpec {
  const bytes = new TextEncoder().encode(text);
  return parseScenario({ read: (asked) => (asked === path ? bytes : undefined) }, path, vocabulary());
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
