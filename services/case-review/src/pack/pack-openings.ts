import type { Db } from '@cdop/database'
import { type AreaId, CaseId, type PackOpening, PlainDate, packOpening } from '@cdop/domain'
import { z } from 'zod'

const Row = z.object({
  caseId: CaseId,
  heldOn: PlainDate,
  state: z.enum(['released', 'withdrawn', 'expired']).nullable(),
  expiresAfterDays: z.int().nullable(),
  holdsCase: z.boolean(),
})

/**
 * Whether each of some cases is read for the meeting it is listed for: the one thing to ask before anything of a pack is
 * shown. A case that is listed for none is not in it.
 */
export async function packOpenings(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  today: PlainDate,
): Promise<ReadonlyMap<CaseId, PackOpening>> {
  // The texts of a pack that ended may be destroyed: that it was released with the case in it stays.
  const rows = await tx`
    select l.case_id, m.held_on, p.state, p.expires_after_days, exists (
      select from case_review.pack_cases x
      where x.area_id = l.area_id and x.pack_id = p.pack_id and x.case_id = l.case_id
        and case when p.state = 'released' then x.compiled is not null else x.outcome = 'screened' end
    ) as holds_case
    from case_review.listings l
    join case_review.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    left join lateral (
      select p.pack_id, p.state, p.expires_after_days from case_review.packs p
      where p.area_id = l.area_id and p.panel_meeting_id = l.panel_meeting_id and p.released_at is not null
      order by p.version desc limit 1
    ) p on true
    where l.area_id = ${areaId} and l.case_id = any (${[...caseIds]}::uuid[])
  `
  return new Map(
    rows.map((row) => {
      const { caseId, heldOn, state, expiresAfterDays, holdsCase } = Row.parse({ ...row })
      const released =
        state === null || expiresAfterDays === null ? null : { state, expiresAfterDays, holdsCase }
      return [caseId, packOpening(released, { heldOn, today })] as const
    }),
  )
}
