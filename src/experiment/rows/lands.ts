/** The invented lands that several rows share: a client with eight towns, other clients, a patron. */
import type { Land, Pact } from './world.ts';

/** 69,000 people in eight towns of four regions. */
export const hill: Land = {
  key: 'hill',
  towns: { seat: 18_000, mill: 14_000, ford: 9000, mine: 8000, pass: 7000, lake: 5000, gate: 5000, dell: 3000 },
  police: 240,
  army: 500,
  longitude: 20,
};

/** Another client with a border to the first. */
export const vale: Land = {
  key: 'vale',
  towns: { port: 14_000, weir: 9000, moor: 6000, quay: 5000 },
  police: 240,
  army: 250,
  longitude: 23,
  neighbours: ['hill'],
};

/** A third client. */
export const cape: Land = { ...vale, key: 'cape', longitude: 26, neighbours: ['vale', 'hill'] };

/** The patron state. */
export const plain: Land = {
  key: 'plain',
  towns: { city: 40_000, works: 20_000, bend: 10_000, oaks: 8000 },
  police: 600,
  army: 1500,
  longitude: 29,
  neighbours: ['hill', 'vale', 'cape'],
};

/** The pact between patron and clients; the patron flies in what it promised within a day. */
export const pact: Pact = { key: 'pact', patron: 'plain', members: ['hill', 'plain'], contributions: { plain: 450 } };

/** The same with two more members that each send a company. */
export const widePact: Pact = { ...pact, members: ['hill', 'vale', 'cape', 'plain'], contributions: { plain: 150, vale: 150, cape: 150 } };

/** Dearer bread in a land from a day on, and a call to one of its squares the day after. */
export function unrestIn(land: string, square: string, grievance: number, reach = 0.3, day = 1): string {
  return `  - { id: ${land}-price, kind: price, at: day ${day} 06:00, where: ${land}, grievance: { value: ${grievance}, unit: '1', assumption: invented }, assumption: invented }
  - { id: ${land}-square, kind: call, at: day ${day + 1} 17:00, where: ${square}, reach: { value: ${reach}, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;
}
