import type { Clock, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { readWhen, type TypedWhen, typedWhen } from '../response/decided-when.ts'

export const CIRCUMSTANCES_LENGTH = 2_000

export type TypedBeginning = TypedWhen & {
  child: string
  dateOfBirth: DateParts
  whereNow: string
  circumstances: string
}

export const typedBeginning = (form: PostedForm): TypedBeginning => ({
  ...typedWhen(form),
  child: form.text('child'),
  dateOfBirth: typedDate(form, 'dateOfBirth'),
  whereNow: form.text('whereNow'),
  circumstances: form.text('circumstances'),
})

const line = (name: string, max: number, missing: string) =>
  z.string().trim().min(1, missing).max(max, `${name} must be ${max} characters or fewer`)

/** A date of birth, or nothing where nobody knows it yet. */
function OptionalBirth(today: PlainDate) {
  const Typed = DateTyped('The date of birth', today)
  return z
    .strictObject({ day: z.string(), month: z.string(), year: z.string() })
    .transform((typed, context): PlainDate | null => {
      if (Object.values(typed).every((part) => part.trim() === '')) return null
      const read = Typed.safeParse(typed)
      if (read.success) return read.data
      for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path })
      return z.NEVER
    })
}

/** Who the child is, where and what happened, and when the response began. */
export function readBeginning(form: PostedForm, clock: Clock) {
  const Beginning = z.strictObject({
    child: line('The child’s name', 200, 'Enter the child’s name, or what the hospital calls the child'),
    dateOfBirth: OptionalBirth(clock.today()),
    whereNow: line('Where the child is', 200, 'Enter where the child is now'),
    circumstances: line('What happened', CIRCUMSTANCES_LENGTH, 'Enter what happened'),
  })
  const { child, dateOfBirth, whereNow, circumstances } = typedBeginning(form)
  const content = readTyped(Beginning, { child, dateOfBirth, whereNow, circumstances })
  const when = readWhen(form, clock)
  if (content.ok && when.ok) {
    return { ok: true as const, value: { content: content.value, decidedAt: when.value } }
  }
  return {
    ok: false as const,
    errors: [...(content.ok ? [] : content.errors), ...(when.ok ? [] : when.errors)],
  }
}
