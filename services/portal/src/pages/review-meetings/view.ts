import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { PersonId, PlainDate } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { reviewMeetingKindWords, reviewMeetingRoleWords } from '../../wording/review-meeting-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
/** A review meeting with everything written about it. */
export type ShownMeeting = Awaited<
  ReturnType<CaseReview['reviewMeeting']['list']['query']>
>['meetings'][number]

/** How far a meeting is, in words. */
function meetingStands({ cancelledAt, heldOn, plannedOn }: ShownMeeting): string {
  if (cancelledAt !== null) return 'Cancelled'
  return heldOn === null ? `Planned for ${writtenDate(plannedOn)}` : `Held on ${writtenDate(heldOn)}`
}

/** The meetings of a case, each leading to its page. */
export function meetingList(caseId: string, meetings: readonly ShownMeeting[]): Html {
  if (meetings.length === 0) return html`<p class="govuk-body">No review meeting is planned or recorded.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${meetings.map(
    (meeting) =>
      html`<li><a class="govuk-link" href="/cases/${caseId}/review-meeting/${meeting.reviewMeetingId}">${
        reviewMeetingKindWords[meeting.kind]
      }</a>: ${meetingStands(meeting).replace(/^[A-Z]/, (first) => first.toLowerCase())}</li>`,
  )}</ul>`
}

export type OneMeetingModel = {
  readonly caseId: string
  readonly meeting: ShownMeeting
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayRecord: boolean
  readonly mayDraft: boolean
  readonly today: PlainDate
  /** The forms of what can be done next. */
  readonly invite: Html | null
  readonly report: Html | null
  readonly last: Html | null
  readonly cancel: Html | null
}

/** One meeting: when and where, who was invited, what came of it, and what can be done next. */
export function oneMeetingView(model: OneMeetingModel): Html {
  const { caseId, meeting, names, mayRecord, mayDraft, today } = model
  const path = `/cases/${caseId}/review-meeting/${meeting.reviewMeetingId}`
  const planned = meeting.heldOn === null && meeting.cancelledAt === null
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${reviewMeetingKindWords[meeting.kind]}</h1>
${facts(meeting)}
<p class="govuk-body"><a class="govuk-link" href="${path}/calendar" download>Download a calendar file</a></p>
${planned && mayRecord && html`<p class="govuk-body"><a class="govuk-link" href="${path}/change">Change when or where it is</a></p>`}
${meeting.notes && noted(meeting.notes, names)}
${meeting.heldOn !== null && mayRecord && html`<p class="govuk-body"><a class="govuk-link" href="${path}/held">Change who was there and the notes</a></p>`}
${meeting.heldOn !== null && mayDraft && html`<p class="govuk-body"><a class="govuk-link" href="${path}/analysis">Draft analysis for the panel</a></p>`}
${
  planned &&
  mayRecord &&
  meeting.plannedOn <= today &&
  html`<h2 class="govuk-heading-m">After the meeting</h2>
${button({ text: 'Record that it was held', href: `${path}/held` })}`
}
${invited(meeting)}
${model.invite}
${model.report}
${model.last}
${model.cancel}
</div></div>`
}

function facts(meeting: ShownMeeting): Html {
  const { plannedOn, startsAt, endsAt, place, chairedBy } = meeting
  const rows: [string, string][] = [
    ['State', meetingStands(meeting)],
    ['When', `${writtenDate(plannedOn)}, ${startsAt} to ${endsAt}`],
    ['Where', place],
    ['Chaired by', chairedBy],
  ]
  if (meeting.endedTheStage !== null) {
    rows.push(['Last review meeting', meeting.endedTheStage ? 'Yes' : 'No, another is expected'])
  }
  if (meeting.lastReason !== null) rows.push(['Why that was said anew', meeting.lastReason])
  if (meeting.responseMeetingId !== null) rows.push(['Recorded from', 'The joint agency response'])
  if (meeting.reportReceivedOn !== null) rows.push(['Report received', writtenDate(meeting.reportReceivedOn)])
  else if (meeting.endedTheStage === true) rows.push(['Report', 'Not received yet'])
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

function noted(
  { attendees, notes, recordedBy, entry }: NonNullable<ShownMeeting['notes']>,
  names: ReadonlyMap<PersonId, string>,
): Html {
  return html`<h2 class="govuk-heading-m">Who was there</h2>
<ul class="govuk-list govuk-list--bullet">${attendees.map(
    ({ role, name, organisation }) =>
      html`<li>${reviewMeetingRoleWords[role]}: ${name}, ${organisation}</li>`,
  )}</ul>
<h2 class="govuk-heading-m">Notes</h2>
<p class="govuk-body">${typedText(notes ?? 'Nothing was noted.')}</p>
<p class="govuk-body-s">${entry > 1 ? 'Changed' : 'Recorded'} by ${names.get(recordedBy) ?? 'somebody who has left'}.
${entry > 1 && 'What was written before is kept.'}</p>`
}

function invited({ invitations, sequence, heldOn }: ShownMeeting): Html | null {
  if (invitations.length === 0) return null
  return html`<h2 class="govuk-heading-m">Invited</h2>
<ul class="govuk-list govuk-list--bullet">${invitations.map(
    ({ email, mailedSequence }) =>
      html`<li>${email}${heldOn === null && mailedSequence !== sequence && ' (the newest mail is on its way)'}</li>`,
  )}</ul>`
}
