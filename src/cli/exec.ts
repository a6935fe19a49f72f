import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { durationText, remainingSeconds } from '../experiment/design-progress.ts';
import { quoted } from '../host/node/comparison.ts';
import { runFolder, type FolderEnding, type FolderWork } from '../host/node/executor-folder.ts';
import { listenForStop } from '../host/node/executor-interrupt.ts';
import { storePath } from '../host/node/store.ts';
import { wholeNumber } from './problems.ts';
import { columnsOf, isScreen, say } from './words.ts';

interface ExecOptions {
  threads: number;
  json?: boolean;
}

/** `unrest exec FOLDER`: run what the plan asks for and the folder lacks. */
export function execVerb(program: Command): void {
  program
    .command('exec')
    .argument('<folder>', 'run folder, made by "unrest plan"')
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .option('--json', 'the end as JSON')
    .description('Run the cells of a plan that are missing. Stop it as you like: Ctrl-C, "unrest pause", a power cut; "unrest resume" goes on.')
    .action(async (folder: string, options: ExecOptions) => workOn({ folder, threads: options.threads }, options.json === true));
}

/** Failures told one by one; the rest is counted and stands in the results. */
const failuresTold = 20;

/** Run a folder with what a person sees meanwhile; sets the exit code. */
export async function workOn(work: Pick<FolderWork, 'folder' | 'threads' | 'failedToo' | 'mustGoOn'>, json: boolean): Promise<void> {
  const { folder } = work;
  const err = process.stderr;
  const interrupt = listenForStop();
  const screen = isScreen(err);
  const width = columnsOf(err);
  const format = width >= 72 ? ' {bar} {value}/{total} cells, {left} left' : ' {value}/{total}, {left} left';
  const bar = new SingleBar({ format, hideCursor: true, stream: err, barsize: Math.max(10, Math.min(40, width - 60)) });
  const seconds: number[] = [];
  let toRun = 0;
  let threads = 1;
  let told = 0;
  try {
    const ended = await runFolder({
      ...work,
      stop: interrupt.stop,
      onStart: (start) => {
        ({ toRun, threads } = start);
        for (const note of start.notes) say(err, `note: ${note}`);
        if (toRun > 0 && !json)
          say(err, `${folder}: ${start.plan.cells} cells, ${start.kept} kept, ${toRun} to run on ${threads} ${threads === 1 ? 'thread' : 'threads'}`);
        if (screen && toRun > 0) bar.start(toRun, 0, { left: 'some time' });
      },
      onProgress: (done, took) => {
        seconds.push(took);
        if (!screen) return;
        const left = remainingSeconds(seconds, toRun - done, threads);
        bar.update(done, { left: left ? `${durationText(left.from)} to ${durationText(left.to)}` : 'some time' });
      },
      onFailure: (failure) => {
        if (++told > failuresTold) return;
        say(err, `${screen ? '\n' : ''}cell ${failure.cell} failed: ${failure.message}`);
        say(err, `  replay: ${failure.replay}`);
      },
    });
    bar.stop();
    if (told > failuresTold) say(err, `and ${told - failuresTold} more failures`);
    process.exitCode = ended.ending === 'finished' ? (ended.failed > 0 ? 1 : 0) : 130;
    if (json) process.stdout.write(`${JSON.stringify(asData(folder, ended))}\n`);
    else tell(folder, ended);
  } finally {
    bar.stop();
    interrupt.done();
  }
}

function asData(folder: string, { plan, ending, ran, done, failed, remaining, digest }: FolderEnding) {
  return { folder, ending, cells: plan.cells, ran, done, failed, remaining, digest };
}

function tell(folder: string, ended: FolderEnding): void {
  const out = process.stdout;
  const { ending, ran, done, failed, remaining, plan } = ended;
  if (ending !== 'finished') {
    say(out, `${ending}: ${done + failed} of ${plan.cells} cells are kept, ${remaining} remain`);
    say(out, `go on with: unrest resume ${quoted(folder)}`);
    return;
  }
  if (ran === 0) say(out, `nothing to run: all ${plan.cells} cells are there`);
  say(out, `finished: ${plan.cells} cells, ${failed} failed`);
  say(out, `digest ${ended.digest ?? ''}`);
  say(out, `results: ${storePath(folder, 'results')}`);
  say(out, `report: unrest report ${quoted(folder)}`);
}
