import type { Db } from '@cdop/database'
import { type AreaId, type DomainEvent, type Instant, londonDate, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** What happened to a case on its way, as case-review said. */
const CaseStepKind = z.enum([
  'opened',
  'review-meeting-held',
  'review-meeting-not-held',
  'review-meeting-reported',
  'hold-began',
  'hold-ended',
  'listed',
  'deferred',
  'resumed',
  'reviewed',
  'closed',
  'reopened',
])
type CaseStepKind = z.infer<typeof CaseStepKind>

/** One step of a case: on which day, why or of what kind, and of which hold or meeting. */
export const CaseStep = z.object({
  caseId: z.string(),
  step: CaseStepKind,
  happenedOn: PlainDate,
  code: z.string().nullable(),
  about: z.string().nullable(),
})
export type CaseStep = z.infer<typeof CaseStep>

type Stepping = Extract<
  DomainEvent,
  {
    type:
      | 'case.opened.v1'
      | 'review-meeting.held.v1'
      | 'review-meeting.not-held.v1'
      | 'review-meeting.reported.v1'
      | 'hold.began.v1'
      | 'hold.ended.v1'
      | 'case.listed.v1'
      | 'case.deferred.v1'
      | 'case.resumed.v1'
      | 'case.reviewed.v1'
      | 'case.closed.v1'
      | 'case.reopened.v1'
  }
>

type Told = { step: CaseStepKind; on?: PlainDate; code?: string; about?: string }

function toldBy(event: Stepping): Told {
  switch (event.type) {
    case 'case.opened.v1':
      return { step: 'opened' }
    case 'review-meeting.held.v1': {
      const { heldOn, kind, reviewMeetingId } = event.payload
      return { step: 'review-meeting-held', on: heldOn, code: kind, about: reviewMeetingId }
    }
    case 'review-meeting.not-held.v1':
      return { step: 'review-meeting-not-held', code: event.payload.reason }
    case 'review-meeting.reported.v1': {
      const { receivedOn, reviewMeetingId } = event.payload
      return { step: 'review-meeting-reported', on: receivedOn, about: reviewMeetingId }
    }
    case 'hold.began.v1': {
      const { from, reason, holdId } = event.payload
      return { step: 'hold-began', on: from, code: reason, about: holdId }
    }
    case 'hold.ended.v1':
      return { step: 'hold-ended', on: event.payload.until, about: event.payload.holdId }
    case 'case.listed.v1':
      return { step: 'listed', about: event.payload.panelMeetingId }
    case 'case.deferred.v1':
      return { step: 'deferred', on: event.payload.deferredOn, about: event.payload.panelMeetingId }
    case 'case.resumed.v1':
      return { step: 'resumed', code: event.payload.state }
    case 'case.reviewed.v1':
      return { step: 'reviewed', on: event.payload.reviewedOn, about: event.payload.panelMeetingId }
    case 'case.closed.v1':
      return { step: 'closed', on: event.payload.closedOn }
    case 'case.reopened.v1':
      return { step: 'reopened', on: event.payload.reopenedOn, code: event.payload.reason }
  }
}

/** Keeps a step of a case, known from the instant the event was recorded. */
export async function saveStep(tx: Db, event: Stepping): Promise<void> {
  const { areaId, version, recordedAt, payload } = event
  const { step, on, code, about } = toldBy(event)
  await tx`
    insert into reporting.case_steps (area_id, case_id, event_version, recorded_from, step, happened_on, code, about)
    values (
      ${areaId}, ${payload.caseId}, ${version}, ${recordedAt}, ${step}, ${on ?? londonDate(recordedAt)},
      ${code ?? null}, ${about ?? null}
    )
  `
}

/** The steps of these cases as known at an instant, each case's in the order in which they were recorded. */
export async function stepsKnownAt(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, readonly CaseStep[]>> {
  const rows = await tx`
    select case_id, step, happened_on, code, about from reporting.case_steps
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and recorded_from <= ${at}
    order by case_id, event_version
  `
  return Map.groupBy(
    rows.map((row) => CaseStep.parse(row)),
    ({ caseId }) => caseId,
  )
}
