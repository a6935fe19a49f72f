import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', '.cache/**', 'out/**'],
    // whole histories are run; a busy machine must not fail them
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // the default leaves a core free for a person who watches; on two cores that is half of them
    maxWorkers: '100%',
    reporters: ['default', './tools/ci/reporter.ts'],
  },
});
