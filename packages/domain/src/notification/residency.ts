import { z } from 'zod'
import { AuthorityCode } from '../area/area.ts'
import { AreaId, PersonId } from '../id/id.ts'
import { Instant } from '../plain-date/plain-date.ts'
import type { CountryOfResidence, NotificationContent } from './notification.ts'

/**
 * On what grounds somebody decided where a child normally lived (domain reference 1.2: the Act does not say). A hospital,
 * a short placement, boarding school or custody does not change it.
 */
export const ResidencyBasis = z.enum([
  'usual-address',
  'address-before-admission',
  'mothers-usual-address',
  'agreed-for-looked-after-child',
  'principal-of-two-homes',
  'agreed-with-other-area',
  'not-resident-in-england',
])
export type ResidencyBasis = z.infer<typeof ResidencyBasis>

/** A lower-layer super output area of England, as the Office for National Statistics codes it. */
export const Lsoa = z
  .string()
  .regex(/^E01\d{6}$/)
  .brand<'Lsoa'>()
export type Lsoa = z.infer<typeof Lsoa>

/**
 * Where a child normally lived, as the coordinator recorded it: scope, and the area a death is counted for, follow this
 * and no longer what the notifier wrote.
 */
export const ResidencyDecision = z.strictObject({
  /** Null exactly when the child did not live in England. */
  localAuthority: AuthorityCode.nullable(),
  lsoa: Lsoa.nullable(),
  basis: ResidencyBasis,
  decidedBy: PersonId,
  /** The other area's panel with whom it was agreed. */
  agreedWithArea: AreaId.nullable(),
  decidedAt: Instant,
})
export type ResidencyDecision = z.infer<typeof ResidencyDecision>

/** A basis and an authority that say the same: no authority in England exactly for a child who did not live there. */
export function residencyAgrees({
  localAuthority,
  basis,
}: Pick<ResidencyDecision, 'localAuthority' | 'basis'>): boolean {
  return (localAuthority === null) === (basis === 'not-resident-in-england')
}

/** What was decided of a death the partners may review and need not: s.16M(2) of the Children Act 2004. */
export const Discretion = z.enum(['review', 'not-reviewed'])
export type Discretion = z.infer<typeof Discretion>

/** The Office for National Statistics' codes for "somewhere in this country, no authority given". */
const NO_AUTHORITY: Readonly<Record<CountryOfResidence, string>> = {
  england: 'E99999999',
  wales: 'W99999999',
  scotland: 'S99999999',
  'northern-ireland': 'N99999999',
  elsewhere: 'J99999999',
  'not-known': 'E99999999',
}

/** The authority a death is counted for: as decided, else as notified, else the code of the country without one. */
export function countedAuthority(
  { residence }: Pick<NotificationContent, 'residence'>,
  residency: ResidencyDecision | null,
): AuthorityCode {
  if (residency !== null) return residency.localAuthority ?? AuthorityCode.parse(NO_AUTHORITY.elsewhere)
  return residence.localAuthority ?? AuthorityCode.parse(NO_AUTHORITY[residence.country ?? 'england'])
}
