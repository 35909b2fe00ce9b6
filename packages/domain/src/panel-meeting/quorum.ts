import type { PanelAgency } from '../actor/role.ts'
import type { PersonId } from '../id/id.ts'

/** How many members, and which agencies among them, a panel needs to decide. A setting of the area. */
export type QuorumRule = { minMembers: number; requiredAgencies: readonly PanelAgency[] }

/** The common local rule: five members with police, health, social care and public health among them. */
export const usualQuorum: QuorumRule = {
  minMembers: 5,
  requiredAgencies: ['public-health', 'health', 'police', 'social-care'],
}

export type Attendee = { personId: PersonId; agency: PanelAgency }

export type Quorum = { quorate: boolean; counted: number; missing: readonly PanelAgency[] }

/**
 * Quorum for one case: a member with a declared conflict is not counted, so a meeting may be quorate for one item
 * and not for the next.
 */
export function quorumFor(
  rule: QuorumRule,
  present: readonly Attendee[],
  conflicted: ReadonlySet<PersonId>,
): Quorum {
  const counted = present.filter((attendee) => !conflicted.has(attendee.personId))
  const agencies = new Set(counted.map((attendee) => attendee.agency))
  const missing = rule.requiredAgencies.filter((agency) => !agencies.has(agency))
  return {
    quorate: counted.length >= rule.minMembers && missing.length === 0,
    counted: counted.length,
    missing,
  }
}
