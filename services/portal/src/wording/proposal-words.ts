import type { ProposalReason } from '@cdop/domain'

/** Why a kind of agency is proposed, in words. */
export const proposalWords: Readonly<Record<ProposalReason, string>> = {
  named: 'named on the notification',
  'died-there': 'the child died there, or the fatal event happened there',
  phoned: 'was phoned about the death',
  'reviewing-it': 'looks into the death',
  'joint-agency-response': 'there is a reason for a joint agency response',
  'known-need': 'what applied to the child, as notified',
  'sudden-outside-hospital': 'an unexpected death or collapse outside hospital',
  'under-one': 'the child was under one year old',
  'of-school-age': 'the child was of school age',
  'every-child': 'asked about every child',
}
