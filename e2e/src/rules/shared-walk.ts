import { createHash, randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A page reached by links, and by which worklist: cases of one list look alike, those of another do not. */
export const Reached = z.strictObject({ path: z.string(), list: z.string() })
export type Reached = z.infer<typeof Reached>

const parts = ['once', 'waiting', 'taken', 'done', 'few', 'counted'] as const

/**
 * What several browsers that walk the portal together have still to see. It lies in files, for each test runs in a process
 * of its own: whoever has nothing to do takes the next page that waits, and no page is looked at twice.
 */
export class SharedWalk {
  readonly #place: string

  constructor(place: string) {
    this.#place = place
    for (const part of parts) mkdirSync(join(place, part), { recursive: true })
  }

  /** True for whoever asks first. */
  isFirst(what: string): boolean {
    const name = createHash('sha256').update(what).digest('hex')
    return this.#claims('once', name)
  }

  /** A page to be seen by whoever comes to it; those added first are seen first. */
  add(reached: Reached): void {
    const name = `${String(process.hrtime.bigint()).padStart(20, '0')}-${randomUUID()}`
    const half = join(this.#place, `${name}.half`)
    writeFileSync(half, JSON.stringify(reached))
    renameSync(half, join(this.#place, 'waiting', name))
  }

  /** The next page nobody has taken; null when there is none now. `see` it, and whoever waits for its links knows. */
  async seeNext(see: (reached: Reached) => Promise<void>): Promise<boolean> {
    const taken = new Set(this.#names('taken'))
    for (const name of this.#names('waiting').sort()) {
      if (taken.has(name) || !this.#claims('taken', name)) continue
      try {
        await see(Reached.parse(JSON.parse(readFileSync(join(this.#place, 'waiting', name), 'utf8'))))
      } finally {
        this.#claims('done', name)
      }
      return true
    }
    return false
  }

  /** Whether somebody is at a page from which more may come. */
  get isGoingOn(): boolean {
    const done = new Set(this.#names('done'))
    return this.#names('waiting').some((name) => !done.has(name))
  }

  /** Whether something is among the first few that were asked about. */
  isAmongFirst(few: number, what: string): boolean {
    const known = this.#names('few')
    if (!known.includes(what) && known.length >= few) return false
    this.#claims('few', what)
    return true
  }

  /** Counts something for all who walk. */
  count(what: string): void {
    this.#claims('counted', `${what}-${randomUUID()}`)
  }

  counted(what: string): number {
    return this.#names('counted').filter((name) => name.startsWith(`${what}-`)).length
  }

  #names(part: (typeof parts)[number]): string[] {
    return readdirSync(join(this.#place, part))
  }

  #claims(part: (typeof parts)[number], name: string): boolean {
    try {
      closeSync(openSync(join(this.#place, part, name), 'wx'))
      return true
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false
      throw thrown
    }
  }
}
