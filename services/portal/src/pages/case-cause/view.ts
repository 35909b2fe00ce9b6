import { CauseAnswer, type CauseLetterState, type CauseRecipient, LETTER_LIMIT } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { causeAnswerWords, causeLetterStands, causeRecipientWords } from '../../wording/cause-letter-words.ts'

export const causeLettersTitle = 'Registered cause'

type Line = Parameters<typeof causeLetterStands>[0] & {
  readonly causeLetterId: string
  readonly recipient: CauseRecipient
  readonly state: CauseLetterState
}

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

type CauseLettersView = {
  readonly base: string
  readonly letters: readonly Line[]
  readonly mayOpen: boolean
}

/** The letters about the registered cause and how far each is. */
export function causeLettersView({ base, letters, mayOpen }: CauseLettersView): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${causeLettersTitle}</h1>
<p class="govuk-body">Where a panel finds the registered cause wrong, its chair has a letter drafted to those who can have it
looked at again. The panel itself never alters it.</p>
${
  letters.length === 0
    ? html`<p class="govuk-body">No panel has found the registered cause of this death wrong.</p>`
    : summaryList({
        rows: letters.map((one) => ({
          key: { text: causeRecipientWords[one.recipient] },
          value: { text: causeLetterStands(one) },
          ...(mayOpen && {
            actions: {
              items: [
                {
                  href: `${base}/${one.causeLetterId}`,
                  text: 'Open',
                  visuallyHiddenText: `the letter to ${causeRecipientWords[one.recipient].toLowerCase()}`,
                },
              ],
            },
          }),
        })),
      })
}`)
}

export type CauseLetterView = {
  readonly base: string
  readonly letter: Line & {
    readonly version: number
    readonly text: string
    readonly sentTo: string | null
    readonly answerWords: string | null
  }
  readonly version: number
  readonly hidden: Html
  readonly text: string
  readonly sending: { readonly sentTo: string; readonly sentOn: DateParts }
  readonly answering: {
    readonly answer: string
    readonly answerWords: string
    readonly answeredOn: DateParts
  }
  readonly errors: readonly ErrorItem[]
}

/** One letter: its words, and what comes next of it. */
export function causeLetterView(view: CauseLetterView): Html {
  const { letter, base, hidden, version } = view
  const fields = html`${hidden}<input type="hidden" name="version" value="${version}">`
  const { state, recipient, sentTo, answerWords } = letter
  return twoThirds(html`<h1 class="govuk-heading-l">Letter about the registered cause</h1>
${summaryList({
  rows: [
    { key: { text: 'To' }, value: { text: causeRecipientWords[recipient] } },
    { key: { text: 'How far it is' }, value: { text: causeLetterStands(letter) } },
    ...(sentTo === null ? [] : [{ key: { text: 'Sent to' }, value: { text: sentTo } }]),
    ...(answerWords === null ? [] : [{ key: { text: 'What they answered' }, value: { text: answerWords } }]),
  ],
})}
${
  state === 'drafted'
    ? drafted(view, fields)
    : html`<div class="govuk-inset-text cdop-written">${letter.text.split('\n').map((line) => html`${line}<br>`)}</div>`
}
<p class="govuk-body"><a class="govuk-link" href="${base}/${letter.causeLetterId}/pdf">The letter as a PDF</a></p>
${state === 'sent' && answered(view, fields)}`)
}

function drafted({ text, sending, errors }: CauseLetterView, fields: Html): Html {
  return html`<form method="post" novalidate>${fields}
${characterCount({
  id: 'text',
  name: 'text',
  maxlength: LETTER_LIMIT,
  rows: 20,
  label: { text: 'The letter', classes: 'govuk-label--m' },
  hint: { text: 'Fill in what stands in square brackets before it is sent' },
  value: text,
  errorMessage: errorOf(errors, 'text'),
})}
<div class="govuk-button-group">
${button({ text: 'Save the letter', name: '_action', value: 'save', preventDoubleClick: true })}
${button({ text: 'Withdraw it', name: '_action', value: 'withdraw', classes: 'govuk-button--warning', preventDoubleClick: true })}
</div></form>
<h2 class="govuk-heading-m">Record that it was sent</h2>
<form method="post" novalidate>${fields}
${input({
  id: 'sentTo',
  name: 'sentTo',
  label: { text: 'To whom was it sent?', classes: 'govuk-label--s' },
  hint: { text: 'A name or an office' },
  value: sending.sentTo,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'sentTo'),
})}
${dateField({ name: 'sentOn', legend: 'When was it sent?', value: sending.sentOn, errors })}
${button({ text: 'Record that it was sent', name: '_action', value: 'sent', preventDoubleClick: true })}
</form>`
}

function answered({ answering, errors }: CauseLetterView, fields: Html): Html {
  return html`<h2 class="govuk-heading-m">Record the answer</h2>
<form method="post" novalidate>${fields}
${radios({
  name: 'answer',
  idPrefix: 'answer',
  value: answering.answer,
  fieldset: { legend: { text: 'What did they decide?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'answer'),
  items: CauseAnswer.options.map((value) => ({ value, text: causeAnswerWords[value] })),
})}
${characterCount({
  id: 'answerWords',
  name: 'answerWords',
  maxlength: 2_000,
  rows: 4,
  label: { text: 'What did they answer?', classes: 'govuk-label--s' },
  value: answering.answerWords,
  errorMessage: errorOf(errors, 'answerWords'),
})}
${dateField({ name: 'answeredOn', legend: 'When did they answer?', value: answering.answeredOn, errors })}
${button({ text: 'Record the answer', name: '_action', value: 'answered', preventDoubleClick: true })}
</form>`
}
