import { DatabaseError, type Db } from '@cdop/database'
import { type Actor, Refusal, requireArea, SYSTEM_AREA } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { countPiece, type LoadId, lockLoad, type StoredLoad } from './reference-load-store.ts'

/** Rows of one call: well below the largest body a service takes. */
export const MOST_ROWS = 5_000

const UNIQUE_VIOLATION = '23505'

type Piece = { loadId: LoadId; piece: number; keys: readonly string[] }

/**
 * Takes the next piece of a list. A piece that was taken already changes nothing, so that it may be sent again.
 * @throws Refusal `reference-load-superseded`, or `reference-row-repeated` with the place in the piece, from 0, of the
 *   first row whose key stands in the list twice
 */
export async function appendRows(
  { actor, parts }: { actor: Actor; parts: Parts },
  { loadId, piece, keys }: Piece,
  store: {
    takes(list: StoredLoad['list']): boolean
    insert(tx: Db): Promise<unknown>
    /** Which of the keys stand in the list already. */
    known(tx: Db): Promise<ReadonlySet<string>>
  },
): Promise<void> {
  requireArea(actor, SYSTEM_AREA)
  try {
    await parts.database.transaction(actor, async (tx) => {
      const load = await lockLoad(tx, loadId)
      if (!store.takes(load.list) || piece > load.pieces) throw new Refusal('reference-load-superseded')
      if (piece < load.pieces) return
      await store.insert(tx)
      await countPiece(tx, loadId, keys.length)
    })
  } catch (thrown) {
    if (!(thrown instanceof DatabaseError) || thrown.sqlState !== UNIQUE_VIOLATION) throw thrown
    const before = await parts.database.transaction(actor, (tx) => store.known(tx))
    const at = keys.findIndex((key, index) => before.has(key) || keys.indexOf(key) < index)
    throw new Refusal('reference-row-repeated', at === -1 ? [] : [String(at)])
  }
}
