/** Populations of uprisings on this computer's threads. */
import { memberOf, type Member, type Population } from '../../experiment/base-rates/population.ts';
import { keepMember, openPopulation, packagedCountryYears, type KeptPopulation, type PopulationHead } from './base-rates-folder.ts';
import { runTasks } from './task-threads.ts';

export interface PopulationOrder {
  readonly head: PopulationHead;
  readonly members: number;
  readonly threads: number;
  readonly folder: string;
}

/** What a worker thread is started with. */
export type PopulationData = Pick<PopulationHead, 'seed' | 'moved' | 'scope' | 'giveUpAfter'>;

/** Makes one member after another; the tables are read once. */
export function memberMaker({ seed, moved, scope, giveUpAfter }: PopulationData): (n: number) => Member {
  const population: Population = { countries: packagedCountryYears(), seed, moved, giveUpAfter };
  return (n) => memberOf(population, n, scope);
}

/** Runs the members that the folder does not hold yet. */
export async function runPopulation(order: PopulationOrder, onDone: (done: number, of: number) => void): Promise<KeptPopulation> {
  const kept = openPopulation(order.folder, order.head);
  const members = new Map(kept.members);
  const missing = Array.from({ length: order.members }, (_, n) => n).filter((n) => !members.has(n));
  let done = order.members - missing.length;
  onDone(done, order.members);
  await runTasks<number, Member>({
    script: new URL('./base-rates-worker.js', import.meta.url),
    data: order.head satisfies PopulationData,
    tasks: missing,
    threads: order.threads,
    onAnswer: (member, n) => {
      keepMember(order.folder, n, member);
      members.set(n, member);
      onDone(++done, order.members);
    },
  });
  return { head: kept.head, members };
}
