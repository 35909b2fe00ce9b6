import type { Db } from '@cdop/database'
import type { AreaId, ReleaseId } from '@cdop/domain'
import type { ReleaseHead } from '../release/release.ts'
import { findRelease, releasesOf } from '../release/release-store.ts'

/** The releases of an area that readers get, newest first. */
export async function publishedReleases(tx: Db, areaId: AreaId): Promise<readonly ReleaseHead[]> {
  return releasesOf(tx, areaId)
}

/** The head of a release that readers get. @throws Refusal `not-found` */
export async function findPublishedRelease(
  tx: Db,
  areaId: AreaId,
  releaseId: ReleaseId,
): Promise<ReleaseHead> {
  return findRelease(tx, areaId, releaseId)
}
