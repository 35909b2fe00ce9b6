import type { Db } from '@cdop/database'
import { AreaId, CaseId, type FamilyQuestionId, PanelMeetingId, type Person, Refusal } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { caseCipher } from '../case/case-store.ts'
import { requireDeciding } from '../conflict/conflict-standing.ts'
import { type PanelQuestion, panelQuestionsOf } from '../family/panel-questions.ts'
import { findQuestion } from '../family/question-store.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { findListing, type Listing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'

/** A case at a meeting. */
export const AtItem = z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, caseId: CaseId })
type AtItem = z.infer<typeof AtItem>

/**
 * A listed case as whoever agrees its analysis at this meeting sees it; with `pack`, only while the pack of the meeting is open.
 * @throws Refusal `not-found`, `statement-not-signed`, `pack-not-open`
 */
export async function seeItem(
  tx: Db,
  parts: Parts,
  person: Person,
  { areaId, panelMeetingId, caseId }: AtItem,
  { lock = false, reads = 'analysis' }: { lock?: boolean; reads?: 'analysis' | 'pack' } = {},
): Promise<{ found: SeenCase['found']; listing: Listing }> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock, today: parts.clock.today() })
  requireClass(seen, 'analysis')
  requireClass(seen, reads)
  const listing = await findListing(tx, areaId, caseId)
  if (listing?.panelMeetingId !== panelMeetingId) throw new Refusal('not-found')
  return { found: seen.found, listing }
}

/**
 * A question the family put to the panel and the key of its case, held, to answer it at the item: while the case is before the panel,
 * from the day of the meeting on.
 * @throws Refusal `not-found`, `present-for-facts-only`, `case-on-hold`, `date-in-future`; `not-allowed-in-this-state` once the
 * panel has reviewed the case
 */
export async function answerable(
  tx: Db,
  parts: Parts,
  person: Person,
  asked: AtItem & { familyQuestionId: FamilyQuestionId },
): Promise<{ question: PanelQuestion; cipher: SubjectCipher }> {
  const { areaId, familyQuestionId } = asked
  const { found, listing } = await seeItem(tx, parts, person, asked, { lock: true })
  await requireDeciding(tx, person, areaId, found)
  if (found.state !== 'listed') throw new Refusal('not-allowed-in-this-state')
  await refuseHeld(tx, areaId, found)
  if (listing.heldOn > parts.clock.today()) throw new Refusal('date-in-future')
  const questions = await panelQuestionsOf(tx, parts.keys, areaId, found)
  const question = questions.find((one) => one.familyQuestionId === familyQuestionId)
  const place = await findQuestion(tx, areaId, found.caseIds, familyQuestionId)
  if (question === undefined || place === null) throw new Refusal('not-found')
  return { question, cipher: await caseCipher(tx, parts.keys, areaId, place.caseId) }
}
