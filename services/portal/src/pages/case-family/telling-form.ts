import { FamilyChannel, FamilySupport, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { OpenedFamily } from './opened-family.ts'

const noDate = { day: '', month: '', year: '' }

export type TypedTelling = {
  member: string
  support: string
  toldOn: DateParts
  toldHow: string
  toldBy: string
  knowsWish: boolean
}
export const noTelling: TypedTelling = {
  member: '',
  support: '',
  toldOn: noDate,
  toldHow: '',
  toldBy: '',
  knowsWish: false,
}
export const typedTelling = (form: PostedForm): TypedTelling => ({
  member: form.text('member'),
  support: form.text('support'),
  toldOn: typedDate(form, 'toldOn'),
  toldHow: form.text('toldHow'),
  toldBy: form.text('toldBy'),
  knowsWish: form.all('knowsWish').length > 0,
})

/** Whom, when, how and by whom: the same of an answer, a leaflet and support. */
function telling({ members, diedOn }: OpenedFamily, today: PlainDate) {
  return {
    member: z.string().transform((value, context) => {
      const member = members.find(({ familyMemberId, inError }) => familyMemberId === value && !inError)
      if (member !== undefined) return member.familyMemberId
      context.addIssue({ code: 'custom', message: 'Select the parent or carer' })
      return z.NEVER
    }),
    toldOn: DateTyped('The date', today).refine((on) => on >= diedOn, {
      message: 'The date must be the same as or after the date of death',
      path: ['day'],
    }),
    toldHow: z.string().pipe(z.enum(FamilyChannel.options, 'Select how')),
    toldBy: z
      .string()
      .trim()
      .min(1, 'Enter who did it')
      .max(200, 'Who did it must be 200 characters or fewer'),
    knowsWish: z.boolean(),
  }
}

/** What one parent or carer was told. */
export function readTold({ support: _none, ...typed }: TypedTelling, family: OpenedFamily, today: PlainDate) {
  return readTyped(z.strictObject(telling(family, today)), typed)
}

/** What one parent or carer was given or offered. */
export function readSupport(typed: TypedTelling, family: OpenedFamily, today: PlainDate) {
  const support = z.string().pipe(z.enum(FamilySupport.options, 'Select what they were given or offered'))
  return readTyped(z.strictObject({ support, ...telling(family, today) }), typed)
}
