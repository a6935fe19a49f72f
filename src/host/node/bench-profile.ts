/** Where the time of a run goes: a profile of V8 (`node --cpu-prof`, or taken in this process) by room and by function. */
import { Session } from 'node:inspector';

/** The part of a `.cpuprofile` that is read here. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  /** [sample] id of the function that ran */
  readonly samples?: readonly number[] | undefined;
  /** [sample] microseconds since the sample before */
  readonly timeDeltas?: readonly number[] | undefined;
}

export interface ProfileShares {
  readonly samples: number;
  /** busy seconds the shares are of */
  readonly seconds: number;
  /** share of self time, largest first */
  readonly rooms: readonly (readonly [string, number])[];
  readonly functions: readonly (readonly [string, number])[];
}

/** Room of the house, or who else ran, and the function by its file. */
function placeOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): { readonly room: string; readonly named: string } {
  const name = functionName === '' ? '(unnamed functions)' : functionName;
  const own = /\/(?:dist|src)\/([a-z]+)\/(.+)\.[jt]s$/.exec(url);
  if (own && !url.includes('/node_modules/')) return { room: own[1]!, named: `${own[1]}/${own[2]} ${name}` };
  if (url.includes('/node_modules/')) return { room: 'packages', named: `package ${/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]} ${name}` };
  if (functionName === '(garbage collector)') return { room: 'collector', named: 'collector' };
  return { room: 'V8 and Node', named: `V8 and Node ${name}` };
}

/**
 * Shares of self time; waiting counts for nothing. Each sample stands for the time until the next.
 * @throws RangeError when the profile has no samples
 */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: CpuProfile): ProfileShares {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const rooms = new Map<string, number>();
  const functions = new Map<string, number>();
  let [busy, counted] = [0, 0];
  samples.forEach((id, s) => {
    const frame = frames.get(id);
    const micros = timeDeltas[s + 1] ?? 0;
    if (frame === undefined || frame.functionName === '(idle)' || frame.functionName === '(root)') return;
    const { room, named } = placeOf(frame);
    rooms.set(room, (rooms.get(room) ?? 0) + micros);
    functions.set(named, (functions.get(named) ?? 0) + micros);
    busy += micros;
    counted++;
  });
  if (busy <= 0) throw new RangeError('the profile holds no samples of a busy process; run longer, or sample more often (--cpu-prof-interval 200)');
  const shares = (times: ReadonlyMap<string, number>) => [...times].map(([name, micros]) => [name, micros / busy] as const).sort((a, b) => b[1] - a[1]);
  return { samples: counted, seconds: busy / 1e6, rooms: shares(rooms), functions: shares(functions) };
}

/** Profile `act` in this process. @param everyMicros microseconds between samples */
export function profiled<T>(act: () => T, everyMicros = 200): { readonly profile: CpuProfile; readonly result: T } {
  const session = new Session();
  session.connect();
  try {
    // in one thread the inspector answers before `post` returns
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: everyMicros });
    session.post('Profiler.start');
    const result = act();
    let profile: CpuProfile | undefined;
    session.post('Profiler.stop', (problem, answer) => {
      if (problem) throw problem;
      profile = answer.profile;
    });
    session.post('Profiler.disable');
    return { profile: profile!, result };
  } finally {
    session.disconnect();
  }
}

/** The small table for a terminal or a page. */
export function profileLines({ samples, seconds, rooms, functions }: ProfileShares, mostFunctions = 12): string[] {
  const row = ([name, share]: readonly [string, number]) => `| ${name} | ${(100 * share).toFixed(1)} % |`;
  return [
    `${samples.toLocaleString('en')} samples, ${seconds.toFixed(2)} s busy`,
    '',
    '| room | share |',
    '| --- | ---: |',
    ...rooms.map(row),
    '',
    '| function | share |',
    '| --- | ---: |',
    ...functions.slice(0, mostFunctions).map(row),
  ];
}
