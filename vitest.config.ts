import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', 'e2e/**', 'var/**']

/** What a test waits for comes when it comes: a busy machine is no fault of the product. */
const patience = { poll: { timeout: 30_000 } }

export default defineConfig({
  test: {
    // Two cores: a third worker would only make the others slower.
    maxWorkers: 2,
    // Files share a worker's modules: loading the tree again for each file took a third of the time. No test replaces a module.
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          expect: patience,
          // Properties take a second alone and many on a busy machine.
          testTimeout: 60_000,
          include: ['**/src/**/*.test.ts'],
          exclude: [...outside, '**/*.service.test.ts'],
        },
      },
      {
        test: {
          name: 'service',
          isolate: false,
          expect: patience,
          include: ['**/src/**/*.service.test.ts'],
          exclude: outside,
          globalSetup: ['infra/checks/src/test-cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
