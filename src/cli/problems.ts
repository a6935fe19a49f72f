/** What a person is told when something cannot be done, and the exit code that goes with it. */
import { ScenarioError, formatIssues } from '../base/issue.ts';

/** Print the problem to standard error. @returns 2 for bad input, 3 for the environment */
export function reportProblem(error: unknown): number {
  if (error instanceof ScenarioError) {
    process.stderr.write(`${formatIssues(error.issues)}\n`);
    return 2;
  }
  // the language itself throws RangeErrors too: those are faults of the program
  if (error instanceof RangeError && !/call stack|Invalid (array|typed array|string) length/i.test(error.message)) {
    process.stderr.write(`error: ${error.message}\n`);
    return 2;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined) {
    process.stderr.write(`error: ${(error as Error).message}\n  The computer refused: check the folder's permissions and the space left on the disk.\n`);
    return 3;
  }
  process.stderr.write(
    `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n  This is a fault of the program: please report it with the command you typed.\n`,
  );
  return 3;
}

/** A whole number option within bounds. */
export function wholeNumber(name: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high) throw new RangeError(`${name} is "${text}"; it must be a whole number from ${low} to ${high}`);
    return value;
  };
}
