import { z } from 'zod'

/** Whom to phone when a child has just died: a form alerts nobody (domain reference 1.3, step 1). */
export const TonightContact = z.enum(['on-call-lead', 'police', 'childrens-duty-team', 'coroner'])
export type TonightContact = z.infer<typeof TonightContact>

/** A number as people dial it: digits and spaces, with a leading + for a country. Short ones such as 101 too. */
export const PhoneNumber = z
  .string()
  .trim()
  .max(20)
  .regex(/^\+?[0-9]( ?[0-9]){2,16}$/)
export type PhoneNumber = z.infer<typeof PhoneNumber>

/** An area's numbers for tonight; null where it has given none. */
export const TonightContacts = z.record(TonightContact, PhoneNumber.nullable())
export type TonightContacts = z.infer<typeof TonightContacts>

/** What is shown until an area gives its own: the police number that works everywhere in England and Wales. */
export const defaultTonightContacts: TonightContacts = {
  'on-call-lead': null,
  police: '101',
  'childrens-duty-team': null,
  coroner: null,
}
