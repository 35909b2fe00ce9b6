import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CaseIdentifiers, screenFor } from '@cdop/de-identification'
import type { PackId } from '@cdop/domain'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import type { PanelGround } from './panel-ground.ts'
import { peakMemoryOf } from './resident-memory.ts'
import { millisecondsOf } from './statistics.ts'

const ROUNDS = 3
/** Milliseconds a pack of twelve cases may take. */
const TARGET = 60_000
/** Milliseconds between two looks, and until it is given up. */
const PAUSE = 50
const PATIENCE = 300_000

const caseReviewProgram = 'services/case-review/src/main.ts'

/**
 * From asking for the pack of a meeting of twelve cases to its leak report, and the second signature that compiles and
 * releases it, against screening the same texts alone in one process.
 */
export async function packOfTwelve(ground: BenchGround, panel: PanelGround): Promise<readonly BenchResult[]> {
  const rounds: Round[] = []
  let released = 0
  const { before, peak } = await peakMemoryOf(caseReviewProgram, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      ground.report(`pack-of-12-cases: round ${round + 1} of ${ROUNDS} …`)
      let packId: PackId | null = null
      const value = await millisecondsOf(async () => {
        packId = await builtPack(ground, panel, round)
      })
      if (packId === null) throw new Error('a pack was built')
      rounds.push({ value, ceiling: await millisecondsOf(() => screenedAlone(panel)) })
      if (round === ROUNDS - 1) released = await releasedIn(panel, packId)
    }
  })
  return [
    resultOf(
      {
        name: 'pack-of-12-cases',
        what: `from asking for the pack of a meeting of 12 cases to its leak report, to be under ${TARGET / 1000} s; ceiling: screening the same texts alone in one process`,
        unit: 'ms',
      },
      rounds,
      {
        target: TARGET,
        texts: panel.told.reduce((sum, { texts }) => sum + texts.length, 0),
        letters: panel.told.reduce((sum, { texts }) => sum + texts.join('').length, 0),
        releasedInMs: released,
        caseReviewMiBBefore: before,
        caseReviewMiBAtMost: peak,
      },
    ),
  ]
}

async function builtPack(
  { admin, signal }: BenchGround,
  panel: PanelGround,
  version: number,
): Promise<PackId> {
  const { areaId, panelMeetingId } = panel
  const { pack } = await panel.as(panel.coordinator)
  const { packId } = await pack.build.mutate({ areaId, panelMeetingId, version, key: randomUUID() })
  const deadline = performance.now() + PATIENCE
  while (performance.now() < deadline) {
    signal.throwIfAborted()
    const [row] = await admin.sql<{ state: string }[]>`
      select state from case_review.packs where area_id = ${areaId} and pack_id = ${packId}
    `
    if (row?.state !== 'building') return packId
    await sleep(PAUSE)
  }
  throw new Error('the pack was not built within five minutes')
}

/** Takes out whatever is doubtful, signs, and says how many milliseconds the second signature took. */
async function releasedIn(panel: PanelGround, packId: PackId): Promise<number> {
  const { areaId, caseIds } = panel
  for (const caseId of caseIds) {
    const { pack } = await panel.as(panel.coordinator)
    const { items, narratives } = await pack.leaks.query({ areaId, packId, caseId })
    const decisions = items.map(({ narrative, start, end }) => ({
      mark: narratives[narrative]?.mark ?? '',
      start,
      end,
      hide: true,
    }))
    if (decisions.length > 0)
      await pack.decide.mutate({ areaId, packId, caseId, decisions, key: randomUUID() })
  }
  const reasons = { lateReason: 'A measurement', fewReason: 'A measurement' }
  const first = (await panel.as(panel.coordinator)).pack
  await first.sign.mutate({ areaId, packId, seen: 'ready', ...reasons, key: randomUUID() })
  const second = (await panel.as(panel.second)).pack
  return millisecondsOf(() =>
    second.sign.mutate({ areaId, packId, seen: 'signed-once', ...reasons, key: randomUUID() }),
  )
}

/** The same texts, held to what a notification says of each child. */
async function screenedAlone({ told }: PanelGround): Promise<void> {
  for (const { givenNames, familyName, nhsNumber, texts } of told) {
    const screen = screenFor(knownBy(givenNames, familyName, nhsNumber))
    for (const text of texts) screen(text)
  }
}

function knownBy(givenNames: string, familyName: string, nhsNumber: string): CaseIdentifiers {
  return {
    family: [
      { key: 'child', role: 'child', givenNames: [givenNames], familyNames: [familyName], alsoKnownAs: [] },
    ],
    staff: [],
    places: [],
    addresses: [],
    nhsNumbers: [nhsNumber],
    phones: [],
    emails: [],
    references: [],
    dates: { birth: null, death: null, incident: null, others: [] },
  }
}
