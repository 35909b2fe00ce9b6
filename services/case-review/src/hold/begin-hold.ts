import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, HeldStage, HoldId, type Person, PlainDate, Refusal, wronglyHeld } from '@cdop/domain'
import { z } from 'zod'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { addCheck, addHold, HoldContact, type HoldRow } from './hold-store.ts'
import { requireCheckDates } from './require-check-dates.ts'

/** What is said of a hold when it is recorded: what has to wait, whom to ask and when to ask again. */
export const HoldSaid = z.strictObject({
  stages: z.array(HeldStage).max(HeldStage.options.length),
  contact: HoldContact,
  confirmedOn: PlainDate,
  nextCheckOn: PlainDate,
})
export type HoldSaid = z.infer<typeof HoldSaid>

/**
 * Begins a hold of a case that is locked and can have to wait; null when it waits for such a thing already.
 * @throws Refusal `invalid-answers` when the reason does not keep those stages waiting, `date-in-future`,
 * `dates-out-of-order`
 */
export async function beginHold(
  tx: Db,
  parts: Parts,
  { person, areaId, found }: { person: Person; areaId: AreaId; found: CaseRow },
  { reason, from, stages, contact, confirmedOn, nextCheckOn }: HoldSaid & Pick<HoldRow, 'reason' | 'from'>,
): Promise<HoldId | null> {
  const { caseId } = found
  if (wronglyHeld(reason, stages).length > 0) throw new Refusal('invalid-answers', ['stages'])
  const today = parts.clock.today()
  if (from > today) throw new Refusal('date-in-future', ['from'])
  if (from < found.diedOn) throw new Refusal('dates-out-of-order', ['from'])
  requireCheckDates({ from, confirmedOn, nextCheckOn }, today)
  const holdId = HoldId.parse(randomUUID())
  const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
  if (!(await addHold(tx, areaId, { holdId, caseId, reason, stages, from, nextCheckOn, ...recorded })))
    return null
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const check = { entry: 1, confirmedOn, nextCheckOn, contact, ...recorded }
  await addCheck(tx, cipher, { areaId, holdId }, check)
  await parts.publisher.publish(tx, person, areaId, {
    type: 'hold.began.v1',
    subject: caseId,
    payload: { caseId, holdId, reason, stages, from },
  })
  return holdId
}
