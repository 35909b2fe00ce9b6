import { AreaId, actorKey, CASES_PER_PASS, NextStep, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { accessTo, CaseLine, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { stepsOf } from './family-next-steps.ts'
import { casesOfKeyWorker } from './key-worker-store.ts'
import { familyQuestionCounts, inAll } from './question-store.ts'

const FamilyLine = CaseLine.pick({ caseId: true, reference: true, state: true, diedOn: true }).extend({
  /** Questions with neither an answer nor a reason why there will be none. */
  openQuestions: z.number().int().nonnegative(),
  /** What the family waits for first, but for what is asked of agencies. */
  next: NextStep.nullable(),
})

/**
 * The families somebody is key worker of today, the latest death first, with a pass to who the children were. One entry
 * of the audit for each, before it is answered.
 */
export const listFamilies = requires('family:list')
  .input(z.strictObject({ areaId: AreaId, named: z.boolean() }))
  .output(
    z.strictObject({
      families: z.array(FamilyLine).max(CASES_PER_PASS),
      /** There are more than one page shows. */
      more: z.boolean(),
      pass: z.string().nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, named } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const own = await casesOfKeyWorker(tx, areaId, person.personId, today)
      const visible = (await accessTo(tx, person, areaId, own, today)).filter(({ classes }) =>
        classes.includes('family'),
      )
      const shown = visible.slice(0, CASES_PER_PASS)
      if (shown.length === 0) return { families: [], more: false, pass: null }
      const fieldClasses = named ? (['identity', 'family'] as const) : (['family'] as const)
      const caseIds = shown.map(({ line }) => line.caseId)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...caseIds.map((id) => ({
          action: 'family.list',
          object: { kind: 'case', id },
          fieldClasses: [...fieldClasses],
        })),
      )
      const families = []
      for (const { line } of shown) {
        const { caseId, reference, state, diedOn } = line
        const { found } = await seeCase(tx, person, areaId, caseId, { today })
        const counts = await familyQuestionCounts(tx, areaId, found.caseIds)
        const steps = await stepsOf(tx, parts, areaId, found, today)
        families.push({
          caseId,
          reference,
          state,
          diedOn,
          openQuestions: inAll(counts).open,
          next: steps.find(({ step }) => step !== 'information') ?? null,
        })
      }
      const pass = named
        ? await issuePass(parts.keyring, {
            holder: actorKey(person),
            caseIds,
            fieldClasses: [...fieldClasses],
            requestId: person.requestId,
          })
        : null
      return { families, more: visible.length > shown.length, pass }
    })
  })
