import { Refusal, type RefusalCode } from '@cdop/domain'

/** Milliseconds between two looks, and how many there are: an event is heard within a second, a busy one within a minute. */
const PAUSE = 100
const LOOKS = 600

/**
 * Does something that must wait for an event to arrive: tries again while it is refused with one of the codes that
 * say so.
 * @throws whatever else it throws, or the last refusal after a minute
 */
export async function eventually<Result>(
  whileRefused: readonly RefusalCode[],
  work: () => Promise<Result>,
): Promise<Result> {
  for (let look = 1; ; look += 1) {
    try {
      return await work()
    } catch (thrown) {
      const waits = thrown instanceof Refusal && whileRefused.includes(thrown.code)
      if (!waits || look === LOOKS) throw thrown
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}
