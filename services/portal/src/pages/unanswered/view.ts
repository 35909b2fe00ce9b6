import { GapEffect, GapReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { chaserWords, type ShownChaser } from '../../wording/chasing-words.ts'
import { gapEffectWords, gapReasonWords } from '../../wording/gap-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { NOTE_LENGTH, type TypedGap } from './form.ts'

type UnansweredRow = {
  readonly informationRequestId: string
  readonly reference: string
  readonly organisationName: string
  readonly sentOn: Parameters<typeof writtenDate>[0]
  readonly dueOn: Parameters<typeof writtenDate>[0]
  readonly taken: readonly Pick<ShownChaser, 'step' | 'on'>[]
}

export type UnansweredModel = {
  readonly hidden: Html
  readonly rows: readonly UnansweredRow[]
  readonly typed: TypedGap
  readonly errors: readonly ErrorItem[]
}

export const unansweredTitle = 'Agencies that have not answered'

/** The agencies no step is left for, and the decision to go on without one. */
export function unansweredView({ hidden, rows, typed, errors }: UnansweredModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${unansweredTitle}</h1>
<p class="govuk-body">An agency stands here once it was chased to the last step and its answer is overdue. If you decide
that the review goes on without it, the panel is told so by the kind of agency. It can still answer.</p>
${
  rows.length === 0
    ? html`<p class="govuk-body">There is no such agency now.</p>`
    : html`<form method="post" novalidate>${hidden}
${radios({
  name: 'request',
  idPrefix: 'request',
  value: typed.request,
  fieldset: { legend: { text: 'Which agency?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf(errors, 'request'),
  items: rows.map((row) => ({
    value: row.informationRequestId,
    text: `${row.organisationName}: case ${row.reference}`,
    hint: { text: chased(row) },
  })),
})}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: {
    legend: { text: 'Why does the review go on without it?', classes: 'govuk-fieldset__legend--m' },
  },
  errorMessage: errorOf(errors, 'reason'),
  items: GapReason.options.map((value) => ({ value, text: gapReasonWords[value] })),
})}
${radios({
  name: 'effect',
  idPrefix: 'effect',
  value: typed.effect,
  fieldset: {
    legend: { text: 'What do you expect that to do to the review?', classes: 'govuk-fieldset__legend--m' },
  },
  errorMessage: errorOf(errors, 'effect'),
  items: GapEffect.options.map((value) => ({ value, text: gapEffectWords[value] })),
})}
${characterCount({
  id: 'note',
  name: 'note',
  maxlength: NOTE_LENGTH,
  rows: 4,
  label: { text: 'What will the panel not know?', classes: 'govuk-label--m' },
  hint: { text: 'Do not name the child. It is kept sealed; the coordinator can read it, the panel cannot' },
  value: typed.note,
  errorMessage: errorOf(errors, 'note'),
})}
${button({ text: 'Go on without this agency', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

function chased({ sentOn, dueOn, taken }: UnansweredRow): string {
  const steps = taken.map((step) => chaserWords({ ...step, result: 'sent', addressee: null }))
  return [`Asked on ${writtenDate(sentOn)}, due on ${writtenDate(dueOn)}`, ...steps].join('. ')
}
