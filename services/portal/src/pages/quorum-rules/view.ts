import {
  type DatedQuorumRule,
  memberBounds,
  PanelAgency,
  PanelMeetingKind,
  type PlainDate,
  quorumRuleInForce,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { agencyWords } from '../../user/role-words.ts'
import { panelMeetingKindWords, quorumRuleWords } from '../../wording/quorum-rule-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedRule } from './form.ts'

export const quorumRulesTitle = 'Quorum'
const here = '/area-settings/quorum'

type Version = DatedQuorumRule & { readonly version: number; readonly setBy: string }

export type QuorumRulesModel = {
  /** Of each kind of panel the newest first. */
  readonly versions: readonly Version[]
  readonly today: PlainDate
  /** The kind of panel the form is about, and the version its change is made from. */
  readonly kind: PanelMeetingKind
  readonly version: number
  readonly hidden: Html
  readonly typed: TypedRule
  readonly errors: readonly ErrorItem[]
}

/** When each kind of panel is quorate, what comes, what was, and the form that sets it. */
export function quorumRulesView(model: QuorumRulesModel): Html {
  return html`<h1 class="govuk-heading-l">${quorumRulesTitle}</h1>
<p class="govuk-body">What a panel needs to decide a case. Members with a conflict of interest do not count, so a panel may be
quorate for one case and not for the next. A change holds for meetings from its day: what a panel has decided stands.</p>
<p class="govuk-body">National guidance gives no number. Where your area has set nothing, common local practice holds.</p>
${scrollRegion(
  'Rules',
  table({
    caption: 'Rules of today',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Kind of panel' }, { text: 'Quorate with' }, { text: 'Since' }, { text: 'Change' }],
    rows: PanelMeetingKind.options.map((kind) => row(kind, model)),
  }),
)}
${history(model)}
${form(model)}`
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

function row(kind: PanelMeetingKind, { versions, today }: QuorumRulesModel) {
  const { rule, validFrom } = quorumRuleInForce(versions, kind, today)
  const newest = versions.find((one) => one.kind === kind)
  const coming = newest !== undefined && newest.validFrom > today ? newest : null
  return [
    { text: panelMeetingKindWords[kind] },
    {
      html: html`${capital(quorumRuleWords(rule))}${
        coming !== null &&
        html`<br><strong>From ${writtenDate(coming.validFrom)}:</strong> ${quorumRuleWords(coming.rule)}`
      }`,
    },
    { text: validFrom === null ? 'Common local practice' : writtenDate(validFrom) },
    {
      html: html`<a class="govuk-link" href="${here}?kind=${kind}#change">Change<span
class="govuk-visually-hidden"> the rule: ${panelMeetingKindWords[kind].toLowerCase()}</span></a>`,
    },
  ]
}

/** Everything that was set, with the way to put it back. */
function history({ versions }: QuorumRulesModel): Html | null {
  if (versions.length === 0) return null
  const kinds = PanelMeetingKind.options.filter((kind) => versions.some((one) => one.kind === kind))
  return details({
    summaryText: 'Everything that was set',
    html: html`<ul class="govuk-list govuk-list--bullet">
${versions.map(
  ({ kind, version, validFrom, rule, setBy }) =>
    html`<li>${panelMeetingKindWords[kind]} from ${writtenDate(validFrom)}: ${quorumRuleWords(rule)}. ${setBy}.
${putBack(kind, version)}</li>`,
)}
${kinds.map((kind) => html`<li>${panelMeetingKindWords[kind]}: common local practice. ${putBack(kind, 0)}</li>`)}
</ul>`,
  })
}

function putBack(kind: PanelMeetingKind, version: number): Html {
  const of = version === 0 ? 'common local practice' : `version ${version}`
  return html`<a class="govuk-link" href="${here}?kind=${kind}&amp;version=${version}#change">Look at it and put it back<span
class="govuk-visually-hidden"> (${panelMeetingKindWords[kind].toLowerCase()}, ${of})</span></a>`
}

const agencies = PanelAgency.options.map((value) => ({ value, text: agencyWords[value] }))

function form({ kind, version, hidden, typed, errors }: QuorumRulesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m" id="change">Change the rule: ${panelMeetingKindWords[kind].toLowerCase()}</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="kind" value="${kind}">
<input type="hidden" name="version" value="${String(version)}">
${input({
  name: 'minMembers',
  id: 'minMembers',
  inputmode: 'numeric',
  label: { text: 'How many members must count?' },
  hint: { text: `From ${memberBounds.least} to ${memberBounds.most}` },
  classes: 'govuk-input--width-4',
  value: typed.minMembers,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'minMembers'),
})}
${input({
  name: 'minShare',
  id: 'minShare',
  inputmode: 'numeric',
  label: { text: 'Which share of all members of the panel must count as well? (optional)' },
  hint: { text: 'Of the panel members and chairs with access on the day attendance is recorded' },
  suffix: { text: '%' },
  classes: 'govuk-input--width-4',
  value: typed.minShare,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'minShare'),
})}
${checkboxes({
  name: 'required',
  idPrefix: 'required',
  values: typed.required,
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Who must be there?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Each of these. A member counts for the one agency they speak for' },
  items: agencies,
})}
${checkboxes({
  name: 'oneOf',
  idPrefix: 'oneOf',
  values: typed.oneOf,
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Of whom is one enough?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'At least two, or none. One of them must be there' },
  errorMessage: errorOf(errors, 'oneOf'),
  items: agencies,
})}
${dateField({ name: 'validFrom', legend: 'From which day does it hold?', hint: 'A day to come. It holds for meetings on that day and later', value: typed.validFrom, errors })}
${button({ text: 'Save the rule', preventDoubleClick: true })}
</form>
</div></div>`
}
