import type { CaseId, ChildConfirmation, NewEvent } from '@cdop/domain'

type Words = { [Of in keyof ChildConfirmation]: Pick<ChildConfirmation[Of], 'by' | 'on'> }

/** What other services learn of a confirmation: whose word by profession, and the day. */
export function confirmedEvent(caseId: CaseId, { death, identity }: Words): NewEvent {
  return {
    type: 'identity-and-death.confirmed.v1',
    subject: caseId,
    payload: {
      caseId,
      death: { by: death.by, on: death.on },
      identity: { by: identity.by, on: identity.on },
    },
  }
}
