import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../check.ts'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { browserTests } from './browser-tests.ts'

const journey = (body: string): string =>
  `import { expect, test } from '@playwright/test'\n\ntest('a journey', () => {\n  ${body}\n})\n`

/** Playwright itself, in a house whose journeys open no browser. */
async function running(journeys: Record<string, string>): Promise<Outcome> {
  const house = givenHouse({ 'e2e/playwright.config.ts': 'export default { retries: 1 }\n', ...journeys })
  const place = join(house, 'e2e/node_modules')
  mkdirSync(place, { recursive: true })
  symlinkSync(
    join(import.meta.resolve('@playwright/test').slice('file://'.length), '../..'),
    join(place, '@playwright'),
  )
  return await outcomeIn(house, browserTests)
}

describe('the run of journeys in a browser', { timeout: 60_000 }, () => {
  test('counts every journey', async () => {
    const outcome = await running({ 'e2e/src/a.spec.ts': journey('expect(1).toBe(1)') })
    expect(outcome).toMatchObject({ passed: 1, failed: 0, output: '' })
    expect(outcome.summary).toContain('a.spec.ts')
  })

  test('fails for a journey that fails, is skipped or passes only when tried again, and for an empty file', async () => {
    const outcome = await running({
      'e2e/src/sound.spec.ts': journey('expect(1).toBe(1)'),
      'e2e/src/fails.spec.ts': journey('expect(1).toBe(2)'),
      'e2e/src/skipped.spec.ts': journey('test.skip()'),
      'e2e/src/flaky.spec.ts': journey('expect(test.info().retry).toBe(1)'),
      'e2e/src/empty.spec.ts': 'export {}\n',
    })
    expect(outcome).toMatchObject({ passed: 1, failed: 4 })
    for (const reason of ['fails.spec.ts', '1 skipped', '1 flaky', 'empty.spec.ts: was never run']) {
      expect(outcome.output).toContain(reason)
    }
  })

  test('fails when a file does not load', async () => {
    const outcome = await running({ 'e2e/src/a.spec.ts': "import './nowhere.ts'\n" })
    expect(outcome.passed).toBe(0)
    expect(outcome.output).toContain('nowhere')
  })

  test('fails when the room of journeys holds none yet, or no settings', async () => {
    const outcome = await running({ 'e2e/src/portal.ts': 'export {}\n' })
    expect(outcome.passed).toBe(0)
    expect(outcome.output).toContain('No tests found')
  })
})
