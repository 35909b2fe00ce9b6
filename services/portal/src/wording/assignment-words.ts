import type { AssignmentEnd, CasePart } from '@cdop/domain'

/** What somebody is to one case. */
export const casePartWords = {
  coordinator: 'Coordinator',
  'designated-doctor': 'Lead designated doctor',
} as const satisfies Record<CasePart, string>

/** Why somebody no longer has a part in a case. */
export const assignmentEndWords = {
  'given-to-another': 'Given to somebody else',
  'handed-over': 'Handed over',
  'given-back': 'Given back',
  'left-area': 'Another area took the case over',
  conflict: 'Had to do with the child or the care',
} as const satisfies Record<AssignmentEnd, string>
