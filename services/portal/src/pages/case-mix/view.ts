import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { type CaseMixComparison, roundedSplit } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { type FunnelDot, funnelPicture } from './funnel-picture.ts'

/** What reporting answers of an area's share against that of all. */
export type CaseMixFigure = Awaited<
  ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['figure']['caseMix']['query']>
>
type Compared = Extract<CaseMixComparison, { kind: 'compared' }>

export type CaseMixModel = Readonly<{
  year: string
  years: readonly Readonly<{ value: string; text: string }>[]
  figure: CaseMixFigure | null
  /** Where the reader came from: the figures, for those who may read them. */
  backLink: string
}>

const caseMixTitle = 'Modifiable factors by case mix'

/** How far an area's share with modifiable factors comes from its cases, and how far from how they are coded. */
export function caseMixScreen({ year, years, figure, backLink }: CaseMixModel): Screen {
  return {
    title: caseMixTitle,
    backLink,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${caseMixTitle}</h1>
<p class="govuk-body">Some deaths lead a panel to modifiable factors more often than others: by category, age and place. This
page sets your area beside all areas with the same kinds of cases. Each look is recorded.</p>
<form method="get" action="/figures/case-mix" novalidate>
${select({ name: 'year', id: 'year', label: { text: 'Last reporting year' }, hint: { text: 'With the four years before it. A year that still runs stands alone.' }, value: year, items: years })}
${button({ text: 'Compare', classes: 'govuk-button--secondary' })}
</form>
</div></div>
${figure !== null && shown(figure)}`,
  }
}

function shown(figure: CaseMixFigure): Html {
  const { areaName, asKnownOn, compared, fewestAreas, fewestReviews, years } = figure
  const period =
    years.length === 1 ? years[0]?.label : `${years[0]?.code} to ${years.at(-1)?.code}, reporting years`
  return html`<section aria-labelledby="compared-heading">
<h2 class="govuk-heading-m" id="compared-heading">${areaName}: ${period}</h2>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${warningText({ text: 'Exact figures: not for publication', iconFallbackText: 'Warning' })}
<p class="govuk-body">Completed reviews, as known on ${writtenTime(new Date(asKnownOn))}.</p>
</div></div>
${
  compared === null
    ? insetText({
        text: `Nothing can be said: at least ${fewestAreas} areas with ${fewestReviews} reviews or more in these years are needed, so that no other area’s own figure is told.`,
      })
    : comparison(figure, compared)
}
</section>`
}

type Row = Readonly<{ label: string; found: CaseMixComparison }>

function comparison(
  { years, fewestReviews }: CaseMixFigure,
  { together, byYear }: NonNullable<CaseMixFigure['compared']>,
): Html {
  const each: Row[] = years.flatMap(({ code }, at) => {
    const found = byYear[at]
    return found === undefined ? [] : [{ label: code, found }]
  })
  const rows = years.length === 1 ? each : [...each, { label: 'All years', found: together }]
  const dots = rows.flatMap(({ label, found }): FunnelDot[] =>
    found.kind === 'compared' ? [dotOf(label, found)] : [],
  )
  return html`${together.kind === 'compared' && inWords(together)}
${
  dots.length > 0 &&
  html`<h3 class="govuk-heading-s">Found of what was expected</h3>
<p class="govuk-body">1 is what all areas would have found in your cases. Chance alone leaves 95 of 100 areas between the long
dashes, and 998 of 1,000 between the short ones.</p>
${funnelPicture('Reviews with modifiable factors, found of what was expected', dots)}`
}
${scrollRegion(
  'Share with modifiable factors by case mix',
  table({
    caption: 'Share of reviews with modifiable factors',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Reporting year' },
      ...[
        'Reviews',
        'Found in',
        'Expected in',
        'Found of expected (95% interval)',
        'Share',
        'Share of all areas',
        'Difference',
        'By case mix',
        'By coding',
      ].map((text) => ({ text, format: 'numeric' as const })),
      { text: 'By chance?' },
    ],
    rows: rows.map(({ label, found }) => [{ text: label }, ...cellsOf(found, fewestReviews)]),
  }),
)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">Expected: had each kind of case the share it has in all areas. Kinds are category, age and place of death;
kinds with few cases are put together. Difference: percentage points from the share of all areas. What other cases explain is
by case mix; what is left with the same cases is by coding, by care that differed, or by chance.</p>
<p class="govuk-body">All areas include yours, which draws the ratio a little towards 1. A share outside the lines is a reason to
look at how cases are coded, not a judgement of anybody’s care.</p>
</div></div>`
}

const dotOf = (label: string, { expected, ratio, limits }: Compared): FunnelDot => ({
  label,
  expected,
  ratio,
  limits: limits.map(({ low, high }) => ({ low: low / expected, high: high / expected })),
})

const points = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1).replace('-', '−')}`
const size = (value: number) => `${Math.abs(value).toFixed(1)} percentage points`

function inWords({ crudePercent, allPercent, split: exact }: Compared): Html {
  const split = roundedSplit(exact)
  const above = (value: number) => (value < 0 ? 'below' : 'above')
  const adds = (value: number) => (value < 0 ? 'take away' : 'add')
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">Your panel found modifiable factors in ${crudePercent.toFixed(1)}% of its reviews, all areas in
${allPercent.toFixed(1)}%: ${size(split.difference)} ${above(split.difference)}. Your cases ${adds(split.caseMix)}
${size(split.caseMix)}; coding, care and chance with the same cases ${adds(split.coding)} ${size(split.coding)}.</p>
</div></div>`
}

const positions = {
  within: 'Chance explains it',
  'outside-95': 'Outside 95%',
  'outside-998': 'Outside 99.8%',
} as const

const reasons = {
  'too-few-expected': 'Too few expected',
  'too-many-without-reference': 'Too many unlike any elsewhere',
  'no-reference': 'Nothing to compare with',
} as const

function cellsOf(found: CaseMixComparison, fewestReviews: number) {
  const numbers = (texts: readonly (string | number)[]) =>
    texts.map((text) => ({ text, format: 'numeric' as const }))
  if (found.kind === 'cannot-say') {
    const { reviews, reason } = found
    const why = reason === 'too-few-reviews' ? `Fewer than ${fewestReviews} reviews` : reasons[reason]
    return [...numbers([reviews, ...Array.from({ length: 8 }, () => '–')]), { text: why }]
  }
  const { reviews, observed, expected, ratio, interval, crudePercent, allPercent, position } = found
  const split = roundedSplit(found.split)
  return [
    ...numbers([
      reviews,
      observed,
      expected.toFixed(1),
      `${ratio.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`,
      `${crudePercent.toFixed(1)}%`,
      `${allPercent.toFixed(1)}%`,
      points(split.difference),
      points(split.caseMix),
      points(split.coding),
    ]),
    { text: positions[position] },
  ]
}
