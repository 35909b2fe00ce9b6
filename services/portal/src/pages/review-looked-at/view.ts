import { QualityAnswer, QualityQuestion } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { textarea } from '../../components/textarea.ts'
import { warningText } from '../../components/warning-text.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { qualityAnswerWords, qualityWords } from '../../wording/quality-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { packToRead } from '../second-coding/view.ts'

export const reviewLookedAtTitle = 'Look at a finished review'

type Opened = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['reviewQuality']['open']['query']>
>
export type ReviewLookedAtModel = {
  readonly opened: Opened
  readonly hidden: Html
  readonly typed: (name: string) => string
  readonly errors: readonly ErrorItem[]
}

export function reviewLookedAtView(model: ReviewLookedAtModel): Html {
  const { pack, familyQuestions, reviewedOn, sections, found } = model.opened
  const asked = familyQuestions.reduce((sum, one) => sum + one.asked, 0)
  const open = familyQuestions.reduce((sum, one) => sum + one.open, 0)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${reviewLookedAtTitle}</h1>
${warningText({
  text: 'What you read is de-identified, not anonymous. If you knew the child or the family, or had a part in the care, go no further and tell the coordinator.',
  iconFallbackText: 'Warning',
})}
<p class="govuk-body">The panel agreed it on ${writtenDate(reviewedOn)}. The family asked ${writtenCount(asked, 'question')}, of which ${open} ${open === 1 ? 'is' : 'are'} open.</p>
${details({ summaryText: 'What the panel read', html: packToRead(pack) })}
${details({ summaryText: 'What the panel agreed', html: summaryCards(sections) })}
${found === null ? form(model) : answered(found)}
</div></div>`
}

function answered({ answers, note, on }: NonNullable<Opened['found']>): Html {
  return html`<h2 class="govuk-heading-m">What was found on ${writtenDate(on)}</h2>
${summaryList({
  rows: QualityQuestion.options.map((question) => ({
    key: { text: qualityWords[question].short },
    value: { text: qualityAnswerWords[answers[question]] },
  })),
})}
${note !== null && html`<p class="govuk-body cdop-answer">${note}</p>`}`
}

const form = ({
  hidden,
  typed,
  errors,
}: ReviewLookedAtModel) => html`<h2 class="govuk-heading-m">What do you find?</h2>
<p class="govuk-body">Judge the review, not the care. What you find is kept once, with the day, and changes nothing in the review.</p>
<form method="post" novalidate>${hidden}
${QualityQuestion.options.map((question) =>
  radios({
    name: question,
    idPrefix: question,
    value: typed(question),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: qualityWords[question].asks, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, question),
    items: QualityAnswer.options.map((value) => ({ value, text: qualityAnswerWords[value] })),
  }),
)}
${textarea({
  name: 'note',
  id: 'note',
  label: { text: 'Note (optional)' },
  hint: { text: 'Do not name the child, the family or staff' },
  value: typed('note'),
  errorMessage: errorOf(errors, 'note'),
})}
${button({ text: 'Save what I found', preventDoubleClick: true })}
</form>`
