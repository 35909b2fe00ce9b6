import { z } from 'zod'
import { AgeBand } from '../age/age.ts'

/** The supplementary reporting forms there are (domain reference 2.1). They carry no numbers. */
export const SupplementaryFormKind = z.enum([
  'asthma-anaphylaxis',
  'cardiac',
  'care-pathway',
  'chromosomal-genetic-congenital',
  'delivery-suite-or-neonatal-unit',
  'diabetic-ketoacidosis',
  'drowning',
  'epilepsy',
  'fall',
  'fire-burn-electrocution',
  'infection',
  'life-limiting-condition',
  'oncology',
  'other-non-intentional-injury',
  'poisoning',
  'substance-misuse',
  'sudden-unexpected-death',
  'suicide-self-harm',
  'vehicle-collision',
  'violence-or-maltreatment',
])
export type SupplementaryFormKind = z.infer<typeof SupplementaryFormKind>

const codes = z.array(z.string().max(64)).max(50)

/**
 * What is known of a death, in codes only: from the notification, and from what agencies returned. A band rather than
 * the age in days, which with the date of death would be the date of birth.
 */
export const DeathFacts = z.strictObject({
  ageBand: AgeBand,
  placeOfDeath: z.string().max(64),
  /** Why a joint agency response was due (`JarTrigger`). */
  jarTriggers: codes,
  /** What else applied to the child, as notified. */
  flags: codes,
  /** Conditions the child was known to have, as agencies returned. */
  conditions: codes,
  /** What is known to have happened, as agencies returned: codes of the forms' own kinds. */
  occurrences: codes,
})
export type DeathFacts = z.infer<typeof DeathFacts>
