import {
  AreaId,
  CaseId,
  mayDo,
  PlainDate,
  Refusal,
  ReopeningReason,
  reopenable,
  step,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { requires } from '../rpc.ts'
import { refuseIdentifiers } from '../screening/refuse-identifiers.ts'
import { saveReopening } from './reopening-store.ts'
import { seeFinishedCase } from './see-finished-case.ts'

const Reopened = z.strictObject({ number: z.number().int().positive() })

/**
 * Begins a finished review again: new evidence came after it. Agencies are asked and answer, and the case goes before a
 * quorate panel anew; what was agreed stays as it is until the panel agrees the next version of its analysis.
 * @throws Refusal `not-allowed-in-this-state` unless the national database was told of the review; `stale` when it has been
 * reopened or closed since it was looked at; `date-in-future`; `dates-out-of-order` before the review, or before it was
 * finished; `identifiers-in-note` for whoever may know
 * who the child is: a chair reads it; `statement-not-signed` for a chair; `not-found` also for a case the person has a conflict in
 */
export const reopenCase = requires('case:reopen')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      /** The case as it was looked at. */
      version: z.number().int().positive(),
      reason: ReopeningReason,
      note: text(2_000),
      reopenedOn: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(Reopened)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, version, reason, note, reopenedOn } = input
    // A chair may not know who the child is, and would learn it from what is found in a text.
    if (mayDo(actor, 'identity:screen')) {
      await parts.database.transaction(actor, (tx) => seeFinishedCase(tx, person, areaId, caseId))
      const screened = { areaId, caseId, text: note, refusal: 'identifiers-in-note' as const }
      await refuseIdentifiers({ actor, assertion, parts }, screened)
    }
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'case.reopen', input, outcome: Reopened },
      async (tx) => {
        const found = await seeFinishedCase(tx, person, areaId, caseId, { lock: true })
        await requireStatement(tx, person, areaId, parts.clock.today())
        if (!reopenable.includes(found.state)) throw new Refusal('not-allowed-in-this-state')
        if (found.version !== version) throw new Refusal('stale')
        step(found.state, 'reopened')
        if (reopenedOn > parts.clock.today()) throw new Refusal('date-in-future', ['reopenedOn'])
        const { reviewedOn, nationalSubmissionOn } = found
        if (reviewedOn === null) throw new Refusal('not-allowed-in-this-state')
        const after = nationalSubmissionOn ?? reviewedOn
        if (reopenedOn < after) throw new Refusal('dates-out-of-order', ['reopenedOn'])
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const reopened = await saveReopening(tx, cipher, areaId, found, {
          reason,
          note,
          reopenedOn,
          recordedBy: person.personId,
          recordedAt: parts.clock.now(),
        })
        const { reopenings: number, firstReviewedOn } = reopened
        if (firstReviewedOn === null) throw new Error('what is reopened was reviewed')
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.reopen',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'case.reopened.v1',
          subject: caseId,
          payload: { caseId, number, reason, reopenedOn, firstReviewedOn },
        })
        return { number }
      },
    )
  })
