import { z } from 'zod'

/** Names a part of a pack, or a paragraph of one, on its page: a word, a number, never anything of what it says. */
export const PackPlace = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
export type PackPlace = z.infer<typeof PackPlace>

/** What a part of a pack said, as a digest. */
export const SectionDigest = z.strictObject({
  section: PackPlace,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SectionDigest = z.infer<typeof SectionDigest>

/** What differs between what was read and what there is. */
export type SinceRead = { readonly fresh: readonly PackPlace[]; readonly gone: number }

/** Which parts are new or say something else since, and how many are no longer there; nothing before a first reading. */
export function newSince(read: readonly SectionDigest[] | null, now: readonly SectionDigest[]): SinceRead {
  if (read === null) return { fresh: [], gone: 0 }
  const before = new Map(read.map(({ section, digest }) => [section, digest]))
  const there = new Set(now.map(({ section }) => section))
  return {
    fresh: now.filter(({ section, digest }) => before.get(section) !== digest).map(({ section }) => section),
    gone: read.filter(({ section }) => !there.has(section)).length,
  }
}
