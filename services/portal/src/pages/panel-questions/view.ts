import type { PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { NOTE_LENGTH, type TypedAnswer } from './form.ts'

type ShownQuestion = {
  readonly panelQuestionId: string
  readonly deferredOn: PlainDate
  readonly asked: string
  readonly settled: 'agency-asked' | 'noted' | 'overtaken' | null
  readonly informationRequestId: string | null
  readonly note: string | null
}

export type QuestionsModel = {
  readonly hidden: Html
  readonly found: Pick<OpenedCase, 'caseId' | 'state' | 'requests'>
  readonly questions: readonly ShownQuestion[]
  readonly mayAnswer: boolean
}

/** What the panel asked of a case, and what became of each question. */
export function questionsView(model: QuestionsModel): Html {
  const { questions } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">What the panel asked</h1>
${
  questions.length === 0
    ? html`<p class="govuk-body">The panel has not put this case back.</p>`
    : html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${questions.map((one) => item(one, model))}</ol>`
}
${model.mayAnswer && goOn(model)}
</div></div>`
}

function item(question: ShownQuestion, { found, mayAnswer }: QuestionsModel): Html {
  const { panelQuestionId, asked, deferredOn } = question
  return html`<li>${typedText(asked)}<br>
<span class="govuk-body-s">Asked on ${writtenDate(deferredOn)}. ${became(question, found.requests)}</span>
${
  question.settled === null &&
  mayAnswer &&
  html`<br><a class="govuk-link" href="/cases/${found.caseId}/panel-questions/${panelQuestionId}">Answer<span
class="govuk-visually-hidden"> the question: ${asked}</span></a>`
}</li>`
}

function became(question: ShownQuestion, requests: OpenedCase['requests']): Html {
  const { settled, note, informationRequestId } = question
  if (settled === 'noted') return html`Answer: ${typedText(note ?? '')}`
  if (settled === 'overtaken') return html`The panel decided without it.`
  if (settled === null) return html`<strong>No answer yet.</strong>`
  const request = requests.find((one) => one.informationRequestId === informationRequestId)
  return html`Asked of ${request?.organisationName ?? 'an agency'}.`
}

/** A case that was put back goes on once somebody says so. */
function goOn({ hidden, found, questions }: QuestionsModel): Html | null {
  const { state } = found
  if ((state !== 'deferred' && state !== 'gathering') || questions.length === 0) return null
  const open = questions.some(({ settled }) => settled === null)
  return html`<form method="post" novalidate>${hidden}
<div class="govuk-button-group">
${!open && button({ text: 'Ready for the panel again', name: '_action', value: 'ready', preventDoubleClick: true })}
${state === 'deferred' && button({ text: 'Back to gathering information', name: '_action', value: 'gathering', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</div></form>`
}

export type AnswerModel = {
  readonly hidden: Html
  readonly question: ShownQuestion
  readonly requests: OpenedCase['requests']
  readonly requestsPath: string
  readonly typed: TypedAnswer
  readonly errors: readonly ErrorItem[]
}

/** Answers one question of the panel. */
export function answerView({ hidden, question, requests, requestsPath, typed, errors }: AnswerModel): Html {
  const asked = requests.filter(({ state }) => state !== 'recalled')
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Answer a question of the panel</h1>
<p class="govuk-body">${typedText(question.asked)}</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'how',
  idPrefix: 'how',
  value: typed.how,
  fieldset: { legend: { text: 'How was it answered?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'how'),
  items: [
    {
      value: 'noted',
      text: 'We know the answer',
      conditional: {
        html: characterCount({
          id: 'note',
          name: 'note',
          label: { text: 'The answer' },
          value: typed.note,
          maxlength: NOTE_LENGTH,
          threshold: 75,
          errorMessage: errorOf(errors, 'note'),
        }),
      },
    },
    {
      value: 'agency-asked',
      text: 'An agency was asked',
      conditional: {
        html: html`${select({
          id: 'request',
          name: 'request',
          label: { text: 'Which request asked it?' },
          value: typed.request,
          items: [
            { value: '', text: 'Select a request' },
            ...asked.map(({ informationRequestId, organisationName, sentOn }) => ({
              value: informationRequestId,
              text: `${organisationName}, ${writtenDate(sentOn)}`,
            })),
          ],
          errorMessage: errorOf(errors, 'request'),
        })}
<p class="govuk-body"><a class="govuk-link" href="${requestsPath}">Ask an agency first</a></p>`,
      },
    },
  ],
})}
${button({ text: 'Save the answer', preventDoubleClick: true })}
</form>
</div></div>`
}
