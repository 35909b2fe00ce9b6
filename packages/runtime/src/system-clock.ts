import { type Clock, Instant, londonDate } from '@cdop/domain'

/** How often a moved demonstration clock is looked up, in milliseconds. */
const LOOK_EVERY = 1_000

/** The machine's clock plus an offset that is zero everywhere but on a demonstration database. */
export function systemClock(offset: () => number = () => 0): Clock {
  const now = () => Instant.parse(new Date(Date.now() + offset()).toISOString())
  return { now, today: () => londonDate(now()) }
}

/**
 * A clock that follows the database's: moved once, every service sees it within a second.
 * @param look reads the offset in milliseconds; a failed look keeps the last one
 */
export async function followedClock(look: () => Promise<number>): Promise<Clock & { stop(): void }> {
  let offset = await look()
  const timer = setInterval(() => {
    look().then(
      (found) => {
        offset = found
      },
      () => undefined,
    )
  }, LOOK_EVERY)
  timer.unref()
  return { ...systemClock(() => offset), stop: () => clearInterval(timer) }
}
