import type { CaseReference, CaseState, PlainDate, ReopeningReason } from '@cdop/domain'
import { ReopeningReason as Reasons } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { caseStateWords } from '../../wording/case-words.ts'
import { reopeningReasonWords } from '../../wording/reopening-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { NOTE_LENGTH, type TypedReopening } from './form.ts'

export const findTitle = 'Reopen a review'
export const reopenTitle = 'Reopen this review'
export const reopenedTitle = 'Review of the case'

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

export type FindModel = {
  readonly hidden: Html
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Which case: whoever decides about a closed one no longer has it in a list. */
export function findView({ hidden, typed, errors }: FindModel): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${findTitle}</h1>
<p class="govuk-body">A review can begin again once the national database was told of it and something has become known
since.</p>
<form method="post" novalidate>${hidden}
${input({
  id: 'reference',
  name: 'reference',
  label: { text: 'What is the reference of the case?', classes: 'govuk-label--m' },
  hint: { text: 'For example, LDS-2026-4K7PW2-F' },
  classes: 'govuk-input--width-20',
  value: typed,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'reference'),
})}
${button({ text: 'Continue' })}
</form>`)
}

type Finished = {
  readonly reference: CaseReference
  readonly state: CaseState
  readonly version: number
  readonly mayReopen: boolean
  readonly reviewedOn: PlainDate | null
  readonly firstReviewedOn: PlainDate | null
  readonly nationalSubmissionOn: PlainDate | null
  readonly reopenings: readonly {
    readonly number: number
    readonly reason: ReopeningReason
    readonly note: string
    readonly reopenedOn: PlainDate
    readonly reviewedOn: PlainDate
  }[]
}

export type ReopenModel = {
  readonly hidden: Html
  readonly found: Finished
  /** Who reopened it each time, by name. */
  readonly by: (number: number) => string
  readonly typed: TypedReopening
  readonly errors: readonly ErrorItem[]
}

/** How far the review is, why it began again before, and the decision to begin it again. */
export function reopenView(model: ReopenModel): Html {
  const { found } = model
  const { reviewedOn, firstReviewedOn, nationalSubmissionOn } = found
  const dates: [string, PlainDate | null][] = [
    ['First reviewed on', firstReviewedOn],
    ['Reviewed on', reviewedOn],
    ['National database told on', nationalSubmissionOn],
  ]
  return twoThirds(html`<h1 class="govuk-heading-l">${found.mayReopen ? reopenTitle : reopenedTitle}</h1>
${summaryList({
  rows: [
    { key: { text: 'Stage' }, value: { text: caseStateWords[found.state] } },
    ...dates.flatMap(([text, date]) =>
      date === null ? [] : [{ key: { text }, value: { text: writtenDate(date) } }],
    ),
  ],
})}
${before(model)}
${found.mayReopen ? decision(model) : insetText({ text: notNow(found) })}`)
}

function notNow({ state }: Finished): string {
  return state === 'reopened'
    ? 'The review is reopened. Agencies can be asked, and the case goes before a quorate panel again.'
    : 'A review is reopened once the national database was told of it. This one is not finished.'
}

function before({ found, by }: ReopenModel): Html | null {
  if (found.reopenings.length === 0) return null
  return html`<h2 class="govuk-heading-m">Reopened before</h2>
${found.reopenings.map(({ number, reason, note, reopenedOn, reviewedOn }) =>
  summaryList({
    card: { title: { text: `Reopened on ${writtenDate(reopenedOn)}`, headingLevel: 3 } },
    rows: [
      { key: { text: 'Why' }, value: { text: reopeningReasonWords[reason] } },
      { key: { text: 'What had become known' }, value: { text: note } },
      { key: { text: 'By' }, value: { text: by(number) } },
      { key: { text: 'Had been reviewed on' }, value: { text: writtenDate(reviewedOn) } },
    ],
  }),
)}`
}

function decision({ hidden, found, typed, errors }: ReopenModel): Html {
  return html`<h2 class="govuk-heading-m">What follows</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Agencies can be asked again. Nobody is asked or chased by itself.</li>
<li>The case goes before a quorate panel again. The six weeks for that begin on the date of the decision.</li>
<li>The analysis the panel agreed stays as it is. The next version begins as a copy of it.</li>
<li>Once agreed, the next version takes the place of what the national database has from here.</li>
<li>The case counts once, in the year of its first review.</li>
</ul>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${found.version}">
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why does the review begin again?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'Members of the panel read this, and nothing else of what you write here' },
  errorMessage: errorOf(errors, 'reason'),
  items: Reasons.options.map((value) => ({ value, text: reopeningReasonWords[value] })),
})}
${characterCount({
  id: 'note',
  name: 'note',
  maxlength: NOTE_LENGTH,
  rows: 5,
  label: { text: 'What has become known?', classes: 'govuk-label--m' },
  hint: { text: 'Do not name the child. It is kept sealed' },
  value: typed.note,
  errorMessage: errorOf(errors, 'note'),
})}
${dateField({ name: 'reopenedOn', legend: 'When was it decided?', value: typed.reopenedOn, errors })}
${button({ text: 'Reopen the review', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}
