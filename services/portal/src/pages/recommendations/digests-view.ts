import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Directory, factorAnalysis } from './services.ts'

type Digest = Awaited<
  ReturnType<ReturnType<typeof factorAnalysis>['recommendation']['list']['query']>
>['digests'][number]

const outcomeWords: Readonly<Record<NonNullable<Digest['outcome']>, string>> = {
  sent: 'Mailed',
  'no-mailbox': 'Not mailed: not in use in the directory',
}

/** What owners were reminded of in the newest week; null while nobody was. */
export function digestsTable({
  digests,
  directory,
}: {
  readonly digests: readonly Digest[]
  readonly directory: Directory
}): Html | null {
  const [first] = digests
  if (first === undefined) return null
  const title = 'Owners who were reminded'
  return html`<h2 class="govuk-heading-m">${title}</h2>
${scrollRegion(
  title,
  table({
    caption: `In the week of ${writtenDate(first.weekOf)}`,
    captionClasses: 'govuk-table__caption--s',
    head: ['Organisation', 'Overdue', 'Due in 14 days', 'Mail'].map((text) => ({ text })),
    rows: digests.map((digest) => [
      { text: directory.nameOf(digest) },
      { text: String(digest.overdue) },
      { text: String(digest.due) },
      { text: digest.outcome === null ? 'Waiting to be sent' : outcomeWords[digest.outcome] },
    ]),
  }),
)}`
}
