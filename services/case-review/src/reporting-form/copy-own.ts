import { isAnswered, Refusal } from '@cdop/domain'
import { formInForce, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { CopyFormat, FormCopy } from '../returned-form/form-copy.ts'
import { findReturn, ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'
import { openFormsAskedWith, type RequestPlace } from '../supplementary-form/request-form-store.ts'
import { answering } from './answering.ts'
import { findReportingForm } from './reporting-form-store.ts'

type Tx = Parameters<typeof findReportingForm>[0]
type Filled = Pick<FormCopy, 'form' | 'formVersion' | 'stages' | 'answers' | 'returned'>

/** What is being filled in: the reporting form is there, empty, before anything was saved. */
async function draftOf(tx: Tx, { keys, clock }: Parts, place: RequestPlace, form: FormCopy['form']) {
  if (form === 'reporting') {
    const saved = await findReportingForm(tx, keys, place.areaId, place.caseId, place.informationRequestId)
    const formVersion =
      saved?.form.version ?? formInForce(statutoryForms, REPORTING_FORM, clock.today()).version
    return { form, formVersion, stages: null, answers: saved?.answers ?? {}, returned: null }
  }
  const asked = await openFormsAskedWith(tx, keys, place)
  const own = asked.find(({ kind }) => kind === form)
  if (own === undefined) return null
  return { form, formVersion: own.formVersion, stages: own.stages, answers: own.answers, returned: null }
}

async function returnOf(
  tx: Tx,
  { keys }: Parts,
  place: RequestPlace,
  form: FormCopy['form'],
): Promise<Filled | null> {
  const found = await findReturn(tx, keys, place)
  const own = found?.forms.find(({ name }) => name === form)
  if (found === null || own === undefined) return null
  const { stages, answers } = own
  const returned = {
    entry: found.entry,
    at: found.returnedAt,
    transcribed: found.transcribed,
    part: found.part,
  }
  return { form, formVersion: own.form.version, stages, answers, returned }
}

/**
 * A reporter's own copy of one of the forms they fill in: as far as it has come, and as it was sent once it was.
 * @throws Refusal `not-found` for a form the agency was not asked for, `link-dead`
 */
export const copyOwn = requires('information-request:answer')
  .input(z.strictObject({ form: ReturnedFormName, as: CopyFormat }))
  .output(FormCopy)
  .query(({ ctx: { actor, parts }, input: { form, as } }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    return parts.database.transaction(holder, async (tx) => {
      const { request, found } = await answering(tx, holder)
      const place = { areaId, caseId: found.caseId, informationRequestId }
      const sent = isAnswered(request.state) && (await openCorrection(tx, place)) === null
      const own = sent ? await returnOf(tx, parts, place, form) : await draftOf(tx, parts, place, form)
      if (own === null) throw new Refusal('not-found')
      await parts.audit.record(tx, holder, areaId, {
        action: `reporting-form.copy.${as}`,
        object: { kind: 'case', id: found.caseId },
        fieldClasses: ['agency-return'],
      })
      // What an agency said is not kept from it, whatever caveats stand over it.
      return { reference: found.reference, organisationName: request.organisationName, withheld: [], ...own }
    })
  })
