import type { Instant } from '@cdop/domain'
import { z } from 'zod'
import { later, type ResponsePage } from './page-store.ts'
import type { StoredResponse } from './response-store.ts'

/** How the paging about a response stands, the loud ones last. */
export const PagingState = z.enum([
  'none',
  'acknowledged',
  'waiting',
  'unanswered',
  'not-sent',
  'nobody-on-call',
  'nobody-to-page',
])
export type PagingState = z.infer<typeof PagingState>

/** What a coordinator must do something about now. */
export const loudPaging: readonly PagingState[] = [
  'unanswered',
  'not-sent',
  'nobody-on-call',
  'nobody-to-page',
]

/** Seconds within which a page must have left. */
const LEAVES_WITHIN = 120

export function pagingState(
  response: Pick<StoredResponse, 'state' | 'acknowledgedAt' | 'nobodyOnCall'>,
  { pages, watched }: { pages: readonly ResponsePage[]; watched: boolean },
  now: Instant,
): PagingState {
  if (response.acknowledgedAt !== null) return 'acknowledged'
  if (response.state !== 'awaiting-decision') return 'none'
  const [first] = pages
  const newest = pages.at(-1)
  if (first === undefined || newest === undefined) return watched ? 'nobody-to-page' : 'none'
  const late = pages.some(
    ({ requestedAt, mailedAt }) => mailedAt === null && later(requestedAt, LEAVES_WITHIN) <= now,
  )
  if (late) return 'not-sent'
  if (response.nobodyOnCall) return 'nobody-on-call'
  return first.escalateAt <= now ? 'unanswered' : 'waiting'
}
