import type { MergeState, PersonId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { identityFields, identityText, identityWords, namesOf } from '../duplicate/side-by-side.ts'
import { recordWords } from '../duplicates/view.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type ShownMerge = Awaited<ReturnType<Intake['merge']['read']['query']>>

export type MergeModel = {
  readonly hidden: Html
  readonly merge: ShownMerge
  readonly me: PersonId
  readonly mayDecide: boolean
  readonly mayUndo: boolean
  nameOf(personId: PersonId | null): string
}

const stateWords: Readonly<Record<MergeState, string>> = {
  proposed: 'Proposed: waiting for a second person',
  confirmed: 'Confirmed: the records are one',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  undone: 'Undone',
}

/** A merge: what it does, from which record each field is kept, and the step this person may take. */
export function mergeView(model: MergeModel): Html {
  const { merge } = model
  const { merged, surviving } = merge
  const link = (record: typeof merged) =>
    html`<a class="govuk-link" href="${record.caseId === null ? `/notifications/${record.notificationId}` : `/cases/${record.caseId}`}">${recordWords(record)}</a>`
  const step = (by: PersonId | null, at: string | null) =>
    at === null ? null : `${model.nameOf(by)}, ${writtenTime(new Date(at))}`
  const decided = step(merge.decidedBy, merge.decidedAt)
  const undone = step(merge.undoneBy, merge.undoneAt)
  return html`<h1 class="govuk-heading-l">Merge of two records</h1>
${summaryList({
  rows: [
    { key: { text: 'State' }, value: { text: stateWords[merge.state] } },
    { key: { text: 'Record that goes on' }, value: { html: link(surviving) } },
    { key: { text: 'Record merged into it' }, value: { html: link(merged) } },
    { key: { text: 'Proposed by' }, value: { text: step(merge.proposedBy, merge.proposedAt) ?? '' } },
    ...(decided === null ? [] : [{ key: { text: 'Decided by' }, value: { text: decided } }]),
    ...(undone === null ? [] : [{ key: { text: 'Undone by' }, value: { text: undone } }]),
    {
      key: { text: 'Comparison' },
      value: {
        html: html`<a class="govuk-link" href="/duplicates/${merge.reviewId}">See both records side by side</a>`,
      },
    },
  ],
})}
<h2 class="govuk-heading-m">Where each field is kept from</h2>
${provenance(merge)}
${actions(model)}`
}

function provenance({ merged, surviving, provenance: kept }: ShownMerge): Html {
  const [survivingName, mergedName] = namesOf([surviving, merged])
  return summaryList({
    rows: identityFields.map((field) => {
      const fromSurviving = kept[field] === 'surviving'
      const value = identityText(fromSurviving ? surviving : merged, field) ?? 'Not provided'
      const left = identityText(fromSurviving ? merged : surviving, field) ?? 'Not provided'
      return {
        key: { text: identityWords[field] },
        value: {
          html: html`<p class="govuk-body govuk-!-margin-bottom-0">${value}</p>
<p class="govuk-body-s govuk-!-margin-bottom-0">Kept from ${fromSurviving ? survivingName : mergedName}${left === value ? '. Same in both' : html`. The other says: ${left}`}</p>`,
        },
      }
    }),
  })
}

function actions(model: MergeModel): Html | null {
  const { merge, me, mayDecide, mayUndo } = model
  if (merge.state === 'proposed' && merge.proposedBy === me) {
    return html`${insetText({ text: 'You proposed this merge. Another coordinator or the designated doctor must confirm it.' })}
${form(model, [{ text: 'Withdraw the proposal', value: 'withdraw', classes: 'govuk-button--secondary' }])}`
  }
  if (merge.state === 'proposed' && mayDecide) {
    return html`<p class="govuk-body">Check both records before you confirm. After that the record that goes on stands for
both; nothing is moved or lost, and the merge can be undone.</p>
${form(model, [
  { text: 'Confirm the merge', value: 'confirm', classes: '' },
  { text: 'Decline', value: 'decline', classes: 'govuk-button--secondary' },
])}`
  }
  if (merge.state !== 'confirmed' || !mayUndo) return null
  if (merge.laterMergeStands) {
    return insetText({ text: 'Another record was merged later. Undo that merge first.' })
  }
  return html`<p class="govuk-body">Undoing the merge brings both records back as they were.</p>
${form(model, [{ text: 'Undo the merge', value: 'undo', classes: 'govuk-button--warning' }])}`
}

function form(
  { hidden, merge }: MergeModel,
  buttons: readonly { text: string; value: string; classes: string }[],
): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${merge.version}">
<div class="govuk-button-group">
${buttons.map(({ text, value, classes }) => button({ text, name: '_action', value, classes, preventDoubleClick: true }))}
</div>
</form>`
}
