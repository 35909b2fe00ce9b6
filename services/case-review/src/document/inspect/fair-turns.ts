import { type AreaId, Refusal } from '@cdop/domain'

/** Whose turn it is: `who` is a person, or the request an agency answers. */
export type Asker = { readonly areaId: AreaId; readonly who: string }

/** Turns at something there is little of. */
export interface Turns {
  /**
   * Waits for a turn.
   * @returns what ends it
   * @throws Refusal `files-waiting` when too many wait already, or when it does not come in time
   */
  take(asker: Asker): Promise<() => void>
}

/** How many have a turn at the same time, how many may wait, and for how many milliseconds. */
const usual = { atOnce: 2, ofPerson: 4, ofArea: 12, ofAll: 48, patience: 20_000 }

/** Somebody who waits, and what is done when their turn comes. */
type Waiting = { readonly asker: Asker; start(): void }

const sameArea = (one: Asker) => (other: Asker) => one.areaId === other.areaId
const samePerson = (one: Asker) => (other: Asker) => sameArea(one)(other) && one.who === other.who

/** Whether the first numbers come before the second, compared one after the other. */
function before(one: readonly number[], other: readonly number[]): boolean {
  for (const [at, number] of one.entries()) {
    const against = other[at] ?? 0
    if (number !== against) return number < against
  }
  return false
}

/**
 * Shares a few turns among many. The next is of the area that has the fewest under way, then whose last turn is longest
 * ago; within it by the same rule of a person; then who came first. So nobody waits for all that somebody else has
 * brought, and no more wait than can be dealt with.
 */
export function fairTurns(limits: Partial<typeof usual> = {}): Turns {
  const { atOnce, ofPerson, ofArea, ofAll, patience } = { ...usual, ...limits }
  const waiting: Waiting[] = []
  const under: Asker[] = []
  const lastTurn = new Map<string, number>()
  let turns = 0
  const personOf = ({ areaId, who }: Asker) => JSON.stringify([areaId, who])

  const rank = (asker: Asker): readonly number[] => [
    under.filter(sameArea(asker)).length,
    lastTurn.get(asker.areaId) ?? 0,
    under.filter(samePerson(asker)).length,
    lastTurn.get(personOf(asker)) ?? 0,
  ]
  const drop = (one: Waiting) => waiting.splice(waiting.indexOf(one), 1)

  function next(): Waiting | null {
    let first: Waiting | null = null
    for (const one of waiting) if (first === null || before(rank(one.asker), rank(first.asker))) first = one
    return first
  }

  function begin(asker: Asker): () => void {
    turns += 1
    under.push(asker)
    lastTurn.set(asker.areaId, turns)
    lastTurn.set(personOf(asker), turns)
    return () => {
      under.splice(under.indexOf(asker), 1)
      next()?.start()
      // Nothing is remembered of who was here once nobody is.
      if (under.length === 0) lastTurn.clear()
    }
  }

  function requireRoom(asker: Asker): void {
    const full =
      waiting.length >= ofAll ||
      waiting.filter((one) => sameArea(asker)(one.asker)).length >= ofArea ||
      waiting.filter((one) => samePerson(asker)(one.asker)).length >= ofPerson
    if (full) throw new Refusal('files-waiting')
  }

  return {
    async take({ areaId, who }) {
      const asker = { areaId, who }
      if (under.length < atOnce) return begin(asker)
      requireRoom(asker)
      return await new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          drop(mine)
          reject(new Refusal('files-waiting'))
        }, patience)
        const mine: Waiting = {
          asker,
          start() {
            clearTimeout(timer)
            drop(mine)
            resolve(begin(asker))
          },
        }
        waiting.push(mine)
      })
    },
  }
}
