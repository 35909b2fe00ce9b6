import type { Db } from '@cdop/database'
import { AuthorityCode, Decile, DeprivationIndex, text } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { appendRows, MOST_ROWS } from './append-rows.ts'
import { LoadId } from './reference-load-store.ts'

/** One small area: its code, the authority's code and name, rank (1 is the most deprived) and decile. */
const DeprivationRow = z.tuple([
  z.string().regex(/^E01\d{6}$/),
  AuthorityCode,
  text(120),
  z.int().min(1).max(40_000),
  Decile,
])
export type DeprivationRow = z.input<typeof DeprivationRow>

async function insert(tx: Db, loadId: LoadId, rows: readonly DeprivationRow[]): Promise<void> {
  await tx`
    insert into intake.deprived_areas (load_id, lsoa, local_authority, local_authority_name, rank, decile)
    select ${loadId}::integer, a.*
    from unnest(${rows.map(([lsoa]) => lsoa)}::text[], ${rows.map(([, code]) => code)}::text[],
      ${rows.map(([, , name]) => name)}::text[], ${rows.map(([, , , rank]) => rank)}::integer[],
      ${rows.map(([, , , , decile]) => decile)}::integer[]) as a
  `
}

/** Takes the next small areas of an index of deprivation that is being loaded. */
export const appendDeprivation = requires('reference:load')
  .input(
    z.strictObject({
      loadId: LoadId,
      piece: z.int().min(0),
      rows: z.array(DeprivationRow).min(1).max(MOST_ROWS),
    }),
  )
  .output(z.void())
  .mutation(({ ctx, input: { loadId, piece, rows } }) => {
    const keys = rows.map(([lsoa]) => lsoa)
    return appendRows(
      ctx,
      { loadId, piece, keys },
      {
        takes: (list) => DeprivationIndex.safeParse(list).success,
        insert: (tx) => insert(tx, loadId, rows),
        async known(tx) {
          const found = await tx<{ lsoa: string }[]>`
            select lsoa from intake.deprived_areas where load_id = ${loadId} and lsoa = any (${keys}::text[])`
          return new Set(found.map(({ lsoa }) => lsoa))
        },
      },
    )
  })
