import type { SummarySection } from '@cdop/forms'
import { type Html, html } from '../../components/html.ts'
import { answerSections } from '../answer-sections.ts'
import { type CaveatMark, caveatMarks, putUnderCaveat } from '../case-caveats/caveat-marks.ts'

/** The caveats over one question, or group, of a form that was returned. */
export type CaveatedQuestion = {
  readonly form: string
  readonly question: string
  readonly marks: readonly CaveatMark[]
}

type Returned = {
  readonly caseId: string
  readonly informationRequestId: string
  readonly caveats: readonly CaveatedQuestion[]
  readonly mayCaveat: boolean
}

/**
 * The answers of one form, each with whom it is kept from, and for whoever may a way to put an answer, a section or the
 * whole form under a caveat. What is said in the entries of a group is kept back with the whole group.
 */
export function returnedAnswers(
  { caseId, informationRequestId: request, caveats, mayCaveat }: Returned,
  form: string,
  sections: readonly SummarySection[],
): Html {
  const link = (part: string | null, text: string, of: string) =>
    mayCaveat ? putUnderCaveat(caseId, { request, form, part }, { text, of }) : null
  const ofForm = link(
    null,
    'Put all of this form under a caveat',
    form === 'reporting' ? 'Reporting form' : form,
  )
  return html`${ofForm && html`<p class="govuk-body">${ofForm}</p>`}${answerSections(sections, undefined, {
    besideSection: ({ linkId, title }) => {
      const ofSection = link(linkId, 'Put this section under a caveat', title)
      return ofSection && html`<p class="govuk-body">${ofSection}</p>`
    },
    beside: ({ linkId, label, entry }) => {
      const question = entry?.linkId ?? linkId
      const own = caveats.find((one) => one.form === form && one.question === question)
      const ofAnswer = link(question, 'Put under a caveat', label)
      return html`${own && caveatMarks(caseId, own.marks)}${ofAnswer && html`<br>${ofAnswer}`}`
    },
  })}`
}
