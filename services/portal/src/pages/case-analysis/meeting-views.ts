import type { PlainDate, ReviewMeetingKind } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { reviewMeetingKindWords } from '../../wording/review-meeting-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

type Compared = {
  readonly section: string
  readonly label: string
  readonly before: string | null
  readonly now: string | null
  readonly meeting: 'same' | 'different' | 'nothing'
}

/** What the review meetings sent to the panel. */
export type MeetingViews = {
  readonly meetings: readonly {
    readonly reviewMeetingId: string
    readonly kind: ReviewMeetingKind
    readonly heldOn: PlainDate
    readonly revision: number
    readonly sentOn: PlainDate
    readonly reason: string | null
    readonly correctedSinceBegun: boolean
    readonly sections: readonly SummarySection[]
    readonly compared: readonly Compared[] | null
  }[]
  readonly mayBegin: boolean
}
type MeetingView = MeetingViews['meetings'][number]

const nameOf = ({ kind, heldOn }: MeetingView) =>
  `${reviewMeetingKindWords[kind]} held on ${writtenDate(heldOn)}`

/** Each meeting's view, closed until somebody opens it; where nothing is put down yet the panel may begin from one. */
export function meetingViews({ meetings, mayBegin }: MeetingViews, hidden: Html): Html | null {
  if (meetings.length === 0) return null
  return html`<h2 class="govuk-heading-m">What the review meetings thought</h2>
<p class="govuk-body">Each is the view of the meeting. The panel agrees its own.</p>
${meetings.map(
  (
    meeting,
  ) => html`${correctedSince(meeting)}${details({ summaryText: nameOf(meeting), html: said(meeting) })}
${mayBegin && begin(meeting, hidden)}`,
)}`
}

/** Whoever began from a draft reads its correction before the panel agrees what was there before. */
const correctedSince = (meeting: MeetingView) =>
  meeting.correctedSinceBegun &&
  insetText({
    text: `${nameOf(meeting)}: the meeting has corrected what this analysis began from. The analysis still says what was sent before.`,
  })

function begin(meeting: MeetingView, hidden: Html): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="meeting" value="${meeting.reviewMeetingId}">
<input type="hidden" name="revision" value="${meeting.revision}">
${button({
  text: `Begin from this draft: ${nameOf(meeting)}`,
  name: '_action',
  value: 'begin',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`
}

function said({ sentOn, reason, sections }: MeetingView): Html {
  return html`<p class="govuk-body">Sent on ${writtenDate(sentOn)}.</p>
${reason !== null && html`<p class="govuk-body">Corrected because: ${typedText(reason)}</p>`}
${sections.map(({ title, rows }) => html`<h3 class="govuk-heading-s">${title}</h3>${answers(rows)}`)}`
}

function answers(rows: SummarySection['rows']): Html {
  return summaryList({
    rows: rows.map(({ label, answer, entry }) => ({
      key: { text: entry === undefined ? label : `${entry.label}: ${label}` },
      value: { text: answer },
    })),
  })
}

/** What the meetings said on one section, beside it. */
export function meetingsOnSection({ meetings }: MeetingViews, section: string): Html | null {
  const own = meetings.flatMap((meeting) => {
    const rows = meeting.sections.find(({ linkId }) => linkId === section)?.rows ?? []
    return rows.length === 0 ? [] : [{ meeting, rows }]
  })
  if (own.length === 0) return null
  return html`<h2 class="govuk-heading-m">What the review meetings thought</h2>
${own.map(
  ({ meeting, rows }) =>
    html`${correctedSince(meeting)}${details({ summaryText: nameOf(meeting), html: answers(rows) })}`,
)}`
}

const comparedWords = {
  same: 'The same',
  different: 'Different',
  nothing: 'The meeting said nothing',
} as const

/** Of each answer the panel agreed, whether a meeting's view was the same. */
export function meetingsCompared({ meetings }: MeetingViews): Html | null {
  const compared = meetings.flatMap((meeting) =>
    meeting.compared === null ? [] : [{ meeting, rows: meeting.compared }],
  )
  if (compared.length === 0) return null
  return html`<h2 class="govuk-heading-m">What the review meetings thought</h2>
${compared.map(({ meeting, rows }) => details({ summaryText: nameOf(meeting), html: beside(meeting, rows) }))}`
}

function beside(meeting: MeetingView, rows: readonly Compared[]): Html {
  const title = `The panel beside the ${nameOf(meeting)}`
  return scrollRegion(
    title,
    table({
      caption: title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: 'Question' }, { text: 'Compared' }, { text: 'The panel' }, { text: 'The meeting' }],
      rows: rows.map((one) => [
        { text: `${one.section}: ${one.label}` },
        { text: comparedWords[one.meeting] },
        { text: one.now ?? 'Not asked' },
        { text: one.before ?? 'Not asked' },
      ]),
    }),
  )
}
