import { FEWEST_ALIKE, givenWithdrawals } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import type { MeetingPack } from './read-meeting-pack.ts'

export const BUILD = 'build'
export const SIGN = 'sign'
export const RELEASE = 'release'
export const WITHDRAW = 'withdraw'

/** What whoever releases a pack has to say why. */
export const reasonsAsked = ({ late, cases }: Pick<MeetingPack, 'late' | 'cases'>) => ({
  late,
  few: cases.some(({ alike }) => alike < FEWEST_ALIKE),
})

const Why = (asked: boolean, message: string) =>
  z
    .string()
    .trim()
    .max(2_000, 'The reason must be 2,000 characters or fewer')
    .refine((why) => !asked || why !== '', message)
    .transform((why) => (asked ? why : null))

/** The reasons for releasing a pack late, or though few deaths are alike; null where none is asked for. */
export function readReasons(form: PostedForm, asked: ReturnType<typeof reasonsAsked>) {
  const Reasons = z.strictObject({
    lateReason: Why(asked.late, 'Enter why this pack comes late'),
    fewReason: Why(asked.few, 'Enter why this pack is released although few deaths are alike'),
  })
  return readTyped(Reasons, { lateReason: form.text('lateReason'), fewReason: form.text('fewReason') })
}

const Because = z.strictObject({
  because: z.string().pipe(z.enum(givenWithdrawals.options, { error: 'Select why it is withdrawn' })),
})

export const readWithdrawal = (form: PostedForm) => readTyped(Because, { because: form.text('because') })
