import { type CaseState, type FieldClass, mayDo, type Person } from '@cdop/domain'

/** What the decision rests on. */
export type CaseFacts = {
  state: CaseState
  /** It is on the agenda of a panel meeting. */
  listed: boolean
  /** The person declared a conflict of interest in it. */
  conflicted: boolean
  /** The person is a key worker of the family today; nobody is where no day was asked about. */
  keyWorker: boolean
}

/** From the agenda until the case is closed the panel may read it. */
const readByPanel: readonly CaseState[] = ['listed', 'reviewed', 'submitted']

/**
 * Which classes of content of a case of the person's own area they may see, or null when the case does not exist for
 * them. A key worker sees who the child was and what is kept of the family, of own families alone and nothing of what
 * agencies returned. A case reported in error exists for nobody but in its trace, one
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
  if (mayDo(person, 'pack:read') && facts.listed && readByPanel.includes(facts.state)) {
    classes.push('pack')
    if (mayDo(person, 'analysis:read')) classes.push('analysis')
  }
  return classes.length === 0 ? null : classes
}
