import type { ReopeningReason } from '@cdop/domain'

/** Why a finished review begins again, in words. */
export const reopeningReasonWords: Readonly<Record<ReopeningReason, string>> = {
  'inquest-concluded-otherwise': 'The inquest came to another conclusion',
  'criminal-proceedings-ended': 'Criminal proceedings have ended',
  'new-medical-finding': 'A medical finding or test result came later',
  'other-investigation-reported': 'Another review or investigation has reported',
  'agency-brought-new-evidence': 'An agency brought new evidence',
  'family-brought-new-evidence': 'The family brought new evidence',
  'analysis-was-wrong': 'The analysis that was agreed is wrong',
  other: 'Another reason',
}
