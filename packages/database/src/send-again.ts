import type { Db } from './database.ts'
import type { SentStatement } from './sent-statement.ts'

/** Sends a statement as it was sent before, prepared like any other. Returns how many rows it gave or changed. */
export async function sendAgain(tx: Db, { text, values, types }: SentStatement): Promise<number> {
  const parameters = values.map((value, at) => tx.typed(value, types[at] ?? 0))
  const { count } = await tx.unsafe(text, parameters, { prepare: true })
  return count
}
