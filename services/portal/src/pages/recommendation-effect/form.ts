import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'

export type TypedMeasure = {
  readonly count: string
  readonly of: string
  readonly measuredOn: DateParts
  readonly wanted: string
  readonly target: string
  readonly words: string
}

export const noMeasure = (today: PlainDate): TypedMeasure => ({
  count: '',
  of: '',
  measuredOn: datePartsOf(today),
  wanted: '',
  target: '',
  words: '',
})

export const typedMeasure = (form: PostedForm): TypedMeasure => ({
  count: form.text('count').trim(),
  of: form.text('of').trim(),
  measuredOn: typedDate(form, 'measuredOn'),
  wanted: form.text('wanted'),
  target: form.text('target').trim(),
  words: form.text('words'),
})

const isWhole = (typed: string) => /^\d{1,6}$/.test(typed)

/** What was counted; with what is aimed at where it is the baseline of what comes after. */
export function readMeasure(typed: TypedMeasure, baseline: boolean, today: PlainDate) {
  const { wanted, target, ...counted } = typed
  const [count, of] = [Number(typed.count), Number(typed.of)]
  const counts = {
    count: z
      .string()
      .refine(isWhole, 'Enter how many were counted, as a whole number')
      .refine(() => !isWhole(typed.of) || count <= of, 'No more can be counted than there were')
      .transform(Number),
    of: z
      .string()
      .refine((value) => isWhole(value) && Number(value) > 0, 'Enter how many there were, as a whole number')
      .transform(Number),
    measuredOn: DateTyped('The date it was counted', today),
    words: z
      .string()
      .trim()
      .max(2_000, 'Where the figure comes from must be 2,000 characters or fewer')
      .transform((words) => (words === '' ? null : words)),
  }
  if (!baseline) {
    const read = readTyped(z.strictObject(counts), counted)
    return read.ok ? { ok: true as const, value: { ...read.value, aim: null } } : read
  }
  const reached = wanted === 'rise' ? 100 * count >= Number(target) * of : 100 * count <= Number(target) * of
  const read = readTyped(
    z.strictObject({
      ...counts,
      wanted: z.string().pipe(z.enum(['rise', 'fall'], 'Select whether it is to rise or to fall')),
      target: z
        .string()
        .refine((value) => isWhole(value) && Number(value) <= 100, 'Enter what is aimed at, from 0 to 100')
        .refine(() => !reached || !isWhole(typed.of), 'What is aimed at is reached already')
        .transform(Number),
    }),
    typed,
  )
  if (!read.ok) return read
  const { wanted: direction, target: aimed, ...value } = read.value
  return { ok: true as const, value: { ...value, aim: { wanted: direction, target: aimed } } }
}
