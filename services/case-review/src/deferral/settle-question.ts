import { AreaId, CaseId, InformationRequestId, mayGather, PanelQuestionId, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { settle } from './deferral-store.ts'

const Answer = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('noted'), note: text(5_000) }),
  z.strictObject({ how: z.literal('agency-asked'), informationRequestId: InformationRequestId }),
])

/**
 * Answers a question of the panel: by a note, or by the request that asked an agency.
 * @throws Refusal `not-found`; `stale` when it was answered since; `invalid-answers` for a request that is not this case's
 * or was recalled; `not-allowed-in-this-state`
 */
export const settleQuestion = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      panelQuestionId: PanelQuestionId,
      answer: Answer,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelQuestionId, answer } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-question.settle', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const { found } = seen
        if (!mayGather(found.state)) throw new Refusal('not-allowed-in-this-state')
        if (answer.how === 'agency-asked') {
          const asked = (await requestsOf(tx, areaId, found)).find(
            (one) => one.informationRequestId === answer.informationRequestId && one.state !== 'recalled',
          )
          if (asked === undefined) throw new Refusal('invalid-answers', ['informationRequestId'])
        }
        const which = { caseIds: found.caseIds, panelQuestionId }
        const by = { by: person.personId, at: parts.clock.now() }
        if (!(await settle(tx, parts.keys, areaId, which, { ...answer, ...by }))) throw new Refusal('stale')
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-question.settle',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
