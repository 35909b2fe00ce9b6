import { AnswerBody, FamilyChannel, LeftOpenReason, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { OpenedFamily } from './opened-family.ts'

export const WORDS_LENGTH = 5_000

/** The family together asked. */
export const FAMILY = 'family'

export type TypedQuestion = {
  asked: string
  askedBy: string
  askedOn: DateParts
  channel: string
  body: string
}
const noDate = { day: '', month: '', year: '' }
export const noQuestion: TypedQuestion = { asked: '', askedBy: '', askedOn: noDate, channel: '', body: '' }
export const typedQuestion = (form: PostedForm): TypedQuestion => ({
  asked: form.text('asked'),
  askedBy: form.text('askedBy'),
  askedOn: typedDate(form, 'askedOn'),
  channel: form.text('channel'),
  body: form.text('body'),
})

const words = (missing: string, name: string) =>
  z.string().trim().min(1, missing).max(WORDS_LENGTH, `${name} must be 5,000 characters or fewer`)

/** What a family asks, in its own words. */
export function readQuestion(typed: TypedQuestion, { members, diedOn }: OpenedFamily, today: PlainDate) {
  const Typed = z.strictObject({
    asked: words('Enter what the family asks', 'What the family asks'),
    askedBy: z.string().transform((value, context) => {
      if (value === FAMILY) return null
      const member = members.find(({ familyMemberId }) => familyMemberId === value)
      if (member !== undefined) return member.familyMemberId
      context.addIssue({ code: 'custom', message: 'Select who asked' })
      return z.NEVER
    }),
    askedOn: DateTyped('The date it was asked', today).refine((on) => on >= diedOn, {
      message: 'The date it was asked must be the same as or after the date of death',
      path: ['day'],
    }),
    channel: z.string().pipe(z.enum(FamilyChannel.options, 'Select how it was asked')),
    body: z.string().pipe(z.enum(AnswerBody.options, 'Select who is to answer')),
  })
  return readTyped(Typed, typed)
}

export type TypedAnswer = { answer: string; body: string; answeredOn: DateParts; reason: string; why: string }
export const typedAnswer = (form: PostedForm): TypedAnswer => ({
  answer: form.text('answer'),
  body: form.text('body'),
  answeredOn: typedDate(form, 'answeredOn'),
  reason: form.text('reason'),
  why: form.text('why'),
})
export const noAnswer: TypedAnswer = { answer: '', body: '', answeredOn: noDate, reason: '', why: '' }

/** The answer to a question that was asked on a day. */
export function readAnswer(
  { answer, body, answeredOn }: TypedAnswer,
  { askedOn, today }: { askedOn: PlainDate; today: PlainDate },
) {
  const Typed = z.strictObject({
    answer: words('Enter the answer', 'The answer'),
    body: z.string().pipe(z.enum(AnswerBody.options, 'Select who gave the answer')),
    answeredOn: DateTyped('The date it was answered', today).refine((on) => on >= askedOn, {
      message: 'The date it was answered must be the same as or after the date it was asked',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { answer, body, answeredOn })
}

/** Why a question stays without an answer. */
export function readLeftOpen({ reason, why }: TypedAnswer) {
  const Typed = z.strictObject({
    reason: z.string().pipe(z.enum(LeftOpenReason.options, 'Select why there will be no answer')),
    why: words('Enter why there will be no answer', 'Why there will be no answer'),
  })
  return readTyped(Typed, { reason, why })
}
