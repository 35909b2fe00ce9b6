import type { CaseReviewRouter } from '@cdop/case-review/api'
import { isUnderWay, type NationalSubmissionKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  failureWords,
  notSentWords,
  problemWordsOf,
  sentKindWords,
  standingWords,
  submissionKindWords,
  submissionStateWords,
} from '../../wording/national-words.ts'

type Client = ReturnType<typeof import('@cdop/rpc').clientOf<CaseReviewRouter>>
type Submissions = Awaited<ReturnType<Client['nationalSubmission']['read']['query']>>
export type Submission = Submissions['submissions'][number]
type Changes = { readonly kind: NationalSubmissionKind } & Awaited<
  ReturnType<Client['nationalSubmission']['changes']['query']>
>

/** Where the questions of a kind are, and what each is called. */
type Questions = {
  /** A question of the form in its own words; null for one it does not have. */
  textOf(question: string): string | null
  /** Where the answer to a question stands. */
  hrefOf(question: string): string
}

export type SubmissionsModel = Submissions & {
  readonly hidden: Html
  readonly questions: Readonly<Record<NationalSubmissionKind, Questions>>
  /** Whoever looks may send. */
  readonly sender: boolean
  /** Somebody told NCMD of the death another way. */
  readonly toldByHand: boolean
  /** What has changed since it was acknowledged, where somebody asked. */
  readonly changes: Changes | null
  /** Of this page, to ask with. */
  readonly path: string
}

const time = (at: string) => writtenTime(new Date(at))

/** What this product sent of a case to the national database, and buttons to send it. */
export function submissionsView(model: SubmissionsModel): Html {
  const { submissions, isSet, changes, standing } = model
  const stands = standingWords[standing]
  return html`<h2 class="govuk-heading-m">Sent from here</h2>
${submissions.length === 0 && html`<p class="govuk-body">Nothing has been sent from here.</p>`}
${stands !== null && warningText({ text: stands, iconFallbackText: 'Warning' })}
${!isSet && insetText({ text: 'Nobody has set where NCMD is. Ask whoever runs this service.' })}
${changes !== null && changesView(changes, model.questions[changes.kind])}
${submissions.map((one) => html`${submissionCard(one, model.questions)}${isNewestAccepted(one, submissions) && askForChanges(one, model)}`)}
${sendForm(model)}`
}

const isNewestAccepted = (one: Submission, all: readonly Submission[]) =>
  one === all.find(({ kind, state }) => kind === one.kind && state === 'acknowledged')

function askForChanges({ kind, number }: Submission, { path }: SubmissionsModel): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${path}?changes=${kind}">What has changed since<span
class="govuk-visually-hidden"> ${sentKindWords[kind]}, number ${number}</span></a></p>`
}

function changesView({ kind, since, changed }: Changes, questions: Questions): Html {
  const heading = html`<h3 class="govuk-heading-s">Changed since ${sentKindWords[kind]}, number ${since}, was acknowledged</h3>`
  if (changed.length === 0) return html`${heading}<p class="govuk-body">Nothing has changed.</p>`
  return html`${heading}<ul class="govuk-list govuk-list--bullet">${changed.map(
    (one) => html`<li>${questionLink(one, questions)}</li>`,
  )}</ul>`
}

function questionLink({ field, question }: { field: string; question: string }, questions: Questions): Html {
  const text = questions.textOf(question)
  return text === null
    ? html`${field}`
    : html`<a class="govuk-link" href="${questions.hrefOf(question)}">${text}</a>`
}

/** The kinds that may be sent now: none while one of it is under way, nor the notification once somebody told of it. */
function sendable({ submissions, isSet, maySend, sender, toldByHand }: SubmissionsModel) {
  if (!isSet || !sender) return []
  const underWay = submissions.filter(({ state }) => isUnderWay(state)).map(({ kind }) => kind)
  return maySend.filter((kind) => !underWay.includes(kind) && !(kind === 'notification' && toldByHand))
}

function sendForm(model: SubmissionsModel): Html {
  const kinds = sendable(model)
  if (kinds.length === 0) return html``
  const again = (kind: NationalSubmissionKind) => model.submissions.some((one) => one.kind === kind)
  return html`<form method="post" novalidate>${model.hidden}
<div class="govuk-button-group">${kinds.map((kind) =>
    button({
      text: `Send ${sentKindWords[kind]}${again(kind) ? ' again' : ''}`,
      name: '_action',
      value: `send-${kind}`,
      classes: kind === 'notification' ? '' : 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )}</div>
</form>`
}

/** One submission: how it stands, its receipt, and each problem with the question to mend. */
export function submissionCard(one: Submission, questions: SubmissionsModel['questions'] | null): Html {
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
  if (one.again === 'merge-undone') rows.push(['Why', 'A merge of two records was undone'])
  if (sentAt !== null) rows.push(['First sent', time(sentAt)])
  const failed = failureWords(one)
  if (failed !== null && isUnderWay(state)) rows.push(['Not taken', failed])
  if (receipt !== null) rows.push(['Receipt', receipt])
  if (receipt !== null && settledAt !== null) rows.push(['Acknowledged', time(settledAt)])
  if (withdrawnAt !== null) rows.push(['Withdrawn', time(withdrawnAt)])
  if (one.withdrawalReceipt !== null) rows.push(['Receipt of the withdrawal', one.withdrawalReceipt])
  return html`${summaryList({
    card: { title: { text: `${submissionKindWords[kind]}, number ${number}`, headingLevel: 3 } },
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })}${one.problems !== null && problems(one.problems, questions?.[kind] ?? nowhere)}`
}

/** Where no question can be gone back to. */
const nowhere: Questions = { textOf: () => null, hrefOf: () => '' }

function problems(found: NonNullable<Submission['problems']>, questions: Questions): Html {
  return html`<p class="govuk-body">What is wrong:</p>
<ul class="govuk-list govuk-list--bullet">${found.map(
    (one) => html`<li>${questionLink(one, questions)} ${problemWordsOf(one.code)}</li>`,
  )}</ul>`
}
