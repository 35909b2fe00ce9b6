import { describe, expect, test } from 'vitest'
import type { Outcome } from '../check.ts'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { vitestTests } from './vitest-tests.ts'

const soundTest =
  "import { expect, test } from 'vitest'\n\ntest('one is one', () => {\n  expect(1).toBe(1)\n})\n"

/** A house with one sound test and whatever else is planted. */
const running = (planted: Record<string, string>): Promise<Outcome> =>
  outcomeIn(givenHouse({ 'packages/domain/src/index.test.ts': soundTest, ...planted }), vitestTests)

describe('the run of unit and service tests', { timeout: 60_000 }, () => {
  test('counts every test and names the slowest files', async () => {
    const outcome = await running({ 'packages/domain/src/a.test.ts': soundTest })
    expect(outcome).toMatchObject({ passed: 2, failed: 0, output: '' })
    expect(outcome.summary).toContain('2 tests in 2 files')
    expect(outcome.summary).toMatch(/\d s {2}packages\/domain\/src\/a\.test\.ts/)
  })

  test('fails for a test that fails, is skipped or is only planned, and for a file that cannot be run', async () => {
    const outcome = await running({
      'packages/domain/src/fails.test.ts': soundTest.replace('toBe(1)', 'toBe(2)'),
      'packages/domain/src/skipped.test.ts': soundTest.replace('test(', 'test.skip('),
      'packages/domain/src/planned.test.ts': "import { test } from 'vitest'\n\ntest.todo('one is one')\n",
      'packages/domain/src/broken.test.ts': "import './nowhere.ts'\n",
      'packages/domain/src/empty.test.ts': 'export {}\n',
      'packages/domain/src/excluded.test.ts': soundTest,
      'vitest.config.ts':
        "export default { test: { exclude: ['**/node_modules/**', '**/excluded.test.ts'] } }\n",
    })
    expect(outcome).toMatchObject({ passed: 1, failed: 5 })
    expect(outcome.output.slice(0, outcome.output.indexOf('RUN'))).toContain(
      'failed: packages/domain/src/fails.test.ts > one is one',
    )
    for (const reason of [
      'expected 1 to be 2',
      '2 skipped',
      'nowhere.ts',
      'No test suite found',
      'packages/domain/src/excluded.test.ts: was never run',
    ]) {
      expect(outcome.output).toContain(reason)
    }
  })

  test('fails when there is no test at all', async () => {
    const outcome = await running({
      'vitest.config.ts': "export default { test: { include: ['nowhere'] } }\n",
    })
    expect(outcome.passed).toBe(0)
    expect(outcome.output).toContain('no test ran')
  })
})
