import type { Log } from './log.ts'

/**
 * Runs work again and again with a pause between, never twice at once; a failure is logged and the next turn tries
 * again. `stop` waits for the turn under way.
 */
export function every(
  milliseconds: number,
  what: string,
  work: () => Promise<unknown>,
  log: Log,
): { stop(): Promise<void> } {
  let stopping = false
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<void> = Promise.resolve()
  const next = () => {
    if (stopping) return
    timer = setTimeout(() => {
      // Started inside a promise, so that work which throws at once is logged like any other.
      turn = Promise.resolve()
        .then(work)
        .then(
          () => undefined,
          (thrown: unknown) => log.failure(what, thrown),
        )
      turn.then(next, next)
    }, milliseconds)
  }
  next()
  return {
    async stop() {
      stopping = true
      if (timer !== null) clearTimeout(timer)
      await turn
    },
  }
}
