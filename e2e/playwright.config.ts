import { defineConfig } from '@playwright/test'

/**
 * One stack and one browser from npm for the whole run. Everybody signs in once, the journeys make the cases, the
 * page rules then walk what there is, and last of all everything that was written is searched for what must not be.
 */
export default defineConfig({
  testDir: 'src',
  testMatch: '*.spec.ts',
  globalSetup: './src/stack/global-setup.ts',
  outputDir: 'test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
  projects: [
    { name: 'sign-in', testMatch: 'sign-in.spec.ts', fullyParallel: true },
    {
      name: 'journey',
      testMatch: ['journey.spec.ts', 'imports.spec.ts'],
      dependencies: ['sign-in'],
      timeout: 900_000,
      fullyParallel: true,
    },
    {
      name: 'rules',
      testMatch: [
        'open-cases.spec.ts',
        'sessions.spec.ts',
        'page-rules.spec.ts',
        'forms.spec.ts',
        'other-doors.spec.ts',
        'holds.spec.ts',
        'recommendations.spec.ts',
        'caveats.spec.ts',
        'documents.spec.ts',
        'ownership.spec.ts',
        'families.spec.ts',
        'review-meetings.spec.ts',
        'regional-meetings.spec.ts',
        'panel-day.spec.ts',
        'agencies.spec.ts',
      ],
      dependencies: ['sign-in'],
    },
    {
      name: 'response',
      testMatch: 'joint-agency-response.spec.ts',
      dependencies: ['sign-in'],
      timeout: 900_000,
    },
    {
      name: 'duplicates',
      testMatch: 'duplicates.spec.ts',
      dependencies: ['sign-in'],
      timeout: 900_000,
    },
    {
      name: 'in-error',
      testMatch: [
        'reported-in-error.spec.ts',
        'registered-deaths.spec.ts',
        'scope-decisions.spec.ts',
        'transfer.spec.ts',
      ],
      dependencies: ['sign-in'],
      timeout: 900_000,
    },
    { name: 'public', testMatch: 'public-notification.spec.ts', timeout: 900_000, fullyParallel: true },
    {
      name: 'every-page',
      testMatch: 'every-page.spec.ts',
      dependencies: ['journey', 'response'],
      // The coordinator's pages are the most: each is looked at filled, and again with its mistakes.
      timeout: 1_200_000,
      fullyParallel: true,
    },
    {
      name: 'nothing-leaks',
      testMatch: 'nothing-leaks.spec.ts',
      dependencies: ['every-page', 'rules', 'public', 'in-error', 'duplicates'],
    },
  ],
})
