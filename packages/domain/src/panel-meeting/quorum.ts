import type { PanelAgency } from '../actor/role.ts'
import type { PersonId } from '../id/id.ts'
import type { QuorumRule, RequiredAgency } from './quorum-rule.ts'

export type Attendee = { personId: PersonId; agency: PanelAgency }

/** Who was at a meeting, and how many members its panel had then; null where that was not recorded. */
export type PanelPresent = { readonly present: readonly Attendee[]; readonly members: number | null }

export type Quorum = {
  quorate: boolean
  counted: number
  /** How many more must count, whichever agency they speak for; null while nobody knows of how many the share is. */
  more: number | null
  /** What nobody counts for: each entry is one agency, or several of which one is enough. */
  missing: readonly RequiredAgency[]
}

/**
 * Quorum for one case, with what is missing: whoever withdrew from it or is there for the facts alone is not counted, so a
 * meeting may be quorate for one item and not for the next. A share is of all members of the panel, those among them too.
 */
export function quorumFor(
  rule: QuorumRule,
  { present, members }: PanelPresent,
  notCounted: ReadonlySet<PersonId>,
): Quorum {
  const counted = present.filter((attendee) => !notCounted.has(attendee.personId))
  const agencies = new Set(counted.map((attendee) => attendee.agency))
  const missing = rule.requiredAgencies.filter((oneOf) => !oneOf.some((agency) => agencies.has(agency)))
  const needed = membersNeeded(rule, members)
  const more = needed === null ? null : Math.max(0, needed - counted.length)
  return { quorate: more === 0 && missing.length === 0, counted: counted.length, more, missing }
}

/** How many must count, of a panel of so many; null when that rests on a share of a number nobody recorded. */
function membersNeeded({ minMembers, minShare }: QuorumRule, members: number | null): number | null {
  if (minShare === null) return minMembers
  return members === null ? null : Math.max(minMembers, Math.ceil((minShare * members) / 100))
}
