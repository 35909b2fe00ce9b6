import type { PlainDate, StatementState } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** How the confidentiality statement of somebody on the panel stands, today and on the day of the meeting. */
export type Signing = {
  readonly name: string
  readonly state: StatementState
  readonly atMeeting: StatementState
  readonly lapsesOn: PlainDate | null
}

const stateWords = {
  'not-signed': 'Not signed yet',
  signed: 'Signed',
  lapsed: 'Ran out',
  'words-changed': 'To be signed again: the words have changed',
} as const satisfies Record<StatementState, string>

/** Who has signed, and until when; first whose statement runs out before a meeting to come. */
export function statementsOf(signings: readonly Signing[], toCome: boolean): Html {
  const running = signings.filter(({ state, atMeeting }) => state === 'signed' && atMeeting === 'lapsed')
  return html`<h2 class="govuk-heading-m">Confidentiality statements</h2>
<p class="govuk-body">Nobody opens a case for the panel before signing. The service asks for it when somebody opens a
meeting.</p>
${
  toCome &&
  running.length > 0 &&
  html`<p class="govuk-body">Runs out before the meeting:</p>
<ul class="govuk-list govuk-list--bullet">${running.map(
    ({ name, lapsesOn }) => html`<li>${name}${lapsesOn !== null && ` on ${writtenDate(lapsesOn)}`}</li>`,
  )}</ul>`
}
${scrollRegion(
  'Who has signed',
  table({
    caption: 'Who has signed',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'Name' }, { text: 'Statement' }, { text: 'Runs out on' }],
    rows: signings.map(({ name, state, lapsesOn }) => [
      { text: name },
      { text: stateWords[state] },
      { text: lapsesOn === null ? 'Not signed' : writtenDate(lapsesOn) },
    ]),
  }),
)}`
}
