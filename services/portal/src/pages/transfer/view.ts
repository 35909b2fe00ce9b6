import type { PlainDate, TransferDeclineReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { placeOfDeathWords } from '../../wording/case-words.ts'
import {
  transferDeclineWords,
  transferReasonWords,
  transferStateWords,
} from '../../wording/transfer-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { deathWords, type ListedTransfer } from '../transfers/view.ts'

export type TransferModel = {
  readonly hidden: Html
  readonly transfer: ListedTransfer & {
    readonly version: number
    readonly notificationId: string
    readonly caseId: string | null
    readonly caseReference: string | null
    readonly placeOfDeath: string
    readonly plan: string
    readonly answeredAt: string | null
    readonly declineReason: TransferDeclineReason | null
    readonly recalledAt: string | null
    readonly completedAt: string | null
    readonly stub: { readonly receivedOn: PlainDate; readonly diedOn: PlainDate } | null
  }
  readonly authority: string
  readonly mayDecide: boolean
  readonly mayRecall: boolean
  /** This person may open the record, where it is in this area. */
  readonly mayRead: boolean
  readonly typedReason: string
  readonly errors: readonly ErrorItem[]
}

export const transferTitles = {
  asking: 'A record you asked another area to take',
  asked: 'A record another area asks you to take',
} as const

/** One transfer as this area may know it: what it decides by, where it stands, and what can be done. */
export function transferView(model: TransferModel): Html {
  const { transfer, authority } = model
  const { side, state, stub } = transfer
  const time = (key: string, at: string | null) =>
    at === null ? [] : [{ key: { text: key }, value: { text: writtenTime(new Date(at)) } }]
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${transferTitles[side]}</h1>
${stub !== null && insetText({ text: 'This record is with the other area now. What is left here is when it came and went: nothing says who the child was.' })}
${summaryList({
  rows: [
    row('Where it is', transferStateWords[side][state]),
    row(side === 'asking' ? 'Asked' : 'Asked by', transfer.otherAreaName),
    row('Record', transfer.caseReference === null ? 'Notification' : `Case ${transfer.caseReference}`),
    row('Death', deathWords(transfer)),
    ...(stub === null
      ? []
      : [row('Notification received', writtenDate(stub.receivedOn)), row('Died', writtenDate(stub.diedOn))]),
    row('Place of death', placeOfDeathWords(transfer.placeOfDeath)),
    row('Local authority where the child lived', authority),
    row('Why', transferReasonWords[transfer.reason]),
    row('How what is learnt is shared', transfer.plan),
    ...time('Asked on', transfer.requestedAt),
    ...time(state === 'declined' ? 'Declined' : 'Accepted', transfer.answeredAt),
    ...(transfer.declineReason === null
      ? []
      : [row('Reason given', transferDeclineWords[transfer.declineReason])]),
    ...time('Recalled', transfer.recalledAt),
    ...time('Handed over', transfer.completedAt),
  ],
})}
${model.mayRead && stub === null && recordLink(model)}
${state === 'requested' && side === 'asked' && model.mayDecide && answerForms(model)}
${state === 'requested' && side === 'asking' && model.mayRecall && recallForm(model)}
${state === 'accepted' && html`<p class="govuk-body">This takes a few moments. <a class="govuk-link" href="/transfers/${transfer.transferId}">Look again</a>.</p>`}
</div></div>`
}

function recordLink({ transfer: { side, state, notificationId, caseId } }: TransferModel): Html | null {
  if (side === 'asked' && state !== 'completed') return null
  if (caseId !== null) {
    return html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}">Go to the case</a></p>`
  }
  return html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}">Read the notification</a></p>`
}

function answerForms({ hidden, transfer, typedReason, errors }: TransferModel): Html {
  return html`<h2 class="govuk-heading-m">Answer</h2>
<p class="govuk-body">Who the child was is shown to you once you have taken the record. All clocks go on from the dates of
death and of the first notification.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${transfer.version}">
${button({ text: 'Take this record', name: '_action', value: 'accept', preventDoubleClick: true })}
</form>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${transfer.version}">
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typedReason,
  fieldset: { legend: { text: 'If you do not take it, why?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: Object.entries(transferDeclineWords).map(([value, text]) => ({ value, text })),
})}
${button({
  text: 'Decline',
  name: '_action',
  value: 'decline',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`
}

function recallForm({ hidden, transfer }: TransferModel): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${transfer.version}">
<p class="govuk-body">Until they have accepted, you can take your request back. The record then stays here as it is.</p>
${button({
  text: 'Recall this request',
  name: '_action',
  value: 'recall',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>`
}
