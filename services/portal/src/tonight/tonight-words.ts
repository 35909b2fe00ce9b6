import type { TonightContact } from '@cdop/domain'

/** Whom to phone, as people say it. */
export const tonightWords: Readonly<Record<TonightContact, string>> = {
  'on-call-lead': 'On-call lead health professional',
  police: 'Police',
  'childrens-duty-team': 'Children’s social care duty team',
  coroner: 'Coroner’s office',
}
