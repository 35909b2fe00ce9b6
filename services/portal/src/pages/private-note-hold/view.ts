import type { Instant, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const noteHoldTitle = 'Private notes of members'

/** Each time a hold was put on or taken off, by whom in words. */
type HoldEntry = {
  readonly holds: boolean
  readonly reason: string
  readonly by: string
  readonly recordedAt: Instant
}

export type NoteHoldModel = {
  readonly hidden: Html
  readonly endsOn: PlainDate
  /** The newest first. */
  readonly entries: readonly HoldEntry[]
  /** How many there are: a new one is made from the newest. */
  readonly entry: number
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Puts a legal hold on the private notes of a meeting, or takes it off: who made any is not said. */
export function noteHoldView({ hidden, endsOn, entries, entry, typed, errors }: NoteHoldModel): Html {
  const held = entries[0]?.holds ?? false
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${noteHoldTitle}</h1>
<p class="govuk-body">Members can make private notes while they read. You cannot read them, and it is not said here who made
any.</p>
<p class="govuk-body">${
    held
      ? 'A legal hold keeps them as they are: none is changed or destroyed until it is taken off.'
      : `They are destroyed on ${writtenDate(endsOn)}, or later where a case goes before another meeting.`
  }</p>
${
  entries.length > 0 &&
  html`<h2 class="govuk-heading-m">What was recorded</h2>
<ul class="govuk-list govuk-list--bullet">${entries.map(
    ({ holds, reason, by, recordedAt }) =>
      html`<li><span class="cdop-answer">${holds ? 'Put on' : 'Taken off'} by ${by} on ${writtenTime(new Date(recordedAt))}: ${reason}</span></li>`,
  )}</ul>`
}
<form method="post" novalidate>${hidden}
<input type="hidden" name="_entry" value="${entry}">
${textarea({
  id: 'reason',
  name: 'reason',
  rows: 4,
  value: typed,
  label: {
    text: held ? 'Why is the legal hold taken off?' : 'Why is a legal hold needed?',
    classes: 'govuk-label--s',
  },
  hint: { text: 'Leave out names and anything else that identifies a child or a family.' },
  errorMessage: errorOf(errors, 'reason'),
})}
${button({
  text: held ? 'Take the legal hold off' : 'Put a legal hold on',
  name: '_action',
  value: held ? TAKE_OFF : PUT_ON,
  preventDoubleClick: true,
  ...(held ? { classes: 'govuk-button--warning' } : {}),
})}
</form>
</div></div>`
}

/** The buttons: a page that is no longer right says so by the one that was pressed. */
export const PUT_ON = 'put-on'
export const TAKE_OFF = 'take-off'
