/** Ends a test run with one line that says how it went: `N passed, N failed, N skipped`. */
import type { SerializedError, TestModule, TestSuite } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';

/** A file or a group that breaks before its tests run, and an error nobody caught, count as one failure each. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const totals = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      totals.failed += module.errors().length;
      for (const suite of module.children.allSuites()) totals.failed += (suite as TestSuite).errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        totals[state === 'passed' || state === 'failed' ? state : 'skipped']++;
      }
    }
    process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  }
}
