import type { DuplicateReviewState } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { reasonWords, recordWords } from '../duplicates/view.ts'
import {
  identityFields,
  identityText,
  identityWords,
  namesOf,
  type ShownRecord,
  type ShownReview,
  sideBySide,
} from './side-by-side.ts'

export type DuplicateModel = {
  readonly hidden: Html
  readonly review: ShownReview
  readonly mayDecide: boolean
  readonly mayPropose: boolean
  readonly elsewhereName: string | null
  readonly mayTransfer: boolean
  readonly errors: readonly ErrorItem[]
  answerOf(linkId: string, answer: string): string
}

const decisionWords: Readonly<Record<DuplicateReviewState, string>> = {
  open: 'Not decided yet',
  same: 'Same child',
  different: 'Different children',
  unsure: 'Not sure',
}

function pairOf({ records }: ShownReview): readonly [ShownRecord, ShownRecord] | null {
  const [one, other] = records
  return one !== undefined && other !== undefined ? [one, other] : null
}

/** Two records side by side, why they may be of one child, and what can be done about it. */
export function duplicateView(model: DuplicateModel): Html {
  const { review } = model
  const pair = pairOf(review)
  return html`<h1 class="govuk-heading-l">Are these records of the same child?</h1>
${summaryList({
  rows: [
    ...review.records.map((record) => ({
      key: { text: record.caseId === null ? 'Notification' : 'Case' },
      value: { html: recordLink(record) },
    })),
    ...(pair === null
      ? [
          {
            key: { text: 'Other record' },
            value: { text: `Kept by ${model.elsewhereName ?? 'another area'}` },
          },
        ]
      : []),
    { key: { text: 'Why' }, value: { text: reasonWords(review.reasons) } },
    { key: { text: 'Decision' }, value: { text: decisionWords[review.state] } },
  ],
})}
${
  review.mergeId !== null &&
  insetText({
    html: html`A merge of these records is proposed or done.
<a class="govuk-link" href="/merges/${review.mergeId}">See the merge</a>.`,
  })
}
${pair === null && insetText({ html: html`The other record cannot be shown here.${model.mayTransfer && transferLink(model)}` })}
${review.mergeId === null && model.mayDecide && decisionForm(model)}
${review.mergeId === null && review.state === 'same' && model.mayPropose && pair !== null && proposalForm(model, pair)}
${pair !== null && sideBySide(pair, model.answerOf)}`
}

/** One panel reviews one child: this record can be offered to the area that keeps the other. */
function transferLink({ review, elsewhereName }: DuplicateModel): Html | null {
  const [record] = review.records
  if (record === undefined || record.state !== 'received' || review.elsewhere === null) return null
  const path = `/notifications/${record.notificationId}/transfer?to=${review.elsewhere}`
  return html` If it may be the same child,
<a class="govuk-link" href="${path}">ask ${elsewhereName ?? 'that area'} to take this record</a>, so that both are in one area.`
}

function recordLink(record: ShownRecord): Html {
  const href = record.caseId === null ? `/notifications/${record.notificationId}` : `/cases/${record.caseId}`
  return html`<a class="govuk-link" href="${href}">${recordWords(record)}</a>`
}

function decisionForm({ hidden, review, errors }: DuplicateModel): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="seen" value="${review.state}">
${radios({
  name: 'decision',
  idPrefix: 'decision',
  value: review.state === 'open' ? '' : review.state,
  fieldset: { legend: { text: 'Decide', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf(errors, 'decision'),
  items: [
    { value: 'same', text: 'Same child', hint: { text: 'You can then propose to merge the records' } },
    { value: 'different', text: 'Different children', hint: { text: 'This is remembered' } },
    { value: 'unsure', text: 'Not sure', hint: { text: 'The pair is kept for later' } },
  ],
})}
${button({ text: 'Save decision', name: '_action', value: 'decide', preventDoubleClick: true })}
</form>`
}

/** The record that goes on unless somebody says otherwise: the one with a case, else the one that came first. */
function usualSurvivor([one, other]: readonly [ShownRecord, ShownRecord]): ShownRecord {
  if ((one.caseId === null) !== (other.caseId === null)) return one.caseId === null ? other : one
  return one.submittedAt <= other.submittedAt ? one : other
}

function proposalForm({ hidden, errors }: DuplicateModel, pair: readonly [ShownRecord, ShownRecord]): Html {
  const names = namesOf(pair)
  const usual = usualSurvivor(pair)
  const choices = pair.map((record, at) => ({ value: record.notificationId, text: names[at] ?? '' }))
  const mayGoOn = pair.some(({ caseId }) => caseId !== null)
    ? choices.filter((_, at) => pair[at]?.caseId !== null)
    : choices
  return html`<h2 class="govuk-heading-m">Propose a merge</h2>
<p class="govuk-body">One record goes on and stands for both. The other stays as it is and leads to it. Another
coordinator or the designated doctor must confirm the merge, and it can be undone. All other answers stay with the
record they came with.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'surviving',
  idPrefix: 'surviving',
  value: usual.notificationId,
  fieldset: { legend: { text: 'Which record goes on?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'surviving'),
  items: mayGoOn,
})}
<p class="govuk-body">Unless you choose otherwise, each field is kept from the record that usually goes on, and from the
other where that one does not say.</p>
${identityFields.map((field) => sourceOf(field, pair, choices, usual))}
${button({ text: 'Propose the merge', name: '_action', value: 'propose', preventDoubleClick: true })}
</form>`
}

/** From which record one field is kept; nothing to ask where both say the same. */
function sourceOf(
  field: (typeof identityFields)[number],
  pair: readonly [ShownRecord, ShownRecord],
  choices: readonly { value: string; text: string }[],
  usual: ShownRecord,
): Html | null {
  const said = pair.map((record) => identityText(record, field))
  if (said[0] === said[1]) return null
  const other = pair[0] === usual ? pair[1] : pair[0]
  const keep = identityText(usual, field) === null ? other : usual
  return radios({
    name: `keep-${field}`,
    idPrefix: `keep-${field}`,
    value: keep.notificationId,
    fieldset: { legend: { text: identityWords[field], classes: 'govuk-fieldset__legend--s' } },
    items: choices.map((choice, at) => ({
      value: choice.value,
      text: said[at] ?? 'Not provided',
      hint: { text: choice.text },
    })),
  })
}
