/**
 * A run folder described for archives: `ro-crate-metadata.json` by RO-Crate 1.2.
 * @source Research Object Crate 1.2, https://w3id.org/ro/crate/1.2
 */
import type { Source } from '../../scenario/types.ts';
import type { Manifest } from './store-manifest.ts';
import type { Plan } from './store-plan.ts';

/** What the description needs to know beyond plan and manifest. */
export interface CrateFacts {
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** every file of the bundle but the description itself: path with `/`, bytes, SHA-256 */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly question: string;
  readonly about: string;
  /** ISO instant at which the last process ended its work on the folder */
  readonly finishedAt: string;
}

type Entity = Readonly<Record<string, unknown>>;
const ref = (id: string) => ({ '@id': id });

const formats: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  yaml: 'application/yaml',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  md: 'text/markdown',
  cff: 'application/yaml',
};

const meanings: readonly (readonly [RegExp, string])[] = [
  [/^plan\.json$/, 'What was run: scenario, arms, seed, rows, and the priors of everything that was drawn.'],
  [/^manifest\.json$/, 'What the results are results of, with a fingerprint of every file and one of all cells.'],
  [/^journal\.jsonl$/, 'One line for each cell that was run, each with its checksum.'],
  [/^results\.parquet$/, 'One row for each cell and arm: parameters, headline quantities, answers to the record.'],
  [/^turnout\.parquet$/, 'One row for each cell, arm and hour: people out, outings of the day, towns lost.'],
  [/scenario\.yaml$/, 'The scenario: question, clock, events from outside, arms.'],
  [/record\.yaml$/, 'What was seen, with sources and error models.'],
  [/^inputs\/.*worlds\//, 'A part of the world: countries, places, links, indicators, alliances or sources.'],
  [/^CITATION\.cff$/, 'How to cite the program.'],
  [/^LICENSE$/, 'The licence of the program.'],
];

/** The description as JSON-LD; the same folder gives the same text. */
export function crateMetadata(facts: CrateFacts): string {
  const { plan, manifest, files, sources, finishedAt } = facts;
  const inputs = files.filter(({ path }) => path === 'plan.json' || path.startsWith('inputs/'));
  const results = files.filter(({ path }) => ['results.parquet', 'turnout.parquet', 'journal.jsonl'].includes(path));
  const cited = Object.entries(sources).filter(([, source]) => isAddress(source.address));
  const graph: Entity[] = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: ref('https://w3id.org/ro/crate/1.2'), about: ref('./') },
    {
      '@id': './',
      '@type': 'Dataset',
      name: `${plan.title}: ${manifest.cells} cells of ${plan.arms.length} arms, run by Unrest ${manifest.engineVersion}`,
      description: `${[facts.question, facts.about].filter((text) => text !== '').join(' ')} Model results, not a forecast. Made by: ${plan.command}; then unrest exec.`,
      datePublished: finishedAt.slice(0, 10),
      license: ref('#licences'),
      hasPart: files.map(({ path }) => ref(encoded(path))),
      mentions: ref('#run'),
      citation: cited.map(([, source]) => ref(source.address)),
      identifier: manifest.digest,
      keywords: 'agent-based model, counterfactual, contentious politics',
    },
    {
      '@id': '#licences',
      '@type': 'CreativeWork',
      name: 'Licences of the parts',
      description:
        'The program is under the MIT licence (LICENSE). Inputs carry the licences that their sources and the README of their world name. Results are numbers computed from them; whoever publishes this bundle says here under which licence.',
    },
    {
      '@id': '#unrest',
      '@type': 'SoftwareApplication',
      name: 'Unrest',
      version: manifest.engineVersion,
      softwareVersion: manifest.engineVersion,
      description: 'A simulation workbench for uprisings inside an alliance of states.',
      license: ref('https://spdx.org/licenses/MIT'),
      softwareRequirements: `Node ${manifest.nodeVersion}`,
      citation: ref('CITATION.cff'),
    },
    { '@id': 'https://spdx.org/licenses/MIT', '@type': 'CreativeWork', name: 'MIT License', identifier: 'MIT' },
    {
      '@id': '#run',
      '@type': 'CreateAction',
      name: `Runs of plan ${manifest.planHash.slice(0, 16)}`,
      description: `Base seed ${plan.seed}, rows ${plan.first} to ${plan.first + plan.rows - 1}, ${plan.replicates} seeds of luck; arms ${plan.arms.join(', ')}; ${manifest.failures} cells failed.`,
      instrument: ref('#unrest'),
      object: inputs.map(({ path }) => ref(encoded(path))),
      result: results.map(({ path }) => ref(encoded(path))),
      endTime: finishedAt,
      actionStatus: ref('http://schema.org/CompletedActionStatus'),
    },
    ...files.map((file) => fileEntity(file)),
    ...cited.map(([key, source]) => sourceEntity(key, source)),
  ];
  const context = ['https://w3id.org/ro/crate/1.2/context', { sha256: 'https://schema.org/sha256' }];
  return `${JSON.stringify({ '@context': context, '@graph': unique(graph) }, null, 2)}\n`;
}

function fileEntity({ path, bytes, sha256 }: CrateFacts['files'][number]): Entity {
  const description = meanings.find(([pattern]) => pattern.test(path))?.[1];
  return {
    '@id': encoded(path),
    '@type': 'File',
    name: path,
    ...(description === undefined ? {} : { description }),
    contentSize: String(bytes),
    encodingFormat: formats[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain',
    sha256,
  };
}

function sourceEntity(key: string, source: Source): Entity {
  return {
    '@id': source.address,
    '@type': 'CreativeWork',
    name: source.title,
    alternateName: key,
    url: source.address,
    ...(source.date === undefined ? {} : { datePublished: source.date }),
  };
}

/** Only what is an address as a whole can be an `@id`; other sources stand in the scenario. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(text);
}

/** Two sources may share an address: one entity for each `@id`, the first. */
function unique(graph: readonly Entity[]): Entity[] {
  const seen = new Set<unknown>();
  return graph.filter((entity) => !seen.has(entity['@id']) && seen.add(entity['@id']));
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
