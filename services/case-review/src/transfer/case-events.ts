import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  EventEnvelope,
  type EventType,
  type NewEvent,
  parseEvent,
} from '@cdop/domain'
import { z } from 'zod'

/** Told anew where the case begins, or of the panel of the area that tells it. */
const notToldAgain: readonly EventType[] = [
  'case.opened.v1',
  'case.listed.v1',
  'case.deferred.v1',
  'case.reviewed.v1',
  'case.closed.v1',
]

/** What this service told the others of a case, in the order it did. */
export async function caseEvents(tx: Db, areaId: AreaId, caseId: CaseId): Promise<NewEvent[]> {
  const rows = await tx`
    select id, area_id, subject, version, type, payload, recorded_at, request_id from case_review.events
    where area_id = ${areaId} and subject = ${caseId} order by version
  `
  return rows
    .map((row) => parseEvent(EventEnvelope.parse(row)))
    .filter(({ type }) => !notToldAgain.includes(type))
}

/** Those of a case's events that this area was not told when the case was here before. */
export async function eventsNotTold(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  events: readonly NewEvent[],
): Promise<NewEvent[]> {
  const rows = await tx`
    select e.at::int as at from jsonb_array_elements(${JSON.stringify(events)}::text::jsonb)
      with ordinality as e (event, at)
    where exists (
      select from case_review.events t
      where t.area_id = ${areaId} and t.subject = ${caseId} and t.type = e.event ->> 'type'
        and t.payload = e.event -> 'payload'
    )
  `
  const told = new Set(rows.map((row) => z.int().parse(row['at'])))
  return events.filter((_event, before) => !told.has(before + 1))
}
