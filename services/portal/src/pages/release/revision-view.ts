import { londonDate } from '@cdop/domain'
import { type RevisionCause, reportingYearFrom } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenCount } from '../../figure-table/written-statistic.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Release } from './release.ts'

type Published = Extract<Release['tables'][number], { outcome: 'published' }>
type Revision = NonNullable<Published['revision']>

const causeWords: Record<RevisionCause, string> = {
  'late-notification': 'Deaths notified since',
  'late-review': 'Reviews recorded since',
  'reopened-review': 'Reviews that were reopened and agreed again',
  correction: 'Corrections to what was recorded',
  merged: 'Records merged with another of the same child',
  'merge-undone': 'Records that were merged and are counted for themselves again',
  'reported-in-error': 'Deaths reported in error',
  'handed-over': 'Records another area has taken over, or given back',
}

const keptWords: Record<NonNullable<Revision['kept']>, string> = {
  'measured-otherwise': 'It is counted in another way now, so the table stands as it was released before.',
  'not-made-again':
    'What it was counted from has changed since, so the table stands as it was released before.',
}

/** What differs from the release before of a table, why, and what was kept so that no small count can be worked out. */
export function revisionView({ title, table: published, revision }: Published): Html | null {
  if (revision === null) return null
  const { since, changed, kept } = revision
  const { threshold } = published.rule
  const heading =
    since === null
      ? 'Changes to what was released before'
      : `Changes since the release of figures known on ${writtenDate(londonDate(since.asKnownOn))}`
  return html`<h3 class="govuk-heading-s">${heading}<span class="govuk-visually-hidden">: ${title}</span></h3>
${kept !== null && html`<p class="govuk-body">${keptWords[kept]}</p>`}
${kept === null && changed.length === 0 && html`<p class="govuk-body">No figure was changed.</p>`}
${changed.length > 0 && changes(published, changed, title)}
${since !== null && why(revision, threshold)}
<p class="govuk-body">A figure that would differ by fewer than ${threshold} keeps its value, and so does one whose change
could help to work out a hidden one. What was hidden stays hidden. Totals are the sums of what stands here.</p>`
}

function changes({ measure }: Published['table'], changed: Revision['changed'], title: string): Html {
  const { rows, columns } = measure
  const labelOf = (codes: readonly { code: string; label: string }[], code: string) =>
    codes.find((one) => one.code === code)?.label ?? 'Total'
  return scrollRegion(
    `Changes: ${title}`,
    table({
      caption: 'Figures that were changed',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: rows.title },
        ...(columns === null ? [] : [{ text: columns.title }]),
        { text: 'Released before', format: 'numeric' },
        { text: 'Now', format: 'numeric' },
      ],
      rows: changed.map(({ row, column, before, after }) => [
        { text: labelOf(rows.codes, row) },
        ...(columns === null ? [] : [{ text: labelOf(columns.codes, column) }]),
        { text: writtenCount(before), format: 'numeric' as const },
        { text: writtenCount(after), format: 'numeric' as const },
      ]),
    }),
  )
}

function why({ causes }: Revision, threshold: number): Html {
  if (causes === null) {
    return html`<p class="govuk-body">How many cases were touched, and by what, is told only where none of the counts is from
1 to ${threshold - 1}, and not where nothing was.</p>`
  }
  return html`<p class="govuk-body">Cases touched since then, by what was recorded about them:</p>
<ul class="govuk-list govuk-list--bullet">${causes.map(
    ({ cause, cases }) => html`<li>${causeWords[cause]}: ${writtenCount(cases)}</li>`,
  )}</ul>`
}

/** Figures to date are held to no other release: what that means for whoever publishes them. */
export function toDateWarning({ reportingYear, asKnownOn }: Release): Html | null {
  const year = reportingYearFrom(reportingYear)
  if (londonDate(asKnownOn) > year.end) return null
  return insetText({
    text:
      'These are figures to date, of a year that had not ended. They are held to no other release of the year: ' +
      'published beside another, the difference could tell small counts.',
  })
}
