import {
  type CaseReference,
  ConflictLifted,
  ConflictOutcome,
  type ConflictProposal,
  type Instant,
  type PanelAgency,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { agencyWords } from '../../user/role-words.ts'
import { liftedWords, outcomeMeans, outcomeWords, proposalWords } from '../../wording/conflict-words.ts'

export const conflictTitle = 'What is recorded of this interest?'

export type ConflictModel = {
  readonly hidden: Html
  readonly member: { readonly displayName: string; readonly agency: PanelAgency }
  readonly reference: CaseReference
  /** It is that of whoever looks: they take nothing back. */
  readonly own: boolean
  readonly outcome: ConflictOutcome | null
  readonly proposals: readonly ConflictProposal[]
  /** What is usual for somebody of whom that is proposed. */
  readonly usual: ConflictOutcome | null
  readonly history: readonly {
    readonly outcome: ConflictOutcome
    readonly declaredAt: Instant
    readonly by: string
    readonly because: ConflictLifted | null
  }[]
  readonly typed: { readonly outcome: string; readonly because: string } | null
  readonly errors: readonly ErrorItem[]
}

/** One member and one case: what is recorded, what is proposed, and what was recorded before. */
export function conflictView(model: ConflictModel): Html {
  const { hidden, member, reference, own, outcome, proposals, usual, history, typed, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${member.displayName}, ${agencyWords[member.agency].toLowerCase()}: case ${reference}</span>
<h1 class="govuk-heading-l">${conflictTitle}</h1>
${proposals.map((one) => insetText({ text: `${proposalWords[one]}. That alone is no conflict: ask.` }))}
${usual !== null && html`<p class="govuk-body">Usual for them: ${outcomeWords(usual).toLowerCase()}.</p>`}
${own && html`<p class="govuk-body">This is you. You can record more than is recorded now. To take anything back, ask somebody else.</p>`}
<form method="post" novalidate>${hidden}
<input type="hidden" name="instead" value="${outcome ?? ''}">
${radios({
  idPrefix: 'outcome',
  name: 'outcome',
  value: typed?.outcome ?? outcome ?? '',
  fieldset: { legend: { text: 'Outcome', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: `Recorded now: ${outcomeWords(outcome).toLowerCase()}` },
  errorMessage: errorOf(errors, 'outcome'),
  items: ConflictOutcome.options.map((value) => ({
    value,
    text: outcomeWords(value),
    hint: { text: outcomeMeans[value] },
  })),
})}
${outcome !== null && outcome !== 'none' && !own && reason(model)}
${button({ text: 'Record', preventDoubleClick: true })}
</form>
${history.length > 0 && recordedSoFar(history)}
</div></div>`
}

function reason({ typed, errors }: ConflictModel): Html {
  return radios({
    idPrefix: 'because',
    name: 'because',
    value: typed?.because ?? '',
    fieldset: {
      legend: { text: 'Why are they let in further than before?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: { text: 'Only when you record less than is recorded now' },
    errorMessage: errorOf(errors, 'because'),
    items: ConflictLifted.options.map((value) => ({ value, text: liftedWords[value] })),
  })
}

function recordedSoFar(history: ConflictModel['history']): Html {
  return scrollRegion(
    'Recorded so far',
    table({
      caption: 'Recorded so far',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'When' }, { text: 'Outcome' }, { text: 'By' }],
      rows: history.map(({ declaredAt, outcome, by, because }) => [
        { text: writtenTime(new Date(declaredAt)) },
        { text: `${outcomeWords(outcome)}${because === null ? '' : `. ${liftedWords[because]}`}` },
        { text: by },
      ]),
    }),
  )
}
