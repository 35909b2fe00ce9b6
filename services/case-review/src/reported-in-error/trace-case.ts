import {
  AreaId,
  actorKey,
  CaseId,
  CaseReference,
  FieldClass,
  Instant,
  PlainDate,
  Refusal,
  ReportedInErrorReason,
  requireArea,
} from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { ShownSubmission } from '../national-submission/read-submissions.ts'
import { submissionsOf } from '../national-submission/submission-store.ts'
import { requires } from '../rpc.ts'
import { ToldEntry, toldEntries } from '../told-list/told-store.ts'
import { findWithdrawal, NationalWithdrawal } from './national-withdrawal-store.ts'
import { Opening, peopleWhoOpened } from './people-who-opened.ts'
import { Recall, recallsOf } from './recall-store.ts'
import { seeTrace } from './see-trace.ts'

/**
 * What is left of a case that was reported in error: its reference and dates, what was recalled, who had opened it.
 * Nothing says who the child is; a pass for that is given only when it is asked for.
 */
export const traceCase = requires('case:trace')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, fieldClasses: z.array(FieldClass).max(1) }))
  .output(
    z.strictObject({
      caseId: CaseId,
      reference: CaseReference,
      receivedOn: PlainDate,
      openedAt: Instant,
      reportedAt: Instant,
      reason: ReportedInErrorReason,
      recalls: z.array(Recall),
      /** Who was told that the child died, and must now hear that it was wrong. */
      told: z.array(ToldEntry),
      opened: z.array(Opening),
      withdrawal: NationalWithdrawal.nullable(),
      /** What this product had sent to the national database, and how far it is taken back. */
      submissions: z.array(ShownSubmission),
      pass: z.string().nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, fieldClasses } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await seeTrace(tx, person, areaId, caseId)
      const { reference, receivedOn, openedAt, errorReason: reason, errorReportedAt: reportedAt } = found
      if (reason === null || reportedAt === null) throw new Refusal('not-found')
      const granted = fieldClasses.filter((fieldClass) => fieldClass === 'identity')
      const told = await toldEntries(tx, await caseCipher(tx, parts.keys, areaId, caseId), areaId, caseId)
      const opened = await peopleWhoOpened(tx, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.trace',
        object: { kind: 'case', id: caseId },
        fieldClasses: granted,
      })
      const holder = actorKey(person)
      const { requestId } = person
      return {
        ...{ caseId, reference, receivedOn, openedAt, reportedAt, reason, opened },
        recalls: await recallsOf(tx, areaId, caseId),
        told: told.filter(({ told: { outcome } }) => outcome === 'told'),
        withdrawal: await findWithdrawal(tx, areaId, caseId),
        submissions: (await submissionsOf(tx, areaId, [caseId])).map((row) => ShownSubmission.parse(row)),
        pass:
          granted.length === 0
            ? null
            : await issuePass(parts.keyring, { holder, caseIds: [caseId], fieldClasses: granted, requestId }),
      }
    })
  })
