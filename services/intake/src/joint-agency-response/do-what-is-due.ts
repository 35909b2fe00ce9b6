import type { Parts } from '../parts.ts'
import { destroyResponse } from './destroy-response.ts'
import { type DueStep, dueSteps } from './due-steps.ts'
import { watchResponse } from './watch-response.ts'

/** Steps taken up in one turn; the rest follow in the next. */
const AT_ONCE = 50

function doStep(parts: Parts, { areaId, responseId, step }: DueStep): Promise<void> {
  switch (step) {
    case 'page':
      return watchResponse(parts, areaId, responseId)
    case 'destroy':
      return destroyResponse(parts, areaId, responseId)
  }
}

/**
 * Does everything whose time has come by the service's clock, each in its own area. One that fails keeps none of the
 * others waiting.
 * @throws the first failure, when all have had their turn
 */
export async function doWhatIsDue(parts: Parts): Promise<number> {
  const due = await dueSteps(parts.database.sql, parts.clock.now(), AT_ONCE)
  const done = await Promise.allSettled(due.map((step) => doStep(parts, step)))
  const failed = done.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return due.length
}
