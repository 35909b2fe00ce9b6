import { AreaId, CASES_PER_PASS, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { refuseIdentifiers } from './refuse-identifiers.ts'

/**
 * Has what somebody wrote beside some cases looked through for the children's identifiers. Of the cases those count that
 * the person may see the identity of; the others do not exist for them. Audited for every case.
 * @throws Refusal `identifiers-in-note` naming the kinds found, never what was found
 */
export const screenWords = requires('identity:screen')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseIds: z.array(CaseId).max(CASES_PER_PASS),
      text: z.string().max(20_000),
    }),
  )
  .output(z.void())
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, caseIds, text } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const access = await parts.database.transaction(actor, (tx) =>
      accessTo(tx, person, areaId, [...new Set(caseIds)]),
    )
    for (const { line, classes } of access) {
      if (!classes.includes('identity')) continue
      const asked = { areaId, caseId: line.caseId, text, refusal: 'identifiers-in-note' as const }
      await refuseIdentifiers({ actor, assertion, parts }, asked)
    }
  })
