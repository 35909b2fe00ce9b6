import type { Db } from '@cdop/database'
import { type AreaId, isPublished, Refusal, type ReleaseId } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { ReleaseHead } from './release.ts'

const Row = z.looseObject({
  reportingYear: z.string(),
  contentHash: z.string(),
  outcome: z.enum(['signed', 'turned-down', 'before-signatures']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  superseded: z.boolean(),
})

function headOf(raw: Record<string, unknown>): ReleaseHead {
  const {
    contentHash: hash,
    outcome,
    decidedBy: by,
    decidedAt,
    reason,
    superseded,
    ...stored
  } = Row.parse(raw)
  const year = reportingYearFrom(stored.reportingYear)
  const title = `Child deaths and child death reviews: ${year.label.toLowerCase().replace('march', 'March')}`
  const at = decidedAt
  const standing =
    outcome === null
      ? { state: superseded ? 'superseded' : 'waiting' }
      : outcome === 'before-signatures'
        ? { state: outcome }
        : { state: outcome, by, at, ...(outcome === 'turned-down' && { reason }) }
  return ReleaseHead.parse({ ...stored, title, hash, standing })
}

const headColumns = (tx: Db) => tx`
  r.release_id, r.reporting_year, r.built_at, r.built_by, r.as_known_on, r.area_name, r.denominators, r.content_hash,
  d.outcome, d.decided_by, d.decided_at, d.reason,
  exists (
    select from reporting.release_decisions s
    where s.area_id = r.area_id and s.outcome = 'signed' and s.decision_number > r.held_to_signature
  ) as superseded
`

const decided = (tx: Db) => tx`
  reporting.releases r
  left join reporting.release_decisions d on d.area_id = r.area_id and d.release_id = r.release_id
`

/** The head of a release, however it stands: for whoever builds or signs. @throws Refusal `not-found` */
export async function findRelease(tx: Db, areaId: AreaId, releaseId: ReleaseId): Promise<ReleaseHead> {
  const [row] = await tx`
    select ${headColumns(tx)} from ${decided(tx)} where r.area_id = ${areaId} and r.release_id = ${releaseId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return headOf(row)
}

/** The head of a release that is published. @throws Refusal `not-found`, as if one that is not did not exist */
export async function signedRelease(tx: Db, areaId: AreaId, releaseId: ReleaseId): Promise<ReleaseHead> {
  const head = await findRelease(tx, areaId, releaseId)
  if (!isPublished(head.standing)) throw new Refusal('not-found')
  return head
}

/** A release in the list. */
export const ReleaseLine = ReleaseHead.extend({
  published: z.number().int().nonnegative(),
  withheld: z.number().int().nonnegative(),
})
export type ReleaseLine = z.infer<typeof ReleaseLine>

/** Every release of an area however it stands, newest first: for whoever builds or signs. */
export async function releasesOf(tx: Db, areaId: AreaId): Promise<readonly ReleaseLine[]> {
  const rows = await tx`
    select ${headColumns(tx)}, parts.published, parts.withheld
    from ${decided(tx)}
    join lateral (
      select count(*) filter (where t.outcome = 'published') as published,
             count(*) filter (where t.outcome = 'withheld') as withheld
      from reporting.release_tables t where t.area_id = r.area_id and t.release_id = r.release_id
    ) parts on true
    where r.area_id = ${areaId}
    order by r.built_at desc, r.release_id
  `
  return rows.map(({ published, withheld, ...row }) =>
    ReleaseLine.parse({ ...headOf(row), published, withheld }),
  )
}

/** The releases of an area that are published, newest first: all that readers, the explorer and the open API may know of. */
export async function signedReleases(tx: Db, areaId: AreaId): Promise<readonly ReleaseLine[]> {
  return (await releasesOf(tx, areaId)).filter(({ standing }) => isPublished(standing))
}
