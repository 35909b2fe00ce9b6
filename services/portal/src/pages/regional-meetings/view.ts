import type { PlainDate, RegionalAnswer, RegionalMeetingId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { regionalAnswerWords, whoseCases } from '../../wording/regional-meeting-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const regionalMeetingsTitle = 'Regional meetings'

export type RegionalRow = {
  readonly regionalMeetingId: RegionalMeetingId
  readonly heldOn: PlainDate
  readonly theme: string
  readonly hosts: boolean
  readonly hostName: string
  readonly cancelled: boolean
  readonly answer: RegionalAnswer
}

/** Those this area arranges or is asked to, the latest first. */
export function regionalMeetingsView(rows: readonly RegionalRow[]): Html {
  return html`<h1 class="govuk-heading-l">${regionalMeetingsTitle}</h1>
<p class="govuk-body">Several areas meet as panels at one time, on a topic that is too rare in one of them. ${whoseCases}</p>
${button({ text: 'Arrange a regional meeting', href: '/regional-meetings/new' })}
${rows.length === 0 ? html`<p class="govuk-body">No regional meeting is arranged, and no other area has asked you to one.</p>` : list(rows)}`
}

const state = ({ cancelled, hosts, answer }: RegionalRow) =>
  cancelled
    ? 'Cancelled'
    : hosts
      ? 'You arrange it'
      : answer === 'asked'
        ? 'Waits for your answer'
        : `Your area: ${regionalAnswerWords[answer].toLowerCase()}`

function list(rows: readonly RegionalRow[]): Html {
  return scrollRegion(
    regionalMeetingsTitle,
    table({
      caption: 'Regional meetings, the latest first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Date', 'Theme', 'Arranged by', 'State'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="/regional-meetings/${row.regionalMeetingId}">${writtenDate(row.heldOn)}</a>`,
        },
        { text: row.theme },
        { text: row.hostName },
        { text: state(row) },
      ]),
    }),
  )
}
