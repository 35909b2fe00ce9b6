import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type ImportedAs,
  type ImportId,
  Instant,
  OpenCase,
  PersonId,
  PlainDate,
  SheetCounts,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { dropFiles, holdFiles } from './file/file-rows.ts'

/** A bundle somebody has signed off, or is about to. */
export const OpenCaseImport = z.object({
  cases: z.int(),
  begunBy: PersonId,
  begunAt: Instant,
  signedOffAt: Instant.nullable(),
  chasedFrom: PlainDate.nullable(),
  chasingTakenBy: PersonId.nullable(),
})
export type OpenCaseImport = z.infer<typeof OpenCaseImport>

type Of = { areaId: AreaId; importId: ImportId }

/** The import, or null where there is none; locked until the end of the transaction when `lock` is set. */
export async function findOpenCaseImport(
  tx: Db,
  { areaId, importId }: Of,
  { lock = false }: { lock?: boolean } = {},
): Promise<OpenCaseImport | null> {
  const [row] = await tx`
    select cases, begun_by, begun_at, signed_off_at, chased_from, chasing_taken_by from case_review.open_case_imports
    where area_id = ${areaId} and import_id = ${importId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : OpenCaseImport.parse(row)
}

/** Bound to its row: it opens as no other's. */
const tableOf = ({ importId, row }: ImportedAs) => `open_case_rows/${importId}/${row}`

/** Keeps what a bundle says of its cases until they begin here. What is kept already stays. */
export async function stageOpenCases(
  tx: Db,
  keys: KeyProvider,
  { areaId, importId }: Of,
  { cases, by, at }: { cases: readonly OpenCase[]; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into case_review.open_case_imports (area_id, import_id, cases, begun_by, begun_at)
    values (${areaId}, ${importId}, ${cases.length}, ${by}, ${at}) on conflict do nothing
  `
  const cipher = await areaCipher(tx, keys, areaId)
  for (const open of cases) {
    const { row } = open
    await tx`
      insert into case_review.open_case_rows (area_id, import_id, row_number, content)
      values (${areaId}, ${importId}, ${row}, ${cipher.sealJson(tableOf({ importId, row }), 'content', open)})
      on conflict do nothing
    `
  }
}

/**
 * Somebody signed the bundle off, and intake takes its notifications in: it cannot be taken back any more.
 * @throws Error when nothing of it is kept
 */
export async function markSignedOff(tx: Db, { areaId, importId }: Of, at: Instant): Promise<void> {
  const marked = await tx`
    update case_review.open_case_imports set signed_off_at = coalesce(signed_off_at, ${at})
    where area_id = ${areaId} and import_id = ${importId} returning import_id
  `
  if (marked.length === 0) throw new Error('nothing of the bundle is kept')
}

/**
 * Forgets a bundle that was not signed off, and its files; null when it was.
 * @returns where the content of its files lies, which means nothing any more
 */
export async function forgetStaged(tx: Db, of: Of): Promise<Awaited<ReturnType<typeof dropFiles>> | null> {
  const { areaId, importId } = of
  await holdFiles(tx, of)
  const found = await findOpenCaseImport(tx, of, { lock: true })
  if (found !== null && found.signedOffAt !== null) return null
  await tx`delete from case_review.open_case_rows where area_id = ${areaId} and import_id = ${importId}`
  await tx`delete from case_review.open_case_imports where area_id = ${areaId} and import_id = ${importId}`
  return dropFiles(tx, of)
}

/**
 * What waits for a case, for this transaction alone; null when it was taken in.
 * @throws Error when nothing of it is kept
 */
export async function waitingOpenCase(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  imported: ImportedAs,
): Promise<OpenCase | null> {
  const [found] = await tx<{ content: Buffer | null }[]>`
    select content from case_review.open_case_rows
    where area_id = ${areaId} and import_id = ${imported.importId} and row_number = ${imported.row} for update
  `
  if (found === undefined) throw new Error('nothing of the bundle is kept for this case')
  const sealed = found.content
  if (sealed === null) return null
  const cipher = await areaCipher(tx, keys, areaId)
  return OpenCase.parse(cipher.openJson(tableOf(imported), 'content', sealed))
}

/** The case is here with all the bundle said of it, and what that was in numbers. */
export async function markTakenIn(
  tx: Db,
  areaId: AreaId,
  { importId, row }: ImportedAs,
  taken: { caseId: CaseId; at: Instant; counts: SheetCounts },
): Promise<void> {
  await tx`
    update case_review.open_case_rows
    set content = null, case_id = ${taken.caseId}, taken_at = ${taken.at}, counts = ${tx.json(taken.counts)}
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
}

const RowCounts = z.object({ rowNumber: z.int(), counts: SheetCounts.nullable() })

/** What was taken in of each row; null for one that has not begun here. */
export async function takenRows(tx: Db, { areaId, importId }: Of): Promise<z.infer<typeof RowCounts>[]> {
  const rows = await tx`
    select row_number, counts from case_review.open_case_rows
    where area_id = ${areaId} and import_id = ${importId} order by row_number
  `
  return rows.map((row) => RowCounts.parse(row))
}
