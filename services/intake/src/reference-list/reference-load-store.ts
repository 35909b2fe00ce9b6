import type { Db } from '@cdop/database'
import {
  areasOfIndex,
  DeprivationIndex,
  type Instant,
  LsoaVersion,
  PlainMonth,
  PostcodeProduct,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'

/** Which official list a file is: by name and edition, the month of postcodes or the census of deprivation. */
export const ReferenceList = z.union([
  z.strictObject({ list: PostcodeProduct, edition: PlainMonth }),
  z
    .strictObject({ list: DeprivationIndex, edition: LsoaVersion })
    .refine(({ list, edition }) => areasOfIndex[list].lsoaVersion === edition, {
      error: 'an index stands on the small areas of one census',
    }),
])
export type ReferenceList = z.infer<typeof ReferenceList>

/** Hex of the SHA-256 of a file's bytes. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

export const LoadId = z.int().positive()
export type LoadId = z.infer<typeof LoadId>

const StoredLoad = z.object({
  id: LoadId,
  list: z.union([PostcodeProduct, DeprivationIndex]),
  edition: z.union([PlainMonth, LsoaVersion]),
  partOnly: z.boolean(),
  state: z.enum(['loading', 'in-force', 'abandoned', 'replaced']),
  pieces: z.int(),
  rows: z.int(),
})
export type StoredLoad = z.infer<typeof StoredLoad>

const columns = (tx: Db) => tx`id, list, edition, part_only, state, pieces, rows`

/** The list that is in force and was loaded from this very file, and since when; null when none was. */
export async function loadedFrom(
  tx: Db,
  fileHash: string,
): Promise<{ load: StoredLoad; loadedAt: Instant } | null> {
  const [row] = await tx<{ loadedAt: Instant }[]>`
    select ${columns(tx)}, loaded_at from intake.reference_loads
    where state = 'in-force' and file_hash = decode(${fileHash}, 'hex')
  `
  return row === undefined ? null : { load: StoredLoad.parse(row), loadedAt: row.loadedAt }
}

/** Gives up on a load of this list that was begun and never ended. */
export async function abandonLoads(tx: Db, { list, edition }: ReferenceList): Promise<void> {
  // Of two that begin at once the second gives up the first.
  await tx`select pg_advisory_xact_lock(hashtext(${`reference ${list} ${edition}`}))`
  await tx`
    update intake.reference_loads set state = 'abandoned'
    where list = ${list} and edition = ${edition} and state = 'loading'
  `
}

export async function addLoad(
  tx: Db,
  { list, edition }: ReferenceList,
  { fileHash, partOnly, beganAt }: { fileHash: string; partOnly: boolean; beganAt: Instant },
): Promise<LoadId> {
  const [row] = await tx<{ id: number }[]>`
    insert into intake.reference_loads (list, edition, part_only, file_hash, state, began_at)
    values (${list}, ${edition}, ${partOnly}, decode(${fileHash}, 'hex'), 'loading', ${beganAt})
    returning id
  `
  return LoadId.parse(row?.id)
}

/** A load under way, locked. @throws Refusal `reference-load-superseded` when it is not under way any more */
export async function lockLoad(tx: Db, id: LoadId): Promise<StoredLoad> {
  const [row] = await tx`select ${columns(tx)} from intake.reference_loads where id = ${id} for update`
  const load = StoredLoad.safeParse(row)
  if (!load.success || load.data.state !== 'loading') throw new Refusal('reference-load-superseded')
  return load.data
}

/** Writes down that a load has come one piece further. */
export async function countPiece(tx: Db, id: LoadId, rows: number): Promise<void> {
  await tx`
    update intake.reference_loads set pieces = pieces + 1, rows = rows + ${rows} where id = ${id}
  `
}

/** The load counts from now on; the one of the same list and edition before it no longer does. */
export async function putInForce(tx: Db, load: StoredLoad, at: Instant): Promise<{ replaced: boolean }> {
  const before = await tx`
    update intake.reference_loads set state = 'replaced'
    where list = ${load.list} and edition = ${load.edition} and state = 'in-force'
    returning id
  `
  await tx`update intake.reference_loads set state = 'in-force', loaded_at = ${at} where id = ${load.id}`
  return { replaced: before.length > 0 }
}

/** The most rows a whole list of this name ever had. */
export async function mostRowsOf(tx: Db, list: StoredLoad['list']): Promise<number> {
  const [row] = await tx<{ most: number | null }[]>`
    select max(rows) as most from intake.reference_loads
    where list = ${list} and state in ('in-force', 'replaced') and not part_only
  `
  return row?.most ?? 0
}

/** Every list in force, the newest edition first. */
export async function listsInForce(tx: Db): Promise<readonly (StoredLoad & { loadedAt: Instant })[]> {
  const rows = await tx<{ loadedAt: Instant }[]>`
    select ${columns(tx)}, loaded_at from intake.reference_loads where state = 'in-force'
    order by edition desc, list
  `
  return rows.map((row) => ({ ...StoredLoad.parse(row), loadedAt: row.loadedAt }))
}
