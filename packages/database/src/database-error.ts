import postgres from 'postgres'

/**
 * What may be told of a database error: its SQLSTATE and the names of what it concerns. The driver's own error holds
 * the row's values in `detail`, `parameters` and sometimes the message; none of them leaves this room.
 */
export class DatabaseError extends Error {
  readonly sqlState: string
  readonly constraint: string | null
  readonly table: string | null

  constructor(sqlState: string, constraint: string | null, table: string | null) {
    super(`database error ${sqlState}${constraint === null ? '' : ` (${constraint})`}`)
    this.name = 'DatabaseError'
    this.sqlState = sqlState
    this.constraint = constraint
    this.table = table
  }
}

const CONNECTION_LOST = '08000'
/** SQLSTATE "data exception", for values the driver itself would not send. */
const UNSENDABLE = '22000'

function isLost(thrown: Error): boolean {
  if (!('code' in thrown) || typeof thrown.code !== 'string') return false
  return thrown.code.startsWith('CONNECT') || thrown.code.startsWith('ECONN') || thrown.code === 'ETIMEDOUT'
}

/** The error to throw instead: values stripped; anything that is not the database's passes unchanged. */
export function withoutValues(thrown: unknown): unknown {
  if (thrown instanceof postgres.PostgresError) {
    return new DatabaseError(thrown.code, thrown.constraint_name ?? null, thrown.table_name ?? null)
  }
  if (!(thrown instanceof Error)) return thrown
  if (isLost(thrown)) return new DatabaseError(CONNECTION_LOST, null, null)
  // The driver hangs the statement's values on every error of a statement, also on those that are not the server's.
  return 'parameters' in thrown ? new DatabaseError(UNSENDABLE, null, null) : thrown
}

/** Runs work and lets no database value out of it. */
export async function safely<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (thrown) {
    throw withoutValues(thrown)
  }
}
