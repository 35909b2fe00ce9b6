import type { ReviewMeetingKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { reviewMeetingKindWords } from '../../wording/review-meeting-words.ts'
import type { TypedPlan } from './form.ts'

export type PlanModel = {
  readonly hidden: Html
  readonly typed: TypedPlan
  readonly errors: readonly ErrorItem[]
  /** The meeting that is changed; its kind stays. */
  readonly changing: { readonly kind: ReviewMeetingKind; readonly version: number } | null
}

/** Plans a review meeting, writes one down that was held, or moves one. */
export function planView({ hidden, typed, errors, changing }: PlanModel): Html {
  const time = { hint: { text: 'By the 24-hour clock, for example 14:00' }, classes: 'govuk-input--width-5' }
  const line = (
    name: 'startsAt' | 'endsAt' | 'place' | 'chairedBy',
    text: string,
    more: { hint?: { text: string }; classes?: string } = {},
  ) =>
    input({
      id: name,
      name,
      label: { text, classes: 'govuk-label--s' },
      value: typed[name],
      autocomplete: 'off',
      errorMessage: errorOf(errors, name),
      ...more,
    })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${changing === null ? 'Arrange a review meeting' : 'Change when or where the meeting is'}</h1>
<p class="govuk-body">${
    changing === null
      ? 'If it has already been held, enter when it was. You can then record who was there.'
      : 'Whoever was invited is told by email.'
  }</p>
<form method="post" novalidate>${hidden}
${
  changing === null
    ? radios({
        name: 'kind',
        idPrefix: 'kind',
        value: typed.kind,
        fieldset: { legend: { text: 'What kind of meeting is it?', classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorOf(errors, 'kind'),
        items: Object.entries(reviewMeetingKindWords).map(([value, text]) => ({ value, text })),
      })
    : html`<input type="hidden" name="version" value="${changing.version}">`
}
${dateField({ name: 'plannedOn', legend: 'Which day is it?', value: typed.plannedOn, errors })}
${line('startsAt', 'From what time?', time)}
${line('endsAt', 'Until what time?', time)}
${line('place', 'Where is it?', { hint: { text: 'This and the chair stand in the invitation: leave out the child’s name' } })}
${line('chairedBy', 'Which organisation chairs it?')}
${button({ text: changing === null ? 'Save the meeting' : 'Save the change', preventDoubleClick: true })}
</form>
</div></div>`
}
