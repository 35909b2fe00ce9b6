import type { Db } from '@cdop/database'
import {
  AreaId,
  addMonths,
  daysBetween,
  InformationRequestId,
  InformationRequestState,
  Instant,
  isAsked,
  londonDate,
  OrganisationId,
  OrganisationKind,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { type AskedOnce, responseTimes } from '@cdop/statistics'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'

/** Months back from today whose requests count. */
const MONTHS = 12

const AskedRow = z.object({
  informationRequestId: InformationRequestId,
  organisationId: OrganisationId,
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  sentOn: PlainDate,
  dueOn: PlainDate,
  returnedAt: Instant.nullable(),
})
type AskedRow = z.infer<typeof AskedRow>

const asked = InformationRequestState.options.filter(isAsked)

/** What was asked of every organisation in a period, of the cases somebody may see. */
async function askedSince(
  tx: Db,
  areaId: AreaId,
  { since, today, withheld }: { since: PlainDate; today: PlainDate; withheld: readonly string[] },
): Promise<AskedRow[]> {
  const rows = await tx`
    select r.information_request_id, r.organisation_id, r.sent_on, r.due_on, r.returned_at,
      case_review.organisation_name(o.area_id, o.organisation_id, o.name, ${today}) as organisation_name,
      o.kind as organisation_kind
    from case_review.information_requests r
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where r.area_id = ${areaId} and r.sent_on >= ${since} and r.state = any (${asked}::text[])
      and not r.case_id = any (${[...withheld]}::uuid[])
  `
  return rows.map((row) => AskedRow.parse(row))
}

/** Of the forms returned in a period, how many questions each answered or said it did not know; the newest version. */
async function completenessSince(
  tx: Db,
  areaId: AreaId,
  since: PlainDate,
): Promise<Map<string, { said: number; asked: number }>> {
  const rows = await tx<{ id: string; said: number; asked: number }[]>`
    select distinct on (payload->>'informationRequestId') payload->>'informationRequestId' as id, said, asked
    from case_review.events e, lateral (
      select count(*) filter (where value in ('answered', 'not-known'))::int as said,
        count(*) filter (where value <> 'not-asked')::int as asked
      from jsonb_each_text(e.payload->'completeness')
    ) counted
    where e.area_id = ${areaId} and e.recorded_at >= ${since}
      and e.type in ('information-request.returned.v1', 'information-request.corrected.v1')
    order by payload->>'informationRequestId', version desc
  `
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
}

const Answering = z.strictObject({
  asked: z.int(),
  answered: z.int(),
  overdue: z.int(),
  days: z.strictObject({ median: z.number(), low: z.number(), high: z.number() }).nullable(),
  onTime: z.number().nullable(),
  completeness: z.number().nullable(),
})

/**
 * How each organisation of the area has answered what it was asked in the last twelve months, the slowest first, and all
 * of them together. Nothing is said of fewer than five; cases withheld from the person count for nothing.
 */
export const readResponseTimes = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      from: PlainDate,
      until: PlainDate,
      all: Answering,
      rows: z.array(
        Answering.extend({
          organisationId: OrganisationId,
          organisationName: z.string(),
          organisationKind: OrganisationKind,
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'response-time.read',
        object: { kind: 'area', id: areaId },
      })
      const today = parts.clock.today()
      const since = addMonths(today, -MONTHS)
      const withheld = await withheldFrom(tx, person, areaId)
      const found = await askedSince(tx, areaId, { since, today, withheld })
      const said = await completenessSince(tx, areaId, since)
      const once = ({ sentOn, dueOn, returnedAt, informationRequestId }: AskedRow): AskedOnce => ({
        dueAfter: daysBetween(sentOn, dueOn),
        answeredAfter: returnedAt === null ? null : Math.max(0, daysBetween(sentOn, londonDate(returnedAt))),
        passed: Math.max(0, daysBetween(sentOn, today)),
        completeness: said.get(informationRequestId) ?? null,
      })
      const byOrganisation = Map.groupBy(found, ({ organisationId }) => organisationId)
      const rows = [...byOrganisation.values()].flatMap((requests) => {
        const [first] = requests
        if (first === undefined) return []
        const { organisationId, organisationName, organisationKind } = first
        return [{ organisationId, organisationName, organisationKind, ...responseTimes(requests.map(once)) }]
      })
      const slowness = ({ days, overdue }: (typeof rows)[number]) => days?.median ?? overdue - 1_000
      return {
        from: since,
        until: today,
        all: responseTimes(found.map(once)),
        rows: rows.sort(
          (one, other) =>
            slowness(other) - slowness(one) || one.organisationName.localeCompare(other.organisationName),
        ),
      }
    })
  })
