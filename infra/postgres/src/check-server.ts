import postgres from 'postgres'
import { POSTGRES_MAJOR } from './data-directory.ts'
import { PlainError, systemCode } from './plain-error.ts'

/** What a reachable server says of itself. */
export interface ServerFacts {
  /** As PostgreSQL counts: 180004 is 18.4. */
  readonly versionNumber: number
  /** False when the server may lose acknowledged commits (fsync or full_page_writes is off). */
  readonly durable: boolean
}

/**
 * Asks the server behind `DATABASE_URL` who it is, within five seconds.
 * @throws {PlainError} when it cannot be reached, refuses the sign-in, or is older than PostgreSQL 18; the
 * sentence names host and port, never the user or password.
 */
export async function checkServer(url: string): Promise<ServerFacts> {
  const place = placeOf(url)
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    const [row] = await sql<{ version: string; durable: boolean }[]>`
      select current_setting('server_version_num') as version,
             current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' as durable
    `
    const versionNumber = Number(row?.version)
    refuseOldVersion(versionNumber, place)
    return { versionNumber, durable: row?.durable === true }
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(sentenceFor(systemCode(error), place))
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** @throws {PlainError} for a server older than the one this software is made for. */
export function refuseOldVersion(versionNumber: number, place: string): void {
  if (versionNumber >= POSTGRES_MAJOR * 10_000) return
  throw new PlainError(
    `The database server at ${place} is PostgreSQL ${Math.floor(versionNumber / 10_000)}: use one of version ${POSTGRES_MAJOR} or later.`,
  )
}

function placeOf(url: string): string {
  try {
    const { protocol, hostname, port } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${hostname || 'localhost'}:${port || '5432'}`
  } catch {
    // Not an address at all: the same sentence.
  }
  throw new PlainError(
    'DATABASE_URL is not the address of a PostgreSQL database: write it as postgres://user:password@host:5432/database.',
  )
}

function sentenceFor(code: string | undefined, place: string): string {
  switch (code) {
    case '28P01':
    case '28000':
      return `The database server at ${place} refuses the user or password in DATABASE_URL: correct them.`
    case '3D000':
      return `The database named in DATABASE_URL does not exist on the server at ${place}: create it, or correct the name.`
    case '53300':
      return `The database server at ${place} has no connection left: close some, or raise max_connections.`
    default:
      return `The database server at ${place} cannot be reached: start it, or correct DATABASE_URL.`
  }
}
