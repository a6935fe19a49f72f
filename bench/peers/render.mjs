/** docs/peers.md from the rows of one run. */
import { docking, engines, neighbourhoods, sides } from './engines.mjs';
import { clockHours, keepers } from './own-ground/measure.mjs';
import { comparedInPairs, median, mostErrors, statisticsOf } from './statistics.mjs';

const viewOf = { disc: 'disc of radius 7 (148 sites)', moore: 'Moore, radius 1 (8 sites)' };
const digits = (x, n) => Number(x.toPrecision(n));
const rate = (x) => (x >= 1e9 ? `${digits(x / 1e9, 3)} G` : x >= 1e6 ? `${digits(x / 1e6, 3)} M` : `${digits(x / 1e3, 3)} k`);
const percent = (x, n = 2) => `${(100 * x).toFixed(n)} %`;
const signed = (x) => `${x > 0 ? '+' : ''}${x.toFixed(1)}`;
const times = (x) => (x >= 100 ? Math.round(x).toLocaleString('en') : String(digits(x, 2)));
const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

function statisticsTable(verdicts, neighbourhood) {
  const rows = verdicts
    .filter((row) => row.neighbourhood === neighbourhood)
    .map(({ engine, seeds, active, jailed, isReference, same }) => {
      const apart = (one) => (isReference ? 'reference' : signed(one.errorsApart));
      const verdict = isReference ? '–' : same ? 'yes' : '**no: not timed**';
      const error = (one) => (isReference ? '' : ` ± ${percent(one.error)}`);
      return [titleOf(engine), seeds, percent(active.mean) + error(active), apart(active), percent(jailed.mean) + error(jailed), apart(jailed), verdict];
    });
  return table(['engine', 'seeds', 'active', 'errors apart', 'jailed', 'errors apart', 'same'], rows);
}

const titleOf = (id) => engines.find((engine) => engine.id === id).title;

/** Medians and spread of one engine in one place of the tables. */
function timingOf(rows, engine, neighbourhood, side) {
  const runs = rows.filter((row) => row.kind === 'timing' && row.engine === engine && row.neighbourhood === neighbourhood && row.side === side);
  if (runs.length === 0) return undefined;
  const steps = (run) => (run.agents + run.cops) * run.ticks;
  const perCpu = runs.map((run) => steps(run) / run.cpuS);
  const actors = runs[0].agents + runs[0].cops;
  const own = runs[0].ownBytes === undefined ? undefined : runs[0].ownBytes / actors;
  return {
    cpu: median(perCpu),
    low: Math.min(...perCpu),
    high: Math.max(...perCpu),
    wall: median(runs.map((run) => steps(run) / run.wallS)),
    rounds: runs.length,
    own,
    grown: median(runs.map((run) => run.rssBytes)) / actors,
    ticks: `${runs[0].warm} + ${runs[0].ticks}`,
  };
}

function speedTable(rows, neighbourhood, side) {
  const found = engines.map((engine) => [engine, timingOf(rows, engine.id, neighbourhood, side)]).filter(([, timing]) => timing);
  const rateOf = (id) => found.find(([engine]) => engine.id === id)?.[1].cpu;
  const tuned = rateOf('cpp-tuned');
  const ours = rateOf('unrest-wasm');
  const lines = found.map(([engine, t]) => [
    engine.title,
    rate(t.cpu),
    `${rate(t.low)} to ${rate(t.high)}`,
    rate(t.wall),
    t.rounds,
    t.ticks,
    tuned ? percent(t.cpu / tuned, t.cpu / tuned < 0.01 ? 2 : 0) : '–',
    ours ? `${times(ours / t.cpu)} x` : '–',
    t.own === undefined ? '–' : String(digits(t.own, 3)),
    // at 40 x 40 what a process grows by is its runtime, not the agents
    side === 40 ? '–' : String(digits(Math.max(0, t.grown), 3)),
  ]);
  const head = [
    'engine',
    'agent-steps per CPU s',
    'lowest to highest',
    'per wall s',
    'rounds',
    'ticks',
    'of C++ tuned',
    'Unrest is faster by',
    'own B/agent',
    'RSS B/agent',
  ];
  return table(head, lines);
}

function inShort(rows) {
  const lines = [];
  for (const neighbourhood of neighbourhoods) {
    for (const side of sides) {
      const of = (id) => timingOf(rows, id, neighbourhood, side);
      const ours = of('unrest-wasm');
      const tuned = of('cpp-tuned');
      if (!ours || !tuned) continue;
      const against = ['cpp-plain', 'agentscript', 'flocc', 'mesa'].filter(of).map((id) => `${times(ours.cpu / of(id).cpu)} x ${titleOf(id)}`);
      lines.push(
        `- ${viewOf[neighbourhood]}, ${side} x ${side}: ${rate(ours.cpu)} agent-steps a CPU second, ${percent(ours.cpu / tuned.cpu, 0)} of C++ tuned; ${against.join(', ')}.`,
      );
    }
  }
  return lines.join('\n');
}

function ownGround(rows) {
  const statistics = rows.filter((row) => row.kind === 'own-ground statistics');
  const reference = statistics.find((row) => row.keeper === 'engine');
  if (!reference) return 'Not measured in this run.';
  const lines = statistics.map((row) => {
    const { title } = keepers.find((keeper) => keeper.id === row.keeper);
    if (row.keeper === 'engine')
      return [
        title,
        row.joins.length,
        digits(row.joins.reduce((a, b) => a + b, 0) / row.joins.length, 4),
        'reference',
        ...clockHours.map((_, h) => digits(median(row.turnout.map((one) => one[h])), 3)),
        '–',
      ];
    if (row.keeper === 'oracle') {
      const equal = row.byHour.every((hours, seed) => hours === reference.byHour[seed]);
      return [title, row.joins.length, row.joins.join(', '), '–', ...clockHours.map(() => '–'), equal ? 'the same joins in every hour' : '**differs**'];
    }
    const joins = comparedInPairs(row.joins, reference.joins);
    const apart = clockHours.map(
      (_, h) =>
        comparedInPairs(
          row.turnout.map((one) => one[h]),
          reference.turnout.map((one) => one[h]),
        ).errorsApart,
    );
    const same = [joins.errorsApart, ...apart].every((x) => Math.abs(x) <= mostErrors);
    return [title, row.joins.length, digits(joins.mean, 4), signed(joins.errorsApart), ...apart.map(signed), same ? 'yes' : '**no**'];
  });
  const timings = keepers
    .map((keeper) => [keeper, rows.filter((row) => row.kind === 'own-ground timing' && row.keeper === keeper.id)])
    .filter(([, runs]) => runs.length > 0)
    .map(([keeper, runs]) => ({
      keeper,
      runs,
      rates: runs.map((run) => (run.people * run.hours) / run.cpuS),
      wall: runs.map((run) => (run.people * run.hours) / run.wallS),
    }));
  const best = median(timings.find(({ keeper }) => keeper.id === 'engine').rates);
  const speed = timings.map(({ keeper, runs, rates, wall }) => [
    keeper.title,
    rate(median(rates)),
    `${rate(Math.min(...rates))} to ${rate(Math.max(...rates))}`,
    rate(median(wall)),
    runs.length,
    `${times(best / median(rates))} x`,
  ]);
  return [
    table(['who keeps the people', 'seeds', 'joins in a run', 'errors apart', ...clockHours.map((clock) => `${clock}:00`), 'same'], lines),
    '',
    'First row: medians over seeds of the mean turnout of five evenings at that hour. Other rows: how many standard errors of the difference by seed (the same people, other luck) they are from the first.',
    '',
    table(['who keeps the people', 'person-hours per CPU s', 'lowest to highest', 'per wall s', 'rounds', 'Unrest : this'], speed),
  ].join('\n');
}

const prose = {
  work: `Epstein's civil violence, model I (Epstein 2002, doi:10.1073/pnas.092080199), on a torus of N = side x side sites with exactly round(0.70 N) citizens and round(0.04 N) cops placed at random. In every tick all who are free take one turn in a fresh, uniformly random order. A citizen moves to a uniformly random free site in view and is then active if H(1 - L) - R P > 0.1, with P = 1 - exp(-2.3 floor(C/A)), C cops and A actives in view, itself counted once; L = 0.82, H and R uniform on [0,1]. A cop moves likewise, then arrests one active in view at random and stays. Who is arrested leaves the torus for 1 to 30 ticks (the tick of the arrest is the first) and comes back to the site of the arrest, a free site in view of it, or the first free one.`,
  steps: `An agent-step is one citizen or cop in one tick, those in jail included (about a fifth of the citizens, in every engine alike). Rates are per CPU second of the process, because other programs share the machine; rates per wall second stand beside them. Engines take turns round by round; building the model and the first ticks are not timed ("ticks": untimed + timed). Rows with one round are single measurements; those with very few untimed ticks at 1000 x 1000 are timed in the opening, when more people act. "Own" bytes are those of the arrays a model counts itself, "RSS" is what the process grew by from before the model was built to after the run, run time and garbage included, per citizen and cop.`,
  own: `Scenario \`minimal\` has 92,000 people in four places. Its people and their ties are the same for everybody here; on five evenings the script of \`unrest bench\` calls them to the squares of both towns, with a push that gives about as many outings in 8 days as the model itself has in 14 (310 to 846 in eight seeds). A person-hour is one resident in one hour. **Left out, in all five alike**: every other mechanism (prices, police, fear that changes, custody, government, alliance). Kept: hardship, fear, the rule of going out, reach of a call, ringing by ties, stay, rest, being spent. The dense loop, the rival of \`unrest bench\`, draws the end of a stay hour by hour: people stay about half an hour longer than with the others, where a stay is cut to whole hours; it therefore fails the test of turnout, and is timed all the same, because it does not do less. Unrest's cost follows what happens, not who is there: on busier days it wins by less.`,
};

/** @param rows the parsed lines of a results file @param source its name */
export function page(rows, source) {
  const machine = rows.find((row) => row.kind === 'machine');
  const verdicts = statisticsOf(rows);
  const versions = [...new Set(rows.map((row) => row.version).filter(Boolean))].sort().join('; ');
  const loads = rows.filter((row) => row.kind === 'timing').map((row) => row.load);
  const failing = verdicts.filter((row) => !row.same).map((row) => `${titleOf(row.engine)} (${viewOf[row.neighbourhood]})`);
  return `<!-- Written by node bench/peers/run.mjs from ${source}; change that, not this. -->
# Beside other systems

The same work in Unrest, in two C++ programs of ours and in AgentScript, flocc and Mesa. First it is shown that all compute the same thing, then they are timed in turn. How to run it: \`bench/peers/README.md\`; raw rows: \`${source}\`.

**Measured** ${machine.date} at ${machine.commit} on ${machine.machine}, Linux, one thread each; ${versions}; ${machine.compiler}. Load while timing ${Math.min(...loads)} to ${Math.max(...loads)}: other programs used the machine, the benchmark ran before them. Command: \`node bench/peers/run.mjs\`.${rows
    .filter((row) => row.kind === 'note')
    .map((row) => ` ${row.text}`)
    .join('')}

## In short
${inShort(rows)}

## The work
${prose.work}

${prose.steps}

## The same statistics
Mean share of citizens active and in jail at the end of a tick, ${docking.side} x ${docking.side}, ticks ${docking.warm + 1} to ${docking.warm + docking.ticks}, against C++ plain. "±" is the standard error of the difference between the two means over seeds; more than ${mostErrors} of them apart is called different, and such an engine is not timed. ${failing.length === 0 ? 'All pass.' : `**Failing: ${failing.join(', ')}.**`}

${neighbourhoods.map((view) => `### ${viewOf[view]}\n${statisticsTable(verdicts, view)}`).join('\n\n')}

## Speed and memory
${neighbourhoods.flatMap((view) => sides.map((side) => `### ${viewOf[view]}, ${side} x ${side}\n${speedTable(rows, view, side)}`)).join('\n\n')}

## What each does in its own way
${engines.map(({ title, way }) => `- **${title}**: ${way}.`).join('\n')}

## On our own ground
${prose.own}

${ownGround(rows)}
`;
}
