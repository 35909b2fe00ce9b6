import type { Db } from '@cdop/database'
import { type AreaId, Instant, nextRung, PageRung, type ResponseId } from '@cdop/domain'
import { z } from 'zod'
import { areaSettings } from '../area/area-settings-store.ts'
import { fallbackOf, onCallAt } from '../on-call/rota-store.ts'

/** A page to somebody about one response. */
export const ResponsePage = z.strictObject({
  rung: PageRung,
  name: z.string(),
  email: z.string(),
  webhook: z.string().nullable(),
  requestedAt: Instant,
  /** When the next one is paged unless somebody has acknowledged. */
  escalateAt: Instant,
  mailedAt: Instant.nullable(),
  postedAt: Instant.nullable(),
})
export type ResponsePage = z.infer<typeof ResponsePage>

/** The pages about a response, the first first. */
export async function pagesOf(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<ResponsePage[]> {
  const rows = await tx`
    select rung, name, email, webhook, requested_at, escalate_at, mailed_at, posted_at
    from intake.response_pages where area_id = ${areaId} and response_id = ${responseId}
    order by requested_at, array_position(${[...PageRung.options]}::text[], rung)
  `
  return rows.map((row) => ResponsePage.parse({ ...row }))
}

/** Who is there to be paged at a moment. */
async function whoIsThere(tx: Db, areaId: AreaId, at: Instant) {
  const { lead, deputy } = await onCallAt(tx, areaId, at)
  const fallback = await fallbackOf(tx, areaId)
  return {
    ...(lead && { lead }),
    ...(deputy && { deputy }),
    ...(fallback && { fallback: { ...fallback, webhook: null, turnId: null } }),
  }
}

/** Pages the next who is there. Null, and nothing done, when nobody is left. */
export async function pageNext(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
  at: Instant,
): Promise<PageRung | null> {
  const there = await whoIsThere(tx, areaId, at)
  const paged = (await pagesOf(tx, areaId, responseId)).map(({ rung }) => rung)
  const rung = nextRung(
    PageRung.options.filter((one) => there[one] !== undefined),
    paged,
  )
  const who = rung === null ? undefined : there[rung]
  if (rung === null || who === undefined) return null
  const { pageDeputyAfterMinutes } = await areaSettings(tx, areaId)
  const escalateAt = later(at, pageDeputyAfterMinutes * 60)
  await tx`
    insert into intake.response_pages
      (area_id, response_id, rung, turn_id, name, email, webhook, requested_at, escalate_at)
    values (${areaId}, ${responseId}, ${rung}, ${who.turnId}, ${who.name}, ${who.email}, ${who.webhook}, ${at},
      ${escalateAt})
  `
  return rung
}

/** Writes down what has left. */
export async function markSent(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
  sent: { rung: PageRung; mailed: boolean; posted: boolean; at: Instant },
): Promise<void> {
  await tx`
    update intake.response_pages
    set mailed_at = coalesce(mailed_at, case when ${sent.mailed} then ${sent.at}::timestamptz end),
        posted_at = coalesce(posted_at, case when ${sent.posted} then ${sent.at}::timestamptz end)
    where area_id = ${areaId} and response_id = ${responseId} and rung = ${sent.rung}
  `
}

/** An instant some seconds after another. */
export function later(at: Instant, seconds: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + seconds * 1000).toISOString())
}
