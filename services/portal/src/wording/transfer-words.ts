import type { TransferDeclineReason, TransferReason, TransferSide, TransferState } from '@cdop/domain'

/** Why another area should review a death, in words. */
export const transferReasonWords: Readonly<Record<TransferReason, string>> = {
  residence: 'The child normally lived there',
  'main-services': 'Most of the child’s care was given there',
  'themed-regional': 'That panel reviews deaths of this kind for the region',
}

/** Why an area does not take a record over, in words. */
export const transferDeclineWords: Readonly<Record<TransferDeclineReason, string>> = {
  'not-resident-there': 'The child did not normally live here',
  'services-were-elsewhere': 'Most of the child’s care was given elsewhere',
  'already-reviewed-there': 'We already review this death',
  'agreed-otherwise': 'The designated doctors agreed otherwise',
}

/** Where a transfer stands, as each of the two areas sees it. */
export const transferStateWords: Readonly<Record<TransferSide, Readonly<Record<TransferState, string>>>> = {
  asking: {
    requested: 'Waiting for their answer',
    accepted: 'Accepted: being handed over',
    completed: 'Handed over',
    declined: 'Declined',
    recalled: 'Recalled',
  },
  asked: {
    requested: 'Waiting for your answer',
    accepted: 'Accepted: being handed over',
    completed: 'Taken over',
    declined: 'Declined',
    recalled: 'Recalled by the other area',
  },
}
