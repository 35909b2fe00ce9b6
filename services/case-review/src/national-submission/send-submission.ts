import {
  AreaId,
  CaseId,
  NationalSubmissionId,
  NationalSubmissionKind,
  type NotSentReason,
  Refusal,
  type RefusalCode,
  whyNotSent,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { destinationOf } from './destination.ts'
import { queueSubmission } from './queue-submission.ts'

const outcome = z.strictObject({ submissionId: NationalSubmissionId, number: z.int().positive() })

/** What is said to whoever asks for a submission that may not be sent. */
export const refusalFor = (why: NotSentReason): RefusalCode => {
  if (why === 'not-confirmed') return 'not-confirmed'
  return why === 'reviewed-before-april-2019' ? 'not-for-national-database' : 'not-allowed-in-this-state'
}

/**
 * Has a submission of a case sent to the national database. It leaves after the commit, by a job that decides again; it
 * is sent anew when what was sent before was rejected, held back or withdrawn, or has changed since.
 * @throws Refusal `not-confirmed`, `not-for-national-database`, `not-allowed-in-this-state`; `submission-under-way`;
 * `national-database-not-set`; `transfer-open` while another area is asked to take the case; `not-found`
 */
export const sendSubmission = requires('national-submission:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      kind: NationalSubmissionKind,
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, kind } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'national-submission.send', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const why = whyNotSent(seen.found, kind)
        if (why !== null) throw new Refusal(refusalFor(why))
        requireNotOffered(seen.found, parts.clock.now())
        if ((await destinationOf(tx, parts, areaId)) === null) throw new Refusal('national-database-not-set')
        const at = parts.clock.now()
        const queued = await queueSubmission(tx, areaId, { caseId, kind, by: person.personId, at })
        if (queued === null) throw new Refusal('submission-under-way')
        await parts.audit.record(tx, actor, areaId, {
          action: 'national-submission.send',
          object: { kind: 'national-submission', id: queued.submissionId },
        })
        return queued
      },
    )
  })
