import type { Db } from '@cdop/database'
import { areasOfIndex, DeprivationIndex, Refusal, requireArea, SYSTEM_AREA } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { LoadId, lockLoad, mostRowsOf, putInForce, type StoredLoad } from './reference-load-store.ts'

/** A whole list of the postcodes of the United Kingdom, those out of use among them, has some 2.7 million. */
const POSTCODES_AT_LEAST = 2_000_000

const Finished = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('in-force'), rows: z.int(), replaced: z.boolean() }),
  /** The list is shorter, or longer, than a whole one is: it is given up. */
  z.strictObject({ outcome: z.literal('not-whole'), rows: z.int(), expected: z.int() }),
])

/** How many rows a whole list has, where that is known, or has at least: postcodes stay in it when they go out of use. */
async function expectedRows(tx: Db, { list }: StoredLoad): Promise<{ least: number; most: number }> {
  const index = DeprivationIndex.safeParse(list)
  if (index.success) {
    const { areas } = areasOfIndex[index.data]
    return { least: areas, most: areas }
  }
  const before = await mostRowsOf(tx, list)
  return { least: Math.max(POSTCODES_AT_LEAST, Math.floor(before * 0.99)), most: Number.MAX_SAFE_INTEGER }
}

/**
 * Ends a load: from this moment the whole list counts, in place of one of the same edition. A list that is shorter than
 * a whole one counts only when it was said from the start to be a part.
 * @throws Refusal `reference-load-superseded` when it is not under way, or fewer rows came than were read
 */
export const finishLoad = requires('reference:load')
  .input(z.strictObject({ loadId: LoadId, rows: z.int().positive() }))
  .output(Finished)
  .mutation(async ({ ctx: { actor, parts }, input: { loadId, rows } }) => {
    requireArea(actor, SYSTEM_AREA)
    return parts.database.transaction(actor, async (tx): Promise<z.infer<typeof Finished>> => {
      const load = await lockLoad(tx, loadId)
      if (load.rows !== rows) throw new Refusal('reference-load-superseded')
      const expected = await expectedRows(tx, load)
      if (!load.partOnly && (rows < expected.least || rows > expected.most)) {
        await tx`update intake.reference_loads set state = 'abandoned' where id = ${loadId}`
        return { outcome: 'not-whole', rows, expected: expected.least }
      }
      const { replaced } = await putInForce(tx, load, parts.clock.now())
      await parts.audit.record(tx, actor, SYSTEM_AREA, {
        action: 'reference.load',
        object: { kind: 'reference-list', id: `${load.list.toLowerCase()}-${load.edition}` },
      })
      return { outcome: 'in-force', rows, replaced }
    })
  })
