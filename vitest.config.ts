import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Whole commands run in a test; a busy machine must not make one fail.
    testTimeout: 60_000,
  },
});
