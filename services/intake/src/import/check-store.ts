import type { Db } from '@cdop/database'
import type { Actor } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import type { TableRefusal } from '@cdop/tabular'
import { keyOf } from './file-pieces.ts'
import { CHECK_IMPORT, type ImportJob, insureImport, letImportRest } from './import-jobs.ts'
import { endImport, findImport, type ImportCounts, lockImport, type StoredImport } from './import-store.ts'
import type { CellFault } from './map-row.ts'

/** A row that waits for the file to be confirmed. */
export type StagedRow = {
  rowNumber: number
  received: Buffer
  nhsNumberIndex: Buffer | null
  /** What else a bundle says of the case. */
  rest: Buffer | null
}

type Checking = { parts: ServiceParts; actor: Actor; job: ImportJob }

/** Somebody cancelled the import, or another process went on with it. */
export class Overtaken extends Error {
  constructor() {
    super('the import went on without this check')
    this.name = 'Overtaken'
  }
}

/** Runs `work` while the import is as far as it was left, and nobody else changes it. @throws Overtaken otherwise */
function whileChecking<Result>(
  { parts, actor, job }: Checking,
  known: StoredImport,
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  return parts.database.transaction(actor, async (tx) => {
    const stored = await lockImport(tx, keyOf(known))
    if (stored.state !== 'checking' || stored.lastRow !== known.lastRow) throw new Overtaken()
    await insureImport(tx, CHECK_IMPORT, job)
    return work(tx)
  })
}

/** Keeps how many rows the file has; refuses it when the same file was taken before. */
export function saveCount(
  checking: Checking,
  known: StoredImport,
  { rows, digest, sha256 }: { rows: number; digest: Buffer; sha256: string | null },
): Promise<void> {
  return whileChecking(checking, known, async (tx) => {
    if (await refusedAsKnown(checking, tx, known, digest)) return
    await tx`
      update intake.imports set rows_total = ${rows}, file_hash = ${digest}, file_sha256 = ${sha256},
        changed_at = ${checking.parts.clock.now()}
      where area_id = ${known.areaId} and id = ${known.id}`
  })
}

async function refusedAsKnown(
  { parts }: Checking,
  tx: Db,
  known: StoredImport,
  digest: Uint8Array,
): Promise<boolean> {
  const [earlier] = await tx`
    select id from intake.imports
    where area_id = ${known.areaId} and file_hash = ${Buffer.from(digest)}
      and state in ('ready', 'confirmed', 'done') and id <> ${known.id}`
  if (earlier === undefined) return false
  await endImport(tx, keyOf(known), {
    state: 'refused',
    at: parts.clock.now(),
    refusal: 'already-imported',
    sameAs: earlier['id'],
  })
  return true
}

/** Keeps what was found of the next rows, and how far the check has come. */
export function saveBatch(
  checking: Checking,
  known: StoredImport,
  batch: {
    rows: readonly StagedRow[]
    faults: readonly CellFault[]
    seen: number
    lastRow: number
    counts: ImportCounts
  },
): Promise<StoredImport> {
  const { areaId, id } = known
  return whileChecking(checking, known, async (tx) => {
    if (batch.rows.length > 0) {
      await tx`insert into intake.import_rows ${tx(
        batch.rows.map((row) => ({
          area_id: areaId,
          import_id: id,
          row_number: row.rowNumber,
          received: row.received,
          nhs_number_index: row.nhsNumberIndex,
          rest: row.rest,
          open_case: row.rest !== null,
        })),
      )}`
    }
    await addFaults(tx, known, batch.faults)
    await tx`
      update intake.imports set rows_checked = rows_checked + ${batch.seen}, last_row = ${batch.lastRow},
        faults = faults + ${batch.faults.length}, counts = ${tx.json(batch.counts)},
        changed_at = ${checking.parts.clock.now()}
      where area_id = ${areaId} and id = ${id}`
    return findImport(tx, keyOf(known))
  })
}

type Fault = Omit<CellFault, 'row' | 'column' | 'valueClass'> & {
  row: number | null
  column: string | null
  valueClass: string | null
}

async function addFaults(
  tx: Db,
  { areaId, id, faults }: StoredImport,
  found: readonly Fault[],
): Promise<void> {
  if (found.length === 0) return
  await tx`insert into intake.import_faults ${tx(
    found.map((fault, index) => ({
      area_id: areaId,
      import_id: id,
      position: faults + index,
      row_number: fault.row,
      column_name: fault.column,
      value_class: fault.valueClass,
      says: fault.says,
      cure: fault.cure.slice(0, 3000),
    })),
  )}`
}

/** Every row was looked at: the file is ready to be confirmed, or refused for the rows that are wrong. */
export function finishChecks(checking: Checking, known: StoredImport): Promise<void> {
  const { areaId, id } = known
  return whileChecking(checking, known, async (tx) => {
    const at = checking.parts.clock.now()
    if (known.faults > 0) {
      await endImport(tx, keyOf(known), { state: 'refused', at, refusal: 'rows-wrong' })
      return
    }
    if (known.fileHash !== null && (await refusedAsKnown(checking, tx, known, known.fileHash))) return
    const [found] = await tx<{ here: number; repeated: number }[]>`
      select
        (select count(*) from intake.import_rows r
         where r.area_id = ${areaId} and r.import_id = ${id} and r.nhs_number_index is not null and exists (
           select from intake.notifications n
           where n.area_id = ${areaId} and n.nhs_number_index = r.nhs_number_index)) as here,
        (select count(r.nhs_number_index) - count(distinct r.nhs_number_index) from intake.import_rows r
         where r.area_id = ${areaId} and r.import_id = ${id}) as repeated`
    const counts = { ...known.counts, knownHere: found?.here ?? 0, repeatedInFile: found?.repeated ?? 0 }
    await tx`delete from intake.import_pieces where area_id = ${areaId} and import_id = ${id}`
    await letImportRest(tx, id, [CHECK_IMPORT])
    await tx`
      update intake.imports set state = 'ready', counts = ${tx.json(counts)}, changed_at = ${at}
      where area_id = ${areaId} and id = ${id}`
  })
}

/** The file cannot be read to its end: nothing of it is kept but what is wrong. */
export function refuseFile(checking: Checking, begun: StoredImport, refused: TableRefusal): Promise<void> {
  const { parts, actor } = checking
  return parts.database.transaction(actor, async (tx) => {
    const stored = await lockImport(tx, keyOf(begun))
    if (stored.state !== 'checking') return
    await addFaults(tx, stored, [
      {
        row: refused.row ?? null,
        column: refused.column ?? null,
        valueClass: null,
        says: refused.says,
        cure: refused.cure,
      },
    ])
    await tx`
      update intake.imports set faults = faults + 1 where area_id = ${stored.areaId} and id = ${stored.id}`
    await endImport(tx, keyOf(stored), { state: 'refused', at: parts.clock.now(), refusal: refused.fault })
  })
}
