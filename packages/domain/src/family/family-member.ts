import { z } from 'zod'
import { text } from '../text/text.ts'

/** What a parent or carer was to the child. */
export const FamilyRelation = z.enum([
  'mother',
  'father',
  'step-parent',
  'adoptive-parent',
  'foster-carer',
  'grandparent',
  'other-relative',
  'other-carer',
])
export type FamilyRelation = z.infer<typeof FamilyRelation>

/** Whether a parent lives with the other one. */
export const LivingApart = z.enum(['together', 'apart', 'not-known'])
export type LivingApart = z.infer<typeof LivingApart>

export const InterpreterNeed = z.enum(['yes', 'no', 'not-known'])
export type InterpreterNeed = z.infer<typeof InterpreterNeed>

/** Why nobody may write to, call or visit somebody of a family (domain reference 4.2). */
export const NoContactReason = z.enum(['police-investigation', 'court-order', 'risk-of-harm', 'other'])
export type NoContactReason = z.infer<typeof NoContactReason>

const optional = (max: number) => text(max).nullable()

/** What is kept about one parent or carer, apart from every other: sealed whole. */
export const FamilyMemberDetails = z.strictObject({
  name: text(200),
  livingApart: LivingApart,
  language: optional(100),
  interpreter: InterpreterNeed,
  /** How and when they can be reached without harm. */
  safeContact: optional(500),
  safeTimes: optional(200),
  /** In words, why they must not be contacted. */
  noContactWhy: optional(1_000),
})
export type FamilyMemberDetails = z.infer<typeof FamilyMemberDetails>

/** A parent or carer: the codes a rule asks, and what is sealed. */
export const FamilyMemberSaid = z
  .strictObject({
    relation: FamilyRelation,
    /** Nobody may write to, call or visit them, and why; null when they may be contacted. */
    noContact: NoContactReason.nullable(),
    /** They said that they do not want to hear of the review. */
    hearsNothing: z.boolean(),
    /** It was recorded wrongly: they are no part of this family. */
    inError: z.boolean(),
    details: FamilyMemberDetails,
  })
  .refine(({ noContact, details }) => noContact !== null || details.noContactWhy === null, {
    path: ['details', 'noContactWhy'],
    message: 'is only for somebody who must not be contacted',
  })
export type FamilyMemberSaid = z.infer<typeof FamilyMemberSaid>

type Contact = Pick<FamilyMemberSaid, 'noContact' | 'inError'>

/**
 * Whether a change lets somebody be contacted who must not be: the mark is taken away, or the person with it. A key worker
 * may set such a mark; only who sees the whole case lifts one, and says why.
 */
export function allowsContact(before: Contact, after: Contact): boolean {
  const barred = ({ noContact, inError }: Contact) => noContact !== null && !inError
  return barred(before) && !barred(after)
}

/**
 * Whether a change makes somebody part of the family again who was recorded wrongly. Nobody does that: they are recorded
 * anew, so that a bar that stood on them is not lost on the way.
 */
export function bringsBack(before: Pick<Contact, 'inError'>, after: Pick<Contact, 'inError'>): boolean {
  return before.inError && !after.inError
}

/** A date on which nobody should hear from the review: a birthday, a due date, the day of the death. */
export const AvoidedDate = z
  .strictObject({
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    why: text(200),
  })
  .refine(({ month, day }) => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate(), {
    path: ['day'],
    message: 'is no day of this month',
  })
export type AvoidedDate = z.infer<typeof AvoidedDate>
