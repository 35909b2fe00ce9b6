import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Check, Outcome, Stage } from './check.ts'
import { checksOf } from './checks.ts'
import { type CheckOptions, runChecks, type Total } from './run-checks.ts'
import { givenHouse } from './testing-house.ts'

const pass: Outcome = { passed: 1, failed: 0, summary: 'all seen', output: 'never shown' }
const fail: Outcome = { passed: 0, failed: 1, summary: '1 found', output: 'the fault' }

const check = (name: string, outcome: Outcome, stage: Stage = 'static', milliseconds = 0): Check => ({
  name,
  stage,
  run: () => pause(milliseconds, outcome),
})

async function running(
  checks: readonly Check[],
  options: CheckOptions = {},
): Promise<Total & { said: string }> {
  let said = ''
  const write = (text: string): void => {
    said += text
  }
  return { ...(await runChecks({ root: '/', checks, write, ...options })), said }
}

describe('running the checks', () => {
  test('closes with the total alone on the last line: every test and every static check counts one', async () => {
    const { said } = await running([
      check('lint', pass),
      check('tests', { ...pass, passed: 40, failed: 2, output: 'two faults' }, 'unit and service'),
    ])
    expect(said.trimEnd().split('\n').at(-1)).toBe('41 passed, 2 failed')
  })

  test('prints a line with its time for each check, in order, and the output of those that failed', async () => {
    const { said } = await running([check('slow', pass, 'static', 40), check('lint', fail)])
    expect(said).toMatch(/ok +slow +\d+\.\d s {2}all seen\nFAIL lint +\d+\.\d s {2}1 found\n {4}the fault\n/)
    expect(said).not.toContain('never shown')
  })

  test('a check that throws has failed, and the others still run', async () => {
    const broken: Check = {
      name: 'broken',
      stage: 'static',
      run: () => Promise.reject(new Error('no such tool')),
    }
    const { passed, failed, said } = await running([broken, check('lint', pass)])
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 })
    expect(said).toContain('no such tool')
  })

  test('a stage over its budget is a failure and says by how much', async () => {
    const { failed, said } = await running([check('slow', pass, 'browser', 60)], { budgetFactor: 0.0001 })
    expect(failed).toBe(1)
    expect(said).toMatch(/FAIL budget, browser: 0\.\d s of 0\.024 s: over budget/)
  })

  test('a busy machine may be given a larger budget', async () => {
    const { failed, said } = await running([check('slow', pass, 'browser', 60)], { budgetFactor: 2 })
    expect(failed).toBe(0)
    expect(said).toContain('of 480 s')
  })

  test.each([0, -1, Number.NaN])('a budget factor of %s is refused', async (budgetFactor) => {
    await expect(running([], { budgetFactor })).rejects.toThrow(RangeError)
  })

  test('static checks run two at a time, never three', async () => {
    let now = 0
    let most = 0
    const counting = (name: string): Check => ({
      name,
      stage: 'static',
      run: async () => {
        now += 1
        most = Math.max(most, now)
        await pause(20)
        now -= 1
        return pass
      },
    })
    await running(['a', 'b', 'c', 'd', 'e'].map(counting))
    expect(most).toBe(2)
  })

  test('a run of no check at all fails', async () => {
    expect(await running([])).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a run that is stopped starts nothing more, and what was not run has failed', async () => {
    const stop = new AbortController()
    const stopping: Check = {
      name: 'stopping',
      stage: 'static',
      run: async () => {
        stop.abort()
        return pass
      },
    }
    const later = check('tests', pass, 'unit and service')
    const { passed, failed, said } = await running([stopping, later], { stop: stop.signal })
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 })
    expect(said).toContain('Stopped as asked')
  })

  test('one check can be run by its name, and a name that is none of them is refused', async () => {
    const checks = [check('lint', pass), check('names', fail)]
    expect(await running(checks, { only: ['lint'] })).toMatchObject({ passed: 1, failed: 0 })
    await expect(running(checks, { only: ['lunt'] })).rejects.toThrow('There is no check named lunt')
  })
})

describe('what npm test runs', () => {
  test('is every kind of check, each under its own name', () => {
    const names = checksOf(givenHouse()).map((one) => one.name)
    expect(names).toEqual([...new Set(names)])
    const kinds = [
      'format',
      'lint',
      'types',
      'boundaries',
      'manifests',
      'purity',
      'awaited',
      'unused',
      'names',
      'tests',
    ]
    expect(names).toEqual(kinds)
  })

  test('holds journeys in a browser from the day their room exists', () => {
    const house = givenHouse({ 'e2e/src/a.spec.ts': 'export {}\n' })
    expect(checksOf(house).map((one) => one.name)).toContain('browser')
  })
})
