import type { CaseReviewRouter } from '@cdop/case-review/api'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  notSentWords,
  problemWordsOf,
  submissionKindWords,
  submissionStateWords,
} from '../../wording/national-words.ts'

type Client = ReturnType<typeof import('@cdop/rpc').clientOf<CaseReviewRouter>>
type Submissions = Awaited<ReturnType<Client['nationalSubmission']['read']['query']>>
export type Submission = Submissions['submissions'][number]

export type SubmissionsModel = Submissions & {
  readonly hidden: Html
  /** The question of a form in its own words; null for one it does not have. */
  questionText(question: string): string | null
  /** Where the answer to a question stands. */
  readonly answersAt: string
  /** Whoever looks may send. */
  readonly sender: boolean
  /** Somebody told NCMD another way. */
  readonly toldByHand: boolean
}

const time = (at: string) => writtenTime(new Date(at))

/** What this product sent of a case to the national database, and a button to send it. */
export function submissionsView(model: SubmissionsModel): Html {
  const { submissions, isSet, toldByHand } = model
  const [newest] = submissions
  if (newest === undefined && toldByHand) return html``
  return html`<h2 class="govuk-heading-m">Sent from here</h2>
${newest === undefined && html`<p class="govuk-body">Nothing has been sent from here.</p>`}
${!isSet && insetText({ text: 'Nobody has set where NCMD is. Ask whoever runs this service.' })}
${submissions.map((one) => submissionCard(one, model))}
${mayBeSent(model) && sendForm(model, newest)}`
}

function mayBeSent({ submissions, isSet, maySend, sender, toldByHand }: SubmissionsModel): boolean {
  const underWay = submissions.some(({ state }) => ['queued', 'sending', 'withdrawing'].includes(state))
  return isSet && maySend && sender && !toldByHand && !underWay
}

function sendForm({ hidden }: SubmissionsModel, newest: Submission | undefined): Html {
  return html`<form method="post" novalidate>${hidden}
${button({
  text: newest === undefined ? 'Send now' : 'Send again',
  name: '_action',
  value: 'send',
  preventDoubleClick: true,
})}
</form>`
}

/** One submission: how it stands, its receipt, and each problem with the question to mend. */
export function submissionCard(one: Submission, model: Pick<SubmissionsModel, 'questionText' | 'answersAt'>) {
  const { kind, number, state, because, receipt, queuedAt, sentAt, settledAt, withdrawnAt } = one
  const rows: [string, string][] = [
    [
      'State',
      because === null
        ? submissionStateWords[state]
        : `${submissionStateWords[state]}: ${notSentWords[because]}`,
    ],
    ['Asked for', time(queuedAt)],
  ]
  if (sentAt !== null) rows.push(['First sent', time(sentAt)])
  if (receipt !== null) rows.push(['Receipt', receipt])
  if (receipt !== null && settledAt !== null) rows.push(['Acknowledged', time(settledAt)])
  if (withdrawnAt !== null) rows.push(['Withdrawn', time(withdrawnAt)])
  if (one.withdrawalReceipt !== null) rows.push(['Receipt of the withdrawal', one.withdrawalReceipt])
  return html`${summaryList({
    card: { title: { text: `${submissionKindWords[kind]}, number ${number}`, headingLevel: 3 } },
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })}${one.problems !== null && problems(one.problems, model)}`
}

function problems(
  found: NonNullable<Submission['problems']>,
  { questionText, answersAt }: Pick<SubmissionsModel, 'questionText' | 'answersAt'>,
): Html {
  return html`<p class="govuk-body">What is wrong:</p>
<ul class="govuk-list govuk-list--bullet">${found.map(({ field, question, code }) => {
    const text = questionText(question)
    return text === null
      ? html`<li>${field} ${problemWordsOf(code)}</li>`
      : html`<li><a class="govuk-link" href="${answersAt}#answer-${question}">${text}</a> ${problemWordsOf(code)}</li>`
  })}</ul>`
}
