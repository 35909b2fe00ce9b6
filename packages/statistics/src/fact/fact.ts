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
] as const

/** The fields of a review a table may be cut by. */
export const reviewFields = [
  'areaId',
  'reviewedInYear',
  'primaryCategory',
  'modifiability',
  'modifiableFactorCodes',
  'ageBand',
  'sex',
] as const

/** The codes a fact carries under a field: one, or several for factors. Throws when its population has no such field. */
export function codesOf(fact: DeathFact | ReviewFact, field: string): readonly string[] {
  const fields: Record<string, unknown> = fact
  const known: readonly string[] = 'diedInYear' in fact ? deathFields : reviewFields
  if (!known.includes(field)) throw new MixedPopulations(`facts of this population have no field ${field}`)
  const found = fields[field]
  if (found === undefined) return []
  return Array.isArray(found) ? found.map(String) : [String(found)]
}
