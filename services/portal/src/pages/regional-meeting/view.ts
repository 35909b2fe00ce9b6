import type {
  CancelMeetingReason,
  PanelAgency,
  PanelMeetingId,
  PlainDate,
  PlainTime,
  RegionalAnswer,
  RegionalMeetingId,
  SeatAs,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { agencyWords } from '../../user/role-words.ts'
import { cancelReasonWords } from '../../wording/panel-meeting-words.ts'
import { regionalAnswerWords, whoseCases } from '../../wording/regional-meeting-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** What a page about a regional meeting is called. */
export const regionalTitle = (heldOn: PlainDate) => `Regional meeting on ${writtenDate(heldOn)}`

export type RegionalModel = {
  readonly hidden: Html
  readonly regionalMeetingId: RegionalMeetingId
  readonly planVersion: number
  readonly heldOn: PlainDate
  readonly startsAt: PlainTime
  readonly endsAt: PlainTime
  readonly place: string
  readonly theme: string
  readonly terms: string
  readonly hosts: boolean
  readonly hostName: string
  readonly answer: RegionalAnswer
  readonly cancelReason: CancelMeetingReason | null
  readonly panelMeetingId: PanelMeetingId | null
  readonly areas: readonly {
    readonly name: string
    readonly hosts: boolean
    readonly answer: RegionalAnswer
  }[]
  /** Whom this area sends, and who of other areas comes to its own meeting, by name. */
  readonly going: readonly Seated[]
  readonly coming: readonly Seated[]
}

type Seated = { readonly name: string; readonly agency: PanelAgency; readonly seat: SeatAs }

/** What is arranged, who takes part, and what this area can do about it. */
export function regionalView(model: RegionalModel): Html {
  const { heldOn, cancelReason, panelMeetingId, hosts, regionalMeetingId } = model
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${regionalTitle(heldOn)}</h1>
${cancelReason !== null && insetText({ text: `This regional meeting was cancelled. ${cancelReasonWords[cancelReason]}.` })}
<p class="govuk-body">${whoseCases}</p>
${summaryList({
  rows: [
    row('Theme', model.theme),
    row('Arranged by', model.hostName),
    row('Date', writtenDate(heldOn)),
    row('Time', `From ${model.startsAt} to ${model.endsAt}`),
    row('Where', model.place),
    row('Terms of reference', model.terms),
  ],
})}
${
  panelMeetingId !== null &&
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}">Your area’s own panel meeting, with its cases</a></p>`
}
<h2 class="govuk-heading-m">Areas</h2>
<ul class="govuk-list govuk-list--bullet">${model.areas.map(
    (area) =>
      html`<li>${area.name}: ${area.hosts ? 'arranges it' : regionalAnswerWords[area.answer].toLowerCase()}</li>`,
  )}</ul>
${!hosts && model.answer !== 'accepted' && html`<p class="govuk-body">Who else takes part is shown once your area does.</p>`}
${panelMeetingId !== null && cancelReason === null && seats(model)}
${hosts && cancelReason === null && html`<p class="govuk-body"><a class="govuk-link" href="/regional-meetings/${regionalMeetingId}/change">Change or cancel the regional meeting</a></p>`}
${!hosts && cancelReason === null && answerForm(model)}
</div></div>`
}

const seatedList = (seated: readonly Seated[], none: string) =>
  seated.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${seated.map(
        ({ name, agency, seat }) =>
          html`<li>${name} (${agencyWords[agency].toLowerCase()}${seat === 'chair' && ', chairs'})</li>`,
      )}</ul>`

function seats({ regionalMeetingId, going, coming }: RegionalModel): Html {
  return html`<h2 class="govuk-heading-m">Who goes from your area</h2>
${seatedList(going, 'You have named nobody yet.')}
<p class="govuk-body"><a class="govuk-link" href="/regional-meetings/${regionalMeetingId}/guests">Say who goes to the panels of the other areas</a></p>
<h2 class="govuk-heading-m">Who comes to your area’s meeting</h2>
${seatedList(coming, 'No other area has named anybody yet.')}`
}

function answerForm({ hidden, planVersion, answer }: RegionalModel): Html {
  const may = (to: 'accepted' | 'declined', text: string, classes = '') =>
    answer !== to &&
    button({ text, name: '_action', value: to, preventDoubleClick: true, ...(classes !== '' && { classes }) })
  return html`<h2 class="govuk-heading-m">Your answer</h2>
<p class="govuk-body">${
    answer === 'accepted'
      ? 'Your area takes part. If it does not after all, its own panel meeting is cancelled and its cases are ready for another panel.'
      : 'If your area takes part it gets a panel meeting of its own at this time, with its own cases. Chairs of the area that arranges it may lead your panel’s live meeting and agree analyses with it; your area keeps them. You can change your answer until your panel has decided something.'
  }</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${planVersion}">
<div class="govuk-button-group">
${may('accepted', 'Take part')}
${may('declined', answer === 'accepted' ? 'Do not take part after all' : 'Decline', 'govuk-button--secondary')}
</div>
</form>`
}
