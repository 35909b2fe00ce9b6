import { z } from 'zod'
import type { FactorDomain } from './factor.ts'

/** The scores of the older analysis form, as they were written on it. */
export const LegacyScore = z.enum(['0', '1', '1*', '2', '3'])
export type LegacyScore = z.infer<typeof LegacyScore>

const relevance: Record<LegacyScore, 0 | 1 | 2> = { '0': 0, '1': 1, '1*': 1, '2': 2, '3': 2 }

/**
 * An older score as the relevance of today, beside the score itself: 3, "a complete and sufficient explanation", became a
 * 2 and could not be told apart without it.
 */
export function fromLegacyScore(score: LegacyScore): { relevance: 0 | 1 | 2; legacyScore: LegacyScore } {
  return { relevance: relevance[score], legacyScore: score }
}

/** What the older form called the domains that are cut today as they were then; letters alone. */
const asBefore: Readonly<Record<string, FactorDomain>> = {
  childsneeds: 'intrinsic',
  childsneedsfactorsintrinsictothechild: 'intrinsic',
  factorsintrinsictothechild: 'intrinsic',
  intrinsictothechild: 'intrinsic',
  intrinsic: 'intrinsic',
  serviceprovision: 'service',
  factorsinserviceprovision: 'service',
  service: 'service',
}

/**
 * Which domain of today a domain of the older form is, by its name there. Null for the others: family and environment, and
 * parenting capacity, were cut otherwise, and no figure of one is a figure of the other.
 */
export function fromLegacyDomain(written: string): FactorDomain | null {
  return asBefore[written.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? null
}
