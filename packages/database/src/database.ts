import { type Actor, areasOf, subjectOf } from '@cdop/domain'
import postgres from 'postgres'
import { safely } from './database-error.ts'
import type { SentStatement } from './sent-statement.ts'

/** Anything that takes SQL: a connection pool or an open transaction. Store functions take this. */
export type Db = postgres.ISql<{ plainDate: string; instant: string; wholeNumber: number }>

/** A pool of connections as one role. */
export interface Database {
  /** For statements that belong to no actor: system and reference tables only (row security shows no tenant row). */
  readonly sql: Db
  /**
   * Runs `work` in one transaction that can see the actor's areas and, for the holder of a mailed link, one subject.
   * @throws DatabaseError with no value from the statement in it; whatever `work` throws rolls back
   */
  transaction<Result>(actor: Actor, work: (tx: Db) => Promise<Result>): Promise<Result>
  /** A transaction without an actor: no tenant row is visible. */
  withoutActor<Result>(work: (tx: Db) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

const asText = (value: unknown) => String(value)

const types = {
  /** `date` stays the string it is: a JavaScript Date would move it across midnight. */
  plainDate: { to: 1082, from: [1082], serialize: asText, parse: (raw: string) => raw },
  instant: {
    to: 1184,
    from: [1184],
    serialize: asText,
    parse: (raw: string) => new Date(raw).toISOString(),
  },
  wholeNumber: { to: 20, from: [20], serialize: asText, parse: Number },
}

/** Milliseconds a statement, a lock and an idle transaction may take. */
export type Limits = { statement: number; lock: number; idle: number }
const usualLimits: Limits = { statement: 5_000, lock: 2_000, idle: 10_000 }

type ConnectOptions = {
  max?: number
  limits?: Limits
  /**
   * A commit need not wait for the disk: after a power cut the last of them may be undone. Only for what is then done
   * again and comes to the same, such as where a delivery had come to.
   */
  mayForget?: true
  /** Hears of every statement before it is sent, values and all: for measurements on invented people, never for logs. */
  onStatement?(statement: SentStatement): void
}

/** Opens a pool. Nothing connects before the first statement. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const limits = options.limits ?? usualLimits
  const sql = postgres(url, {
    max: options.max ?? 10,
    types,
    transform: { column: { from: postgres.toCamel } },
    onnotice: () => {},
    // Copied: the driver puts what it sends in the place of the values it was given.
    ...(options.onStatement && {
      debug: (_connection: number, text: string, values: unknown[], types: number[]) =>
        options.onStatement?.({ text, values: [...values], types: [...types] }),
    }),
    connection: {
      application_name: 'cdop',
      TimeZone: 'UTC',
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idle,
      ...(options.mayForget && { synchronous_commit: 'off' }),
    },
  })

  async function begin<Result>(
    areas: string,
    subject: string,
    work: (tx: Db) => Promise<Result>,
  ): Promise<Result> {
    return safely(async () => {
      const outcome = await sql.begin(async (tx) => {
        // Awaited, not pipelined: the driver never answers a statement it could not build behind one under way.
        await tx`select set_config('app.areas', ${areas}, true), set_config('app.subject', ${subject}, true)`
        return { result: await work(tx) }
      })
      return outcome.result
    })
  }

  return {
    sql,
    transaction: (actor, work) => begin(`{${areasOf(actor).join(',')}}`, subjectOf(actor) ?? '', work),
    withoutActor: (work) => begin('', '', work),
    close: () => sql.end({ timeout: 5 }),
  }
}
