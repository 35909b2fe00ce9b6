import {
  AreaId,
  CaseReference,
  ChasingStep,
  InformationRequestId,
  OrganisationKind,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { unansweredFor } from './unanswered.ts'

/** A request no step is left for: which case by its reference, what kind of agency, and how it was chased. */
const Unanswered = z.strictObject({
  informationRequestId: InformationRequestId,
  reference: CaseReference,
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  sentOn: PlainDate,
  dueOn: PlainDate,
  taken: z.array(z.strictObject({ step: ChasingStep, on: PlainDate })),
})

/** The agencies that have not answered after the last step. It says nothing of the children. */
export const listUnanswered = requires('gap:record')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(Unanswered) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await unansweredFor(tx, parts.keys, person, areaId, { today: parts.clock.today() })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'gap.unanswered', object: { kind: 'area', id: areaId } },
        ...found.map(({ caseId }) => ({
          action: 'gap.unanswered',
          object: { kind: 'case' as const, id: caseId },
        })),
      )
      return {
        rows: found.map(
          ({
            informationRequestId,
            reference,
            organisationName,
            organisationKind,
            sentOn,
            dueOn,
            taken,
          }) => ({
            informationRequestId,
            reference,
            organisationName,
            organisationKind,
            sentOn,
            dueOn,
            taken,
          }),
        ),
      }
    })
  })
