import type { Db } from '@cdop/database'
import { type AreaId, type PersonId, Refusal, requireArea, type SecondCodingId } from '@cdop/domain'
import { type Asking, caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { hasRead, type StoredCoding, secondCoding } from './second-coding-store.ts'

export type Coder = { coder: PersonId; found: StoredCoding }

/**
 * Lets somebody on to a second coding who has decided nothing of the first and has not seen it. case-review then has its own
 * word on whether they may read the case.
 * @throws Refusal `not-found`, `coding-not-blind`
 */
export async function requireBlind(
  tx: Db,
  { actor }: Pick<Asking, 'actor'>,
  areaId: AreaId,
  codingId: SecondCodingId,
  options?: { lock: boolean },
): Promise<Coder> {
  requireArea(actor, areaId)
  const coder = writerOf(actor)
  const found = await secondCoding(tx, areaId, codingId, options)
  if (found.state === 'withdrawn') throw new Refusal('not-found')
  const decided = found.firstDecidedBy.includes(coder)
  if (decided || (await hasRead(tx, areaId, found.caseId, coder))) throw new Refusal('coding-not-blind')
  return { coder, found }
}

/**
 * Whether the second meeting can decide and who is there, by case-review, which also says whether this person may read the case.
 * @throws Refusal of case-review
 */
export const deliberationOf = (asking: Asking, areaId: AreaId, { caseId, panelMeetingId }: StoredCoding) =>
  caseReviewFor(asking).secondCoding.deliberation.query({ areaId, caseId, panelMeetingId })
