import { connect, type Database, type SentStatement, sendAgain } from '@cdop/database'
import type { Actor } from '@cdop/domain'
import { freshValues } from './fresh-values.ts'

/** Sends a recorded transaction again, with other values where they may occur only once. */
export interface BareTransaction {
  /** How many statements it has, with `begin`, who is asking, and `commit`. */
  readonly statements: number
  /** Sends it over this pool. Returns how many rows each statement gave or changed. */
  send(database: Database, named?: ReadonlyMap<string, string>): Promise<readonly number[]>
}

/** `begin` and the setting that says whose rows may be seen: the database room sends them for every transaction. */
export const OPENING = 2

/**
 * A recorded transaction to be sent bare: the same statements in the same order, each after the answer to the one
 * before, as the same actor.
 * @param kept ids that stay as they are
 */
export function bareTransaction(
  recorded: readonly SentStatement[],
  actor: Actor,
  kept: readonly string[],
): BareTransaction {
  const body = recorded.slice(OPENING, -1)
  return {
    statements: recorded.length,
    async send(database, named = new Map()) {
      const fresh = freshValues(new Map([...kept.map((id) => [id, id] as const), ...named]))
      return database.transaction(actor, async (tx) => {
        const rows: number[] = []
        for (const statement of body) {
          rows.push(await sendAgain(tx, fresh(statement)).catch((cause) => refused(statement, cause)))
        }
        return rows
      })
    },
  }
}

function refused({ text }: SentStatement, cause: unknown): never {
  throw new Error(`a statement sent bare did not go through: ${text.replace(/\s+/g, ' ').trim()}`, { cause })
}

/**
 * Sends it once and makes sure that what reached the server is what was recorded: as many statements, the same texts
 * in the same order. Returns how many rows each gave or changed, for the others to be held to.
 * @throws Error when it is not
 */
export async function provenRows(
  url: string,
  recorded: readonly SentStatement[],
  send: (database: Database) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  let sent: SentStatement[] = []
  const database = connect(url, { max: 1, onStatement: (statement) => sent.push(statement) })
  try {
    await database.withoutActor(async () => undefined)
    sent = []
    const rows = await send(database)
    const differs = recorded.findIndex(({ text }, at) => sent[at]?.text !== text)
    if (sent.length !== recorded.length || differs !== -1) {
      throw new Error(
        `the bare transaction is not the recorded one: ${sent.length} statements instead of ${recorded.length}, the first other one at ${differs}`,
      )
    }
    return rows
  } finally {
    await database.close()
  }
}
