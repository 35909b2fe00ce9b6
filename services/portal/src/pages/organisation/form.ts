import { OrganisationContactId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { emailField, NameField, noDate } from '../organisations/form.ts'

export type TypedRename = { name: string; from: DateParts }
export const noRename: TypedRename = { name: '', from: noDate }
export const typedRename = (form: PostedForm): TypedRename => ({
  name: form.text('name'),
  from: typedDate(form, 'from'),
})

/** A new name from a day on, past or to come. */
export const readRename = (typed: TypedRename) =>
  readTyped(z.strictObject({ name: NameField, from: DateTyped('The first day of the name', null) }), typed)

export type TypedContact = { role: string; contactEmail: string; phone: string; replaces: string }
export const noContact: TypedContact = { role: '', contactEmail: '', phone: '', replaces: '' }
export const typedContact = (form: PostedForm): TypedContact => ({
  role: form.text('role'),
  contactEmail: form.text('contactEmail'),
  phone: form.text('phone'),
  replaces: form.text('replaces'),
})

const Contact = z.strictObject({
  role: z
    .string()
    .trim()
    .min(1, 'Enter the role or team')
    .max(120, 'The role or team must be 120 characters or fewer'),
  contactEmail: emailField('the email address of the role or team'),
  phone: z
    .string()
    .trim()
    .max(40, 'The telephone number must be 40 characters or fewer')
    .transform((typed) => (typed === '' ? null : typed)),
  replaces: z.string(),
})

/** Who answers for an organisation. */
export function readContact(typed: TypedContact) {
  const read = readTyped(Contact, typed)
  if (!read.ok) return read
  const { role, contactEmail: email, phone } = read.value
  const replaces = OrganisationContactId.safeParse(read.value.replaces)
  return { ok: true as const, value: { role, email, phone, replaces: replaces.data ?? null } }
}
