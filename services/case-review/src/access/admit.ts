import { AreaId, actorKey, CASES_PER_PASS, CaseId, FieldClass, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { accessTo, CaseLine } from './see-case.ts'

/**
 * Which of up to 50 cases a person may see all these classes of, in the order asked, and one pass for those. For a
 * search, a list or a comparison whose cases another service names: those left out do not exist for this person.
 * Audited, one entry per case.
 */
export const admit = requires('case:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseIds: z.array(CaseId).max(CASES_PER_PASS),
      fieldClasses: z.array(FieldClass).min(1).max(FieldClass.options.length),
    }),
  )
  .output(z.strictObject({ rows: z.array(CaseLine), pass: z.string().nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, fieldClasses, caseIds: asked } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const access = await accessTo(tx, person, areaId, [...new Set(asked)])
      const rows = access
        .filter(({ classes }) => fieldClasses.every((one) => classes.includes(one)))
        .map(({ line }) => line)
      if (rows.length === 0) return { rows, pass: null }
      const caseIds = rows.map(({ caseId }) => caseId)
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
      return { rows, pass }
    })
  })
