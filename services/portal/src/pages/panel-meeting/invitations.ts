import { type Instant, londonDate, type PanelMeetingId, panelMeetingReference } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** Somebody who was invited, and what they have been told. */
export type InvitedPerson = {
  readonly name: string
  readonly invitedAt: Instant
  /** They sit on the panel still: nobody else is mailed. */
  readonly onPanel: boolean
  /** When the mail left that says what holds now; null while it waits. */
  readonly sentAt: Instant | null
  readonly toldBeforeAt: Instant | null
  readonly apologises: boolean
}

export type Invitations = {
  readonly invited: readonly InvitedPerson[]
  readonly cancelled: boolean
  /** The meeting is to come, and this person may invite to it. */
  readonly mayInvite: boolean
  readonly hasTimes: boolean
  /** How many of the panel were not invited yet. */
  readonly waiting: number
}

const on = (at: Instant) => writtenDate(londonDate(at))

function mailWords(person: InvitedPerson, cancelled: boolean): string {
  const { sentAt, toldBeforeAt, onPanel } = person
  if (sentAt !== null) return `Left on ${on(sentAt)}`
  if (!onPanel) return 'Not mailed any more: no longer on the panel'
  if (toldBeforeAt !== null)
    return `The change waits to be sent. The mail before it left on ${on(toldBeforeAt)}`
  return cancelled ? 'Not sent: the meeting was cancelled first' : 'Waits to be sent'
}

/** Who was invited to a meeting, whether the mail has left, and who cannot come. */
export function invitationsSection(
  { panelMeetingId }: { readonly panelMeetingId: PanelMeetingId },
  { invited, cancelled, mayInvite, hasTimes, waiting }: Invitations,
): Html {
  const at = `/panel-meetings/${panelMeetingId}`
  return html`<h2 class="govuk-heading-m">Invitations</h2>
<p class="govuk-body">In mails and calendars this meeting is called ${panelMeetingReference(panelMeetingId)}.</p>
${invited.length === 0 && html`<p class="govuk-body">Nobody was invited by email.</p>`}
${
  invited.length > 0 &&
  scrollRegion(
    'Who was invited',
    table({
      caption: 'Who was invited',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [{ text: 'Name' }, { text: 'Invited on' }, { text: 'Mail' }, { text: 'Apology' }],
      rows: invited.map((person) => [
        { text: person.name },
        { text: on(person.invitedAt) },
        { text: mailWords(person, cancelled) },
        { text: person.apologises ? 'Cannot come' : 'None' },
      ]),
    }),
  )
}
${
  mayInvite &&
  !hasTimes &&
  html`<p class="govuk-body"><a class="govuk-link" href="${at}/change">Say from when to when it is</a>, then invite the panel.</p>`
}
${
  mayInvite &&
  hasTimes &&
  waiting > 0 &&
  button({
    text: invited.length === 0 ? 'Invite the panel' : 'Invite somebody else',
    href: `${at}/invite`,
    classes: 'govuk-button--secondary',
  })
}`
}
