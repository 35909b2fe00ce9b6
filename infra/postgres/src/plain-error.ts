/**
 * An error whose message is one plain sentence that tells a person what to do.
 * The command line prints that sentence alone, without a stack.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError'
}

/** The code of a system error (`ENOENT`, `EACCES` …), or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
