import type { FoundWhen, PlainDate } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { clientOf } from '@cdop/rpc'
import type { FactorAgreement } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { warningText } from '../../components/warning-text.ts'
import { domainWords, factorNames, foundWhenWords } from '../../wording/coding-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { uncheckedWords } from '../calibration/view.ts'
import { disagreementPicture } from '../panel-agreement/disagreement-picture.ts'

type CalibrationFigures = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['calibration']['figures']['query']>
>
type CalibrationFiguresModel = {
  readonly figures: CalibrationFigures
  readonly foundWhen: FoundWhen
  readonly today: PlainDate
}

export const calibrationFiguresTitle = 'How far all agree on invented cases'

export function calibrationFiguresView(model: CalibrationFiguresModel): Html {
  const { figures } = model
  const { cases, answers, fewestCases, ofOwn } = figures
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${calibrationFiguresTitle}</h1>
<p class="govuk-body">${writtenCount(cases, 'case')} with ${writtenCount(answers, 'coding')} ${cases === 1 ? 'is' : 'are'} counted. A case counts once five people
have coded it, and its figures move five people at a time.${ofOwn && ' You see the cases you have coded yourself.'}</p>
${warningText({ text: `${uncheckedWords} These figures say how the area codes, not how well: they are no mark for anybody.`, iconFallbackText: 'Warning' })}
${cases === 0 && insetText({ text: 'No case has been coded by five people yet.' })}
${cases > 0 && cases < fewestCases && insetText({ text: `Kappa and AC1 are shown from ${fewestCases} cases on: from fewer nobody can say how often people agree by chance.` })}
</div></div>
${cases > 0 && html`${overall(figures)}${meanings()}${byFactor(model)}`}`
}

type On = CalibrationFigures['category']
const written = (found: number | null) => (found === null ? '–' : found.toFixed(2))

function overall({ category, modifiability, domains }: CalibrationFigures): Html {
  const row = (label: string, { answers, asIntended, withIntended, between }: On) => [
    { text: label },
    ...[
      String(answers),
      answers === 0 ? '–' : `${((100 * asIntended) / answers).toFixed(1)}%`,
      written(withIntended.kappa),
      written(withIntended.ac1),
      written(between.kappa),
      written(between.ac1),
    ].map((text) => ({ text, format: 'numeric' as const })),
  ]
  return scrollRegion(
    'Agreement with what was intended, and between people',
    table({
      caption: 'Agreement with what was intended, and between people',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'What was coded' },
        ...[
          'Codings',
          'As intended',
          'Cohen’s kappa with the intended',
          'Gwet’s AC1 with the intended',
          'Fleiss’ kappa between people',
          'Gwet’s AC1 between people',
        ].map((text) => ({ text, format: 'numeric' as const })),
      ],
      rows: [
        row('Primary category', category),
        row('Modifiable factors found or not', modifiability),
        ...domains.map((on) => row(`Relevance: ${domainWords[on.domain]}`, on)),
      ],
    }),
  )
}

const meanings = () => html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">1 is that all always say the same, 0 is no more than chance would make of it. No interval is given: the same few
cases are judged by everybody, and an interval would take each coding for a case of its own.</p>
</div></div>`

type Factor = Extract<FactorAgreement, { kind: 'factor-agreement' }>

function byFactor({ figures, foundWhen, today }: CalibrationFiguresModel): Html {
  const names = factorNames(today)
  const told = figures.factors.filter(
    (one): one is Factor =>
      one.kind === 'factor-agreement' && one.both + one.firstAlone + one.secondAlone > 0,
  )
  const otherwise = ({ firstAlone, secondAlone, cases }: Factor) => (100 * (firstAlone + secondAlone)) / cases
  const label = ({ factor }: Factor) => names.get(factor) ?? factor
  return html`<h2 class="govuk-heading-m">Which factors are coded otherwise than intended?</h2>
<form method="get" action="/calibration/figures" novalidate>
${select({
  name: 'found',
  id: 'found',
  label: { text: 'A factor counts as found when it is' },
  value: foundWhen,
  items: (['may-have', 'modifiable', 'recorded'] as const).map((value) => ({
    value,
    text: foundWhenWords[value],
  })),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>
${told.length === 0 && html`<p class="govuk-body">Nothing can be said of any factor.</p>`}
${disagreementPicture(
  'Share of codings that say of a factor otherwise than intended',
  told.map((one) => ({ label: label(one), percent: otherwise(one) })),
)}
${
  told.length > 0 &&
  scrollRegion(
    'Factors coded otherwise than intended',
    table({
      caption: 'Factors coded otherwise than intended, the largest share first',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'Factor' },
        ...['Codings', 'As intended', 'Intended, not found', 'Found, not intended', 'Otherwise'].map(
          (text) => ({ text, format: 'numeric' as const }),
        ),
      ],
      rows: told.map((one) => [
        { text: label(one) },
        ...[
          String(one.cases),
          String(one.both + one.neither),
          String(one.firstAlone),
          String(one.secondAlone),
          `${otherwise(one).toFixed(1)}%`,
        ].map((text) => ({ text, format: 'numeric' as const })),
      ]),
    }),
  )
}`
}
