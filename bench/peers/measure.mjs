/** What the engines in JavaScript share: arguments, clock, memory, the line of JSON. */
import { performance } from 'node:perf_hooks';

export const work = { agentDensity: 0.7, copDensity: 0.04, legitimacy: 0.82, threshold: 0.1, arrestConstant: 2.3, longestTerm: 30 };

/** @returns {{side: number, warm: number, ticks: number, neighbourhood: 'disc' | 'moore', seed: number, way?: string}} */
export function readArguments() {
  const [side, warm, ticks, neighbourhood, seed, way] = process.argv.slice(2);
  return { side: Number(side), warm: Number(warm), ticks: Number(ticks), neighbourhood, seed: Number(seed), way };
}

/** Steps right and down to every site in view: 148 in a disc of radius 7, 8 around a site. */
export function stepsOf(neighbourhood) {
  const reach = neighbourhood === 'moore' ? 1 : 7;
  const steps = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      if ((dx !== 0 || dy !== 0) && (neighbourhood === 'moore' || dx * dx + dy * dy <= reach * reach)) steps.push([dx, dy]);
    }
  }
  return steps;
}

export function residentBytes() {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

/**
 * Builds a model, lets it warm up, times its ticks and prints what came out.
 * @param {() => {step(): void, activeCount: number, jailedCount: number, agentCount: number, copCount: number, bytes?: number}} build
 */
export function measure(build, { warm, ticks }, version) {
  const before = residentBytes();
  const model = build();
  for (let t = 0; t < warm; t++) model.step();
  let active = 0;
  let jailed = 0;
  const used = process.cpuUsage();
  const from = performance.now();
  for (let t = 0; t < ticks; t++) {
    model.step();
    active += model.activeCount;
    jailed += model.jailedCount;
  }
  const wallS = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(used);
  const perTick = 1 / ticks / model.agentCount;
  const rssBytes = residentBytes() - before;
  const { agentCount: agents, copCount: cops } = model;
  const line = { agents, cops, ticks, wallS, cpuS: (user + system) / 1e6, active01: active * perTick, jailed01: jailed * perTick, rssBytes };
  if (model.bytes !== undefined) line.ownBytes = model.bytes;
  process.stdout.write(`${JSON.stringify({ ...line, version: `${version}, Node ${process.versions.node}` })}\n`);
}
