import { type ClockLimits, defaultClockLimits, limitsInForce, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { clocksAsked, type TypedLimits } from './form.ts'
import { limitFields, limitUnit, limitWords } from './limit-fields.ts'

type Version = { readonly version: number; readonly validFrom: PlainDate; readonly limits: ClockLimits }

const change = '/area-settings/limits/change'

export type LimitsModel = {
  readonly versions: readonly Version[]
  /** Who set a version and when, in words. */
  readonly madeBy: ReadonlyMap<number, string>
  readonly today: PlainDate
}

/** How long things may take in the area, what comes, and what was. */
export function limitsView({ versions, madeBy, today }: LimitsModel): Html {
  const now = limitsInForce(versions, today)
  const [newest] = versions
  const said = ({ version, validFrom }: Version) =>
    `From ${writtenDate(validFrom)}. ${madeBy.get(version) ?? ''}.`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Time limits</h1>
<p class="govuk-body">How long things may take in your area. A change holds for what begins on its day or later. What has
begun keeps its limit.</p>
${
  newest !== undefined &&
  newest.validFrom > today &&
  insetText({
    html: html`From ${writtenDate(newest.validFrom)} other limits hold: ${differences(newest.limits, now)}.`,
  })
}
${summaryList({
  rows: clocksAsked.map((clock) => ({
    key: { text: limitFields[clock].label },
    value: {
      text: `${limitWords(clock, now[clock])} (default ${limitWords(clock, defaultClockLimits[clock])})`,
    },
  })),
})}
<p class="govuk-body">${newest === undefined ? 'Default.' : said(newest)} <a class="govuk-link" href="${change}">Change the
time limits</a></p>
${
  newest !== undefined &&
  details({
    summaryText: 'Earlier versions',
    html: html`<ul class="govuk-list">
${versions.slice(1).map((version) => html`<li>${said(version)} ${putBack(version.version, `version ${version.version}`)}</li>`)}
<li>Default. ${putBack(0, 'the defaults')}</li>
</ul>`,
  })
}
</div></div>`
}

function putBack(version: number, of: string): Html {
  return html`<a class="govuk-link" href="${change}?version=${version}">Look at it and put it back<span
class="govuk-visually-hidden"> (${of})</span></a>`
}

function differences(coming: ClockLimits, now: ClockLimits): string {
  const changed = clocksAsked.filter((clock) => coming[clock] !== now[clock])
  if (changed.length === 0) return 'none differs from today’s'
  return changed
    .map((clock) => {
      const { label } = limitFields[clock]
      return `${limitWords(clock, coming[clock])} ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    })
    .join('; ')
}

export type ChangeModel = {
  readonly hidden: Html
  readonly version: number
  readonly typed: TypedLimits
  readonly errors: readonly ErrorItem[]
}

/** Asks for every limit, and from when they hold. */
export function changeLimitsView({ hidden, version, typed, errors }: ChangeModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Change the time limits</h1>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${clocksAsked.map((clock) =>
  input({
    name: clock,
    id: clock,
    inputmode: 'numeric',
    label: { text: limitFields[clock].label },
    hint: { text: limitFields[clock].hint },
    suffix: { text: limitUnit(clock) },
    classes: 'govuk-input--width-4',
    value: typed.limits[clock],
    autocomplete: 'off',
    errorMessage: errorOf(errors, clock),
  }),
)}
${dateField({ name: 'validFrom', legend: 'From which day do they hold?', hint: 'A day to come. What has begun by then keeps its limit', value: typed.validFrom, errors })}
${button({ text: 'Save changes', preventDoubleClick: true })}
</form>
</div></div>`
}
