/** One thing `cdop` can do. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly about: string
  /**
   * Does it. Loads its own file only now (`(await import('./up.ts')).up(args)`), so that one command does not pay
   * for another's parts. Returns the exit code: 0 when it succeeded.
   * @throws {PlainError} with one sentence for what a person can put right.
   */
  run(args: readonly string[]): Promise<number>
}
