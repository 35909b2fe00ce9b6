import {
  AreaId,
  InformationRequestId,
  isAnswered,
  isAsked,
  mayGather,
  Refusal,
  requireConfirmed,
  SupplementaryFormKind,
} from '@cdop/domain'
import { formInForce, partOf, statutoryForms, supplementaryForm } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { askForm } from './request-form-store.ts'

const Wanted = z.strictObject({
  kind: SupplementaryFormKind,
  /** Only these pages of it, such as the stages of a care pathway one person had a part in. */
  stages: z.array(z.string().max(64)).min(1).max(20).nullable(),
})

const outcome = z.strictObject({ added: z.array(SupplementaryFormKind) })

/** The version the form has today. @throws Refusal `invalid-answers` when it has no such stage */
function versionToday({ kind, stages }: z.infer<typeof Wanted>, today: string): string {
  const form = formInForce(statutoryForms, supplementaryForm(kind), today)
  if (stages === null) return form.version
  try {
    return partOf(form, stages).version
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Refusal('invalid-answers', ['stages'])
    throw thrown
  }
}

/**
 * Asks an agency for supplementary forms besides the reporting form: they stand in its task list from now on, in the
 * version of today. What it was asked for already stays as it was asked.
 * @throws Refusal `request-answered` when it has returned its answers, `link-dead` when the request was recalled or sent on,
 * `not-confirmed`, `not-allowed-in-this-state`, `transfer-open`; `invalid-answers` for a stage the form has not
 */
export const askForms = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      forms: z.array(Wanted).min(1).max(SupplementaryFormKind.options.length),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, forms } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'supplementary-form.ask', input, outcome },
      async (tx) => {
        const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
        if (request === null) throw new Refusal('not-found')
        const seen = await seeCase(tx, person, areaId, request.caseId, { lock: true })
        requireClass(seen, 'agency-return')
        if (!mayGather(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
        requireNotOffered(seen.found, parts.clock.now())
        requireConfirmed(seen.found)
        if (isAnswered(request.state)) throw new Refusal('request-answered')
        if (!isAsked(request.state)) throw new Refusal('link-dead')
        const added: SupplementaryFormKind[] = []
        for (const wanted of forms) {
          const formVersion = versionToday(wanted, parts.clock.today())
          const asked = { ...wanted, informationRequestId, formVersion, askedAt: parts.clock.now() }
          if (await askForm(tx, areaId, asked, person.personId)) added.push(wanted.kind)
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'supplementary-form.ask',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return { added }
      },
    )
  })
