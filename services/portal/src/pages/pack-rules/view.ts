import { type PackRule, type PlainDate, usualPackRule } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedPackRule } from './form.ts'

export const packRulesTitle = 'Packs for the panel'

export type PackRulesModel = {
  readonly now: PackRule
  readonly versions: readonly {
    readonly version: number
    readonly validFrom: PlainDate
    readonly rule: PackRule
    readonly setBy: string
  }[]
  readonly hidden: Html
  readonly version: number
  readonly typed: TypedPackRule
  readonly errors: readonly ErrorItem[]
}

const inWords = ({ releaseWorkingDays, expiresAfterDays, copiesAllowed }: PackRule) =>
  `released ${writtenCount(releaseWorkingDays, 'working day')} before the meeting, opens until ${writtenCount(expiresAfterDays, 'day')} after it, and ${copiesAllowed ? 'a locked copy may be taken along' : 'no copy may be taken along'}`

export function packRulesView({ now, versions, hidden, version, typed, errors }: PackRulesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${packRulesTitle}</h1>
<p class="govuk-body">For meetings held today a pack is ${inWords(now)}. Common local practice, where an area has set
nothing: ${inWords(usualPackRule)}.</p>
${
  versions.length > 0 &&
  details({
    summaryText: 'Everything that was set',
    html: html`<ul class="govuk-list govuk-list--bullet">${versions.map(
      ({ validFrom, rule, setBy }) =>
        html`<li>From ${writtenDate(validFrom)}: ${inWords(rule)}. ${setBy}.</li>`,
    )}</ul>`,
  })
}
<h2 class="govuk-heading-m">Change it</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${String(version)}">
${input({
  name: 'releaseWorkingDays',
  id: 'releaseWorkingDays',
  inputmode: 'numeric',
  label: { text: 'How many working days before the meeting is a pack released?' },
  hint: { text: 'Later only with a reason' },
  classes: 'govuk-input--width-4',
  value: typed.releaseWorkingDays,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'releaseWorkingDays'),
})}
${input({
  name: 'expiresAfterDays',
  id: 'expiresAfterDays',
  inputmode: 'numeric',
  label: { text: 'How many days after the meeting does it open?' },
  hint: { text: 'It is then destroyed, unless a case in it is on hold or was put back' },
  classes: 'govuk-input--width-4',
  value: typed.expiresAfterDays,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'expiresAfterDays'),
})}
${radios({
  name: 'copiesAllowed',
  idPrefix: 'copiesAllowed',
  fieldset: { legend: { text: 'May readers take a copy along?' } },
  hint: { text: 'A PDF under a passphrase, with the reader’s name across each page. Each copy is recorded' },
  classes: 'govuk-radios--inline',
  value: typed.copiesAllowed,
  errorMessage: errorOf(errors, 'copiesAllowed'),
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${dateField({ name: 'validFrom', legend: 'From which day does it hold?', hint: 'A day to come. It holds for meetings on that day and later', value: typed.validFrom, errors })}
${button({ text: 'Save the rule', preventDoubleClick: true })}
</form>
</div></div>`
}
