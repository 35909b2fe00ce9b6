import { mayGather, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { noReviewMeetingWords } from '../../wording/case-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { meetingList, type ShownMeeting } from '../review-meetings/view.ts'
import { NOTE_LENGTH } from './form.ts'

export type ReviewMeetingModel = {
  readonly hidden: Html
  readonly found: Pick<OpenedCase, 'caseId' | 'state' | 'meeting'>
  readonly meetings: readonly ShownMeeting[]
  /** What the family asks of the meeting, in its own words. */
  readonly familyQuestions: readonly {
    readonly familyQuestionId: string
    readonly asked: string
    readonly askedOn: PlainDate
    readonly open: boolean
  }[]
  readonly mayRecord: boolean
  readonly typed: { readonly reason: string; readonly note: string; readonly decidedOn: DateParts }
  readonly errors: readonly ErrorItem[]
}

/** The review meetings of a case, and that none was held where that is so. */
export function reviewMeetingView(model: ReviewMeetingModel): Html {
  const { found, meetings, mayRecord } = model
  const held = meetings.some(({ heldOn }) => heldOn !== null)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Review meeting</h1>
${meetingList(found.caseId, meetings)}
${familyAsks(model)}
${mayRecord && mayGather(found.state) && button({ text: 'Arrange or record a meeting', href: `/cases/${found.caseId}/review-meeting/new` })}
${!held && found.meeting && recorded(found.meeting)}
${found.state === 'gathering' && mayRecord && !held && record(model)}
</div></div>`
}

/** Parents do not attend; their questions do. */
function familyAsks({ found, familyQuestions }: ReviewMeetingModel): Html | null {
  if (familyQuestions.length === 0) return null
  return html`<h2 class="govuk-heading-m">What the family asks</h2>
<ul class="govuk-list govuk-list--bullet">${familyQuestions.map(
    ({ familyQuestionId, asked, askedOn, open }) => html`<li>${typedText(asked)}<br>
<span class="govuk-hint">Asked on ${writtenDate(askedOn)}. ${open ? 'Not answered yet' : 'Answered, or left open with a reason'}.</span>
<a class="govuk-link" href="/cases/${found.caseId}/family/questions/${familyQuestionId}">Record the answer<span
class="govuk-visually-hidden"> to what was asked on ${writtenDate(askedOn)}</span></a></li>`,
  )}</ul>`
}

function recorded({ reason, note, decidedOn }: NonNullable<OpenedCase['meeting']>): Html {
  return html`<p class="govuk-body">It is recorded that no review meeting was held.</p>
${summaryList({
  rows: [
    { key: { text: 'Reason' }, value: { text: noReviewMeetingWords[reason] } },
    { key: { text: 'Note' }, value: { html: typedText(note ?? 'Not provided') } },
    { key: { text: 'Decided on' }, value: { text: writtenDate(decidedOn) } },
  ],
})}`
}

function record({ hidden, typed, errors }: ReviewMeetingModel): Html {
  return html`<h2 class="govuk-heading-m">If no meeting was held</h2>
<p class="govuk-body">Record why no child death review meeting was held. After this the case can be
listed for a panel meeting.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: {
    legend: { text: 'Why was no review meeting held?', classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(errors, 'reason'),
  items: Object.entries(noReviewMeetingWords).map(([value, text]) => ({ value, text })),
})}
${characterCount({
  id: 'note',
  name: 'note',
  label: { text: 'Note (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Needed if you select “Another reason”' },
  value: typed.note,
  maxlength: NOTE_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'note'),
})}
${dateField({ name: 'decidedOn', legend: 'When was this decided?', value: typed.decidedOn, errors })}
${button({ text: 'Record that no meeting was held', preventDoubleClick: true })}
</form>`
}
