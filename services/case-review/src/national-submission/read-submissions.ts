import {
  AreaId,
  CaseId,
  NationalStanding,
  NationalSubmissionKind,
  requireArea,
  standingAfter,
  whyNotSent,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { destinationOf } from './destination.ts'
import { routeOf } from './national-route-store.ts'
import { SubmissionRow, submissionsOf } from './submission-store.ts'

/** A submission as people see it. */
export const ShownSubmission = SubmissionRow.omit({ contentHash: true, toldAt: true }).strip()
export type ShownSubmission = z.infer<typeof ShownSubmission>

/** What was sent of a case to the national database, the newest first, and whether more may be. Audited. */
export const readSubmissions = requires('national-submission:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      /** Somebody has set where the national database is. */
      isSet: z.boolean(),
      /** Whether it takes what this area sends; it is asked again by itself. */
      standing: NationalStanding,
      /** Of which kinds one may be sent. */
      maySend: z.array(NationalSubmissionKind),
      submissions: z.array(ShownSubmission),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'national-submission.read',
        object: { kind: 'case', id: caseId },
      })
      const submissions = await submissionsOf(tx, areaId, [caseId])
      return {
        isSet: (await destinationOf(tx, parts, areaId)) !== null,
        standing: standingAfter(await routeOf(tx, areaId)),
        maySend: NationalSubmissionKind.options.filter((kind) => whyNotSent(seen.found, kind) === null),
        submissions: submissions.map((row) => ShownSubmission.parse(row)),
      }
    })
  })
