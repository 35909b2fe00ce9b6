import type { Db } from '@cdop/database'
import { type AreaId, type Instant, type PersonId, SavedViewId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { WorklistFilter } from '../case/worklist-filter.ts'

/** As many as one person keeps in an area. */
export const MOST_SAVED_VIEWS = 20

/** What a person calls a worklist they keep. */
export const SavedViewName = text(60)

/** A worklist a person keeps under a name of their own. */
export const SavedView = z.strictObject({
  savedViewId: SavedViewId,
  name: SavedViewName,
  filter: WorklistFilter,
  /** The one their worklist begins with. */
  begins: z.boolean(),
  version: z.int().positive(),
})
export type SavedView = z.infer<typeof SavedView>

/** Whose views. */
export type Keeper = { readonly areaId: AreaId; readonly personId: PersonId }

/** The name is bound to its view: it opens as no other's. */
const tableOf = (savedViewId: string) => `saved_views/${savedViewId}`

/** What a person keeps, in the order they saved it. `lock` until the end of the transaction. */
export async function savedViewsOf(
  tx: Db,
  cipher: () => Promise<SubjectCipher>,
  { areaId, personId }: Keeper,
  { lock = false }: { lock?: boolean } = {},
): Promise<SavedView[]> {
  const rows = await tx`
    select saved_view_id, name, view, sort, owner_id, of_nobody, begins, version from case_review.saved_views
    where area_id = ${areaId} and person_id = ${personId}
    order by saved_at, saved_view_id ${lock ? tx`for update` : tx``}
  `
  if (rows.length === 0) return []
  const key = await cipher()
  return rows.map(({ savedViewId, name, view, sort, ownerId, ofNobody, begins, version }) =>
    SavedView.parse({
      savedViewId,
      name: key.openJson(tableOf(savedViewId), 'name', name),
      filter: { view, sort, owner: ofNobody ? 'nobody' : ownerId },
      begins,
      version,
    }),
  )
}

export async function insertSavedView(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, personId }: Keeper,
  { savedViewId, name, filter, at }: Pick<SavedView, 'savedViewId' | 'name' | 'filter'> & { at: Instant },
): Promise<void> {
  const { view, sort, owner } = filter
  await tx`
    insert into case_review.saved_views (area_id, saved_view_id, person_id, name, view, sort, owner_id, of_nobody,
      saved_at)
    values (${areaId}, ${savedViewId}, ${personId}, ${cipher.sealJson(tableOf(savedViewId), 'name', name)}, ${view},
      ${sort}, ${owner === 'nobody' ? null : owner}, ${owner === 'nobody'}, ${at})
  `
}

/** False when it is not theirs, or was changed since. */
export async function updateName(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, personId }: Keeper,
  { savedViewId, name, version }: Pick<SavedView, 'savedViewId' | 'name' | 'version'>,
): Promise<boolean> {
  const rows = await tx`
    update case_review.saved_views
    set name = ${cipher.sealJson(tableOf(savedViewId), 'name', name)}, version = version + 1
    where area_id = ${areaId} and saved_view_id = ${savedViewId} and person_id = ${personId} and version = ${version}
    returning saved_view_id
  `
  return rows.length > 0
}

export async function deleteSavedView(
  tx: Db,
  { areaId, personId }: Keeper,
  savedViewId: SavedViewId,
): Promise<void> {
  await tx`
    delete from case_review.saved_views
    where area_id = ${areaId} and saved_view_id = ${savedViewId} and person_id = ${personId}
  `
}

/** Their worklist begins with this one from now on; with none of them for null. */
export async function beginWithView(
  tx: Db,
  { areaId, personId }: Keeper,
  savedViewId: SavedViewId | null,
): Promise<void> {
  await tx`
    update case_review.saved_views set begins = false
    where area_id = ${areaId} and person_id = ${personId} and begins
  `
  if (savedViewId === null) return
  await tx`
    update case_review.saved_views set begins = true
    where area_id = ${areaId} and person_id = ${personId} and saved_view_id = ${savedViewId}
  `
}
