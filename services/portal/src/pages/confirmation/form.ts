import {
  type ChildConfirmation,
  type Confirmation,
  ConfirmedBy,
  type Instant,
  londonDate,
  londonTime,
  type PlainDate,
} from '@cdop/domain'
import { clockTime } from '@cdop/forms'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** What is confirmed, as field names begin. */
const confirmed = ['death', 'identity'] as const
export type Confirmed = (typeof confirmed)[number]

/** One person's word as it was typed. */
type TypedWord = { by: string; name: string; organisation: string; on: DateParts; time: string }
export type TypedConfirmation = { same: string } & Record<Confirmed, TypedWord>

const MOST = 200
/** How messages call what was confirmed. */
const calls = { death: 'the death', identity: 'who the child is' } as const
const happened = { death: 'the death was confirmed', identity: 'it was confirmed who the child is' } as const

/** What a posted form says, as typed. */
export function typedConfirmation(form: PostedForm): TypedConfirmation {
  const word = (of: Confirmed): TypedWord => ({
    by: form.text(`${of}By`),
    name: form.text(`${of}Name`),
    organisation: form.text(`${of}Organisation`),
    on: typedDate(form, `${of}On`),
    time: form.text(`${of}Time`),
  })
  return { same: form.text('same'), death: word('death'), identity: word('identity') }
}

type Bounds = { diedOn: PlainDate; now: Instant }

function WordTyped(of: Confirmed, { diedOn, now }: Bounds) {
  const today = londonDate(now)
  const words = (what: string) =>
    z
      .string()
      .trim()
      .min(1, `Enter ${what}`)
      .max(MOST, `${capital(what)} must be ${MOST} characters or fewer`)
  const time = `The time ${happened[of]}`
  return z
    .strictObject({
      by: z.string().pipe(z.enum(ConfirmedBy.options, `Select who confirmed ${calls[of]}`)),
      name: words(`the name of the person who confirmed ${calls[of]}`),
      organisation: words(`the organisation of the person who confirmed ${calls[of]}`),
      on: DateTyped(`The date ${happened[of]}`, today).refine((on) => on >= diedOn, {
        message: `The date ${happened[of]} must be the same as or after the date of death`,
        path: ['day'],
      }),
      time: z.string().transform((typed, context): string | null => {
        if (typed.trim() === '') return null
        const read = clockTime(typed)
        if (read !== undefined) return read
        context.addIssue({ code: 'custom', message: `${time} must be a time, like 9:30am` })
        return z.NEVER
      }),
    })
    .refine(({ on, time: at }) => at === null || on < today || at <= londonTime(now), {
      message: `${time} must be in the past`,
      path: ['time'],
    })
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** The fields of one person's word, each under its own name on the page. */
function readWord(of: Confirmed, typed: TypedWord, bounds: Bounds): ReadTyped<Confirmation> {
  const read = readTyped(WordTyped(of, bounds), typed)
  if (read.ok) return read
  return {
    ok: false,
    errors: read.errors.map(({ text, href }) => {
      const field = (href ?? '').slice(1)
      return { text, href: `#${of}${capital(field)}` }
    }),
  }
}

const Same = z.strictObject({
  same: z.string().pipe(z.enum(['yes', 'no'], 'Select whether the same person confirmed who the child is')),
})

/** Who confirmed the death and who the child is. Often that is one person at one time, who is then typed once. */
export function readConfirmation(typed: TypedConfirmation, bounds: Bounds): ReadTyped<ChildConfirmation> {
  const death = readWord('death', typed.death, bounds)
  const same = readTyped(Same, { same: typed.same })
  const identity = same.ok && same.value.same === 'no' ? readWord('identity', typed.identity, bounds) : death
  if (death.ok && same.ok && identity.ok) {
    return { ok: true, value: { death: death.value, identity: identity.value } }
  }
  const errors = [death, same, ...(identity === death ? [] : [identity])]
  return { ok: false, errors: errors.flatMap((read) => (read.ok ? [] : read.errors)) }
}
