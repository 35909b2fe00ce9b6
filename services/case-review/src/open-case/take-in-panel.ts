import { randomUUID } from 'node:crypto'
import {
  DeferralId,
  type NewEvent,
  type OpenCase,
  PanelMeetingId,
  PanelQuestionId,
  type PlainDate,
  stepsToStage,
} from '@cdop/domain'
import { markReviewed, stepCase } from '../case/case-steps.ts'
import { findCase } from '../case/case-store.ts'
import { saveDeferral } from '../deferral/deferral-store.ts'
import { saveListing } from '../panel-meeting/listing-store.ts'
import { insertMeeting } from '../panel-meeting/panel-meeting-store.ts'
import type { TakingIn } from './taking-in.ts'

/** What stands for the summary of a case that was listed elsewhere: none is taken in, since nobody here has read it. */
const NO_SUMMARY = 'This case was listed before it came into this system. Its summary was not taken over.'

/** The area's standard meeting of a day, arranged when there is none: a bundle does not say of what kind it was. */
async function meetingOn({ tx, areaId, by, at }: TakingIn, heldOn: PlainDate): Promise<PanelMeetingId> {
  const [known] = await tx`
    select panel_meeting_id from case_review.panel_meetings
    where area_id = ${areaId} and held_on = ${heldOn} and kind = 'standard' order by arranged_at, panel_meeting_id limit 1
  `
  if (known !== undefined) return PanelMeetingId.parse(known['panelMeetingId'])
  const panelMeetingId = PanelMeetingId.parse(randomUUID())
  await insertMeeting(tx, areaId, { panelMeetingId, kind: 'standard', heldOn, by, at })
  return panelMeetingId
}

/**
 * Takes a case to the stage the bundle has it at, one legal step after the other, with what the panel did. The analysis of
 * a reviewed case is not taken in.
 */
export async function takeInStage(into: TakingIn, open: OpenCase): Promise<NewEvent[]> {
  const { tx, parts, areaId, caseId, cipher, by, at } = into
  const told: NewEvent[] = []
  const met = open.notHeld === null ? 'review-meeting-held' : 'review-meeting-not-held'
  const panelMeetingId = open.panelMeetingOn === null ? null : await meetingOn(into, open.panelMeetingOn)
  for (const state of stepsToStage(open.stage, met)) {
    const found = await findCase(tx, areaId, caseId, { lock: true })
    if (found === null) throw new Error('the case has gone while it was taken in')
    if (state === 'reviewed') {
      if (open.reviewedOn === null || panelMeetingId === null) throw new Error('a reviewed case has its day')
      await markReviewed(tx, areaId, found, open.reviewedOn, at)
      const payload = { caseId, panelMeetingId, reviewedOn: open.reviewedOn }
      told.push({ type: 'case.reviewed.v1', subject: caseId, payload })
      continue
    }
    if (state === 'submitted') {
      await tx`
        update case_review.cases set national_submission_on = ${open.nationalSubmissionOn}
        where area_id = ${areaId} and case_id = ${caseId}
      `
    }
    await stepCase(tx, areaId, found, state)
    if (panelMeetingId === null) continue
    if (state === 'listed') {
      await saveListing(tx, cipher, { areaId, caseId }, { panelMeetingId, summary: NO_SUMMARY, by, at })
      told.push({ type: 'case.listed.v1', subject: caseId, payload: { caseId, panelMeetingId } })
    }
    if (state === 'deferred' && open.panelMeetingOn !== null) {
      const deferredOn = open.panelMeetingOn
      const deferral = {
        deferralId: DeferralId.parse(randomUUID()),
        caseId,
        panelMeetingId,
        deferredOn,
        by,
        at,
      }
      const asked = open.panelQuestions.map((question) => ({
        panelQuestionId: PanelQuestionId.parse(randomUUID()),
        asked: question,
      }))
      await saveDeferral(tx, parts.keys, areaId, deferral, asked)
      told.push({
        type: 'case.deferred.v1',
        subject: caseId,
        payload: { caseId, panelMeetingId, deferredOn },
      })
    }
  }
  return told
}
