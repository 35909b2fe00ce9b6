import { text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** What somebody wrote of a recommendation. Nobody is named in it, and it is screened for that. */
export const RecommendationWords = z.strictObject({
  /** What is to be done. */
  text: text(2_000),
  /** By what one would see that it worked. */
  indicator: text(500).nullable(),
  /** Which role or team of the addressee answers for it. */
  owner: text(200).nullable(),
  /** Who made it, where it comes from elsewhere. */
  origin: text(200).nullable(),
})
export type RecommendationWords = z.infer<typeof RecommendationWords>

/** What is to be done, and by which role or team of the owner. */
export const ActionWords = z.strictObject({ text: text(2_000), owner: text(200).nullable() })
export type ActionWords = z.infer<typeof ActionWords>

/** A reason, how far it is, or by what one sees it. */
export const EntryWords = text(2_000)

/** Words kept with one row: they open as no other's. */
type Kept<Words> = {
  seal(cipher: SubjectCipher, of: string, words: Words): Buffer
  open(cipher: SubjectCipher, of: string, sealed: Uint8Array): Words
}

/** Seals and opens the words of a table's rows. */
export const kept = <Words>(table: string, schema: z.ZodType<Words>): Kept<Words> => ({
  seal: (cipher, of, words) => cipher.sealJson(`${table}/${of}`, 'sealed_words', words),
  open: (cipher, of, sealed) => schema.parse(cipher.openJson(`${table}/${of}`, 'sealed_words', sealed)),
})

/** By the id of the recommendation. */
export const recommendationWords = kept('recommendations', RecommendationWords)
/** By the id of the action. */
export const actionWords = kept('actions', ActionWords)
/** By the id of the recommendation and the number of the entry. */
export const entryWords = kept('recommendation_entries', EntryWords)
