import { type Instant, londonInstant, OnCallPart, PhoneNumber, TurnId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

export type TypedTurn = {
  part: string
  name: string
  email: string
  phone: string
  webhook: string
  fromOn: DateParts
  fromTime: string
  untilOn: DateParts
  untilTime: string
}

export const typedTurn = (form: PostedForm): TypedTurn => ({
  part: form.text('part'),
  name: form.text('name'),
  email: form.text('email'),
  phone: form.text('phone').trim(),
  webhook: form.text('webhook').trim(),
  fromOn: typedDate(form, 'fromOn'),
  fromTime: form.text('fromTime'),
  untilOn: typedDate(form, 'untilOn'),
  untilTime: form.text('untilTime'),
})

const person = {
  name: z
    .string()
    .trim()
    .min(1, 'Enter the person’s name')
    .max(120, 'The person’s name must be 120 characters or fewer'),
  email: z
    .string()
    .trim()
    .min(1, 'Enter an email address')
    .pipe(
      z
        .email('Enter an email address in the correct format, like name@example.com')
        .max(254, 'The email address must be 254 characters or fewer'),
    ),
}

const nothing = (typed: string) => (typed === '' ? null : typed)

const isWebAddress = (typed: string) =>
  URL.canParse(typed) && ['https:', 'http:'].includes(new URL(typed).protocol) && typed.length <= 500

const Turn = z.strictObject({
  part: z.string().pipe(z.enum(OnCallPart.options, 'Select lead or deputy')),
  ...person,
  phone: z
    .string()
    .refine((typed) => typed === '' || PhoneNumber.safeParse(typed).success, {
      message: 'Enter a phone number, like 01632 960 001',
    })
    .transform(nothing),
  webhook: z
    .string()
    .refine((typed) => typed === '' || isWebAddress(typed), {
      message: 'Enter a web address that begins with https://, or leave it empty',
    })
    .transform(nothing),
  fromOn: DateTyped('The date the turn begins', null),
  fromTime: TimeTyped('The time the turn begins'),
  untilOn: DateTyped('The date the turn ends', null),
  untilTime: TimeTyped('The time the turn ends'),
})

/** Somebody on call for a stretch of time, as the clock on the wall shows it. */
export function readTurn(form: PostedForm) {
  const read = readTyped(Turn, typedTurn(form))
  if (!read.ok) return read
  const { fromOn, fromTime, untilOn, untilTime, ...turn } = read.value
  const from: Instant = londonInstant(fromOn, fromTime)
  const until = londonInstant(untilOn, untilTime)
  if (from < until) return { ok: true as const, value: { ...turn, from, until } }
  return {
    ok: false as const,
    errors: [{ text: 'The turn must end after it begins', href: '#untilOn-day' }],
  }
}

export type TypedFallback = { name: string; email: string }

export const typedFallback = (form: PostedForm): TypedFallback => ({
  name: form.text('name'),
  email: form.text('email'),
})

const Fallback = z.strictObject(person)

export const readFallback = (form: PostedForm) => readTyped(Fallback, typedFallback(form))

export const turnIdOf = (form: PostedForm) => TurnId.safeParse(form.text('turnId'))
