import { connect } from '@cdop/database'
import { inParallel } from '../replay/in-parallel.ts'
import { backgroundWorkDone } from './background-work.ts'
import type { BareTransaction } from './bare-transaction.ts'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { median, millisecondsOf } from './statistics.ts'

/** Something people do again and again, and the statements it comes down to. */
export type Repeated = {
  readonly name: string
  readonly what: string
  /** So many under way at once. */
  readonly width: number
  /** The first round warms up and is not counted. */
  readonly rounds: number
  readonly perRound: number
  readonly more: Readonly<Record<string, number>>
  work(): Promise<unknown>
  /** The connection of the service whose statements they are. */
  readonly databaseUrl: string
  readonly bare: BareTransaction
  /** What each statement gave when it was proven. */
  readonly rows: readonly number[]
}

/**
 * The typical time of something people do, against that of its statements sent bare, turn and turn about.
 * @throws Error when a bare transaction gave other numbers of rows than the one that was proven
 */
export async function againstBare(ground: BenchGround, repeated: Repeated): Promise<BenchResult> {
  const { name, what, width, rounds: count, perRound, more, bare, rows } = repeated
  const pool = connect(repeated.databaseUrl, { max: width })
  try {
    const rounds: Round[] = []
    for (let round = 1; round <= count; round += 1) {
      ground.report(`${name}: round ${round} of ${count} …`)
      await backgroundWorkDone(ground)
      const value = await typical(width, perRound, () => repeated.work())
      await backgroundWorkDone(ground)
      const ceiling = await typical(width, perRound, async () => {
        const shown = await bare.send(pool)
        if (shown.join() !== rows.join()) throw new Error(`${name}: bare, it held other numbers of rows`)
      })
      rounds.push({ value, ceiling })
    }
    return resultOf({ name, what, unit: 'ms' }, rounds.slice(1), {
      atOnce: width,
      perRound,
      statements: bare.statements,
      ...more,
    })
  } finally {
    await pool.close()
  }
}

/** The median time of one, with so many under way at once. */
async function typical(width: number, count: number, work: () => Promise<unknown>): Promise<number> {
  const each = Array.from({ length: count }, (_, index) => index)
  return median(await inParallel(each, width, () => millisecondsOf(work)))
}
