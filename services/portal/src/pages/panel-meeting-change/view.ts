import { CancelMeetingReason, PanelMeetingKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { cancelReasonWords } from '../../wording/panel-meeting-words.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import type { TypedMeeting } from './form.ts'

export type ChangeModel = {
  readonly hidden: Html
  readonly title: string
  readonly version: number
  readonly typed: TypedMeeting
  readonly reason: string
  readonly errors: readonly ErrorItem[]
}

const time = { hint: { text: 'By the 24-hour clock, for example 14:00' }, classes: 'govuk-input--width-5' }

/** Moves a meeting, or calls it off. */
export function meetingChangeView(model: ChangeModel): Html {
  const { hidden, title, version, typed, errors } = model
  const begin = html`<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">`
  const line = (name: 'startsAt' | 'endsAt' | 'place', text: string, more: Partial<typeof time> = {}) =>
    input({
      id: name,
      name,
      label: { text },
      value: typed[name],
      errorMessage: errorOf(errors, name),
      ...more,
    })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Whoever was invited is told by email what has changed. Its cases stay on the agenda. Which rule of quorum holds goes by the kind of panel and the day.</p>
${begin}
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  fieldset: { legend: { text: 'What kind of panel is it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'kind'),
  items: PanelMeetingKind.options.map((value) => ({ value, text: panelMeetingKindWords[value] })),
})}
${dateField({ name: 'heldOn', legend: 'When does the panel meet?', value: typed.heldOn, errors })}
${line('startsAt', 'From what time?', time)}
${line('endsAt', 'Until what time?', time)}
${line('place', 'Where? (optional)', {
  hint: {
    text: 'A room, an address or a link. Name no child: everybody who reads the meeting sees it, and invitations carry it by email.',
  },
})}
${button({ text: 'Save the meeting', name: '_action', value: 'change', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">Cancel the meeting</h2>
<p class="govuk-body">Whoever was invited is told by email. Its cases are ready for another panel then, with their summaries. A meeting at which something was decided
cannot be cancelled.</p>
${begin}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: model.reason,
  fieldset: { legend: { text: 'Why is it cancelled?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: CancelMeetingReason.options.map((value) => ({ value, text: cancelReasonWords[value] })),
})}
${button({ text: 'Cancel the meeting', name: '_action', value: 'cancel', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`
}
