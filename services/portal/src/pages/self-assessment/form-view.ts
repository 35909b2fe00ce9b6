import { PracticeQuestion, PracticeStanding, SelfAssessed } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { practiceWords, selfAssessedWords } from '../../wording/self-assessment-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { factorAnalysis } from '../recommendations/services.ts'
import type { TypedAnswers } from './form.ts'

type ReadForm = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['selfAssessment']['readForm']['query']>>

export type SelfAssessmentFormModel = ReadForm & {
  readonly hidden: Html
  readonly name: string
  readonly label: string
  readonly mayWrite: boolean
  /** An organisation answers for itself: nothing leads to pages that are not for it. */
  readonly byItself: boolean
  readonly typed: TypedAnswers
  readonly correcting: string
  readonly errors: readonly ErrorItem[]
}

/** What an organisation says: to be written on, or as it was submitted. */
export function selfAssessmentFormView(model: SelfAssessmentFormModel): Html {
  const { name, label, reason, submittedOn, mayWrite } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${label}</span>
<h1 class="govuk-heading-l">${name}</h1>
${reason !== null && insetText({ html: html`<p class="govuk-body">This version corrects the one before: ${typedText(reason)}</p>` })}
${model.byOrganisation && !model.byItself && html`<p class="govuk-body">Written by the organisation itself.</p>`}
${submittedOn === null && mayWrite ? written(model) : asSaid(model)}
${submittedOn !== null && mayWrite && !model.byItself && correction(model)}
</div></div>`
}

const places = ({ hidden, version, edit }: SelfAssessmentFormModel) => html`${hidden}
<input type="hidden" name="version" value="${String(version)}">
<input type="hidden" name="edit" value="${String(edit)}">`

const recommendationLink = (
  { recommendationId, reference }: ReadForm['asked'][number],
  { byItself }: SelfAssessmentFormModel,
) =>
  byItself
    ? html`${reference}`
    : html`<a class="govuk-link" href="/recommendations/${recommendationId}">${reference}</a>`

function written(model: SelfAssessmentFormModel): Html {
  const { asked, typed, errors } = model
  const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  const words = (id: string, value: string, text: string) =>
    textarea({
      id,
      name: id,
      rows: 3,
      value,
      label: { text, classes: 'govuk-label--s' },
      errorMessage: errorOf(errors, id),
    })
  const standing = (id: string, value: string, text: string, options: readonly SelfAssessed[]) =>
    radios({
      name: id,
      idPrefix: id,
      value,
      classes: 'govuk-radios--small',
      fieldset: small(text),
      errorMessage: errorOf(errors, id),
      items: options.map((one) => ({ value: one, text: selfAssessedWords[one] })),
    })
  return html`<p class="govuk-body">Enter what ${model.byItself ? 'your organisation does' : 'the organisation says'}. You can save it as far as it is and return. Do not name or describe a
child or family.</p>
<form method="post" novalidate>${places(model)}
${asked.map((one, at) => {
  const said = typed.recommendations[at]
  return html`<h2 class="govuk-heading-m">Recommendation ${recommendationLink(one, model)}</h2>
<p class="govuk-body">${typedText(one.text)}</p>
${standing(`standing-${at}`, said?.standing ?? '', `How far is ${one.reference} done?`, SelfAssessed.options)}
${words(`evidence-${at}`, said?.evidence ?? '', `Evidence for ${one.reference}, or why it does not concern them any more`)}
${words(`toDo-${at}`, said?.toDo ?? '', `What is still to do for ${one.reference}? (where it is not fully done)`)}
${dateField({ name: `byOn-${at}`, legend: `By when, for ${one.reference}?`, value: said?.byOn ?? { day: '', month: '', year: '' }, errors })}`
})}
<h2 class="govuk-heading-m">Practice</h2>
${PracticeQuestion.options.map(
  (
    question,
  ) => html`${standing(`practice-${question}`, typed.practice[question].standing, practiceWords[question], PracticeStanding.options)}
${words(`words-${question}`, typed.practice[question].words, 'By what does one see it?')}`,
)}
${input({ id: 'answeredBy', name: 'answeredBy', value: typed.answeredBy, autocomplete: 'off', label: { text: 'Role of who answered for the organisation', classes: 'govuk-label--s' }, hint: { text: 'For example, head of safeguarding. Not a name' }, errorMessage: errorOf(errors, 'answeredBy') })}
<div class="govuk-button-group">
${button({ text: 'Submit', name: '_action', value: 'submit', preventDoubleClick: true })}
${button({ text: 'Save and return later', name: '_action', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</div></form>`
}

function asSaid(model: SelfAssessmentFormModel): Html {
  const { asked, answers, submittedOn, submitted } = model
  const row = (key: string, value: Html | string | null) => ({
    key: { text: key },
    value: { html: html`${value ?? 'Not said'}` },
  })
  return html`<p class="govuk-body">${submittedOn === null ? 'This version is not submitted yet.' : `Submitted on ${writtenDate(submittedOn)}.`}</p>
${asked.map((one, at) => {
  const said = answers.recommendations[at]
  const { standing, evidence, toDo, byOn } = said ?? {
    standing: null,
    evidence: null,
    toDo: null,
    byOn: null,
  }
  return html`<h2 class="govuk-heading-m">Recommendation ${recommendationLink(one, model)}</h2>
<p class="govuk-body">${typedText(one.text)}</p>
${summaryList({
  rows: [
    row('Done', standing && selfAssessedWords[standing]),
    row('Evidence or reason', evidence && typedText(evidence)),
    ...(toDo === null ? [] : [row('Still to do', typedText(toDo))]),
    ...(byOn === null ? [] : [row('By when', writtenDate(byOn))]),
  ],
})}`
})}
<h2 class="govuk-heading-m">Practice</h2>
${summaryList({
  rows: answers.practice.map(({ question, standing, words }) =>
    row(
      practiceWords[question],
      standing && html`${selfAssessedWords[standing]}${words !== null && html`<br>${typedText(words)}`}`,
    ),
  ),
})}
<p class="govuk-body">Answered by: ${answers.answeredBy ?? 'Not said'}</p>
${submitted.length > 1 && html`<p class="govuk-body">Versions submitted: ${submitted.map(({ version, submittedOn: on }) => `${version} on ${writtenDate(on)}`).join(', ')}.</p>`}`
}

function correction(model: SelfAssessmentFormModel): Html {
  return html`<h2 class="govuk-heading-m">Correct it</h2>
<p class="govuk-body">A correction is a new version. What was submitted stays, and counts until the new one is submitted.</p>
<form method="post" novalidate>${places(model)}
${textarea({ id: 'reason', name: 'reason', rows: 3, value: model.correcting, label: { text: 'Why is it corrected?', classes: 'govuk-label--s' }, errorMessage: errorOf(model.errors, 'reason') })}
${button({ text: 'Begin a correction', name: '_action', value: 'correct', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
