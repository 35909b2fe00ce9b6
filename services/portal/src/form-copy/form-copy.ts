import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type CaseReference,
  Instant,
  Refusal,
  SupplementaryFormKind,
  type TranscriptionChannel,
} from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  partOf,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import type { clientOf } from '@cdop/rpc'
import { z } from 'zod'
import { draftAnswers } from '../statutory-form/draft-answers.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type SentCopy = Awaited<ReturnType<CaseReview['reportingForm']['copy']['query']>>

/** Which form of a request a path means. */
export const FormName = z.enum(['reporting', ...SupplementaryFormKind.options])
export type FormName = z.infer<typeof FormName>
/** How a copy leaves. */
const CopyFormat = z.enum(['pdf', 'json', 'fhir'])
export type CopyFormat = z.infer<typeof CopyFormat>

/** What a path asks a copy of. @throws Refusal `not-found` */
export function askedCopy(param: (name: string) => string) {
  const form = FormName.safeParse(param('form'))
  const as = CopyFormat.safeParse(param('as'))
  if (!form.success || !as.success) throw new Refusal('not-found')
  return { form: form.data, as: as.data }
}

/** A filled form as case-review sent it, read in the version it was filled in. */
export type FormCopy = {
  readonly reference: CaseReference
  readonly organisationName: string
  readonly name: FormName
  /** The form as it was asked: the whole, or stages of it. */
  readonly form: CompiledForm
  readonly answers: Answers
  /** The questions and groups whose answers are withheld from copies. */
  readonly withheld: readonly string[]
  readonly returned: {
    readonly entry: number
    readonly at: Instant
    /** How it was told, where it was entered on behalf of the agency. */
    readonly transcribed: TranscriptionChannel | null
    readonly part: boolean
  } | null
}

/** @throws ZodError when what was sent is no form of ours */
export function formCopy(sent: SentCopy): FormCopy {
  const { reference, organisationName, form: name, stages, returned } = sent
  const url = name === 'reporting' ? REPORTING_FORM : supplementaryForm(name)
  const whole = formVersion(statutoryForms, url, sent.formVersion)
  const form = stages === null ? whole : partOf(whole, stages)
  return {
    reference,
    organisationName,
    name,
    form,
    answers: draftAnswers(form, sent.answers),
    withheld: sent.withheld,
    returned: returned && { ...returned, at: Instant.parse(returned.at) },
  }
}
