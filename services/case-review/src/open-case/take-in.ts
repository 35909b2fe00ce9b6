import type { Db } from '@cdop/database'
import {
  type CaseId,
  countCase,
  type ImportedAs,
  type NewEvent,
  noneCounted,
  PlainDate,
  type ServiceActor,
  SheetCounts,
} from '@cdop/domain'
import { caseCipher, markConfirmed, setNextClock } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { directoryOf } from './agencies.ts'
import { takeInDocuments } from './file/take-in-documents.ts'
import { findOpenCaseImport, markSignedOff, markTakenIn, waitingOpenCase } from './import-store.ts'
import { keepScores } from './kept-scores-store.ts'
import { addOrigin } from './origin-store.ts'
import { takeInStage } from './take-in-panel.ts'
import { takeInRequests } from './take-in-requests.ts'
import { takeInHolds, takeInMeetings, takeInNotHeld } from './take-in-waiting.ts'
import type { TakingIn } from './taking-in.ts'

/** Chased by nobody until a coordinator takes chasing over. */
const NOT_CHASED = PlainDate.parse('9999-12-31')

/**
 * A case that was open elsewhere begins here with all its bundle says of it, in the transaction in which it opens: whole
 * or not at all, and once. Nothing leaves. Returns what is to be told of it, in its order; nothing when it was taken in.
 * @throws Error when nothing of its bundle is kept: no case begins bare
 */
export async function takeInOpenCase(
  tx: Db,
  { actor, parts, caseId }: { actor: ServiceActor; parts: Parts; caseId: CaseId },
  imported: ImportedAs,
): Promise<NewEvent[]> {
  const { areaId } = actor
  const { importId } = imported
  // Cases of one bundle begin one after the other: two of one panel meeting find the same.
  const signed = await findOpenCaseImport(tx, { areaId, importId }, { lock: true })
  const open = await waitingOpenCase(tx, parts.keys, areaId, imported)
  if (signed === null) throw new Error('nothing of the bundle is kept')
  if (open === null) return []
  const at = parts.clock.now()
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const chaseFrom = signed.chasedFrom ?? NOT_CHASED
  const into: TakingIn = { tx, parts, areaId, caseId, cipher, by: signed.begunBy, at, chaseFrom }
  if (open.confirmed !== null) {
    await markConfirmed(tx, areaId, caseId, { death: open.confirmed, identity: open.confirmed, at })
  }
  const told = [
    ...(await takeInRequests(into, open.requests)),
    ...(await takeInHolds(into, open.holds)),
    ...(await takeInMeetings(into, open.meetings)),
    ...(await takeInNotHeld(into, open.notHeld)),
    ...(await takeInStage(into, open)),
  ]
  await keepScores(into, open.scores)
  const { oldReference, stage } = open
  const directory = await directoryOf(tx, areaId, parts.clock.today())
  const documents = await takeInDocuments(into, { importId, caseRow: open.row, directory })
  await addOrigin(into, { importId, oldReference, stage, documentsNotTaken: documents.leftOut })
  const counts = SheetCounts.strip().parse({ ...countCase(noneCounted(), open), documents: documents.taken })
  await markTakenIn(tx, areaId, imported, { caseId, at, counts })
  await markSignedOff(tx, { areaId, importId }, at)
  await setNextClock(tx, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.take-in',
    object: { kind: 'case', id: caseId },
  })
  return told
}
