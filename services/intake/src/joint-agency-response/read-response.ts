import { AreaId, Instant, PageRung, PersonId, ResponseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { leadOf, requireNotWithheld, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { decisionsOf, RecordedDecision } from './decision-store.ts'
import { isPlanned } from './due-steps.ts'
import { pagesOf } from './page-store.ts'
import { PagingState, pagingState } from './paging-state.ts'
import { findResponse, StoredResponse } from './response-store.ts'

const ReadResponse = z.strictObject({
  ...StoredResponse.shape,
  paging: PagingState,
  pages: z.array(
    z.strictObject({
      rung: PageRung,
      name: z.string(),
      requestedAt: Instant,
      escalateAt: Instant,
      mailedAt: Instant.nullable(),
    }),
  ),
  decisions: z.array(RecordedDecision),
  /** Who leads it, whose the record of its meetings is; null before it was decided to start one. */
  leadId: PersonId.nullable(),
})

/**
 * A response with whom it has paged and what was decided. Who the child is is asked for apart.
 * @throws Refusal `not-found` also for whoever declared a conflict of interest in the child
 */
export const readResponse = requires('response:read')
  .input(z.strictObject({ areaId: AreaId, responseId: ResponseId, withheld: WithheldAsFarAsKnown }))
  .output(ReadResponse)
  .query(({ ctx: { actor, parts }, input: { areaId, responseId, withheld } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const response = await findResponse(tx, areaId, responseId)
      await requireNotWithheld(tx, response, { areaId, withheld })
      const pages = await pagesOf(tx, areaId, responseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.read',
        object: { kind: 'response', id: responseId },
      })
      const watched = await isPlanned(tx, { areaId, responseId, step: 'page' })
      return {
        ...response,
        paging: pagingState(response, { pages, watched }, parts.clock.now()),
        pages: pages.map(({ rung, name, requestedAt, escalateAt, mailedAt }) => ({
          rung,
          name,
          requestedAt,
          escalateAt,
          mailedAt,
        })),
        decisions: await decisionsOf(tx, areaId, responseId),
        leadId: await leadOf(tx, areaId, responseId),
      }
    })
  })
