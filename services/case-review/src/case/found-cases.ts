import {
  AgeBand,
  AreaId,
  actorKey,
  CASES_PER_PASS,
  CaseId,
  CaseReference,
  CaseState,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { seenAmong } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { casesOf } from './case-store.ts'

const FoundCase = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  ageBand: AgeBand,
  diedOn: PlainDate,
})

/**
 * Of the cases a search found, those this person may see, with one pass for who the children are; null when there are
 * none. Audited, one entry per case shown.
 */
export const foundCases = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseIds: z.array(CaseId).max(CASES_PER_PASS) }))
  .output(z.strictObject({ rows: z.array(FoundCase), pass: z.string().nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseIds } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seenAmong(tx, person, areaId, caseIds)
      if (seen.length === 0) return { rows: [], pass: null }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...seen.map((id) => ({
          action: 'case.found',
          object: { kind: 'case', id },
          fieldClasses: ['identity' as const],
        })),
      )
      const rows = await casesOf(tx, areaId, seen)
      const pass = await issuePass(parts.keyring, {
        holder: actorKey(person),
        caseIds: [...seen],
        fieldClasses: ['identity'],
        requestId: person.requestId,
      })
      return { rows: rows.map((row) => FoundCase.parse(row)), pass }
    })
  })
