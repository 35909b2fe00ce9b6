import { isUnderWay, pauseAfterFailures, whyNotSent } from '@cdop/domain'
import { areaCode } from '../area/area-store.ts'
import { isOffered } from '../transfer/offer-store.ts'
import { restOfRoute } from './ask-by-route.ts'
import { type Delivery, locked, note, type Ready } from './delivery.ts'
import { markStopped, markWithdrawing } from './submission-store.ts'
import { wakeSubmissionAgain } from './wake-submission.ts'

/** Decides again whether it may be sent; null when it is settled. */
export function decide(delivery: Delivery): Promise<Ready | null> {
  const { parts, self, job } = delivery
  return parts.database.transaction(self, async (tx) => {
    const there = await locked(tx, delivery)
    if (there === null) return null
    const { found } = there
    let { submission } = there
    const { state, toldAt, kind } = submission
    const intakeIsOwed = kind === 'notification' && state === 'acknowledged' && toldAt === null
    if (!isUnderWay(state) && !intakeIsOwed) return null
    await wakeSubmissionAgain(tx, job, pauseAfterFailures(submission.failures))
    const why = whyNotSent(found, kind)
    const at = parts.clock.now()
    if (why !== null && state === 'queued') {
      await markStopped(tx, job, { because: why, at })
      await note(tx, delivery, 'stop')
      return null
    }
    // What left of a review that has begun again since arrives; the next takes its place.
    if (why !== null && why !== 'not-reviewed' && state === 'sending') {
      await markWithdrawing(tx, job, why)
      submission = { ...submission, state: 'withdrawing', because: why }
    }
    if (state === 'queued' && isOffered(found, at)) return null
    const rest = isUnderWay(state) ? await restOfRoute(tx, job.areaId, at) : 0
    if (rest > 0) {
      await wakeSubmissionAgain(tx, job, rest)
      return null
    }
    const panel = await areaCode(tx, job.areaId)
    return { submission, record: found.reference, panel, caseIds: found.caseIds }
  })
}
