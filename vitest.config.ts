import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // By default one processor is left idle, which on two is half of them.
    maxWorkers: '100%',
    // Whole commands run in a test; a busy machine must not make one fail.
    testTimeout: 60_000,
  },
});
