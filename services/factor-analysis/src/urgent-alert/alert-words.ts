import { text } from '@cdop/domain'
import { z } from 'zod'
import { kept } from '../recommendation/recommendation-words.ts'

/** What somebody wrote of a danger. Nobody is named in it, and it is screened for that. */
export const AlertWords = z.strictObject({
  /** What seems to be dangerous, and why. */
  what: text(2_000),
  /** What to do now. */
  doNow: text(2_000),
})
export type AlertWords = z.infer<typeof AlertWords>

/** What came of an alert. */
export const ClosingWords = text(2_000)

/** Who knows of an alert, where somebody else records it. */
export const KnownName = text(200)

/** By the id of the alert. */
export const alertWords = kept('urgent_alerts', AlertWords)
/** By the id of the alert. */
export const closingWords = kept('urgent_alerts_closing', ClosingWords)
/** By the id of the alert and the number of the entry. */
export const knownName = kept('urgent_alert_acknowledgements', KnownName)
