import type { ConflictLifted, ConflictOutcome, ConflictProposal } from '@cdop/domain'

/** What was recorded of somebody’s interest in a case; null where nobody has asked them. */
export const outcomeWords = (outcome: ConflictOutcome | null): string =>
  outcome === null ? 'Not asked yet' : words[outcome]

const words: Record<ConflictOutcome, string> = {
  none: 'No conflict',
  'facts-only': 'Present for the facts only',
  withdrawn: 'Withdrawn',
}

/** What each outcome means for whoever it is recorded of. */
export const outcomeMeans: Record<ConflictOutcome, string> = {
  none: 'Looked at, and no personal involvement. Reads, counts towards quorum and decides',
  'facts-only':
    'Reads and says what they know. Does not count towards quorum and does not decide. Usual for the lead or the designated doctor of the case',
  withdrawn: 'The case closes to them at once, everywhere. They do not count towards its quorum',
}

/** Why somebody is let in further than was recorded of them before. */
export const liftedWords: Record<ConflictLifted, string> = {
  'declared-by-mistake': 'It was declared by mistake, or for the wrong case',
  'recorded-for-the-wrong-person': 'It was recorded for the wrong person',
  'not-involved-after-all': 'They were not involved after all',
  'needed-for-the-facts': 'The panel needs to hear from them, for the facts',
}

/** What proposes that somebody declares an interest, said of them. */
export const proposalWords: Record<ConflictProposal, string> = {
  employer: 'An organisation of their agency was asked about the child',
  'designated-doctor': 'Is or was the designated doctor of the case',
}

/** What proposes it, said to them. */
export const ownProposalWords: Record<ConflictProposal, string> = {
  employer: 'An organisation of your agency was asked about the child',
  'designated-doctor': 'You are or were the designated doctor of the case',
}
