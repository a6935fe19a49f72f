/** A world of three places, inline and as a folder, and the few words its tests need. */
import type { FileReader } from '../../src/scenario/files.ts';
import type { Vocabulary } from '../../src/scenario/vocabulary.ts';

export const vocabulary: Vocabulary = {
  parameters: {
    'mobilise.seenWeight': { unit: '1', low: 0, high: 1 },
    'strike.restDays': { unit: 'day', low: 0, high: 14 },
  },
  levers: {
    'send.intervention': { kind: 'choice', values: ['as-decided', 'forbidden'] },
    'broadcast.volume': { kind: 'number' },
    'obey.perfectly': { kind: 'switch' },
    'shock.wave': { kind: 'choice', values: ['absent', 'happens'], in: 'wave' },
  },
  interventions: [
    { id: 'no-help', meaning: 'nobody comes', sets: [{ lever: 'send.intervention', to: 'forbidden' }], where: 'everywhere' },
    { id: 'quiet-evening', meaning: 'test', sets: [{ lever: 'obey.perfectly', to: 'true' }], where: 'focus', from: 'day 1 18:00' },
    { id: 'day-before', meaning: 'test', sets: [{ lever: 'send.intervention', to: 'forbidden' }], where: 'focus', hoursBefore: 24 },
    { id: 'more-events', meaning: 'test', sets: [{ lever: 'shock.wave', to: 'happens' }], where: 'everywhere' },
  ],
  mechanisms: ['mobilise', 'strike', 'send'],
  variants: { mobilise: ['threshold', 'logistic'] },
  weights: ['fit-2', 'fit-1', 'prior'],
  latents: ['legitimacy01', 'cohesion01'],
};

/** One page: everything in the scenario file. */
export const inlineText = `unrest: 1
name: minimal
title: A town and its capital
question: Does the capital fall?
about: |
  An invented country.
world:
  countries:
    - key: freeland
      name: Freeland
      population: { value: 1500, unit: people, source: census }
      seatPlace: freeland/centre/capital
      languages: [free]
      neighbours: [bigland]
      parliament: { name: Assembly, seats: 100, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: false }
      forces:
        police: { value: 10, unit: people, assumption: few }
        interior: { value: 5, unit: people, assumption: few }
        army: { value: 20, unit: people, assumption: few }
      strikeableShare01: { value: 10, unit: '%', range: [5, 15], assumption: a guess }
    - key: bigland
      name: Bigland
      population: { value: 9, unit: thousand people, source: census }
      seatPlace: bigland/only/chief
      parliament: { name: Diet, seats: 10, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: true, source: census }
      forces: { police: 10, interior: 5, army: 20 }
      strikeableShare01: { value: 0.1, unit: share, assumption: a guess }
  places:
    - { key: freeland/centre/capital, name: Capital, latitude: 50, longitude: 60, population: 1000, utcOffsetHours: 6, source: census }
    - { key: bigland/only/chief, name: Chief, latitude: 52, longitude: 62, population: 9000, source: census }
    - { country: freeland, region: north, key: hilltown, name: Hilltown, latitude: 51, longitude: 61, population: 500, utcOffsetHours: 5, source: census }
  links:
    - { from: freeland/centre/capital, to: freeland/north/hilltown, hours: 3, mode: road, source: census }
  indicators:
    - { country: freeland, year: 2020, indicator: polyarchy01, value: 0.3, unit: index, source: census }
  alliances:
    - key: pact
      name: The Pact
      patron: bigland
      members: [freeland, bigland]
      article: Article 4
      needsExternalCause: true
      liftPeoplePerDay: { value: 700, unit: people per day, assumption: guess }
      contingentMax: { value: 3600, unit: people, range: [2500, 3900], source: census }
      firstLandingHours: { value: 0.5, unit: day, assumption: guess }
      contributions: { bigland: { value: 100, unit: people, source: census } }
  sources:
    census: { title: Census, address: 'https://example.org/census', date: 2021 }
clock: { from: 2022-01-02T00:00+06:00, days: 10 }
indicatorYear: 2020
focus: freeland
events:
  - id: fuel
    kind: price
    at: 2022-01-02T11:00+05:00
    where: freeland/north/hilltown
    grievance: { value: 0.1, unit: '1', range: [0.05, 0.2], assumption: a guess }
    reach: { value: 5, unit: '%', prior: { dist: triangular, low: 1, mode: 4, high: 20 }, assumption: a guess }
    hours: 3
    source: paper
latent:
  - { country: freeland, name: legitimacy01, value: 0.3, unit: '1', range: [0.2, 0.4], assumption: a guess }
parameters:
  strike.restDays: { value: 48, unit: h, range: [24, 72], source: paper }
  mobilise.seenWeight: { value: 0.3, unit: '1', range: [0.2, 0.37], source: paper }
variants: { mobilise: threshold }
mechanisms: { off: [strike] }
arms:
  - { id: as-it-was, title: With help, do: [] }
  - { id: alone, title: Alone, do: [{ at: day 3 18:00, set: send.intervention, to: forbidden, in: pact }] }
sources:
  paper: { title: A paper, address: 'https://example.org/paper', date: 2022-01-15, note: read }
`;

export const inlinePath = 'scenarios/minimal/scenario.yaml';

const worldStart = inlineText.indexOf('world:\n');
const worldEnd = inlineText.indexOf('clock:');

function worldPart(name: string): string {
  const lines = inlineText
    .slice(worldStart, worldEnd)
    .split('\n')
    .map((line) => line.slice(2));
  const from = lines.indexOf(`${name}:`);
  const to = lines.findIndex((line, i) => i > from && /^\w/.test(line));
  return `${lines.slice(from, to < 0 ? undefined : to).join('\n')}\n`;
}

/** The same world as a folder of files. */
export function folderFiles(): Record<string, string> {
  return {
    'scenarios/tiny/scenario.yaml': `${inlineText.slice(0, worldStart)}world: tiny-world\n${inlineText.slice(worldEnd)}`,
    'scenarios/worlds/tiny-world/countries.yaml': worldPart('countries'),
    'scenarios/worlds/tiny-world/alliances.yaml': worldPart('alliances'),
    'scenarios/worlds/tiny-world/sources.yaml': worldPart('sources'),
    'scenarios/worlds/tiny-world/regions.csv': `country,key,name,iso,population,utcOffsetHours,source
freeland,centre,Centre,FR-C,1000,6,census
freeland,north,"North, the",FR-N,500,5,census
bigland,bigland/only,Only,BI-O,9000,3,census
`,
    'scenarios/worlds/tiny-world/places.csv': `country,region,key,name,latitude,longitude,population,kind,utcOffsetHours,strikeableShare01,uncoupled,capacity,source
freeland,centre,capital,Capital,50,60,1000,town,,,,,census
bigland,only,bigland/only/chief,Chief,52,62,9000,town,3,0.2,true,64,census
freeland,north,hilltown,Hilltown,51,61,400,town,,,,,census
freeland,north,rural,"Rural ""north""",51.5,61.5,100,,,,,,census
`,
    'scenarios/worlds/tiny-world/links.csv': `from,to,hours,mode,source
freeland/centre/capital,freeland/north/hilltown,3,road,census
`,
    'scenarios/worlds/tiny-world/indicators.csv': `country,year,indicator,value,unit,source
freeland,2020,polyarchy01,0.3,"index [0,1]",census
`,
  };
}

export const folderPath = 'scenarios/tiny/scenario.yaml';

/** Files in memory. */
export function readerOf(files: Readonly<Record<string, string | Uint8Array>>): FileReader {
  return {
    read(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/**
 * Replace one passage of a text; `¦` in the new passage marks where an issue is expected and is taken out.
 * @returns the text and line and column of the mark, both from 1
 */
export function changed(text: string, from: string, to: string): { text: string; line: number; column: number } {
  if (text.split(from).length !== 2) throw new Error(`"${from}" must occur once, occurs ${text.split(from).length - 1} times`);
  const marked = text.replace(from, () => to);
  const mark = marked.indexOf('¦');
  const before = marked.slice(0, mark).split('\n');
  return { text: marked.replace('¦', ''), line: before.length, column: before[before.length - 1]!.length + 1 };
}
