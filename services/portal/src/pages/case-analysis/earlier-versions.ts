import type { CategoryOfDeath, Modifiability, PlainDate } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { readable } from '../../wording/in-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { categoryWords } from './primary-category.ts'

/** What the panel agreed of a case before its review began again, and what this version says otherwise. */
export type Versions = {
  readonly revision: number
  readonly earlier: readonly {
    readonly revision: number
    readonly agreed: {
      readonly primaryCategory: CategoryOfDeath
      readonly modifiability: Modifiability
      readonly reviewedOn: PlainDate
    }
    readonly sections: readonly SummarySection[]
  }[]
  readonly differences: readonly {
    readonly section: string
    readonly label: string
    readonly before: string | null
    readonly now: string | null
  }[]
}

/** Answer by answer what differs from the version agreed before, and every one of those, closed until somebody opens it. */
export function earlierVersions({ revision, earlier, differences }: Versions): Html | null {
  const [before] = earlier
  if (before === undefined) return null
  return html`<h2 class="govuk-heading-m">What differs from version ${before.revision}</h2>
<p class="govuk-body">This is version ${revision}. The panel agreed version ${before.revision} on
${writtenDate(before.agreed.reviewedOn)}; it stays as it is.</p>
${differences.length === 0 ? html`<p class="govuk-body">No answer differs.</p>` : differing(before.revision, revision, differences)}
${earlier.map(({ revision: number, agreed, sections }) =>
  details({
    summaryText: `Version ${number}, agreed on ${writtenDate(agreed.reviewedOn)}: ${categoryWords(agreed.primaryCategory)}, ${readable(agreed.modifiability).toLowerCase()}`,
    html: summaryCards(sections),
  }),
)}`
}

function differing(before: number, now: number, differences: Versions['differences']): Html {
  const title = 'Answers that differ'
  return scrollRegion(
    title,
    table({
      caption: title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: 'Question' }, { text: `Version ${before}` }, { text: `Version ${now}` }],
      rows: differences.map((one) => [
        { text: `${one.section}: ${one.label}` },
        { text: one.before ?? 'Not asked' },
        { text: one.now ?? 'Not asked' },
      ]),
    }),
  )
}
