/** One history on a terminal: what happened, by which rule and because of what, and its numbers. */
import type { RunSummary } from '../experiment/summary.ts';
import type { History } from '../run/recorder.ts';
import type { World } from '../world/world.ts';
import { hourText } from './hours.ts';

/** Log and quantities as text, without a closing line feed. */
export function historyText(history: History, summary: RunSummary, world: World): string {
  const { scenario } = world;
  const lines = history.events.map((e) => {
    const where = e.place >= 0 ? world.places.names[e.place]! : e.country >= 0 ? world.countries.names[e.country]! : '';
    const because = Object.entries(e.because)
      .map(([k, v]) => `${k} ${Number(v.toPrecision(3))}`)
      .join(', ');
    return `${hourText(scenario, e.hour)}  ${where.padEnd(18)} ${e.kind} [${e.by}] ${because}`;
  });
  const numbers = Object.entries(summary.quantities).map(
    ([quantity, value]) =>
      `${quantity.padEnd(20)} ${Number.isNaN(value) ? 'did not happen' : quantity.endsWith('Hour') ? hourText(scenario, value) : Math.round(value * 100) / 100}`,
  );
  return `${lines.join('\n')}\n\n${numbers.join('\n')}\ndigest ${history.digest}`;
}
