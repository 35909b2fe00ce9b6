import pino, { type DestinationStream } from 'pino'

/** What a log line may hold: codes, ids, numbers. There is no field for text somebody typed. */
export type LogFields = {
  requestId?: string
  procedure?: string
  route?: string
  code?: string
  status?: number
  milliseconds?: number
  count?: number
  port?: number
  errorName?: string
  /** Where in our own source it was thrown: file and line, no message. */
  at?: string
}

export interface Log {
  /** `what` is a fixed phrase in the source, never put together from data. */
  note(what: string, fields?: LogFields): void
  failure(what: string, thrown: unknown, fields?: LogFields): void
}

/** The first line of the stack that lies in our source, as `packages/room/src/file.ts:12`. */
export function whereThrown(thrown: unknown): string | null {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : ''
  return stack.match(/\/((?:packages|services|infra)\/[\w./-]+:\d+)/)?.[1] ?? null
}

const FIELDS: readonly (keyof LogFields)[] = [
  'requestId',
  'procedure',
  'route',
  'code',
  'status',
  'milliseconds',
  'count',
  'port',
  'errorName',
  'at',
]

/** JSON lines on standard output. An error is logged by its name and place: its message may hold what somebody typed. */
export function logOf(service: string, destination?: DestinationStream): Log {
  const options = { base: { service }, messageKey: 'what', timestamp: pino.stdTimeFunctions.isoTime }
  const logger = destination === undefined ? pino(options) : pino(options, destination)
  const allowed = (fields: LogFields) =>
    Object.fromEntries(FIELDS.filter((name) => name in fields).map((name) => [name, fields[name]]))
  return {
    note: (what, fields = {}) => logger.info(allowed(fields), what),
    failure(what, thrown, fields = {}) {
      const errorName = thrown instanceof Error ? thrown.name : typeof thrown
      const at = whereThrown(thrown)
      logger.error(allowed({ ...fields, errorName, ...(at !== null && { at }) }), what)
    },
  }
}
