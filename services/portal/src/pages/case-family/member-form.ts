import {
  allowsContact,
  FamilyMemberSaid,
  FamilyRelation,
  InterpreterNeed,
  LivingApart,
  NoContactReason,
} from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import type { FamilyMember } from './opened-family.ts'

export type TypedMember = {
  relation: string
  name: string
  livingApart: string
  language: string
  interpreter: string
  safeContact: string
  safeTimes: string
  contact: string
  noContactWhy: string
  allowedWhy: string
  hears: readonly string[]
  wrong: boolean
}

/** Somebody may be contacted unless a reason says otherwise. */
export const MAY_CONTACT = 'may-be-contacted'
export const HEARS_NOTHING = 'nothing'

export const noMember: TypedMember = {
  relation: '',
  name: '',
  livingApart: '',
  language: '',
  interpreter: '',
  safeContact: '',
  safeTimes: '',
  contact: '',
  noContactWhy: '',
  allowedWhy: '',
  hears: [],
  wrong: false,
}

export const typedMember = (form: PostedForm): TypedMember => ({
  relation: form.text('relation'),
  name: form.text('name'),
  livingApart: form.text('livingApart'),
  language: form.text('language'),
  interpreter: form.text('interpreter'),
  safeContact: form.text('safeContact'),
  safeTimes: form.text('safeTimes'),
  contact: form.text('contact'),
  noContactWhy: form.text('noContactWhy'),
  allowedWhy: form.text('allowedWhy'),
  hears: form.all('hears'),
  wrong: form.all('wrong').length > 0,
})

/** What is known of somebody, as it stands in the form. */
export const memberAsTyped = ({ relation, noContact, hearsNothing, details }: FamilyMember): TypedMember => ({
  relation,
  name: details.name,
  livingApart: details.livingApart,
  language: details.language ?? '',
  interpreter: details.interpreter,
  safeContact: details.safeContact ?? '',
  safeTimes: details.safeTimes ?? '',
  contact: noContact ?? MAY_CONTACT,
  noContactWhy: details.noContactWhy ?? '',
  allowedWhy: '',
  hears: hearsNothing ? [HEARS_NOTHING] : [],
  wrong: false,
})

const optional = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(most, `${name} must be ${most} characters or fewer`)
    .transform((typed) => (typed === '' ? null : typed))

const Typed = z.strictObject({
  relation: z.string().pipe(z.enum(FamilyRelation.options, 'Select what this person is to the child')),
  name: z.string().trim().min(1, 'Enter the name').max(200, 'The name must be 200 characters or fewer'),
  livingApart: z.string().pipe(z.enum(LivingApart.options, 'Select whether this person lives apart')),
  language: optional(100, 'The language'),
  interpreter: z.string().pipe(z.enum(InterpreterNeed.options, 'Select whether an interpreter is needed')),
  safeContact: optional(500, 'The safe way to reach this person'),
  safeTimes: optional(200, 'The safe times'),
  contact: z
    .string()
    .pipe(z.enum([MAY_CONTACT, ...NoContactReason.options], 'Select whether this person may be contacted')),
  noContactWhy: optional(1_000, 'Why this person must not be contacted'),
  allowedWhy: optional(1_000, 'Why this person may be contacted again'),
  hears: z.array(z.string()),
  wrong: z.boolean(),
})

type Before = Pick<FamilyMember, 'noContact' | 'inError'>

/**
 * A parent or carer as the service takes them. Why somebody must not be contacted counts only of those who must not; why
 * they may be again, only of those who must not have been.
 */
export function readMember(typed: TypedMember, before: Before | null) {
  const read = readTyped(mayBeAllowed(before), { ...typed, hears: [...typed.hears] })
  if (!read.ok) return read
  const { relation, contact, noContactWhy, allowedWhy, hears, wrong, ...details } = read.value
  const noContact = contact === MAY_CONTACT ? null : contact
  const said = FamilyMemberSaid.parse({
    relation,
    noContact,
    hearsNothing: hears.includes(HEARS_NOTHING),
    inError: wrong,
    details: { ...details, noContactWhy: noContact === null ? null : noContactWhy },
  })
  const allowed = before !== null && allowsContact(before, said)
  return { ok: true as const, value: { said, allowedWhy: allowed ? allowedWhy : null } }
}

/** Whoever lets somebody be contacted again says why. */
const mayBeAllowed = (before: Before | null) =>
  Typed.refine(
    ({ contact, allowedWhy, wrong }) => {
      const after = { noContact: contact === MAY_CONTACT ? null : contact, inError: wrong }
      return allowedWhy !== null || before === null || !allowsContact(before, after)
    },
    { path: ['allowedWhy'], message: 'Enter why this person may be contacted again' },
  )
