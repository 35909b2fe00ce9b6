import type { PanelMeetingId, PanelMeetingKind, PlainDate, PlainTime } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenWeekday } from '../../wording/written-date.ts'
import { MEETINGS } from './form.ts'
import { whatIsMailed } from './view.ts'

export const inviteToMeetingsTitle = 'Invite the panel to its meetings'

export type InviteToMeetingsModel = {
  readonly hidden: Html
  readonly meetings: readonly {
    readonly panelMeetingId: PanelMeetingId
    readonly kind: PanelMeetingKind
    readonly heldOn: PlainDate
    readonly startsAt: PlainTime | null
  }[]
  /** How many meetings to come have no times yet. */
  readonly withoutTimes: number
  /** How many sit on the panel. */
  readonly people: number
  readonly ticked: readonly string[]
  readonly errors: readonly ErrorItem[]
}

/** Meetings to come, of which everybody on the panel is told. */
export function inviteToMeetingsView(model: InviteToMeetingsModel): Html {
  const { meetings, withoutTimes, people } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${inviteToMeetingsTitle}</h1>
${withoutTimes > 0 && html`<p class="govuk-body">${writtenCount(withoutTimes, 'meeting')} to come cannot be in a calendar yet: nobody has said from when to when. Say so on the page of the meeting.</p>`}
${meetings.length === 0 && html`<p class="govuk-body">There is no meeting to come with times.</p>`}
${people === 0 && html`<p class="govuk-body">Nobody sits on the panel yet. The administrator gives people access.</p>`}
${meetings.length > 0 && people > 0 && meetingsForm(model)}
</div></div>`
}

function meetingsForm({ hidden, meetings, people, ticked, errors }: InviteToMeetingsModel): Html {
  return html`<p class="govuk-body">${writtenCount(people, 'member')} of the panel, chairs among them. Whoever was invited to a meeting before is not
invited to it again.</p>
<form method="post" novalidate>
${hidden}
${checkboxes({
  idPrefix: MEETINGS,
  name: MEETINGS,
  values: ticked,
  fieldset: { legend: { text: 'Which meetings?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: whatIsMailed },
  errorMessage: errorOf(errors, MEETINGS),
  items: meetings.map(({ panelMeetingId, kind, heldOn, startsAt }) => ({
    value: panelMeetingId,
    text: `${writtenWeekday(heldOn)}${startsAt === null ? '' : ` at ${startsAt}`}`,
    hint: { text: panelMeetingKindWords[kind] },
  })),
})}
${button({ text: 'Send invitations', preventDoubleClick: true })}
</form>`
}
