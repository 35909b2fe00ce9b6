import type { PlainDate } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { writtenFigure, writtenValue } from '../../wording/figure-words.ts'
import type { ReadRecommendation } from '../recommendations/services.ts'

type Released = NonNullable<ReadRecommendation['released']>
type Measure = Released['measures'][number]

export type ReleasedModel = {
  readonly recommendationId: string
  readonly released: Released | null
  readonly today: PlainDate
  readonly mayWrite: boolean
  readonly mayOpenReleases: boolean
}

/** What each release shows of the figure that was named, and the way to name one. */
export function releasedView(model: ReleasedModel): Html | null {
  const { released, mayWrite, recommendationId } = model
  if (released === null && !mayWrite) return null
  return html`<h2 class="govuk-heading-m">Measured from each release</h2>
${released === null ? html`<p class="govuk-body">No figure of a release is named for it. Name one, and it is measured again with each release by itself.</p>` : shown(model, released)}
${
  mayWrite &&
  button({
    text: released === null ? 'Name a figure of a release' : 'Name another figure',
    href: `/recommendations/${recommendationId}/effect/figure`,
    classes: 'govuk-button--secondary',
  })
}`
}

function shown({ today, mayOpenReleases }: ReleasedModel, released: Released): Html {
  const { figure, wanted, target, baselineYear, measures, inForce } = released
  const aimed = `${wanted === 'rise' ? 'at least' : 'at most'} ${target}${figure.statistic === 'count' ? '' : '%'}`
  return html`<p class="govuk-body">${writtenFigure(figure, today)}. It is to ${wanted} to ${aimed}, from the
${reportingYearFrom(baselineYear).label.toLowerCase().replace('march', 'March')}.</p>
${!inForce && html`<p class="govuk-body">A baseline was recorded by hand after this figure was named, so what releases show is not what tells the effect.</p>`}
${scrollRegion(
  'What releases show',
  table({
    caption: 'What releases show',
    captionClasses: 'govuk-table__caption--m',
    head: ['Release', 'Figure', 'What it counts as'].map((text) => ({ text })),
    rows: measures.map((measure) => [
      { html: releaseOf(measure, mayOpenReleases) },
      { text: writtenValue(measure.value) },
      { text: standings[measure.standing] },
    ]),
  }),
)}`
}

const standings: Readonly<Record<Measure['standing'], string>> = {
  baseline: 'The baseline',
  measure: 'Measured again',
  replaced: 'Replaced by a later release of the same year',
}

function releaseOf({ releaseId, reportingYear, builtAt }: Measure, mayOpen: boolean): Html {
  const { label } = reportingYearFrom(reportingYear)
  return html`${mayOpen ? html`<a class="govuk-link" href="/releases/${releaseId}">${label}</a>` : label}<br>As known on
${writtenTime(new Date(builtAt))}`
}
