import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { leakReport, screenFor } from '@cdop/de-identification'
import { AreaId, type CaseId, canonicalJson, PackId, Refusal, RequestId } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { type CaseRow, caseCipher, findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { casesRead } from './agenda.ts'
import { decisionsOf, decisionsOn, openAmong } from './decision-store.ts'
import { identifiersOf, type KnownToIntake } from './identifiers.ts'
import { knownHere } from './known-here.ts'
import { narrativesOf } from './narratives.ts'
import {
  casesLeft,
  isLeft,
  noteFailure,
  packCasesOf,
  saveScreened,
  settleWithout,
} from './pack-case-store.ts'
import { findPack, lockPack, type PackRow, stepPack } from './pack-store.ts'
import { recognise } from './recognise.ts'
import { ScreenedNarrative } from './screened.ts'

/** The job that screens every case of a version whose turn has not been. */
export const SCREEN_PACK = 'screen-pack'

const Waiting = z.strictObject({ areaId: AreaId, packId: PackId })
type Waiting = z.infer<typeof Waiting>

/** Seconds after which it is looked again, in case the process at it has died. */
const MAKE_SURE_AFTER = 60

/** Turns after which a case counts as failed: the version then says so, and is built anew. */
const MOST_TURNS = 5

/** Has the cases of a version screened once this transaction has committed. */
export function wakeScreening(tx: Db, waiting: Waiting): Promise<void> {
  return addJob(tx, 'case-review', SCREEN_PACK, waiting, `${SCREEN_PACK}:${waiting.packId}`)
}

function makeSure(tx: Db, waiting: Waiting): Promise<void> {
  const key = `${SCREEN_PACK}:${waiting.packId}:again`
  return addJob(tx, 'case-review', SCREEN_PACK, waiting, key, { inSeconds: MAKE_SURE_AFTER })
}

/**
 * Screens the cases of a version that are left, one after another: each in a transaction of its own with its outcome, so
 * that whoever begins again goes on where it stopped. One that fails keeps no other waiting, and is given up after a few
 * turns.
 * @throws the first failure, when all have had their turn: the job is then tried again
 */
export async function screenPack(parts: Parts, payload: unknown): Promise<void> {
  const waiting = Waiting.parse(payload)
  const { areaId, packId } = waiting
  const begun = await inArea(parts, areaId, async (tx) => {
    const pack = await findPack(tx, areaId, packId)
    if (pack?.state !== 'building') return null
    const left = await casesLeft(tx, areaId, packId)
    if (left.length > 0) await makeSure(tx, waiting)
    return { pack, left }
  })
  if (begun === null) return
  const failures: unknown[] = []
  for (const caseId of begun.left) {
    try {
      await takeTurn(parts, areaId, begun.pack, caseId)
    } catch (thrown) {
      const place = { areaId, packId, caseId }
      const given = await inArea(parts, areaId, (tx) => noteFailure(tx, place, MOST_TURNS, parts.clock.now()))
      if (!given) failures.push(thrown)
    }
  }
  await inArea(parts, areaId, (tx) => finish(tx, parts, areaId, packId))
  if (failures.length > 0) throw failures[0]
}

function inArea<Result>(parts: Parts, areaId: AreaId, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return parts.database.transaction(caseReviewIn(areaId, RequestId.parse(randomUUID())), work)
}

/** What intake knows of a case; null when it is no longer there to be known. */
async function knownToIntake(parts: Parts, areaId: AreaId, { askedBy }: PackRow, caseId: CaseId) {
  try {
    const asked = { areaId, onBehalfOf: askedBy, requestId: RequestId.parse(randomUUID()) }
    return (await recognise(parts, asked, [caseId])).get(caseId) ?? null
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return null
    throw thrown
  }
}

async function takeTurn(parts: Parts, areaId: AreaId, pack: PackRow, caseId: CaseId): Promise<void> {
  const place = { areaId, packId: pack.packId, caseId }
  const read = await inArea(parts, areaId, (tx) => casesRead(tx, areaId, pack.panelMeetingId))
  const known = read.some((one) => one.caseId === caseId)
    ? await knownToIntake(parts, areaId, pack, caseId)
    : null
  await inArea(parts, areaId, async (tx) => {
    // The case first, as everybody does: two never wait for each other.
    const found = await findCase(tx, areaId, caseId, { lock: true })
    if (!(await isLeft(tx, place))) return
    const still = (await casesRead(tx, areaId, pack.panelMeetingId)).some((one) => one.caseId === caseId)
    if (found === null || known === null || !still) {
      await settleWithout(tx, place, 'left-out', parts.clock.now())
      return
    }
    const actor = { ...caseReviewIn(areaId, RequestId.parse(randomUUID())), onBehalfOf: pack.askedBy }
    await parts.audit.record(tx, actor, areaId, {
      action: 'pack.screen',
      object: { kind: 'case', id: caseId },
      fieldClasses: ['identity', 'agency-return', 'family'],
    })
    await screenCase(tx, parts, place, found, known)
  })
}

/** What a case is known by, and a keyed hash of it. */
export async function knownOf(
  tx: Db,
  { keys, clock }: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  found: CaseRow,
  known: KnownToIntake,
) {
  const here = await knownHere(tx, keys, areaId, found, clock.today())
  const identifiers = identifiersOf(keys, found.caseId, known, here)
  return { identifiers, knownHash: blindIndex(keys, 'pack-known', canonicalJson(identifiers)) }
}

async function screenCase(
  tx: Db,
  parts: Parts,
  place: { areaId: AreaId; packId: PackId; caseId: CaseId },
  found: CaseRow,
  known: KnownToIntake,
): Promise<void> {
  const { areaId, caseId } = place
  const { identifiers, knownHash } = await knownOf(tx, parts, areaId, found, known)
  const screen = screenFor(identifiers)
  const decided = await decisionsOf(tx, areaId, caseId)
  const screened = (await narrativesOf(tx, parts.keys, areaId, found)).map(({ text, ...narrative }) => {
    const findings = screen(text).findings
    const kept = ScreenedNarrative.parse({ ...narrative, findings })
    return { kept, text, findings }
  })
  const report = leakReport(
    screened.map(({ kept, text, findings }, at) => ({
      narrative: String(at),
      screened: { text, findings },
      decisions: decisionsOn(kept, text, decided),
    })),
  )
  const narratives = screened.map(({ kept }) => kept)
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const doubtful = report.items.length
  const result = {
    narratives,
    knownHash,
    counts: report.counts,
    doubtful,
    open: openAmong(narratives, decided),
  }
  await saveScreened(tx, cipher, place, result, parts.clock.now())
}

/** Once every case has had its turn, the version waits for decisions, or for signatures. */
async function finish(tx: Db, parts: Parts, areaId: AreaId, packId: PackId): Promise<void> {
  const pack = await lockPack(tx, areaId, packId)
  const cases = await packCasesOf(tx, areaId, packId)
  if (pack.state !== 'building' || cases.some(({ outcome }) => outcome === null)) return
  await tx`
    update case_review.packs set built_at = ${parts.clock.now()} where area_id = ${areaId} and pack_id = ${packId}
  `
  const open = cases.some((one) => (one.open ?? 0) > 0)
  await stepPack(tx, areaId, packId, open ? 'awaiting-decisions' : 'ready')
}
