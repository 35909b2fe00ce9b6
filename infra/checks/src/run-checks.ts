import { join } from 'node:path'
import type { Check, Outcome, Situation, Stage } from './check.ts'
import { checksOf } from './checks.ts'

export type CheckOptions = {
  /** The repository to check; this one when left out. */
  root?: string
  /** Names of checks to run; all when left out. */
  only?: readonly string[]
  /** Where lines go; standard output when left out. */
  write?: (text: string) => void
  /** The checks themselves, for the tests of this room. */
  checks?: readonly Check[]
  /** Multiplies every budget, for a busy machine; `CDOP_BUDGET_FACTOR` or 1 when left out. */
  budgetFactor?: number
  /** Aborting ends what runs and starts nothing more; what was not run has failed. */
  stop?: AbortSignal
}

export type Total = { passed: number; failed: number }

/** Seconds on two cores (design, section 9). */
const budgets: Readonly<Record<Stage, number>> = { static: 60, 'unit and service': 240, browser: 240 }

/** Static checks share nothing, so two run at a time; test runs use both cores themselves. */
const abreast: Readonly<Record<Stage, number>> = { static: 2, 'unit and service': 1, browser: 1 }

/**
 * Runs the checks and prints a line for each, the output of those that failed, and last, alone on its line,
 * `N passed, N failed`: every test counts one, every static check one, and every stage over its budget one failure.
 *
 * @throws RangeError when `only` names a check that does not exist or the budget factor is not a positive number.
 */
export async function runChecks(options: CheckOptions = {}): Promise<Total> {
  const root = options.root ?? join(import.meta.dirname, '../../..')
  const write = options.write ?? ((text: string): void => void process.stdout.write(text))
  const factor = options.budgetFactor ?? Number(process.env['CDOP_BUDGET_FACTOR'] ?? 1)
  if (!(factor > 0)) throw new RangeError('CDOP_BUDGET_FACTOR must be a number greater than 0')
  const chosen = chooseChecks(options.checks ?? checksOf(root), options.only ?? [])

  const total: Total = { passed: 0, failed: 0 }
  for (const stage of ['static', 'unit and service', 'browser'] as const) {
    const checks = chosen.filter((check) => check.stage === stage)
    if (checks.length === 0) continue
    const budget = budgets[stage] * factor
    const started = performance.now()
    // A hung check is stopped at three budgets: late enough to tell slow from stuck.
    const ended = runAbreast(checks, abreast[stage], {
      root,
      limitSeconds: budget * 3,
      ...(options.stop === undefined ? {} : { stop: options.stop }),
    })
    for (const running of ended) {
      const one = await running
      total.passed += one.outcome.passed
      total.failed += one.outcome.failed
      write(report(one))
    }
    const spent = (performance.now() - started) / 1000
    const over = spent > budget
    if (over) total.failed += 1
    const share = `${spent.toFixed(1)} s of ${budget} s`
    write(`${over ? 'FAIL' : 'ok  '} budget, ${stage}: ${share}${over ? ': over budget' : ''}\n\n`)
  }
  if (total.passed + total.failed === 0) total.failed = 1
  write(`${total.passed} passed, ${total.failed} failed\n`)
  return total
}

function chooseChecks(checks: readonly Check[], only: readonly string[]): readonly Check[] {
  const unknown = only.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(', ')
    throw new RangeError(`There is no check named ${unknown.join(', ')}. The checks are: ${known}.`)
  }
  return only.length === 0 ? checks : checks.filter((check) => only.includes(check.name))
}

type Ended = { check: Check; outcome: Outcome; seconds: number }

/** Starts the checks in order, at most `width` at once, and hands back their results in the same order. */
function runAbreast(checks: readonly Check[], width: number, situation: Situation): Promise<Ended>[] {
  const places = checks.map((check) => ({ check, ended: Promise.withResolvers<Ended>() }))
  const waiting = places.values()
  const lane = async (): Promise<void> => {
    for (const place of waiting) place.ended.resolve(await runOne(place.check, situation))
  }
  for (let lanes = 0; lanes < width; lanes += 1) void lane()
  return places.map((place) => place.ended.promise)
}

/** A check that throws has failed; the others still run. */
async function runOne(check: Check, situation: Situation): Promise<Ended> {
  const started = performance.now()
  if (situation.stop?.aborted === true) {
    return {
      check,
      outcome: { passed: 0, failed: 1, summary: 'not run', output: 'Stopped as asked.' },
      seconds: 0,
    }
  }
  const outcome = await check.run(situation).catch((error: unknown): Outcome => {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { passed: 0, failed: 1, summary: 'could not be run', output }
  })
  return { check, outcome, seconds: (performance.now() - started) / 1000 }
}

function report({ check, outcome, seconds }: Ended): string {
  const verdict = outcome.failed > 0 ? 'FAIL' : 'ok  '
  const line = `${verdict} ${check.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${outcome.summary}\n`
  return outcome.failed > 0 ? `${line}${indented(outcome.output)}\n\n` : line
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
