import { AreaId, actorKey, NextStep, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { accessTo, CaseLine, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { stepsOf } from './family-next-steps.ts'
import { casesOfKeyWorker } from './key-worker-store.ts'
import { familyQuestionCounts, inAll } from './question-store.ts'

/** Families on one page: as many as every list shows. */
const PAGE_ROWS = 25

const FamilyLine = CaseLine.pick({ caseId: true, reference: true, state: true, diedOn: true }).extend({
  /** Questions with neither an answer nor a reason why there will be none. */
  openQuestions: z.number().int().nonnegative(),
  /** What the family waits for first, but for what is asked of agencies. */
  next: NextStep.nullable(),
})

/**
 * A page of the families somebody is key worker of today, the latest death first, with a pass to who the children on it
 * were. One entry of the audit for each, before it is answered.
 */
export const listFamilies = requires('family:list')
  .input(z.strictObject({ areaId: AreaId, named: z.boolean(), page: z.int().min(1).max(9_999).default(1) }))
  .output(
    z.strictObject({
      families: z.array(FamilyLine).max(PAGE_ROWS),
      /** On all pages together. */
      total: z.int().nonnegative(),
      pass: z.string().nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, named, page } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const own = await casesOfKeyWorker(tx, areaId, person.personId, today)
      const visible = (await accessTo(tx, person, areaId, own, today)).filter(({ classes }) =>
        classes.includes('family'),
      )
      const shown = visible.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
      if (shown.length === 0) return { families: [], total: visible.length, pass: null }
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
      return { families, total: visible.length, pass }
    })
  })
