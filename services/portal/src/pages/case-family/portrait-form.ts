import { FamilyChannel, type FamilyMemberId, type PlainDate, PortraitWish } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { OpenedFamily } from './opened-family.ts'
import { FAMILY } from './question-form.ts'

export const PORTRAIT_LENGTH = 10_000

export type TypedPortrait = {
  words: string
  wish: string
  toldBy: string
  toldOn: DateParts
  channel: string
  /** Who changed their mind, and when. */
  backBy: string
  backOn: DateParts
}
export const typedPortrait = (form: PostedForm): TypedPortrait => ({
  words: form.text('words'),
  wish: form.text('wish'),
  toldBy: form.text('toldBy'),
  toldOn: typedDate(form, 'toldOn'),
  channel: form.text('channel'),
  backBy: form.text('back-toldBy'),
  backOn: typedDate(form, 'back-toldOn'),
})

/** The portrait as it stands, to be changed; nobody has told the change yet. */
export function standingPortrait({ portrait: { portrait } }: OpenedFamily): TypedPortrait {
  const stands = portrait === null || portrait.wish === 'withdrawn' ? null : portrait
  const noDate = { day: '', month: '', year: '' }
  const nobody = { toldBy: '', toldOn: noDate, channel: '', backBy: '', backOn: noDate }
  return { words: stands?.words ?? '', wish: stands?.wish ?? '', ...nobody }
}

/** Who may tell a portrait: no one who must not be contacted. */
export const tellers = ({ members }: OpenedFamily) =>
  members.filter(({ inError, noContact }) => !inError && noContact === null)

const who = (family: OpenedFamily, message: string) =>
  z.string().transform((value, context): FamilyMemberId | null => {
    if (value === FAMILY) return null
    const member = tellers(family).find(({ familyMemberId }) => familyMemberId === value)
    if (member !== undefined) return member.familyMemberId
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const when = ({ diedOn }: OpenedFamily, name: string, today: PlainDate) =>
  DateTyped(name, today).refine((on) => on >= diedOn, {
    message: `${name} must be the same as or after the date of death`,
    path: ['day'],
  })

/** Who the child was, in the family's words, and whether it wishes the panel to hear it. */
export function readPortrait(typed: TypedPortrait, family: OpenedFamily, today: PlainDate) {
  const Typed = z.strictObject({
    words: z
      .string()
      .trim()
      .min(1, 'Enter who the child was, in the family’s words')
      .max(PORTRAIT_LENGTH, 'The family’s words must be 10,000 characters or fewer'),
    wish: z
      .string()
      .pipe(
        z.enum(
          PortraitWish.exclude(['withdrawn']).options,
          'Select whether the family wishes the panel to hear it',
        ),
      ),
    toldBy: who(family, 'Select who told it'),
    toldOn: when(family, 'The date it was told', today),
    channel: z.string().pipe(z.enum(FamilyChannel.options, 'Select how it was told')),
  })
  const { words, wish, toldBy, toldOn, channel } = typed
  return readTyped(Typed, { words, wish, toldBy, toldOn, channel })
}

/** Who changed their mind, and when. */
export function readWithdrawal({ backBy, backOn }: TypedPortrait, family: OpenedFamily, today: PlainDate) {
  const Typed = z.strictObject({
    'back-toldBy': who(family, 'Select who changed their mind'),
    'back-toldOn': when(family, 'The date they changed their mind', today),
  })
  return readTyped(Typed, { 'back-toldBy': backBy, 'back-toldOn': backOn })
}
