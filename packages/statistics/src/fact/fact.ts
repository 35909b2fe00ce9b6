import { MixedPopulations } from '../count/count.ts'
import type { DeathFact } from './death-fact.ts'
import type { ReviewFact } from './review-fact.ts'

/** The fields of a death a table may be cut by. */
export const deathFields = [
  'areaId',
  'diedInYear',
  'diedMonth',
  'ageBand',
  'sex',
  'ethnicGroup',
  'placeOfDeath',
  'expectedness',
  'deprivation',
  'ruralUrban',
  'gestation',
  'socialCare',
  'flags',
  'jointResponse',
  'keyWorker',
  'safeguardingReview',
  'agreedCategory',
  'stage',
  'openFor',
  'waitsFor',
] as const

/** The fields of a review a table may be cut by. */
export const reviewFields = [
  'areaId',
  'reviewedInYear',
  'reviewedMonth',
  'primaryCategory',
  'modifiability',
  'modifiableFactorCodes',
  'modifiableFactors',
  'relevantDomains',
  'ageBand',
  'sex',
  'placeOfDeath',
  'ethnicGroup',
  'deprivation',
  'expectedness',
  'socialCare',
  'jointResponse',
  'safeguardingReview',
  'inquest',
  'reviewMeeting',
  'meetingTook',
  'took',
] as const

/** What a review does not carry when the area has no fact of the death; it is counted as not known, never left out. */
const ofTheChild: readonly string[] = ['ageBand', 'sex', 'placeOfDeath']

/** The codes a fact carries under a field: one, or several for factors. Throws when its population has no such field. */
export function codesOf(fact: DeathFact | ReviewFact, field: string): readonly string[] {
  const fields: Record<string, unknown> = fact
  const known: readonly string[] = 'diedInYear' in fact ? deathFields : reviewFields
  if (!known.includes(field)) throw new MixedPopulations(`facts of this population have no field ${field}`)
  const found = fields[field]
  if (found === undefined) return ofTheChild.includes(field) ? ['not-known'] : []
  return Array.isArray(found) ? found.map(String) : [String(found)]
}
