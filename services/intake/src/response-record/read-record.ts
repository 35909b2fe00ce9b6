import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  Instant,
  PersonId,
  PlainDate,
  Refusal,
  ResponseId,
  ResponseMeetingId,
  ResponseState,
  requireArea,
  responseClocks,
} from '@cdop/domain'
import { z } from 'zod'
import { areaSettings } from '../area/area-settings-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { findResponse } from '../joint-agency-response/response-store.ts'
import { recordsUnder } from '../merge/known-record.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { requirePerson } from '../on-call/require-person.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { actionsOf } from './action-store.ts'
import { checksOf } from './check-store.ts'
import { findMeeting, meetingsOf, openMeeting } from './meeting-store.ts'
import { caseOf, type SeenRecord, seeRecord, WithheldCases } from './record-access.ts'
import { ResponseAction, ResponseCheck, ResponseMeeting } from './response-record.ts'

const ClockState = z.enum(['open', 'overdue', 'done-in-time', 'done-late', 'not-held'])

const Clock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('initial-planning'), dueOn: PlainDate, state: ClockState }),
  z.strictObject({ kind: z.literal('scene-visit'), dueAt: Instant, state: ClockState }),
])

const ResponseRecord = z.strictObject({
  responseId: ResponseId,
  state: ResponseState,
  leadId: PersonId.nullable(),
  /** The case whose page shows it too. */
  caseId: CaseId.nullable(),
  /** When it was decided to start; null of one that was not. */
  startedAt: Instant.nullable(),
  clocks: z.array(Clock),
  meetings: z.array(ResponseMeeting),
  actions: z.array(ResponseAction),
  checks: z.array(ResponseCheck),
})
type ResponseRecord = z.infer<typeof ResponseRecord>

/** When a response was first decided to start. */
async function startOf(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<Instant | null> {
  const [row] = await tx<{ startedAt: string | null }[]>`
    select min(decided_at) as started_at from intake.response_decisions
    where area_id = ${areaId} and response_id = ${responseId} and decision = 'start'
  `
  return row?.startedAt == null ? null : Instant.parse(row.startedAt)
}

async function recordOf(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  { response, leadId, responseIds }: SeenRecord,
): Promise<ResponseRecord> {
  const { responseId, state } = response
  const startedAt = await startOf(tx, areaId, responseId)
  const meetings: ResponseMeeting[] = []
  for (const row of await meetingsOf(tx, areaId, responseIds)) {
    meetings.push(await openMeeting(tx, parts.keys, areaId, row))
  }
  const limits = await areaSettings(tx, areaId)
  const running = state === 'started' || state === 'started-before-death'
  return {
    responseId,
    state,
    leadId,
    caseId: await caseOf(tx, areaId, response),
    startedAt,
    clocks:
      running && startedAt !== null
        ? [...responseClocks(startedAt, limits, meetings, parts.clock.now())]
        : [],
    meetings,
    actions: await actionsOf(tx, parts.keys, areaId, responseIds),
    checks: await checksOf(tx, parts.keys, areaId, responseId),
  }
}

/**
 * The record of a response: its meetings and visits with who was there and what was noted, what is to be done, and how
 * its two limits stand. Audited before it is answered. @throws Refusal as `seeRecord`
 */
export const readResponseRecord = requires('response:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      pass: PassToken.optional(),
    }),
  )
  .output(ResponseRecord)
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, responseId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeRecord(tx, { person, keyring: parts.keyring }, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.read-record',
        object: { kind: 'response', id: responseId },
      })
      return recordOf(tx, parts, areaId, seen)
    })
  })

/** The responses of a case and of those merged into it, with their records, on a pass for the case. Audited first. */
export const recordsOfCase = requires('response:oversee')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: PassToken }))
  .output(z.array(ResponseRecord))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, pass } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await mayDisclose(parts.keyring, actor, caseId, pass)
      // Case-review gave the pass: this very case is not withheld.
      const withheld: CaseId[] = []
      const records: ResponseRecord[] = []
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.records-of-case',
        object: { kind: 'case', id: caseId },
      })
      for (const notificationId of await recordsUnder(tx, areaId, caseId)) {
        const [row] = await tx<{ responseId: string }[]>`
          select response_id from intake.responses
          where area_id = ${areaId} and notification_id = ${notificationId} and state <> 'joined'
        `
        if (row === undefined) continue
        const responseId = ResponseId.parse(row.responseId)
        const seen = await seeRecord(
          tx,
          { person, keyring: parts.keyring },
          { areaId, responseId, withheld, pass },
        )
        records.push(await recordOf(tx, parts, areaId, seen))
      }
      return records
    })
  })

/**
 * The final discussion of a case as its response recorded it, on a pass for the case: what case-review records a review
 * meeting from, with the case of the response's own notification: another where that was merged. Audited first. @throws Refusal `not-found` for none, `response-not-held` before it was held
 */
export const finalDiscussion = requires('review-meeting:record')
  .input(
    z.strictObject({ areaId: AreaId, caseId: CaseId, responseMeetingId: ResponseMeetingId, pass: PassToken }),
  )
  .output(ResponseMeeting.extend({ ownCaseId: CaseId.nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, responseMeetingId, pass } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await mayDisclose(parts.keyring, actor, caseId, pass)
      // Case-review gave the pass: this very case is not withheld.
      const withheld: CaseId[] = []
      const [row] = await tx<{ responseId: string }[]>`
        select coalesce(r.joined_to, r.response_id) as response_id from intake.response_meetings m
        join intake.responses r on r.area_id = m.area_id and r.response_id = m.response_id
        where m.area_id = ${areaId} and m.response_meeting_id = ${responseMeetingId}
      `
      if (row === undefined) throw new Refusal('not-found')
      const responseId = ResponseId.parse(row.responseId)
      const { notificationId, caseId: ownCaseId } = await findResponse(tx, areaId, responseId)
      const under = await recordsUnder(tx, areaId, caseId)
      if (notificationId === null || !under.includes(notificationId)) throw new Refusal('not-found')
      const seen = await seeRecord(
        tx,
        { person, keyring: parts.keyring },
        { areaId, responseId, withheld, pass },
      )
      const { responseIds } = seen
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.final-discussion',
        object: { kind: 'case', id: caseId },
      })
      const meeting = await findMeeting(tx, { areaId, responseIds }, { responseMeetingId })
      if (meeting.kind !== 'final-discussion') throw new Refusal('not-found')
      if (meeting.state !== 'held') throw new Refusal('response-not-held')
      return { ...(await openMeeting(tx, parts.keys, areaId, meeting)), ownCaseId }
    })
  })
