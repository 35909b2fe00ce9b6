/** One statement as it went to the server: its text, its parameters' values and their types as the driver knew them. */
export type SentStatement = {
  readonly text: string
  readonly values: readonly unknown[]
  /** Postgres type numbers, 0 where the server is asked. */
  readonly types: readonly number[]
}
