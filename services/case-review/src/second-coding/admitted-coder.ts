import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  mayCodeBlind,
  type PanelMeetingId,
  type Person,
  type PlainDate,
  Refusal,
} from '@cdop/domain'
import { withheldFrom } from '../access/withheld-cases.ts'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { requireDeciding } from '../conflict/conflict-standing.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { findMeeting, type HeldMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { afterReview } from './after-review.ts'

/**
 * Lets somebody on to a case that factor-analysis gave to a second meeting: with the statement signed, without a conflict of
 * interest, and with no role that reads elsewhere how it was coded.
 * @throws Refusal `not-found` also for a case in which they have a conflict, and one that is reviewed anew, merged or gone;
 * `coding-not-blind`, `statement-not-signed`, `present-for-facts-only`, `case-on-hold`
 */
export async function admittedCoder(
  tx: Db,
  person: Person,
  asked: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId; today: PlainDate },
): Promise<{ found: CaseRow; meeting: HeldMeeting }> {
  const { areaId, caseId, panelMeetingId, today } = asked
  const found = await findCase(tx, areaId, caseId)
  const meeting = await findMeeting(tx, areaId, panelMeetingId)
  if (found === null || meeting === null || found.mergedInto !== null || !afterReview.includes(found.state)) {
    throw new Refusal('not-found')
  }
  if ((await withheldFrom(tx, person, areaId)).includes(caseId)) throw new Refusal('not-found')
  if (!mayCodeBlind(person)) throw new Refusal('coding-not-blind')
  await requireStatement(tx, person, areaId, today)
  await requireDeciding(tx, person, areaId, found)
  await refuseHeld(tx, areaId, found)
  return { found, meeting }
}
