import { caseMinutesInForce, type DatedCaseMinutes, PanelMeetingKind, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedMinutes } from './form.ts'

export const caseMinutesTitle = 'How long a panel speaks about a case'
const here = '/area-settings/case-minutes'

type Version = DatedCaseMinutes & { readonly version: number; readonly setBy: string }

export type CaseMinutesModel = {
  /** Of each kind of panel the newest first. */
  readonly versions: readonly Version[]
  readonly today: PlainDate
  /** The kind of panel the form is about, and the version its change is made from. */
  readonly kind: PanelMeetingKind
  readonly version: number
  readonly hidden: Html
  readonly typed: TypedMinutes
  readonly errors: readonly ErrorItem[]
}

/** How long each kind of panel speaks about a case, what comes, what was, and the form that sets it. */
export function caseMinutesView(model: CaseMinutesModel): Html {
  return html`<h1 class="govuk-heading-l">${caseMinutesTitle}</h1>
<p class="govuk-body">An agenda, its proposal and the room in a meeting go by it where nobody gave a case minutes of its own. A change
holds for meetings from its day.</p>
<p class="govuk-body">No national text gives a number. Where your area has set nothing, the minutes of this service hold.</p>
${scrollRegion(
  'Minutes',
  table({
    caption: 'Minutes of today',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Kind of panel' },
      { text: 'Minutes for each case' },
      { text: 'Since' },
      { text: 'Change' },
    ],
    rows: PanelMeetingKind.options.map((kind) => row(kind, model)),
  }),
)}
${history(model)}
${form(model)}`
}

function row(kind: PanelMeetingKind, { versions, today }: CaseMinutesModel) {
  const { minutes, validFrom } = caseMinutesInForce(versions, kind, today)
  const newest = versions.find((one) => one.kind === kind)
  const coming = newest !== undefined && newest.validFrom > today ? newest : null
  return [
    { text: panelMeetingKindWords[kind] },
    {
      html: html`${String(minutes)}${
        coming !== null &&
        html`<br><strong>From ${writtenDate(coming.validFrom)}:</strong> ${String(coming.minutes)}`
      }`,
    },
    { text: validFrom === null ? 'Set by this service' : writtenDate(validFrom) },
    {
      html: html`<a class="govuk-link" href="${here}?kind=${kind}#change">Change<span
class="govuk-visually-hidden"> the minutes: ${panelMeetingKindWords[kind].toLowerCase()}</span></a>`,
    },
  ]
}

/** Everything that was set, with the way to put it back. */
function history({ versions }: CaseMinutesModel): Html | null {
  if (versions.length === 0) return null
  const kinds = PanelMeetingKind.options.filter((kind) => versions.some((one) => one.kind === kind))
  return details({
    summaryText: 'Everything that was set',
    html: html`<ul class="govuk-list govuk-list--bullet">
${versions.map(
  ({ kind, version, validFrom, minutes, setBy }) =>
    html`<li>${panelMeetingKindWords[kind]} from ${writtenDate(validFrom)}: ${String(minutes)} minutes. ${setBy}.
${putBack(kind, version)}</li>`,
)}
${kinds.map((kind) => html`<li>${panelMeetingKindWords[kind]}: the minutes of this service. ${putBack(kind, 0)}</li>`)}
</ul>`,
  })
}

function putBack(kind: PanelMeetingKind, version: number): Html {
  const of = version === 0 ? 'the minutes of this service' : `version ${version}`
  return html`<a class="govuk-link" href="${here}?kind=${kind}&amp;version=${version}#change">Look at it and put it back<span
class="govuk-visually-hidden"> (${panelMeetingKindWords[kind].toLowerCase()}, ${of})</span></a>`
}

function form({ kind, version, hidden, typed, errors }: CaseMinutesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m" id="change">Change the minutes: ${panelMeetingKindWords[kind].toLowerCase()}</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="kind" value="${kind}">
<input type="hidden" name="version" value="${String(version)}">
${input({
  name: 'minutes',
  id: 'minutes',
  inputmode: 'numeric',
  label: { text: 'How many minutes does a case have?' },
  hint: { text: 'From 1 to 480' },
  suffix: { text: 'minutes' },
  classes: 'govuk-input--width-4',
  value: typed.minutes,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'minutes'),
})}
${dateField({ name: 'validFrom', legend: 'From which day does it hold?', hint: 'A day to come. It holds for meetings on that day and later', value: typed.validFrom, errors })}
${button({ text: 'Save the minutes', preventDoubleClick: true })}
</form>
</div></div>`
}
