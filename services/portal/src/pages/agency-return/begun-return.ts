import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, type CaseReference, PlainDate, Refusal, type SupplementaryFormKind } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  partOf,
  REPORTING_FORM,
  type SectionWords,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import type { LinkVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'
import type { SentBack } from './sent-back-view.ts'

/** A supplementary form, or the stages of one, as far as it has come. */
type BegunSupplementary = {
  readonly kind: SupplementaryFormKind
  readonly form: CompiledForm
  readonly answers: Answers
  readonly version: number
  readonly words: SectionWords
}

/** The one reporting form a link is for, as far as it has come. */
export type BegunReturn = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly organisationName: string
  readonly dueOn: PlainDate
  readonly form: CompiledForm
  readonly answers: Answers
  readonly version: number
  /** What was said of its sections. */
  readonly words: SectionWords
  readonly returned: boolean
  /** The version the agency is making, while it corrects what it returned. */
  readonly correcting: number | null
  /** What was asked for when the form was sent back; null while it is not. */
  readonly sentBack: SentBack | null
  /** The part that was sent last, and what may be promised now; null where nothing may. */
  readonly part: {
    readonly entry: number
    readonly sentAt: string
    readonly promisedOn: PlainDate
    readonly sectionsCompleted: number
    readonly sectionsAsked: number
  } | null
  readonly mayPromise: { readonly latest: PlainDate; readonly left: number } | null
  /** What else the agency was asked for. */
  readonly supplementary: readonly BegunSupplementary[]
  /** It was answered with "nothing known". */
  readonly nothingKnown: boolean
  /** Case-review's word that this link may learn which child is meant; none once the form is returned. */
  readonly pass: string | null
}

export async function begunReturn(visit: LinkVisit): Promise<BegunReturn> {
  const begun = await visit.call<CaseReviewRouter>('case-review').reportingForm.begin.query({})
  const form = formVersion(statutoryForms, REPORTING_FORM, begun.formVersion)
  const {
    caseId,
    reference,
    organisationName,
    version,
    words,
    returned,
    nothingKnown,
    correcting,
    sentBack,
    pass,
  } = begun
  const { part, mayPromise } = begun
  return {
    caseId,
    reference,
    organisationName,
    dueOn: PlainDate.parse(begun.dueOn),
    form,
    answers: draftAnswers(form, begun.answers),
    version,
    words,
    returned,
    correcting,
    sentBack,
    part: part && { ...part, promisedOn: PlainDate.parse(part.promisedOn) },
    mayPromise: mayPromise && { ...mayPromise, latest: PlainDate.parse(mayPromise.latest) },
    supplementary: begun.supplementary.map(
      ({ kind, stages, formVersion: asked, version, answers, words }) => {
        const whole = formVersion(statutoryForms, supplementaryForm(kind), asked)
        const form = stages === null ? whole : partOf(whole, stages)
        return { kind, form, version, words, answers: draftAnswers(form, answers) }
      },
    ),
    nothingKnown,
    pass,
  }
}

/** Which child is meant. */
export type Child = {
  readonly name: string
  readonly dateOfBirth: PlainDate
  readonly dateOfDeath: PlainDate
  readonly nhsNumber: string | null
}

/** Reads from intake which child the form is about; the disclosure is audited there. @throws Refusal `case-on-its-way` */
export async function childOf(visit: LinkVisit, { caseId, pass }: BegunReturn): Promise<Child> {
  if (pass === null) throw new Refusal('not-found')
  const { areaId } = visit
  const intake = visit.call<IntakeRouter>('intake')
  const read = intake.identity.read.query({ areaId, caseIds: [caseId], pass })
  const [child] = await read.catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return []
    throw thrown
  })
  // Case-review says that they may know: the child is on the way to another area, a moment before the case itself.
  if (child === undefined) throw new Refusal('case-on-its-way')
  const { givenNames, familyName, dateOfBirth, dateOfDeath, nhsNumber } = child
  return { name: `${givenNames} ${familyName}`, dateOfBirth, dateOfDeath, nhsNumber }
}
