import { type Instant, type PersonId, ResponseMeetingKind } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  notHeldWords,
  responseClockWords,
  responseMeetingWords,
} from '../../wording/response-record-words.ts'
import { reviewMeetingRoleWords } from '../../wording/review-meeting-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['responseRecord']
/** The record of a joint agency response. */
export type ShownRecord = Awaited<ReturnType<Calls['read']['query']>>
export type ShownMeeting = ShownRecord['meetings'][number]

export type RecordModel = {
  readonly record: ShownRecord
  readonly nameOf: (personId: PersonId) => string
  /** Where what belongs to a meeting is; null where this person only reads. */
  readonly base: string | null
  /** Forms beside what is shown: to end an action, to add one, to check the record. */
  readonly finish: (action: ShownRecord['actions'][number], number: number) => Html | null
  readonly add: Html | null
  /** Leads on to the form of a meeting or visit. */
  readonly begin: Html | null
  readonly check: Html | null
  /** What can be done with a held meeting besides. */
  readonly beside: (meeting: ShownMeeting) => Html | null
}

const at = (instant: Instant) => writtenTime(new Date(instant))

/** The whole record: its two limits, each kind of meeting, what is to be done, and whether it is adequate. */
export function recordView(model: RecordModel): Html {
  const { record, nameOf, base } = model
  return html`${summaryList({ rows: facts(record, nameOf) })}
${ResponseMeetingKind.options.map((kind) => ofKind(kind, model))}
${model.begin}
<h2 class="govuk-heading-m">Actions</h2>
${actions(model)}
${model.add}
<h2 class="govuk-heading-m">Is the record adequate?</h2>
${checks(model)}
${model.check}
${base === null && insetText({ text: 'The lead of the response keeps this record.' })}`
}

function facts({ clocks, startedAt, leadId }: ShownRecord, nameOf: RecordModel['nameOf']) {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return [
    row('Led by', leadId === null ? 'Nobody' : nameOf(leadId)),
    ...(startedAt === null ? [] : [row('Began', at(startedAt))]),
    ...clocks.map((clock) => row(responseMeetingWords[clock.kind], responseClockWords(clock))),
  ]
}

function ofKind(kind: ResponseMeetingKind, model: RecordModel): Html {
  const { record } = model
  const meetings = record.meetings.filter((meeting) => meeting.kind === kind)
  const title = responseMeetingWords[kind]
  return html`<h2 class="govuk-heading-m">${title}</h2>
${meetings.length === 0 && html`<p class="govuk-body">Nothing is recorded.</p>`}
${meetings.map((meeting, nth) => oneMeeting(meeting, nth, model))}`
}

function stands({ state, startsAt, endsAt, notHeldReason }: ShownMeeting): string {
  const when = startsAt === null || endsAt === null ? '' : `${at(startsAt)} to ${at(endsAt)}`
  if (state === 'arranged') return `Arranged: ${when}`
  if (state === 'held') return `Took place: ${when}`
  const why = notHeldReason === null ? '' : `: ${notHeldWords[notHeldReason].toLowerCase()}`
  return `Did not take place${why}`
}

/** What is saved of a meeting or visit: when and where, who was there and what was noted. */
export function savedOf(meeting: ShownMeeting): Html {
  const { place, notes, notHeldNote } = meeting
  return html`<p class="govuk-body">${stands(meeting)}${place !== null && html`<br>${place}`}</p>
${notHeldNote !== null && html`<p class="govuk-body">${typedText(notHeldNote)}</p>`}
${
  notes !== null &&
  html`${attended(notes)}
<div class="govuk-body">${typedText(notes.notes ?? 'Nothing was noted.')}</div>`
}`
}

const attended = ({ attendees }: NonNullable<ShownMeeting['notes']>) =>
  html`<ul class="govuk-list govuk-list--bullet">${attendees.map(
    ({ role, name, organisation }) =>
      html`<li>${reviewMeetingRoleWords[role]}: ${name}, ${organisation}</li>`,
  )}</ul>`

function oneMeeting(meeting: ShownMeeting, nth: number, { base, nameOf, beside }: RecordModel): Html {
  const { responseMeetingId, state, place, notes, notHeldNote } = meeting
  const about = `${responseMeetingWords[meeting.kind].toLowerCase()}, number ${nth + 1}`
  const link = (step: string, text: string) =>
    html`<li><a class="govuk-link" href="${base}/${responseMeetingId}/${step}"${step === 'calendar' && html` download`}>${text}<span
class="govuk-visually-hidden">: ${about}</span></a></li>`
  return html`<p class="govuk-body">${stands(meeting)}${place !== null && html`<br>${place}`}</p>
${notHeldNote !== null && html`<p class="govuk-body">${typedText(notHeldNote)}</p>`}
${
  notes !== null &&
  html`${attended(notes)}
${details({
  summaryText: `Notes of ${about}`,
  html: html`<p class="govuk-body">${typedText(notes.notes ?? 'Nothing was noted.')}</p>
<p class="govuk-body-s">${notes.entry > 1 ? 'Changed' : 'Recorded'} on ${at(notes.recordedAt)} by ${nameOf(notes.recordedBy)}.
${notes.entry > 1 && 'What was written before is kept.'}</p>`,
})}`
}
${beside(meeting)}
${
  base !== null &&
  html`<ul class="govuk-list">${
    state === 'arranged' &&
    html`${link('arrange', 'Change when or where')}
${link('held', 'Record that it took place')}${link('not-held', 'Record that it does not take place')}`
  }
${state === 'held' && link('held', 'Change who was there and the notes')}
${meeting.startsAt !== null && link('calendar', 'Download a calendar file')}</ul>`
}`
}

function actions({ record, finish }: RecordModel): Html {
  if (record.actions.length === 0) return html`<p class="govuk-body">No action is recorded.</p>`
  return html`<ol class="govuk-list govuk-list--number">${record.actions.map((action, nth) => {
    const done = action.doneOn === null ? '' : ` Done on ${writtenDate(action.doneOn)}.`
    return html`<li>${typedText(action.what)}<br>${action.owner}, by ${writtenDate(action.dueOn)}.${done}
${finish(action, nth + 1)}</li>`
  })}</ol>`
}

function checks({ record, nameOf }: RecordModel): Html {
  if (record.checks.length === 0) {
    return html`<p class="govuk-body">The designated doctor has not said yet.</p>`
  }
  return html`<ul class="govuk-list govuk-list--bullet">${record.checks.map(
    ({ adequate, lacking, checkedAt, checkedBy }) =>
      html`<li>${adequate ? 'Adequate' : html`Not adequate. What was lacking: ${typedText(lacking ?? '')}`}<br>
${nameOf(checkedBy)}, ${at(checkedAt)}</li>`,
  )}</ul>`
}
