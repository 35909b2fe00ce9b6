import type { Instant, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { textarea } from '../../components/textarea.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const privateNoteTitle = 'Your private notes'

export type PrivateNoteModel = {
  readonly hidden: Html
  readonly reference: string
  readonly typed: string
  /** What was saved in another window, where what was typed here was not taken because of it. */
  readonly meanwhile: string | null
  /** The version it is made from: 0 where there is none. */
  readonly version: number
  readonly writtenAt: Instant | null
  readonly endsOn: PlainDate
  readonly held: boolean
  readonly saved: boolean
  readonly errors: readonly ErrorItem[]
}

/** What somebody notes for themselves on a case; before they write it says who else may come to read it. */
export function privateNoteView(model: PrivateNoteModel): Html {
  const { hidden, reference, typed, meanwhile, version, writtenAt, endsOn, held, saved, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Case ${reference}</span>
<h1 class="govuk-heading-l">${privateNoteTitle}</h1>
${saved && notificationBanner({ type: 'success', text: 'Your notes are saved.' })}
${warningText({
  text: 'What you write here may have to be disclosed: to a court, a coroner, or a person it is about. Write nothing you would not want read out. Leave out names.',
  iconFallbackText: 'Warning',
})}
<p class="govuk-body">Nobody else in this service can read your notes, not the coordinator nor the chair. That you made some
is in the audit; what they say is not. They are closed to you if you declare a conflict of interest.</p>
${
  held
    ? insetText({
        text: 'A legal hold keeps the private notes of this meeting as they are. What is there cannot be changed, and is not destroyed.',
      })
    : html`<p class="govuk-body">They are destroyed on ${writtenDate(endsOn)}. Take them with you before, from the page of the
meeting, if you need them.</p>`
}
${writtenAt !== null && html`<p class="govuk-body">Last saved on ${writtenTime(new Date(writtenAt))}.</p>`}
${
  meanwhile !== null &&
  html`<h2 class="govuk-heading-m">What you saved meanwhile</h2>
<p class="govuk-body cdop-answer">${meanwhile}</p>`
}
<form method="post" novalidate>${hidden}
<input type="hidden" name="_version" value="${version}">
${textarea({
  id: 'note',
  name: 'note',
  rows: 10,
  value: typed,
  label: { text: 'Notes', classes: 'govuk-label--s' },
  hint: { text: 'Empty the box and save to delete them.' },
  errorMessage: errorOf(errors, 'note'),
})}
${button({ text: 'Save notes', preventDoubleClick: true })}
</form>
</div></div>`
}
