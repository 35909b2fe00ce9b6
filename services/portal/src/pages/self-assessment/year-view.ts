import { SelfAssessed, type SelfAssessedCounts } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { progressPicture } from '../../figure-table/progress-picture.ts'
import { selfAssessedWords } from '../../wording/self-assessment-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Directory, factorAnalysis } from '../recommendations/services.ts'

type ReadYear = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['selfAssessment']['read']['query']>>

export type SelfAssessmentYearModel = ReadYear & { readonly directory: Directory; readonly label: string }

const fills: Readonly<Record<SelfAssessed, string>> = {
  fully: '#1d4e5f',
  partly: '#8fb5c0',
  'not-yet': '#ffffff',
  'no-longer-concerns': '#b1b4b6',
}

/** Organisations by what they say, as a picture of all answers and the table behind it. */
export function selfAssessmentYearView({
  year,
  organisations,
  directory,
  label,
}: SelfAssessmentYearModel): Html {
  const sum = (standing: SelfAssessed) =>
    organisations.reduce((all, { counts }) => all + (counts?.[standing] ?? 0), 0)
  const picture = progressPicture(
    'self-assessed',
    `What organisations say of recommendations, ${label.toLowerCase()}`,
    SelfAssessed.options.map((standing) => ({
      text: selfAssessedWords[standing],
      count: sum(standing),
      fill: fills[standing],
    })),
  )
  const answered = organisations.filter(({ counts }) => counts !== null).length
  return html`<h1 class="govuk-heading-l">${label}</h1>
<p class="govuk-body">${answered} of ${organisations.length} ${organisations.length === 1 ? 'organisation has' : 'organisations have'} answered. Answers are due ${writtenDate(year.dueOn)}.</p>
${picture !== null && html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="govuk-!-margin-bottom-6">${picture}</div></div></div>`}
${scrollRegion(
  'Organisations by what they say',
  table({
    caption: 'Organisations by what they say',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Organisation' },
      { text: 'Status' },
      { text: 'Asked', format: 'numeric' },
      ...SelfAssessed.options.map((standing) => ({
        text: selfAssessedWords[standing],
        format: 'numeric' as const,
      })),
    ],
    rows: organisations.map((one) => [
      {
        html: html`<a class="govuk-link" href="/self-assessment/${year.year}/${one.organisation.organisationId}">${directory.nameOf(one.organisation)}</a>`,
      },
      { html: statusOf(one) },
      { text: String(one.asked), format: 'numeric' as const },
      ...SelfAssessed.options.map((standing) => ({
        text: besideLastYear(one.counts, one.yearBefore, standing),
        format: 'numeric' as const,
      })),
    ]),
  }),
)}
<p class="govuk-body govuk-!-font-size-16">In brackets: what the organisation said the year before.</p>`
}

function statusOf({ submittedOn, begun, overdue }: ReadYear['organisations'][number]): Html {
  if (submittedOn !== null) return html`Answered ${writtenDate(submittedOn)}`
  return html`${begun ? 'Begun' : 'Not begun'}${overdue && html`, <strong>overdue</strong>`}`
}

function besideLastYear(
  counts: SelfAssessedCounts | null,
  before: SelfAssessedCounts | null,
  standing: SelfAssessed,
): string {
  const now = counts === null ? '–' : String(counts[standing])
  return before === null ? now : `${now} (${before[standing]})`
}
