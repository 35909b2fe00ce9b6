import { AreaId, CaseId, InformationRequestId, mayGather, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { collatedFields } from './collated-fields.ts'
import { addSettled, Question, settledOf } from './settled-conflict-store.ts'

const outcome = z.strictObject({ entry: z.number().int().positive() })

/**
 * Records whose answer holds where agencies say different things, and why. What they returned stays as it is.
 * @throws Refusal `stale` when it was settled in between, or there is no such conflict any more;
 * `not-allowed-in-this-state` once the panel has reviewed the case
 */
export const settleConflict = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      ...Question.shape,
      /** How often it was settled when the page was drawn. */
      version: z.number().int().nonnegative(),
      whose: InformationRequestId,
      why: text(2000),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, form, question, version, whose, why } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'collated-record.settle', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        if (!mayGather(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
        const rows = await collatedFields(tx, parts.keys, areaId, seen.found, parts.clock.today())
        const row = rows.find((one) => one.form === form && one.question === question && one.conflict)
        const chosen = row?.said.find((one) => one.informationRequestId === whose && !one.notKnown)
        if (chosen === undefined) throw new Refusal('stale')
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const before = (await settledOf(tx, cipher, areaId, caseId)).find(
          (one) => one.form === form && one.question === question,
        )
        if ((before?.entry ?? 0) !== version) throw new Refusal('stale')
        const entry = version + 1
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const { answer } = chosen
        await addSettled(
          tx,
          cipher,
          { areaId, caseId },
          { form, question, entry, whose, answer, why, ...recorded },
        )
        await parts.audit.record(tx, actor, areaId, {
          action: 'collated-record.settle',
          object: { kind: 'case', id: caseId },
        })
        return { entry }
      },
    )
  })
