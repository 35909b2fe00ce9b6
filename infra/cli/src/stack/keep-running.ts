import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningPart } from './start-program.ts'

export interface Part {
  readonly name: string
  /** @throws when it does not become ready */
  start(signal: AbortSignal): Promise<RunningPart>
}

export interface Watch {
  report(line: string): void
  /** Called once when it was started again too often. */
  gaveUp(sentence: string): void
  /** Milliseconds before each new start; as many new starts as there are pauses. */
  readonly pauses?: readonly number[]
}

const PAUSES_MS = [300, 1_000, 3_000, 8_000, 20_000]
/** Something that ran this long was well: its earlier failures are forgotten. */
const WELL_AFTER_MS = 60_000

/**
 * Starts a part and starts it again whenever it dies, with growing pauses, until it is stopped.
 * @throws what the first start throws: a part that never ran is not retried
 */
export async function keepRunning(
  part: Part,
  watch: Watch,
  signal: AbortSignal,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let current = await part.start(signal)
  const watching = watchOver()

  async function watchOver(): Promise<void> {
    const pauses = watch.pauses ?? PAUSES_MS
    let tries = 0
    for (;;) {
      const since = performance.now()
      await current.exited.catch(() => undefined)
      if (performance.now() - since > WELL_AFTER_MS) tries = 0
      let next: RunningPart | undefined
      while (next === undefined) {
        if (stopping.signal.aborted) return
        const pause = pauses[tries]
        if (pause === undefined) {
          watch.gaveUp(`${part.name} does not stay up, although it was started ${tries} times more.`)
          return
        }
        tries += 1
        watch.report(`${part.name} ended unexpectedly and is started again (${tries} of ${pauses.length}).`)
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
        next = await part.start(stopping.signal).catch(() => undefined)
      }
      current = next
      if (stopping.signal.aborted) return
      watch.report(`${part.name} is running again.`)
    }
  }

  return {
    async stop() {
      stopping.abort()
      await current.stop()
      await watching
      // A new start may have come through just before it was asked to stop.
      await current.stop()
    },
  }
}
