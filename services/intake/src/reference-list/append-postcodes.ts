import type { Db } from '@cdop/database'
import { PostcodeProduct } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { appendRows, MOST_ROWS } from './append-rows.ts'
import { LoadId } from './reference-load-store.ts'

const Month = z.string().regex(/^((19|20)\d{2}-(0[1-9]|1[0-2]))?$/)
const AreaCode = z.string().regex(/^([A-Z]\d{8})?$/)
const SmallAreaCode = z.string().regex(/^([EW]01\d{6})?$/)
const Classification = z.string().regex(/^[A-Z0-9]{0,6}$/)

/** One postcode, as short as it can be said; what the list does not say is empty. */
const PostcodeRow = z.tuple([
  /** Capitals without spaces; GIR0AA is one. */
  z.string().regex(/^[A-Z][A-Z\d]{1,3}\d[A-Z]{2}$/),
  /** In use from and until. */
  Month,
  Month,
  /** Local authority, small area of 2011 and 2021, integrated care board. */
  AreaCode,
  SmallAreaCode,
  SmallAreaCode,
  AreaCode,
  /** Rural-urban classification of 2011 and 2021. */
  Classification,
  Classification,
])
export type PostcodeRow = z.infer<typeof PostcodeRow>

async function insert(tx: Db, loadId: LoadId, rows: readonly PostcodeRow[]): Promise<void> {
  const column = (index: number) => rows.map((row) => row[index] ?? '')
  await tx`
    insert into intake.postcodes
      (load_id, postcode, introduced, terminated, local_authority, lsoa_2011, lsoa_2021, icb, ruc_2011, ruc_2021)
    select ${loadId}::integer, p.a, nullif(p.b, ''), nullif(p.c, ''), nullif(p.d, ''), nullif(p.e, ''), nullif(p.f, ''),
      nullif(p.g, ''), nullif(p.h, ''), nullif(p.i, '')
    from unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::text[],
      ${column(4)}::text[], ${column(5)}::text[], ${column(6)}::text[], ${column(7)}::text[], ${column(8)}::text[])
      as p (a, b, c, d, e, f, g, h, i)
  `
}

/** Takes the next postcodes of a list that is being loaded. */
export const appendPostcodes = requires('reference:load')
  .input(
    z.strictObject({
      loadId: LoadId,
      piece: z.int().min(0),
      rows: z.array(PostcodeRow).min(1).max(MOST_ROWS),
    }),
  )
  .output(z.void())
  .mutation(({ ctx, input: { loadId, piece, rows } }) => {
    const keys = rows.map(([postcode]) => postcode)
    return appendRows(
      ctx,
      { loadId, piece, keys },
      {
        takes: (list) => PostcodeProduct.safeParse(list).success,
        insert: (tx) => insert(tx, loadId, rows),
        async known(tx) {
          const found = await tx<{ postcode: string }[]>`
            select postcode from intake.postcodes where load_id = ${loadId} and postcode = any (${keys}::text[])`
          return new Set(found.map(({ postcode }) => postcode))
        },
      },
    )
  })
