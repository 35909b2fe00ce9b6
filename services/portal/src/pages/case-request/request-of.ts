import { type InformationRequestState, Refusal, InformationRequestId as RequestIdSchema } from '@cdop/domain'
import { z } from 'zod'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview, openedCase } from '../case-frame/opened-case.ts'

const Entry = z
  .string()
  .regex(/^[1-9][0-9]{0,5}$/)
  .transform(Number)

/** The version of what was returned that is asked for; the newest without one. @throws Refusal `not-found` */
export function versionAsked(visit: PersonVisit): { entry?: number } {
  const asked = visit.query('version')
  if (asked === '') return {}
  const entry = Entry.safeParse(asked)
  if (!entry.success) throw new Refusal('not-found')
  return { entry: entry.data }
}

/**
 * The case and the request of a path, in the version of the address.
 * @throws Refusal `not-found` also for a request of another case, or in another state than the one that is asked for
 */
export async function requestOf(
  visit: PersonVisit,
  { states }: { states?: readonly InformationRequestState[] } = {},
) {
  const asked = RequestIdSchema.safeParse(visit.param('requestId'))
  if (!asked.success) throw new Refusal('not-found')
  const found = await openedCase(visit)
  const read = await caseReview(visit).informationRequest.read.query({
    areaId: visit.areaId,
    informationRequestId: asked.data,
    ...versionAsked(visit),
  })
  if (read.caseId !== found.caseId) throw new Refusal('not-found')
  if (states !== undefined && !states.includes(read.state)) throw new Refusal('not-found')
  return { found, read }
}
