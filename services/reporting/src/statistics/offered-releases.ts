import type { Db } from '@cdop/database'
import { type AreaId, Refusal, type ReleaseId } from '@cdop/domain'
import { isToDate } from '../release/figures-to-date.ts'
import type { StoredTable } from '../release/release.ts'
import { type ReleaseLine, signedReleases } from '../release/release-head-store.ts'
import { tablesAsReleased } from '../release/release-store.ts'

/**
 * The published releases that are offered beside each other, newest first. Figures to date are protected against nothing else of
 * their year: only the newest are offered, and none once the whole year is released.
 */
export async function offeredReleases(tx: Db, areaId: AreaId): Promise<readonly ReleaseLine[]> {
  const signed = await signedReleases(tx, areaId)
  return signed.filter((one, at) => {
    const ofItsYear = signed.filter(({ reportingYear }) => reportingYear === one.reportingYear)
    return !isToDate(one) || (ofItsYear.every(isToDate) && signed.indexOf(ofItsYear[0] ?? one) === at)
  })
}

/** One of them with its tables. @throws Refusal `not-found`; Error when a table is not what was released */
export async function offeredRelease(
  tx: Db,
  areaId: AreaId,
  releaseId: ReleaseId,
): Promise<{ head: ReleaseLine; tables: readonly StoredTable[] }> {
  const head = (await offeredReleases(tx, areaId)).find((one) => one.releaseId === releaseId)
  if (head === undefined) throw new Refusal('not-found')
  return { head, tables: await tablesAsReleased(tx, areaId, head) }
}
