import type { Db } from '@cdop/database'
import { AreaId, type Instant, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { thereFor, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { pagesOf } from './page-store.ts'
import { PagingState, pagingState } from './paging-state.ts'
import { responseColumns, StoredResponse } from './response-store.ts'

const PAGE = 25

const Listing = z.strictObject({
  areaId: AreaId,
  withheld: WithheldAsFarAsKnown,
  /** Open: somebody must still decide, or the child may yet live or die. */
  view: z.enum(['open', 'all']),
  page: z.int().min(1).max(10_000),
})

const ListedResponse = z.strictObject({ ...StoredResponse.shape, paging: PagingState })
type ListedResponse = z.infer<typeof ListedResponse>

const Row = StoredResponse.extend({ watched: z.boolean() })

/** A response with how its paging stands. */
async function withPaging(
  tx: Db,
  areaId: AreaId,
  { watched, ...response }: z.infer<typeof Row>,
  now: Instant,
): Promise<ListedResponse> {
  const settled = response.state !== 'awaiting-decision' || response.acknowledgedAt !== null
  const pages = settled ? [] : await pagesOf(tx, areaId, response.responseId)
  return { ...response, paging: pagingState(response, { pages, watched }, now) }
}

export async function responsesOf(
  tx: Db,
  { areaId, withheld, view, page }: z.infer<typeof Listing>,
  now: Instant,
): Promise<{ rows: ListedResponse[]; total: number }> {
  const open = view === 'open' ? tx`and r.state in ('awaiting-decision', 'started-before-death')` : tx``
  const wanted = tx`${open} and ${thereFor(tx, areaId, withheld)}`
  const found = await tx`
    select ${responseColumns(tx)}, s.subject is not null as watched
    from intake.responses r
    left join intake.notifications n on n.area_id = r.area_id and n.id = r.notification_id
    left join intake.due_steps s on s.area_id = r.area_id and s.subject = r.response_id and s.step = 'page'
    where r.area_id = ${areaId} ${wanted}
    order by r.opened_at desc, r.response_id
    limit ${PAGE} offset ${(page - 1) * PAGE}
  `
  const [counted] = await tx<{ total: number }[]>`
    select count(*) as total from intake.responses r
    left join intake.notifications n on n.area_id = r.area_id and n.id = r.notification_id
    where r.area_id = ${areaId} ${wanted}
  `
  const rows: ListedResponse[] = []
  for (const row of found) rows.push(await withPaging(tx, areaId, Row.parse({ ...row }), now))
  return { rows, total: counted?.total ?? 0 }
}

/** Joint agency responses of an area, the newest first, 25 a page, without names; those withheld in neither rows nor total. */
export const listResponses = requires('response:read')
  .input(Listing)
  .output(z.strictObject({ rows: z.array(ListedResponse), total: z.int() }))
  .query(({ ctx: { actor, parts }, input }) => {
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'response.list',
        object: { kind: 'area', id: input.areaId },
      })
      return responsesOf(tx, input, parts.clock.now())
    })
  })
