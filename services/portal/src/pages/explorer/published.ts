import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import type { PersonVisit } from '../../page/visit.ts'

type Reporting = ReturnType<typeof clientOf<ReportingRouter>>

/** A published release as reporting lists it. */
export type PublishedRelease = Awaited<
  ReturnType<Reporting['statistics']['releases']['query']>
>['releases'][number]

/** The published releases of the area, newest first. */
export async function publishedReleases(visit: PersonVisit): Promise<readonly PublishedRelease[]> {
  const { areaId } = visit
  return (await visit.call<ReportingRouter>('reporting').statistics.releases.query({ areaId })).releases
}

/** Every table any of the releases names, once, in the order of their ids, as the choices of a list. */
export function tablesToChoose(releases: readonly PublishedRelease[]): { value: string; text: string }[] {
  const titles = new Map(
    releases
      .toReversed()
      .flatMap(({ tables }) => tables.map(({ tableId, title }) => [tableId, title] as const)),
  )
  return [...titles]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([value, title]) => ({ value, text: `${title} (${value})` }))
}

/** The tables of several years together that count the same by the same as this one of a single year. */
export function pooledWith(release: PublishedRelease, tableId: string): PublishedRelease['tables'] {
  const own = release.tables.find((table) => table.tableId === tableId)?.holds
  if (own === undefined || own === null || own.years.length !== 1) return []
  return release.tables.filter(
    ({ holds }) =>
      holds !== null &&
      holds.years.length > 1 &&
      holds.shape !== 'series' &&
      holds.population === own.population &&
      holds.rowField === own.rowField &&
      holds.columnField === own.columnField,
  )
}
