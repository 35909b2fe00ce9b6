import type { Db } from '@cdop/database'
import { type AreaId, type NextStep, nextSteps, type PlainDate } from '@cdop/domain'
import { caseClocks } from '../case/case-clocks.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'
import { holdsOfCases } from '../hold/hold-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'
import { proceedingsOf } from '../proceeding/proceeding-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { reviewedAgain } from '../reopening/reviewed-again.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { lastMeeting } from '../review-meeting/review-meeting.ts'
import { findMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'

/** What comes next for a family, from the stage, dates and clocks of its case. */
export async function stepsOf(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  found: CaseRow,
  today: PlainDate,
): Promise<NextStep[]> {
  const { caseId, caseIds, state } = found
  const meetings = await meetingsOfCases(tx, areaId, caseIds)
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const notHeld = await findMeetingNotHeld(tx, cipher, areaId, caseId)
  const holds = await holdsOfCases(tx, areaId, caseIds)
  const wasHeld = meetings.some(({ heldOn }) => heldOn !== null)
  const clocks = caseClocks(
    {
      found,
      again: reviewedAgain(await reopeningsOf(tx, areaId, caseId)),
      requests: [],
      meetingDecidedOn: wasHeld ? null : (notHeld?.decidedOn ?? null),
      lastMeeting: lastMeeting(meetings),
      holds,
      proceedings: await proceedingsOf(tx, areaId, caseIds),
      limits: await keptLimits(tx, areaId),
    },
    today,
  )
  const plannedMeetings = meetings
    .filter(({ heldOn, cancelledAt }) => heldOn === null && cancelledAt === null)
    .map(({ plannedOn }) => plannedOn)
  const panelOn = (await findListing(tx, areaId, caseId))?.heldOn ?? null
  return nextSteps({ state, plannedMeetings, panelOn, clocks, holds }, today)
}
