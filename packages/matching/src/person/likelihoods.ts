import type { MatchReason } from './reason.ts'

/**
 * What two records can be to each other. Babies of one pregnancy and brothers and sisters share a family's particulars;
 * without classes of their own their agreement would pass for identity.
 */
export const RELATIONS = ['same-child', 'same-birth', 'same-family', 'unrelated'] as const
export type Relation = (typeof RELATIONS)[number]

/** How often a level of agreement is reached, for each relation in the order of `RELATIONS`; why, in a code. */
export type Level = {
  readonly reason: MatchReason
  readonly shares: readonly [sameChild: number, sameBirth: number, sameFamily: number, unrelated: number]
}

const level = (reason: MatchReason, ...shares: Level['shares']): Level => ({ reason, shares })

/**
 * Believed from what is known of notifications: numbers are sometimes mistyped and seldom another's, about one in
 * sixty births is of several, most babies of one birth get consecutive numbers, first names and places in the order of
 * birth differ between them. No file was fitted; within each relation the shares of an aspect add up to one.
 */
export const likelihoods = {
  nhsNumber: [
    level('same-nhs-number', 0.94, 0.002, 1e-6, 1e-7),
    // Each check digit proves right, so that no single slip lies between two valid numbers.
    level('nhs-number-slip', 0.04, 0.02, 1e-5, 1e-6),
    level('nhs-number-slip', 0.01, 0.04, 1e-4, 1e-5),
    level('different-nhs-number', 0.01, 0.938, 0.999889, 0.9999889),
  ],
  mother: [
    level('same-mother', 0.965, 0.985, 0.8, 1e-6),
    level('same-mother', 0.025, 0.01, 0.01, 1e-5),
    level('different-mother', 0.01, 0.005, 0.19, 0.999989),
  ],
  born: [
    level('same-birth-date', 0.94, 0.96, 0.0005, 0.0004),
    level('similar-birth-date', 0.035, 0.025, 0.01, 0.008),
    level('similar-birth-date', 0.015, 0.01, 0.04, 0.04),
    level('different-birth-date', 0.006, 0.003, 0.08, 0.1),
    level('different-birth-date', 0.004, 0.002, 0.8695, 0.8516),
  ],
  birthTime: [
    level('same-birth-time', 0.92, 0.02, 0.002, 0.002),
    level('different-birth-time', 0.03, 0.83, 0.08, 0.08),
    level('different-birth-time', 0.05, 0.15, 0.918, 0.918),
  ],
  died: [
    level('same-death-date', 0.94, 0.3, 0.01, 0.0004),
    level('similar-death-date', 0.035, 0.1, 0.01, 0.008),
    level('similar-death-date', 0.015, 0.2, 0.03, 0.03),
    level('different-death-date', 0.005, 0.3, 0.1, 0.1),
    level('different-death-date', 0.005, 0.1, 0.85, 0.8616),
  ],
  family: [
    level('same-family-name', 0.87, 0.93, 0.8, 0.002),
    level('similar-family-name', 0.06, 0.03, 0.03, 0.002),
    level('similar-family-name', 0.03, 0.01, 0.02, 0.01),
    level('similar-family-name', 0.01, 0.01, 0.01, 0.02),
    level('different-family-name', 0.03, 0.02, 0.14, 0.966),
  ],
  given: [
    level('same-given-name', 0.8, 0.004, 0.004, 0.008),
    level('similar-given-name', 0.1, 0.006, 0.006, 0.004),
    level('similar-given-name', 0.05, 0.03, 0.03, 0.02),
    level('different-given-name', 0.02, 0.06, 0.06, 0.05),
    level('different-given-name', 0.03, 0.9, 0.9, 0.918),
  ],
  sex: [level('same-sex', 0.985, 0.62, 0.52, 0.52), level('different-sex', 0.015, 0.38, 0.48, 0.48)],
  address: [
    level('same-address', 0.72, 0.85, 0.5, 1e-5),
    level('same-address', 0.1, 0.06, 0.05, 2e-5),
    level('similar-address', 0.08, 0.04, 0.05, 2e-4),
    level('different-address', 0.05, 0.03, 0.1, 0.1),
    level('different-address', 0.05, 0.02, 0.3, 0.89977),
  ],
  postcode: [
    level('same-postcode', 0.92, 0.96, 0.6, 1e-4),
    level('similar-postcode', 0.03, 0.02, 0.03, 0.002),
    level('different-postcode', 0.05, 0.02, 0.37, 0.9979),
  ],
  birthOrder: [
    level('same-birth-order', 0.997, 0.002, 0.6, 0.6),
    level('different-birth-order', 0.003, 0.998, 0.4, 0.4),
  ],
  birthWeight: [
    level('same-birth-weight', 0.92, 0.03, 0.02, 0.02),
    level('same-birth-weight', 0.04, 0.12, 0.08, 0.08),
    level('different-birth-weight', 0.04, 0.85, 0.9, 0.9),
  ],
} as const satisfies Record<string, readonly Level[]>

export type PersonAspect = keyof typeof likelihoods
