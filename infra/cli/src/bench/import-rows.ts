import { randomUUID } from 'node:crypto'
import type { ImportId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { eventually } from '../casework/eventually.ts'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import { backgroundWorkDone } from './background-work.ts'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { bareCopy, mark, rowsSince } from './copied-rows.ts'
import { exportedFile } from './exported-file.ts'
import { inventedDeaths } from './invented-notifications.ts'
import { peakMemoryOf } from './resident-memory.ts'
import { millisecondsOf, perSecond } from './statistics.ts'

/** The first warms up and is not counted. */
const ROUNDS = 4
const PER_ROUND = 500
const LARGEST = 50_000
/** Bytes sent in one call. */
const PIECE = 512 * 1024
const PAUSE = 250

const area = demonstrationAreas.WYB
const intakeProgram = 'services/intake/src/main.ts'

/** Rows of a file taken in a second, from the end of its upload, against COPY of every row that came of it. */
export async function importRows(ground: BenchGround): Promise<readonly BenchResult[]> {
  const rounds: Round[] = []
  const checked: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    ground.report(`import-rows: round ${round} of ${ROUNDS} …`)
    const file = await exportedFile(inventedDeaths(ground, area.areaId, PER_ROUND, round * PER_ROUND))
    await backgroundWorkDone(ground)
    const since = await mark(ground.admin)
    const importId = await uploaded(ground, file)
    const checking = await millisecondsOf(() => reached(ground, importId, 'ready'))
    await confirmed(ground, importId, PER_ROUND)
    const taking = await millisecondsOf(() => reached(ground, importId, 'done'))
    await backgroundWorkDone(ground)
    const copying = await bareCopy(ground.admin, await rowsSince(ground.admin, since))
    rounds.push({ value: perSecond(PER_ROUND, checking + taking), ceiling: perSecond(PER_ROUND, copying) })
    checked.push(perSecond(PER_ROUND, checking))
  }
  return [
    resultOf(
      {
        name: 'import-rows',
        what: `rows of a CSV file of ${PER_ROUND} checked, confirmed and taken in; ceiling: COPY of every row written for them, with checks and indexes`,
        unit: 'per second',
      },
      rounds.slice(1),
      { perRound: PER_ROUND },
    ),
  ]
}

/** A file as large as may be, to its last row, while the memory of the running service is watched. One round: it is long. */
export async function importLargest(ground: BenchGround): Promise<readonly BenchResult[]> {
  const file = await exportedFile(inventedDeaths(ground, area.areaId, LARGEST, 100_000))
  await backgroundWorkDone(ground)
  const since = await mark(ground.admin)
  let checking = 0
  let taking = 0
  const { before, peak } = await peakMemoryOf(intakeProgram, async () => {
    const importId = await uploaded(ground, file)
    checking = await millisecondsOf(() => reached(ground, importId, 'ready'))
    ground.report(`import-largest: checked in ${(checking / 1000).toFixed(0)} s`)
    await confirmed(ground, importId, LARGEST)
    taking = await millisecondsOf(() => reached(ground, importId, 'done'))
    ground.report(`import-largest: taken in in ${(taking / 1000).toFixed(0)} s`)
  })
  const copying = await bareCopy(ground.admin, await rowsSince(ground.admin, since))
  const grownMiB = peak - before
  return [
    resultOf(
      {
        name: 'import-largest',
        what: `rows of a CSV file of ${LARGEST} checked, confirmed and taken in; intake grew by ${grownMiB.toFixed(0)} MiB to ${peak.toFixed(0)}; ceiling: COPY of every row written for them meanwhile`,
        unit: 'per second',
      },
      [{ value: perSecond(LARGEST, checking + taking), ceiling: perSecond(LARGEST, copying) }],
      {
        rows: LARGEST,
        secondsToCheck: checking / 1000,
        secondsToTake: taking / 1000,
        grownMiB,
        peakMiB: peak,
      },
    ),
  ]
}

async function asked(ground: BenchGround) {
  const request = await ground.client.onBehalfOf(ground.staffOf(area.areaId).holding('coordinator'))
  return { calls: request.to<IntakeRouter>('intake').import, areaId: area.areaId }
}

async function uploaded(ground: BenchGround, file: Buffer): Promise<ImportId> {
  const { areaId } = area
  const { importId } = await eventually(['not-found'], async () => {
    const { calls } = await asked(ground)
    return calls.begin.mutate({ areaId, key: randomUUID(), mapping: 'ecdop' })
  })
  const pieces = Math.ceil(file.length / PIECE)
  for (let piece = 0; piece < pieces; piece += 1) {
    const { calls } = await asked(ground)
    const bytes = file.subarray(piece * PIECE, (piece + 1) * PIECE).toString('base64')
    await calls.append.mutate({ areaId, importId, piece, bytes })
  }
  const { calls } = await asked(ground)
  await calls.finish.mutate({ areaId, importId, key: randomUUID(), pieces })
  return importId
}

async function confirmed(ground: BenchGround, importId: ImportId, rows: number): Promise<void> {
  const { calls, areaId } = await asked(ground)
  await calls.confirm.mutate({ areaId, importId, key: randomUUID(), rows })
}

/** @throws Error when the import ends otherwise */
async function reached(ground: BenchGround, importId: ImportId, state: 'ready' | 'done'): Promise<void> {
  for (;;) {
    ground.signal.throwIfAborted()
    const { calls, areaId } = await asked(ground)
    const seen = await calls.read.query({ areaId, importId })
    if (seen.state === state) return
    if (seen.endedAt !== null) throw new Error(`the import came to be ${seen.state}: ${seen.refusal?.says}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
