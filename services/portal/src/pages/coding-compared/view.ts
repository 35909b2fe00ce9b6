import type { CaseReference, PlainDate, ThirdAnswer } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { textarea } from '../../components/textarea.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedSettling } from './form.ts'
import { type AskedOfThird, type FactorWords, thirdFields, thirdSaid } from './third-view.ts'

export const codingComparedTitle = 'Two codings of a case'

type Coding = { readonly codedOn: PlainDate; readonly sections: readonly SummarySection[] }

export type ComparedModel = {
  readonly reference: CaseReference
  readonly first: Coding
  readonly second: Coding
  readonly differences: readonly {
    readonly section: string
    readonly label: string
    readonly before: string | null
    readonly now: string | null
  }[]
  readonly differs: boolean
  readonly adjudication: {
    readonly holds: 'first' | 'second' | 'third'
    readonly third: ThirdAnswer | null
    readonly reason: string
    readonly on: PlainDate
  } | null
  readonly mayAdjudicate: boolean
  readonly asked: AskedOfThird
  readonly factorWords: FactorWords
  readonly hidden: Html
  readonly typed: TypedSettling
  readonly errors: readonly ErrorItem[]
}

const settledWords = {
  first: 'what the first panel said holds',
  second: 'what the second panel said holds',
  third: 'neither holds, but this',
} as const

/** What two panels said of one case, each as it was given, and what was settled between them. */
export function comparedView(model: ComparedModel): Html {
  const { reference, first, second, adjudication, differs, mayAdjudicate } = model
  return html`<h1 class="govuk-heading-l">${codingComparedTitle}</h1>
<p class="govuk-body">${reference}. The first panel agreed it on ${writtenDate(first.codedOn)}, the second coded it on
${writtenDate(second.codedOn)} without knowing what the first one said. Agreement is measured from both as they stand here.</p>
${
  adjudication !== null &&
  insetText({
    html: html`<p class="govuk-body">Settled on ${writtenDate(adjudication.on)}: ${settledWords[adjudication.holds]}.</p>
${adjudication.third !== null && thirdSaid(adjudication.third, model.factorWords)}
<p class="govuk-body cdop-answer">${adjudication.reason}</p>`,
  })
}
${differencesTable(model)}
${!differs && html`<p class="govuk-body">There is nothing to settle: both panels chose the same category, outcome and factors.</p>`}
${differs && adjudication === null && (mayAdjudicate ? form(model) : html`<p class="govuk-body">Somebody who gave neither coding settles it.</p>`)}
${details({ summaryText: 'All the first panel said', html: summaryCards(prefixed('first', first.sections)) })}
${details({ summaryText: 'All the second panel said', html: summaryCards(prefixed('second', second.sections)) })}`
}

/** Both forms stand on one page, beside that on which they are settled: no element has the id of another. */
const prefixed = (panel: 'first' | 'second', sections: readonly SummarySection[]): SummarySection[] =>
  sections.map((section) => ({ ...section, linkId: `${panel}-${section.linkId}` }))

function differencesTable({ differences }: ComparedModel): Html | null {
  if (differences.length === 0) return null
  return scrollRegion(
    'What they said differently',
    table({
      caption: 'What they said differently',
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'Section' }, { text: 'Question' }, { text: 'First panel' }, { text: 'Second panel' }],
      rows: differences.map(({ section, label, before, now }) => [
        { text: section },
        { text: label },
        { text: before ?? 'Not asked' },
        { text: now ?? 'Not asked' },
      ]),
    }),
  )
}

function form({ hidden, typed, errors, asked, factorWords }: ComparedModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Settle it</h2>
<p class="govuk-body">Neither coding changes, and nor does the analysis of the case. Where it should, begin its review again.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'holds',
  idPrefix: 'holds',
  value: typed.holds,
  fieldset: { legend: { text: 'Which coding holds?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'holds'),
  items: [
    { value: 'first', text: 'That of the first panel' },
    { value: 'second', text: 'That of the second panel' },
    {
      value: 'third',
      text: 'Neither: another answer',
      conditional: { html: thirdFields({ asked, typed, errors, factorWords }) },
    },
  ],
})}
${textarea({
  name: 'reason',
  id: 'reason',
  label: { text: 'Why?' },
  hint: { text: 'Do not name the child, the family or staff' },
  value: typed.reason,
  errorMessage: errorOf(errors, 'reason'),
})}
${button({ text: 'Settle it', preventDoubleClick: true })}
</form>
</div></div>`
}
