import { Refusal } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  partOf,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import type { FormName } from '../../form-copy/form-copy.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { requestOf } from '../case-request/request-of.ts'

/** One form as far as it was entered. */
export type EnteredForm = {
  readonly name: FormName
  readonly title: string
  readonly form: CompiledForm
  readonly answers: Answers
  /** Of the whole transcription: what was saved of any form. */
  readonly version: number
}

/** A request and what is being entered for its agency. */
export async function enteredFor(visit: PersonVisit) {
  const { found, read } = await requestOf(visit)
  const at = { areaId: visit.areaId, informationRequestId: read.informationRequestId }
  const { open } = await caseReview(visit).transcription.read.query(at)
  const forms = (open?.forms ?? []).map(
    ({ form: name, formVersion: version, stages, answers }): EnteredForm => {
      const url = name === 'reporting' ? REPORTING_FORM : supplementaryForm(name)
      const whole = formVersion(statutoryForms, url, version)
      const form = stages === null ? whole : partOf(whole, stages)
      const title = name === 'reporting' ? 'Reporting form' : form.title
      return { name, title, form, answers: draftAnswers(form, answers), version: open?.version ?? 0 }
    },
  )
  return {
    found,
    read,
    at,
    open,
    forms,
    path: `/cases/${found.caseId}/requests/${read.informationRequestId}/on-behalf`,
  }
}

/** The form and the section of a path. @throws Refusal `not-found` */
export function askedSection(visit: PersonVisit, forms: readonly EnteredForm[]) {
  const own = forms.find(({ name }) => name === visit.param('form'))
  const section = visit.param('section')
  if (!own?.form.pages.some(({ linkId }) => linkId === section)) throw new Refusal('not-found')
  const { form, answers } = own
  // Nobody is made to invent what was not told.
  return { own, page: { form, section, answers, today: visit.parts.clock.today(), mayStayBlank: true } }
}
