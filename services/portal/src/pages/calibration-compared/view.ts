import type { PlainDate } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { clientOf } from '@cdop/rpc'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import {
  categoryWords,
  domainAnswerWords,
  domainWords,
  factorNames,
  outcomeWords,
  ratingWords,
} from '../../wording/coding-words.ts'
import { uncheckedWords } from '../calibration/view.ts'
import { caseText } from '../calibration-case/view.ts'
import { disagreementPicture } from '../panel-agreement/disagreement-picture.ts'

export type Compared = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['calibration']['compare']['query']>
>
type Names = ReadonlyMap<string, string>

export const calibrationComparedTitle = 'Your coding and the intended one'

export function calibrationComparedView({
  compared,
  today,
}: {
  readonly compared: Compared
  readonly today: PlainDate
}): Html {
  const names = factorNames(today)
  const { title, paragraphs, intended, own } = compared
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${calibrationComparedTitle}</h1>
<p class="govuk-body">${uncheckedWords} Where you have good reasons to code otherwise, talk about them with your panel.</p>
<h2 class="govuk-heading-m">${title}</h2>
${caseText({ title, paragraphs })}
${summaryList({
  card: { title: { text: 'What was intended', headingLevel: 2 } },
  rows: [
    { key: { text: 'Primary category' }, value: { text: categoryWords(intended.category) } },
    ...intended.domains.map(({ domain, answer, factors }) => ({
      key: { text: domainWords[domain] },
      value: { text: domainSaid(answer, factors, names) },
    })),
    { key: { text: 'Outcome' }, value: { text: outcomeWords[intended.modifiability] } },
  ],
})}
<h2 class="govuk-heading-m">Why</h2>
<p class="govuk-body"><strong>The category.</strong> ${intended.why.category}</p>
<p class="govuk-body"><strong>The factors.</strong> ${intended.why.factors}</p>
<p class="govuk-body"><strong>The outcome.</strong> ${intended.why.outcome}</p>
</div></div>
${differencesTable(compared, names)}
${details({ summaryText: 'All you said', html: summaryCards(own) })}
${colleagues(compared, names)}`
}

function domainSaid(
  answer: Compared['intended']['domains'][number]['answer'],
  factors: Compared['intended']['domains'][number]['factors'],
  names: Names,
): string {
  if (answer !== 'factors') return domainAnswerWords[answer]
  return factors
    .map(({ code, rating }) => `${names.get(code) ?? code} (${ratingWords[rating].toLowerCase()})`)
    .join('; ')
}

function differenceCells(found: Compared['differences'][number], names: Names): [string, string, string] {
  switch (found.of) {
    case 'category':
      return ['Primary category', categoryWords(found.intended), categoryWords(found.own)]
    case 'modifiability':
      return ['Outcome', outcomeWords[found.intended], outcomeWords[found.own]]
    case 'domain':
      return [domainWords[found.domain], domainAnswerWords[found.intended], domainAnswerWords[found.own]]
    case 'factor':
      return [names.get(found.code) ?? found.code, ratingWords[found.intended], ratingWords[found.own]]
  }
}

function differencesTable({ differences }: Compared, names: Names): Html {
  if (differences.length === 0) return insetText({ text: 'You coded everything as it was intended.' })
  return scrollRegion(
    'What you coded differently',
    table({
      caption: 'What you coded differently',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'What was coded' }, { text: 'Intended' }, { text: 'You' }],
      rows: differences.map((found) => differenceCells(found, names).map((text) => ({ text }))),
    }),
  )
}

const numeric = (value: number) => ({ text: String(value), format: 'numeric' as const })

function colleagues({ colleagues: found }: Compared, names: Names): Html {
  if (found === null) {
    return html`<h2 class="govuk-heading-m">How colleagues coded it</h2>
<p class="govuk-body">This is shown once five people of the area have coded the case, and it moves five people at a time: nobody can
tell what one of them said.</p>`
  }
  const { coders, categories, outcomes, factors } = found
  const label = ({ code }: { code: string }) => names.get(code) ?? code
  const otherwise = ({ intended, found: by }: { intended: boolean; found: number }) =>
    (100 * (intended ? coders - by : by)) / coders
  return html`<h2 class="govuk-heading-m">How colleagues coded it</h2>
<p class="govuk-body">${coders} people of the area are counted, you perhaps among them. It moves five people at a time.</p>
${scrollRegion(
  'Category and outcome',
  table({
    caption: 'Category and outcome',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'Answer' }, { text: 'People', format: 'numeric' }],
    rows: [
      ...categories.map(({ category, coders: by }) => [{ text: categoryWords(category) }, numeric(by)]),
      ...outcomes.map(({ modifiability, coders: by }) => [
        { text: outcomeWords[modifiability] },
        numeric(by),
      ]),
    ],
  }),
)}
${disagreementPicture(
  'Share of people who said of a factor otherwise than intended',
  factors.map((one) => ({ label: label(one), percent: otherwise(one) })),
)}
${
  factors.length > 0 &&
  scrollRegion(
    'Factors',
    table({
      caption: 'Factors, those coded otherwise by most first',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: 'Factor' },
        { text: 'Intended' },
        { text: 'People who recorded it', format: 'numeric' },
        { text: 'Called it modifiable', format: 'numeric' },
        { text: 'Otherwise than intended', format: 'numeric' },
      ],
      rows: factors.map((one) => [
        { text: `${label(one)} (${domainWords[one.domain].toLowerCase()})` },
        { text: one.intended ? 'Yes' : 'No' },
        numeric(one.found),
        numeric(one.modifiable),
        { text: `${otherwise(one).toFixed(1)}%`, format: 'numeric' as const },
      ]),
    }),
  )
}`
}
