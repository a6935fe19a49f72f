import type { Command } from 'commander';
import { judge } from '../host/node/doctor.ts';
import { gatherFacts } from '../host/node/doctor-facts.ts';

/** `unrest doctor`: whether this computer is fit for the program, and what to do if not. */
export function doctorVerb(program: Command): void {
  program
    .command('doctor')
    .option('--out <folder>', 'folder that results are meant for', 'out')
    .option('--json', 'as JSON')
    .description(
      'Look at this computer: Node, build, same bytes as elsewhere, memory, cores, disk, terminal, speed; says what to do, ends with 3 when something is broken.',
    )
    .action((options: { out: string; json?: boolean }) => {
      const findings = judge(gatherFacts(options.out));
      const broken = findings.filter((finding) => finding.state === 'broken').length;
      process.exitCode = broken > 0 ? 3 : 0;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ broken, findings })}\n`);
        return;
      }
      for (const { what, state, found, advice } of findings)
        process.stdout.write(`${state.padEnd(6)} ${what}: ${found}\n${advice === undefined ? '' : `       what to do: ${advice}\n`}`);
      process.stdout.write(broken === 0 ? 'everything needed is there\n' : `${broken} of ${findings.length} broken\n`);
    });
}
