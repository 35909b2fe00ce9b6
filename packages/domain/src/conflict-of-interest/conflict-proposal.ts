import { z } from 'zod'
import type { PanelAgency } from '../actor/role.ts'
import type { PersonId } from '../id/id.ts'
import type { OrganisationKind } from '../organisation/organisation.ts'
import type { ConflictOutcome } from './conflict-outcome.ts'

/**
 * Why a declaration is proposed: their agency had to do with the child, or they are named on the case as its doctor.
 * Neither is a conflict: that is personal involvement, and somebody says so.
 */
export const ConflictProposal = z.enum(['employer', 'designated-doctor'])
export type ConflictProposal = z.infer<typeof ConflictProposal>

/** The organisations that people of an agency work for. A lay member speaks for none. */
const employers: Record<PanelAgency, readonly OrganisationKind[]> = {
  'public-health': ['public-health'],
  health: [
    'general-practice',
    'maternity',
    'child-health-nursing',
    'hospital',
    'community-health',
    'mental-health',
    'ambulance',
    'hospice',
  ],
  police: ['police'],
  'social-care': ['social-care'],
  education: ['education'],
  midwifery: ['maternity', 'hospital'],
  neonatology: ['maternity', 'hospital'],
  obstetrics: ['maternity', 'hospital'],
  lay: [],
  other: [],
}

/** What of a case proposes a declaration. */
export type ConflictTraces = {
  /** What kinds of organisation were asked about the child. */
  readonly asked: readonly OrganisationKind[]
  /** Who is or was the doctor that leads the case. */
  readonly doctors: readonly PersonId[]
}

/** Why somebody of the panel might be in conflict with a case. It proposes, and never decides. */
export function conflictProposals(
  { personId, agency }: { readonly personId: PersonId; readonly agency: PanelAgency },
  { asked, doctors }: ConflictTraces,
): ConflictProposal[] {
  const kinds = employers[agency]
  return [
    ...(asked.some((kind) => kinds.includes(kind)) ? (['employer'] as const) : []),
    ...(doctors.includes(personId) ? (['designated-doctor'] as const) : []),
  ]
}

/** What is proposed to be recorded: of whoever leads the case, that they stay for the facts. Of others nothing. */
export function usualOutcome(proposals: readonly ConflictProposal[]): ConflictOutcome | null {
  return proposals.includes('designated-doctor') ? 'facts-only' : null
}
