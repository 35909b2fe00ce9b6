import { type Actor, Area, assessScope, countCase, noneCounted } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { type Row, readTable, type Table, TableRefusal } from '@cdop/tabular'
import { indexesOf } from '../identity/child-identity.ts'
import { MOST_CASES, openBundle } from '../open-case-import/open-bundle.ts'
import { readOpenCase } from '../open-case-import/read-open-case.ts'
import { type ReadSheets, readSheets } from '../open-case-import/read-sheets.ts'
import { checkRow } from './check-row.ts'
import { finishChecks, Overtaken, refuseFile, type StagedRow, saveBatch, saveCount } from './check-store.ts'
import { cipherOf, FILE_BYTES, filePieces, hashing, keyOf, PiecesGone } from './file-pieces.ts'
import { actorOf, CHECK_IMPORT, ImportJob, insureImport } from './import-jobs.ts'
import { findImport, type ImportCounts, lockImport, type StoredImport } from './import-store.ts'
import { type CellFault, type PlacedMapping, placeMapping } from './map-row.ts'
import type { Mapping } from './mapping.ts'
import { mappingOf } from './mappings.ts'

/** Rows of one file. */
const MOST_ROWS = 50_000
/** Milliseconds between two words that a check is under way; reading a large file takes longer than one step may. */
const BEAT = 15_000
/** Rows looked at in one transaction. */
const BATCH = 100
/** Faults that are told; a file with more has the same mistake in every row. */
const MOST_FAULTS = 2_000

type Checking = { parts: ServiceParts; actor: Actor; job: ImportJob }

/**
 * Looks at an uploaded file row by row, and leaves it ready to be confirmed or refused with every fault that was found.
 * Taken up where it was left when the process ended; stops when the import was cancelled meanwhile.
 */
export async function checkImport(parts: ServiceParts, payload: unknown): Promise<void> {
  const job = ImportJob.parse(payload)
  const checking = { parts, actor: actorOf(job), job }
  const stored = await takeUp(checking)
  if (stored === null) return
  const beat = setInterval(() => void takeUp(checking).catch(() => undefined), BEAT)
  try {
    const mapping = mappingOf(stored.mapping, stored.mappingVersion)
    const counted = stored.rowsTotal === null ? await countRows(checking, stored, mapping) : stored
    if (counted !== null) await checkRows(checking, counted, mapping)
  } catch (thrown) {
    if (thrown instanceof PiecesGone || thrown instanceof Overtaken) return
    if (!(thrown instanceof TableRefusal)) throw thrown
    await refuseFile(checking, stored, thrown)
  } finally {
    clearInterval(beat)
  }
}

/** Says that somebody is at it, while there is something to check. Null when there is not. */
function takeUp({ parts, actor, job }: Checking): Promise<StoredImport | null> {
  return parts.database.transaction(actor, async (tx) => {
    const stored = await lockImport(tx, job)
    if (stored.state !== 'checking') return null
    await insureImport(tx, CHECK_IMPORT, job)
    return stored
  })
}

/** The table of an upload. Its rows may still turn out to be cut short. */
async function tableOf(mapping: Mapping, bytes: AsyncIterable<Uint8Array>): Promise<Uploaded> {
  if (!mapping.bundle) {
    const table = await readTable(bytes, { limits: { bytes: FILE_BYTES, rows: MOST_ROWS } })
    return { table, sheets: null }
  }
  const bundle = await openBundle(bytes)
  const sheets = await readSheets(bundle)
  const table = await bundle.sheets.get('cases')?.()
  if (table === undefined) throw new TableRefusal('missing-sheet', { column: 'cases' })
  return { table, sheets }
}

/** What was uploaded: the rows that become notifications, and what a bundle has besides. */
type Uploaded = { table: Table; sheets: ReadSheets | null }

/** Reads the file once to its end, so that what is wrong with it as a whole is known before a row is kept. */
async function countRows(
  checking: Checking,
  stored: StoredImport,
  mapping: Mapping,
): Promise<StoredImport | null> {
  const { parts, actor } = checking
  const file = hashing(parts.keys, filePieces(parts, actor, stored))
  const { table } = await tableOf(mapping, file.bytes())
  placeMapping(mapping, table.columns)
  let rows = 0
  for await (const _ of table.rows) rows += 1
  if (mapping.bundle && rows > MOST_CASES) throw new TableRefusal('too-many-rows')
  const sha256 = mapping.bundle ? file.sha256() : null
  await saveCount(checking, stored, { rows, digest: file.digest(), sha256 })
  const now = await parts.database.transaction(actor, (tx) => findImport(tx, keyOf(stored)))
  return now.state === 'checking' ? now : null
}

/** What has been found since the last transaction. */
type Batch = { rows: StagedRow[]; faults: CellFault[]; seen: number; lastRow: number; counts: ImportCounts }

async function checkRows(checking: Checking, stored: StoredImport, mapping: Mapping): Promise<void> {
  const { parts, actor } = checking
  const area = await areaOf(checking)
  const { table, sheets } = await tableOf(mapping, filePieces(parts, actor, stored))
  const placed = placeMapping(mapping, table.columns)
  let known = stored
  let batch = emptyBatch(stored)
  if (stored.rowsChecked === 0 && sheets !== null) batch.faults.push(...sheets.faults.slice(0, MOST_FAULTS))
  for await (const row of table.rows) {
    if (row.number <= stored.lastRow) continue
    lookAt(checking, { known, placed, area, sheets }, batch, row)
    if (batch.seen < BATCH) continue
    known = await saveBatch(checking, known, batch)
    batch = emptyBatch(known)
    if (known.faults >= MOST_FAULTS) break
  }
  if (batch.seen > 0) known = await saveBatch(checking, known, batch)
  await finishChecks(checking, known)
}

type LookedAt = { known: StoredImport; placed: PlacedMapping; area: Area; sheets: ReadSheets | null }

function lookAt(
  { parts }: Checking,
  { known, placed, area, sheets }: LookedAt,
  batch: Batch,
  row: Row,
): void {
  batch.seen += 1
  batch.lastRow = row.number
  const checked = checkRow(parts, known.areaId, placed, row)
  if (!checked.ok) {
    batch.faults.push(...checked.faults)
    return
  }
  const diedOn = checked.read.content.death.dateOfDeath
  const beside = sheets && readOpenCase(placed, row, sheets, { diedOn, today: parts.clock.today() })
  if (beside !== null) batch.faults.push(...beside.faults)
  if (beside?.read) batch.counts.bundle = countCase(batch.counts.bundle ?? noneCounted(), beside.read.open)
  const { outcome } = assessScope(checked.read.content, area)
  batch.counts[outcome === 'in' ? 'inScope' : outcome === 'out' ? 'outOfScope' : 'scopePending'] += 1
  batch.counts.leftOut += checked.leftOut
  // After the first fault nothing of the file will be taken; what is left is looked at only for its faults.
  if (known.faults + batch.faults.length > 0) return
  const cipher = cipherOf(parts.keys, known)
  const confirmation = beside?.read?.confirmation ?? null
  batch.rows.push({
    rowNumber: row.number,
    received: cipher.sealJson('import_rows', 'received', {
      row: row.number,
      ...checked.received,
      ...(confirmation !== null && { confirmation }),
    }),
    rest: beside?.read ? cipher.sealJson('import_rows', 'rest', { diedOn, open: beside.read.open }) : null,
    nhsNumberIndex: indexesOf(parts.keys, checked.read.content).nhsNumber,
  })
}

function emptyBatch({ lastRow, counts, rowsTotal }: StoredImport): Batch {
  const none = { inScope: 0, outOfScope: 0, scopePending: 0, knownHere: 0, repeatedInFile: 0, leftOut: 0 }
  return { rows: [], faults: [], seen: 0, lastRow, counts: counts ?? { rows: rowsTotal ?? 0, ...none } }
}

function areaOf({ parts, actor, job }: Checking): Promise<Area> {
  return parts.database.transaction(actor, async (tx) => {
    const [row] = await tx`select area from intake.areas where area_id = ${job.areaId}`
    return Area.parse(row?.['area'])
  })
}
