import {
  AreaId,
  CaseId,
  CaseReference,
  CaseState,
  Instant,
  mayDo,
  PersonId,
  PlainDate,
  Refusal,
  ReopeningReason,
  reopenable,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { requires } from '../rpc.ts'
import { notesOf, ReopeningNote, reopeningsOf } from './reopening-store.ts'
import { seeFinishedCase } from './see-finished-case.ts'

/** A case whose review may begin again, without anything of the child. */
const Finished = z.strictObject({
  reference: CaseReference,
  state: CaseState,
  version: z.number().int().positive(),
  mayReopen: z.boolean(),
  reviewedOn: PlainDate.nullable(),
  firstReviewedOn: PlainDate.nullable(),
  nationalSubmissionOn: PlainDate.nullable(),
  closedAt: Instant.nullable(),
  reopenings: z.array(
    z.strictObject({
      number: z.number().int(),
      reason: ReopeningReason,
      note: ReopeningNote,
      reopenedOn: PlainDate,
      recordedBy: PersonId,
      reviewedOn: PlainDate,
    }),
  ),
})

/** How far a review has come and why it began again before. Audited before it is answered. */
export const readReopenings = requires('case:reopen')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(Finished)
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await seeFinishedCase(tx, person, areaId, caseId)
      await requireStatement(tx, person, areaId, parts.clock.today())
      // A chair is told of what the panel has finished, and of nothing before.
      const finished = found.reviewedOn !== null || found.firstReviewedOn !== null
      if (!finished && !mayDo(person, 'case:read')) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.reopenings',
        object: { kind: 'case', id: caseId },
      })
      const notes = await notesOf(tx, await caseCipher(tx, parts.keys, areaId, caseId), areaId, caseId)
      const reopenings = await reopeningsOf(tx, areaId, caseId)
      const { reference, state, version, reviewedOn, firstReviewedOn, nationalSubmissionOn, closedAt } = found
      return {
        reference,
        state,
        version,
        mayReopen: reopenable.includes(state),
        reviewedOn,
        firstReviewedOn,
        nationalSubmissionOn,
        closedAt,
        reopenings: reopenings.map(({ number, reason, reopenedOn, recordedBy, reviewedOn: before }) => ({
          number,
          reason,
          note: notes.get(number) ?? '',
          reopenedOn,
          recordedBy,
          reviewedOn: before,
        })),
      }
    })
  })
