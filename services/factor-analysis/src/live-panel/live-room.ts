import type { Db } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { caseCipher, findAnalysis, type StoredAnalysis } from '../analysis/analysis-store.ts'
import { type LastDecision, lastDecisions } from './live-decision-store.ts'
import { draftedAnalysis, type LiveItem, liveItems } from './live-items.ts'
import {
  type CaseAtMeeting,
  findLiveSession,
  type LivePlace,
  type LiveSession,
} from './live-session-store.ts'

/** The live panel of a case as it stands, with the analysis before it. */
export type LiveRoom = {
  place: LivePlace
  /** The live panel of this agreement of the analysis; null before it was begun. */
  session: LiveSession | null
  analysis: StoredAnalysis | null
  cipher: SubjectCipher
  items: readonly LiveItem[]
}

/** Opens the live panel of a case at a meeting. `lock` holds the live panel for the transaction. */
export async function enterRoom(
  tx: Db,
  parts: ServiceParts,
  at: CaseAtMeeting,
  options: { lock: boolean } = { lock: false },
): Promise<LiveRoom> {
  const { areaId, caseId, panelMeetingId } = at
  const newest = await findLiveSession(tx, at, options)
  const analysis = await findAnalysis(tx, areaId, caseId)
  const revision = analysis?.revision ?? 1
  const place = { areaId, caseId, panelMeetingId, revision }
  const session = newest?.revision === revision ? newest : null
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const decisions: Map<string, LastDecision> = session === null ? new Map() : await lastDecisions(tx, place)
  const drafted = draftedAnalysis(analysis, cipher, parts.clock.today())
  return { place, session, analysis, cipher, items: liveItems(parts.keys, place, drafted, decisions) }
}

/**
 * The open live panel of a case, held for the transaction.
 * @throws Refusal `live-panel-ended`, `analysis-agreed`
 */
export async function enterOpenRoom(
  tx: Db,
  parts: ServiceParts,
  at: CaseAtMeeting,
): Promise<LiveRoom & { session: LiveSession }> {
  const room = await enterRoom(tx, parts, at, { lock: true })
  const { session, analysis } = room
  if (analysis?.state === 'agreed') throw new Refusal('analysis-agreed')
  if (session?.state !== 'open') throw new Refusal('live-panel-ended')
  return { ...room, session }
}
