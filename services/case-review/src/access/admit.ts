import { AreaId, actorKey, CASES_PER_PASS, CaseId, FieldClass, Refusal, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { seeCase } from './see-case.ts'

/**
 * Which of up to 50 cases a person may see all these classes of, and one pass for those. For a list or a comparison
 * whose cases another service names: those left out do not exist for this person.
 */
export const admit = requires('case:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseIds: z.array(CaseId).min(1).max(CASES_PER_PASS),
      fieldClasses: z.array(FieldClass).min(1).max(FieldClass.options.length),
    }),
  )
  .output(z.strictObject({ caseIds: z.array(CaseId), pass: z.string().nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, fieldClasses, ...asked } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const caseIds: CaseId[] = []
      for (const caseId of new Set(asked.caseIds)) {
        try {
          const { classes } = await seeCase(tx, person, areaId, caseId)
          if (fieldClasses.every((fieldClass) => classes.includes(fieldClass))) caseIds.push(caseId)
        } catch (thrown) {
          if (!(thrown instanceof Refusal) || thrown.code !== 'not-found') throw thrown
        }
      }
      if (caseIds.length === 0) return { caseIds, pass: null }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...caseIds.map((id) => ({ action: 'case.admit', object: { kind: 'case', id }, fieldClasses })),
      )
      const pass = await issuePass(parts.keyring, {
        holder: actorKey(person),
        caseIds,
        fieldClasses,
        requestId: person.requestId,
      })
      return { caseIds, pass }
    })
  })
