import type { Actor } from '@cdop/domain'
import { connect, type Database } from './database.ts'
import type { SentStatement } from './sent-statement.ts'

/** Statements that find rows; what adds rows, opens a transaction or asks the catalogue is none of them. */
function looksUp({ text }: SentStatement): boolean {
  return /^\s*(select|with|update|delete)\b/i.test(text) && !/set_config|pg_catalog|insert into/i.test(text)
}

/**
 * The plans of every statement a piece of work looks rows up with, made by the server for the service's own role and
 * this actor, behind the walls. For the tests that hold worklists and searches to their indexes.
 */
export async function plansOf(
  { appUrl }: { appUrl: string },
  actor: Actor,
  work: (database: Database) => Promise<unknown>,
): Promise<readonly string[]> {
  const sent: SentStatement[] = []
  const database = connect(appUrl, { max: 1, onStatement: (statement) => sent.push(statement) })
  try {
    await work(database)
    const lookUps = sent.filter(looksUp)
    return await database.transaction(actor, async (tx) => {
      const plans: string[] = []
      for (const { text, values } of lookUps) {
        const rows = await tx.unsafe(`explain ${text}`, values.map(asParameter))
        plans.push(`${text.trim()}\n${rows.map((row) => Object.values(row).join()).join('\n')}`)
      }
      return plans
    })
  } finally {
    await database.close()
  }
}

function asParameter(value: unknown): string | number | boolean | null | Buffer | string[] {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value
  }
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return value.map(String)
  return JSON.stringify(value)
}
