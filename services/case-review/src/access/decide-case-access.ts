import {
  type CaseState,
  type FieldClass,
  mayDo,
  mayDoAsOwn,
  type PackOpening,
  type Person,
  type SeatAs,
} from '@cdop/domain'

/** What the decision rests on. */
export type CaseFacts = {
  state: CaseState
  /** It is on the agenda of a panel meeting. */
  listed: boolean
  /** Whether the pack of that meeting opens with this case in it. */
  pack: PackOpening
  /** The person declared a conflict of interest in it. */
  conflicted: boolean
  /** The person is a key worker of the family today; nobody is where no day was asked about. */
  keyWorker: boolean
  /** What the person of another area comes to that meeting as; null for everybody who has no seat at it today. */
  seat: SeatAs | null
}

/** From the agenda until the case is closed it is the panel's. */
const beforePanel: readonly CaseState[] = ['listed', 'reviewed', 'submitted']

/** What a panel reads for a meeting, and nobody else. */
export const readForPanel: readonly FieldClass[] = ['agenda', 'pack', 'analysis']

/**
 * Which classes of content of a case of the person's own area they may see, or null when the case does not exist for
 * them. A key worker sees who the child was and what is kept of the family, of own families alone and nothing of what
 * agencies returned. Whoever reads for a panel is named a listed case by its agenda, and reads it while its pack is open; what
 * the panel says of it opens to the chair with the pack, and stays once that has expired or the panel has agreed.
 * Whoever comes from another area is named and reads what stands on the agenda of a meeting they have a seat at, and its analysis
 * from a chair’s seat alone. A case reported in error exists for nobody but in its trace, one
 * another area took over only there. A declared conflict withdraws everything, whatever the role (domain reference 0, invariant 6).
 */
export function decideCaseAccess(person: Person, facts: CaseFacts): readonly FieldClass[] | null {
  if (facts.conflicted || facts.state === 'reported-in-error' || facts.state === 'transferred') return null
  const classes: FieldClass[] = []
  if (mayDo(person, 'case:read')) classes.push('identity', 'agency-return')
  if (mayDo(person, 'family:read')) {
    if (mayDo(person, 'case:read')) classes.push('family')
    else if (facts.keyWorker) classes.push('identity', 'family')
  }
  const reads = mayDoAsOwn(person, 'pack:read') || (facts.seat !== null && mayDo(person, 'pack:read'))
  const fromChair = facts.seat === 'chair' && mayDo(person, 'analysis:read')
  if (reads && facts.listed && beforePanel.includes(facts.state)) {
    classes.push('agenda')
    if (facts.pack === 'open') classes.push('pack')
    const wasRead = facts.pack === 'open' || facts.pack === 'over' || facts.state !== 'listed'
    if (wasRead && (mayDoAsOwn(person, 'analysis:read') || fromChair)) classes.push('analysis')
  }
  return classes.length === 0 ? null : classes
}
