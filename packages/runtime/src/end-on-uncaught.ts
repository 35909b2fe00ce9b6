import type { Log } from './log.ts'

/**
 * Ends the process on an error nobody caught, as Node would, but without printing its message: that may hold what
 * somebody typed. Whoever watches the process starts it again.
 */
export function endOnUncaught(log: Log): void {
  process.on('uncaughtException', (thrown) => {
    log.failure('an error nobody caught ended the process', thrown)
    process.exit(1)
  })
}
