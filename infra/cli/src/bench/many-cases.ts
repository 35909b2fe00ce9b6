import { randomBytes } from 'node:crypto'
import type { Database } from '@cdop/database'
import { type AreaId, caseReference } from '@cdop/domain'

/** Areas the other cases are spread over, about as many as there are panels in England. */
const OTHER_AREAS = 57

/**
 * Stores copies of the cases an area has, with what was asked of agencies about each, until that area keeps `inArea`
 * of them and there are `count` in all. Of a hundred, 84 are closed and five still gather. Agencies were asked within four
 * months and took up to two. What is sealed is copied as
 * it is and opens in no copy: a measurement reads that of the cases that were really opened.
 */
export async function storeCases(
  admin: Database,
  { areaId, code, inArea, count }: { areaId: AreaId; code: string; inArea: number; count: number },
): Promise<void> {
  const references = new Set<string>()
  while (references.size < inArea) references.add(caseReference(code, 2026, randomBytes(6)))
  await admin.withoutActor(async (tx) => {
    await tx`set local statement_timeout = '600s'`
    // Copies break no rule their originals keep; checking each again would take most of the time.
    await tx`set local session_replication_role = replica`
    await tx`
      create temporary table copied on commit drop as
      with originals as (
        select to_jsonb(c) as original, row_number() over (order by case_id) - 1 as at, count(*) over () as many
        from case_review.cases c where area_id = ${areaId}
      ), others as (
        select array_agg(gen_random_uuid()) as ids from generate_series(1, ${OTHER_AREAS})
      )
      select n, gen_random_uuid() as case_id, original,
        case when n <= ${inArea} then ${areaId}::uuid else others.ids[1 + n % ${OTHER_AREAS}] end as area_id,
        case when n <= ${inArea} then (${[...references]}::text[])[n] else 'copy ' || n end as reference,
        case when n % 100 < 84 then 'closed' when n % 100 < 88 then 'reviewed' when n % 100 < 91 then 'listed'
          when n % 100 < 95 then 'review-meeting-not-held' else 'gathering' end as state
      from others, generate_series(1, ${count}) n join originals on originals.at = n % originals.many`
    await tx`
      insert into case_review.cases
      select made.* from copied, lateral jsonb_populate_record(null::case_review.cases, original || jsonb_build_object(
        'area_id', area_id, 'case_id', case_id, 'case_ids', jsonb_build_array(case_id), 'reference', reference,
        'state', state,
        'opened_at', (original ->> 'opened_at')::timestamptz - n * interval '1 minute',
        'next_what', case when state in ('closed', 'reviewed') then 'none' else original ->> 'next_what' end,
        'next_due_on', case when state not in ('closed', 'reviewed')
          then (original ->> 'died_on')::date + (n::bigint * 7919 % 700)::int end,
        'awaited', case when state in ('closed', 'reviewed') then to_jsonb(0) else original -> 'awaited' end,
        'not_told', case when state = 'gathering' then original -> 'not_told' else to_jsonb(0) end,
        'reviewed_on', case when state in ('closed', 'reviewed') then (original ->> 'died_on')::date + 300 end,
        'national_submission_on', case when state = 'closed' then (original ->> 'died_on')::date + 320 end,
        'closed_at', case when state = 'closed' then (original ->> 'opened_at')::timestamptz + interval '1 year' end
      )) made`
    // Set aside before the copies stand among them.
    await tx`
      create temporary table asked on commit drop as
      select r.case_id as original_id, to_jsonb(r) as request from case_review.information_requests r
      where r.area_id = ${areaId}`
    await tx`analyze copied`
    await tx`analyze asked`
    await tx`
      insert into case_review.organisations
      select made.* from case_review.organisations o,
        (select distinct c.area_id from copied c where c.area_id <> ${areaId}) other,
        lateral jsonb_populate_record(null::case_review.organisations, to_jsonb(o) || jsonb_build_object(
          'area_id', other.area_id)) made
      where o.area_id = ${areaId}`
    await tx`
      insert into case_review.information_requests
      select made.* from copied join asked on original_id = (original ->> 'case_id')::uuid,
        lateral (select ((n::bigint * 104729 % 60)::int - (n::bigint * 7919 % 120)::int) * interval '1 day' as took) moved,
        lateral jsonb_populate_record(null::case_review.information_requests, request || jsonb_build_object(
          'area_id', area_id, 'case_id', case_id, 'information_request_id', gen_random_uuid(),
          'sent_on', (request ->> 'sent_on')::date - (n::bigint * 7919 % 120)::int,
          'returned_at', (request ->> 'returned_at')::timestamptz + took,
          'accepted_at', (request ->> 'accepted_at')::timestamptz + took,
          'unread_since', (request ->> 'unread_since')::timestamptz + took)) made`
  })
  for (const table of ['cases', 'organisations', 'information_requests']) {
    await admin.sql`analyze ${admin.sql('case_review')}.${admin.sql(table)}`
  }
}
