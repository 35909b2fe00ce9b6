import type { Db } from '@cdop/database'
import { AreaId, BundleCounts, ImportId, Instant, PersonId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { CHECK_IMPORT, EXPIRE_IMPORT, letImportRest } from './import-jobs.ts'
import { ImportState } from './import-state.ts'

/** What a person weighs before confirming. */
export const ImportCounts = z.strictObject({
  rows: z.int(),
  inScope: z.int(),
  outOfScope: z.int(),
  /** Born alive or not is not known yet. */
  scopePending: z.int(),
  /** Rows whose NHS number a notification of this area already has. */
  knownHere: z.int(),
  /** Rows whose NHS number an earlier row of the file has. */
  repeatedInFile: z.int(),
  /** Filled cells the form does not ask for of that child. */
  leftOut: z.int(),
  /** What a bundle of open cases holds besides. */
  bundle: BundleCounts.exactOptional(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const StoredImport = z.object({
  areaId: AreaId,
  id: ImportId,
  state: ImportState,
  mapping: z.string(),
  mappingVersion: z.string(),
  beganBy: PersonId,
  beganAt: Instant,
  changedAt: Instant,
  pieces: z.int(),
  wrapped: z.instanceof(Uint8Array).nullable(),
  fileHash: z.instanceof(Uint8Array).nullable(),
  fileSha256: z.string().nullable(),
  rowsTotal: z.int().nullable(),
  rowsChecked: z.int(),
  lastRow: z.int(),
  rowsReceived: z.int(),
  faults: z.int(),
  leftOut: z.int(),
  refusal: z.string().nullable(),
  sameAs: ImportId.nullable(),
  counts: ImportCounts.nullable(),
  confirmedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})
export type StoredImport = z.infer<typeof StoredImport>

export type ImportKey = { areaId: AreaId; importId: ImportId }

/** @throws Refusal `not-found`, also to an actor of another area */
export async function findImport(tx: Db, key: ImportKey): Promise<StoredImport> {
  return found(await tx`select * from intake.imports where area_id = ${key.areaId} and id = ${key.importId}`)
}

/** The same, for this transaction alone to change. @throws Refusal `not-found` */
export async function lockImport(tx: Db, key: ImportKey): Promise<StoredImport> {
  return found(
    await tx`select * from intake.imports where area_id = ${key.areaId} and id = ${key.importId} for update`,
  )
}

function found(rows: readonly unknown[]): StoredImport {
  const [row] = rows
  if (row === undefined) throw new Refusal('not-found')
  return StoredImport.parse(row)
}

/** Destroys what was uploaded and read of it, but not what came of it. */
async function destroyStaging(tx: Db, { areaId, importId }: ImportKey): Promise<void> {
  await tx`delete from intake.import_pieces where area_id = ${areaId} and import_id = ${importId}`
  await tx`
    delete from intake.import_rows
    where area_id = ${areaId} and import_id = ${importId} and notification_id is null`
}

/** Ends an import before it was confirmed: nothing of the file stays. */
export async function endImport(
  tx: Db,
  key: ImportKey,
  ended:
    | { state: 'cancelled'; at: Instant }
    | { state: 'refused'; at: Instant; refusal: string; sameAs?: ImportId },
): Promise<void> {
  await destroyStaging(tx, key)
  await letImportRest(tx, key.importId, [CHECK_IMPORT, EXPIRE_IMPORT])
  const refused = ended.state === 'refused' ? ended : null
  await tx`
    update intake.imports set state = ${ended.state}, wrapped = null, counts = null,
      file_hash = null, refusal = ${refused?.refusal ?? null}, same_as = ${refused?.sameAs ?? null},
      changed_at = ${ended.at}, ended_at = ${ended.at}
    where area_id = ${key.areaId} and id = ${key.importId}`
}
