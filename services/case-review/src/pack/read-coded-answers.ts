import { AgeBand, AreaId, CaseId, CodedAnswer, isAsked, OrganisationKind, requireArea } from '@cdop/domain'
import { codedAnswers } from '@cdop/forms'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'

const CodedAnswerOfCase = CodedAnswer.extend({
  label: z.string(),
  answer: z.string(),
  /** Which kind of agency answered so: never its name. */
  organisationKind: OrganisationKind,
})

/**
 * What agencies answered in codes and numbers, of the questions a panel reads, for whoever fills in the panel's analysis:
 * no free text, and nothing that stands under a caveat for the panel.
 * @throws Refusal `not-found`, `pack-not-open`
 */
export const readCodedAnswers = requires('analysis:draft')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ ageBand: AgeBand, answers: z.array(CodedAnswerOfCase) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'pack')
      requireClass(seen, 'analysis')
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.coded-answers',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      const answers: z.infer<typeof CodedAnswerOfCase>[] = []
      for (const request of await requestsOf(tx, areaId, seen.found)) {
        if (!isAsked(request.state)) continue
        const { informationRequestId, organisationKind } = request
        const place = { areaId, caseId: request.caseId, informationRequestId }
        const returned = await findReturn(tx, parts.keys, place)
        for (const one of returned?.forms ?? []) {
          const shown = shownOf('panel', informationRequestId, one, caveats)
          const coded = codedAnswers(one.form, shown.answers)
          answers.push(...coded.map((answer) => ({ form: one.name, organisationKind, ...answer })))
        }
      }
      return { ageBand: seen.found.ageBand, answers }
    })
  })
