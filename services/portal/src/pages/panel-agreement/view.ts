import type { FoundWhen, PlainDate } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { clientOf } from '@cdop/rpc'
import type { Agreement, FactorAgreement } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { warningText } from '../../components/warning-text.ts'
import { domainWords, factorNames, foundWhenWords } from '../../wording/coding-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { disagreementPicture } from './disagreement-picture.ts'

/** What factor-analysis answers of how far panels agree. */
export type AgreementFigures = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['doubleCoding']['agreement']['query']>
>

export type PanelAgreementModel = {
  readonly figures: AgreementFigures
  readonly foundWhen: FoundWhen
  readonly today: PlainDate
  readonly mayReadCases: boolean
  readonly mayCalibrate: boolean
}

export const panelAgreementTitle = 'Do panels agree?'

/** How far two panels say the same of the same case, with words on what the figures mean. */
export function panelAgreementView(model: PanelAgreementModel): Html {
  const { figures, mayReadCases, mayCalibrate } = model
  const { pairs, fewest } = figures
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${panelAgreementTitle}</h1>
<p class="govuk-body">A sample of cases is coded by two panels that do not know of each other’s coding. ${pairs === 1 ? '1 case has' : `${pairs} cases have`} been
coded twice.${mayReadCases && html` <a class="govuk-link" href="/double-coding">Cases coded twice</a>`}</p>
${mayCalibrate && html`<p class="govuk-body"><a class="govuk-link" href="/calibration">Invented cases</a> can be coded by each member alone.</p>`}
${warningText({ text: 'For use within the area: not for publication', iconFallbackText: 'Warning' })}
${pairs < fewest && insetText({ text: `No figure is shown of fewer than ${fewest} cases coded twice: chance would move it too far, and it would tell about single cases.` })}
</div></div>
${pairs >= fewest && html`${overall(figures)}${meanings()}${byFactor(model)}`}`
}

function written(found: Agreement): string {
  switch (found.kind) {
    case 'agreement':
      return `${found.value.toFixed(2)} (${found.interval.low.toFixed(2)} to ${found.interval.high.toFixed(2)})`
    case 'agreement-without-interval':
      return `${found.value.toFixed(2)} (no interval: every case alike)`
    case 'no-agreement':
      return `Fewer than ${found.fewest} cases`
    case 'nothing-to-tell-apart':
      return 'All in one answer'
  }
}

type On = AgreementFigures['category']

function overall({ category, modifiability, domains }: AgreementFigures): Html {
  const row = (label: string, on: On) => {
    const { agreed, kappa, fleiss, weighted, ac1 } = on
    const said = agreed?.kind === 'percentage' ? `${agreed.percent.toFixed(1)}%` : '–'
    const figures = [
      said,
      written(kappa),
      written(fleiss),
      weighted === null ? '–' : written(weighted.kappa),
      written(ac1),
    ]
    return [
      { text: label },
      ...[String(on.cases), ...figures].map((text) => ({ text, format: 'numeric' as const })),
    ]
  }
  return scrollRegion(
    'Agreement on category, outcome and domains',
    table({
      caption: 'Agreement, with 95% intervals',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'What was coded' },
        ...['Cases', 'Said the same', 'Cohen’s kappa', 'Fleiss’ kappa', 'Weighted kappa', 'Gwet’s AC1'].map(
          (text) => ({ text, format: 'numeric' as const }),
        ),
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
<h2 class="govuk-heading-m">What the figures mean</h2>
<ul class="govuk-list govuk-list--bullet">
<li>1 is that both panels always say the same, 0 is no more than chance would make of it, and below 0 is less.</li>
<li>The interval in brackets is where the figure may well lie. Where two intervals overlap widely, nothing tells them apart.</li>
<li>Cohen’s kappa falls when one answer is rare or nearly always given, although panels mostly agree. Gwet’s AC1 falls less. Where the
two lie far apart, that is why: read the share that said the same first.</li>
<li>Fleiss’ kappa takes no notice of which panel came first. Weighted kappa counts a near miss in part, where answers have an
order.</li>
</ul>
${details({
  summaryText: 'How high is high?',
  text: 'There is no line that makes agreement good. Names such as “moderate” or “substantial” for ranges of kappa are a habit without a basis (Landis and Koch 1977 called theirs arbitrary). Compare a figure with the same one of last year, and look at what panels disagree on.',
})}
</div></div>`

type Factor = Extract<FactorAgreement, { kind: 'factor-agreement' }>

function byFactor({ figures, foundWhen, today }: PanelAgreementModel): Html {
  const names = factorNames(today)
  const shown = figures.factors.filter((one): one is Factor => one.kind === 'factor-agreement')
  // What neither panel ever found is agreed on by everybody and tells nobody anything.
  const told = shown.filter(({ both, firstAlone, secondAlone }) => both + firstAlone + secondAlone > 0)
  const alone = ({ firstAlone, secondAlone, cases }: Factor) => (100 * (firstAlone + secondAlone)) / cases
  const label = ({ factor }: Factor) => names.get(factor) ?? factor
  return html`<h2 class="govuk-heading-m">On which factors do they disagree?</h2>
<form method="get" action="/panel-agreement" novalidate>
${select({
  name: 'found',
  id: 'found',
  label: { text: 'A factor counts as found when it is' },
  value: foundWhen,
  items: (['modifiable', 'may-have', 'recorded'] as const).map((value) => ({
    value,
    text: foundWhenWords[value],
  })),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>
${told.length === 0 && html`<p class="govuk-body">Nothing can be said of any factor.</p>`}
${disagreementPicture(
  'Share of cases in which one panel alone found the factor',
  told.map((one) => ({ label: label(one), percent: alone(one) })),
)}
${
  told.length > 0 &&
  scrollRegion(
    'Disagreement by factor',
    table({
      caption: 'Disagreement by factor, the largest first',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'Factor' },
        ...['Cases', 'One panel alone', 'Found by both, of those found', 'Cohen’s kappa', 'Gwet’s AC1'].map(
          (text) => ({ text, format: 'numeric' as const }),
        ),
      ],
      rows: told.map((one) => [
        { text: label(one) },
        ...[
          String(one.cases),
          `${alone(one).toFixed(1)}%`,
          one.foundByBoth.kind === 'percentage' ? `${one.foundByBoth.percent.toFixed(1)}%` : '–',
          written(one.kappa),
          written(one.ac1),
        ].map((text) => ({ text, format: 'numeric' as const })),
      ]),
    }),
  )
}
<p class="govuk-body">${writtenCount(shown.length - told.length, 'factor')} neither panel found in any case.</p>`
}
