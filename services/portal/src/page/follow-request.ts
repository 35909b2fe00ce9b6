import type { CaseReviewRouter } from '@cdop/case-review/api'
import { moveSession } from '../session/session-store.ts'
import { tokenHash } from '../session/token.ts'
import { refusalIn } from './refusal-in.ts'
import type { Visit } from './visit.ts'

/**
 * Has the session of a mailed link follow its request to the area that took the case over. True when it did: the same
 * page asked again is found there, and so is what was posted to it.
 */
export async function followRequest(visit: Visit, thrown: unknown): Promise<boolean> {
  const { visitor, cookies, parts } = visit
  const token = cookies.read('link')
  if (visitor.kind !== 'link' || token === null || refusalIn(thrown)?.code !== 'request-moved') return false
  const { informationRequestId } = visitor
  const { link } = visit.callAsPortal<CaseReviewRouter>('case-review')
  const { areaId } = await link.whereNow.query({ informationRequestId })
  if (areaId === null || areaId === visitor.areaId) return false
  await moveSession(parts.database.sql, tokenHash(token), areaId)
  return true
}
