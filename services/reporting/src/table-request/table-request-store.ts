import type { Db } from '@cdop/database'
import { type AreaId, Instant, PersonId, ReleaseId, text } from '@cdop/domain'
import type { AreaCipher } from '@cdop/service'
import { z } from 'zod'
import { TableId } from '../statistics/published-release.ts'

export const TableRequestId = z.uuid()

/** What is asked for, in the words of whoever asks. Nobody is named in it. */
export const TableWish = z.strictObject({
  /** Which figures. */
  measure: text(200),
  /** By what, and of which period. */
  breakdown: text(500),
  /** What they are needed for. */
  reason: text(1_000),
})
export type TableWish = z.infer<typeof TableWish>

/** A table somebody asked for. */
export const TableRequest = z.strictObject({
  requestId: TableRequestId,
  /** The release and the table it was missed in, where it was missed in one. */
  releaseId: ReleaseId.nullable(),
  tableId: TableId.nullable(),
  wish: TableWish,
  askedBy: PersonId,
  askedAt: Instant,
})
export type TableRequest = z.infer<typeof TableRequest>

const bound = (requestId: string) => `table_requests/${requestId}`

/** Records what was asked for. */
export async function addTableRequest(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  { requestId, releaseId, tableId, wish, askedBy, askedAt }: TableRequest,
): Promise<void> {
  await tx`
    insert into reporting.table_requests (area_id, request_id, release_id, table_id, sealed_words, asked_by, asked_at)
    values (${areaId}, ${requestId}, ${releaseId}, ${tableId},
      ${cipher.sealJson(bound(requestId), 'sealed_words', wish)}, ${askedBy}, ${askedAt})
  `
}

/** Everything that was asked for in an area, the newest first. */
export async function tableRequestsOf(tx: Db, cipher: AreaCipher, areaId: AreaId): Promise<TableRequest[]> {
  const rows = await tx<{ requestId: string; sealedWords: Buffer }[]>`
    select request_id, release_id, table_id, sealed_words, asked_by, asked_at from reporting.table_requests
    where area_id = ${areaId} order by asked_at desc, request_id
  `
  return rows.map(({ sealedWords, ...row }) =>
    TableRequest.parse({
      ...row,
      wish: cipher.openJson(bound(row.requestId), 'sealed_words', sealedWords),
    }),
  )
}
