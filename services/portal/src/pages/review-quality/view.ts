import type { CaseReference, PlainDate, QualityReviewId, QualitySampleId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { qualityWords } from '../../wording/quality-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedReviews } from './form.ts'

export const reviewQualityTitle = 'Quality of reviews'

type Figures = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['reviewQuality']['figures']['query']>
>
type Sample = {
  readonly sampleId: QualitySampleId
  readonly agreedFrom: PlainDate
  readonly share: number
  readonly fewest: number
  readonly possible: number
  readonly drawn: number
  readonly drawnAt: string
  /** In words, and never more than a name of a colleague. */
  readonly drawnBy: string
}
type Listed = {
  readonly reviewId: QualityReviewId
  readonly sampleId: QualitySampleId
  readonly reference: CaseReference
  readonly answeredOn: PlainDate | null
  readonly decided: boolean
}
export type ReviewQualityModel = {
  readonly samples: readonly Sample[]
  readonly reviews: readonly Listed[]
  readonly figures: Figures
  readonly mayDraw: boolean
  readonly mayAnswer: boolean
  readonly hidden: Html
  readonly typed: TypedReviews
  readonly errors: readonly ErrorItem[]
}

export function reviewQualityView(model: ReviewQualityModel): Html {
  const { samples, figures, mayDraw } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${reviewQualityTitle}</h1>
<p class="govuk-body">Some finished reviews are drawn by chance and looked at by a designated doctor or chair who did not decide them.
What they find changes nothing in the review.</p>
${warningText({ text: 'For use within the area: not for publication', iconFallbackText: 'Warning' })}
</div></div>
${figuresTable(figures)}
${samples.length === 0 && html`<p class="govuk-body">No review has been drawn yet.</p>`}
${samples.map((sample) => drawing(sample, model))}
${mayDraw && form(model)}`
}

function figuresTable({ fewest, lookedAt, questions }: Figures): Html {
  if (lookedAt === null) {
    return html`<p class="govuk-body">No figure is shown of fewer than ${fewest} reviews: it would tell about single ones.</p>`
  }
  const caption = `What was found of ${writtenCount(lookedAt, 'review')}`
  return html`${scrollRegion(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'Question' },
        ...['Could be judged', 'Met', 'Partly', 'Not met', 'Share met (95% interval)'].map((text) => ({
          text,
          format: 'numeric' as const,
        })),
      ],
      rows: questions.map(({ question, judged }) => {
        const cells =
          judged === null
            ? [`Fewer than ${fewest}`, '–', '–', '–', '–']
            : [judged.reviews, judged.met, judged.partly, judged.notMet, shareWords(judged.share)]
        return [
          { text: qualityWords[question].short },
          ...cells.map((cell) => ({ text: String(cell), format: 'numeric' as const })),
        ]
      }),
    }),
  )}
<p class="govuk-body">The interval (Wilson) is where the share may well lie. Reviews of which nobody could tell are left out of that question.</p>`
}

function shareWords(share: NonNullable<Figures['questions'][number]['judged']>['share']): string {
  if (share.kind !== 'percentage') return '–'
  const { percent, interval } = share
  return `${percent.toFixed(1)}% (${interval.low.toFixed(1)} to ${interval.high.toFixed(1)})`
}

function drawing(sample: Sample, { reviews, mayAnswer }: ReviewQualityModel): Html {
  const { sampleId, agreedFrom, share, fewest, possible, drawn, drawnAt, drawnBy } = sample
  const caption = `Drawn on ${writtenTime(new Date(drawnAt))}: ${writtenCount(drawn, 'review')}`
  const own = reviews.filter((one) => one.sampleId === sampleId)
  const toDo = ({ reviewId, reference, answeredOn, decided }: Listed): Html | string => {
    if (!mayAnswer) return 'Nothing'
    if (decided) return 'You decided it'
    return html`<a class="govuk-link" href="/review-quality/${reviewId}">${answeredOn === null ? 'Look at it' : 'Read what was found'}<span class="govuk-visually-hidden"> ${reference}</span></a>`
  }
  return html`${scrollRegion(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Case' }, { text: 'Looked at' }, { text: 'What to do' }],
      rows: own.map((one) => [
        { text: one.reference },
        { text: one.answeredOn === null ? 'Not yet' : writtenDate(one.answeredOn) },
        { html: html`${toDo(one)}` },
      ]),
    }),
  )}
<p class="govuk-body">Drawn by chance by ${drawnBy}: ${Math.round(share * 100)}% of ${writtenCount(possible, 'review')} agreed since ${writtenDate(agreedFrom)}, at least ${fewest}.</p>`
}

const form = ({
  hidden,
  typed,
  errors,
}: ReviewQualityModel) => html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Draw reviews</h2>
<p class="govuk-body">Chance decides, in proportion to the kinds of panel. A review is drawn once.</p>
<form method="post" novalidate>${hidden}
${dateField({ name: 'agreedFrom', legend: 'From which day on were they agreed?', value: typed.agreedFrom, errors })}
${input({
  name: 'percent',
  id: 'percent',
  inputmode: 'numeric',
  label: { text: 'Which share of them is looked at?' },
  suffix: { text: '%' },
  classes: 'govuk-input--width-4',
  value: typed.percent,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'percent'),
})}
${input({
  name: 'fewest',
  id: 'fewest',
  inputmode: 'numeric',
  label: { text: 'How many at least?' },
  hint: { text: 'Figures are shown from 10 reviews' },
  classes: 'govuk-input--width-4',
  value: typed.fewest,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'fewest'),
})}
${button({ text: 'Draw reviews', preventDoubleClick: true })}
</form>
</div></div>`
