import { CategoryOfDeath, type FactorCode, FactorRating, Modifiability, type ThirdAnswer } from '@cdop/domain'
import { z } from 'zod'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'

export type TypedSettling = {
  readonly holds: string
  readonly reason: string
  readonly category: string
  readonly modifiability: string
  /** What was chosen for each factor either panel named, by its code. */
  readonly factors: ReadonlyMap<FactorCode, string>
}

export const nothingTyped: TypedSettling = {
  holds: '',
  reason: '',
  category: '',
  modifiability: '',
  factors: new Map(),
}

/** The field of a factor of the third answer. */
export const factorField = (code: FactorCode): string => `factor-${code}`

export const typedSettling = (form: PostedForm, codes: readonly FactorCode[]): TypedSettling => ({
  holds: form.text('holds'),
  reason: form.text('reason').trim(),
  category: form.text('category'),
  modifiability: form.text('modifiability'),
  factors: new Map(codes.map((code) => [code, form.text(factorField(code))])),
})

const Settling = z.strictObject({
  holds: z
    .string()
    .refine((typed) => ['first', 'second', 'third'].includes(typed), 'Select which coding holds')
    .pipe(z.enum(['first', 'second', 'third'])),
  reason: z.string().min(1, 'Enter why it holds').max(2_000, 'The reason must be 2,000 characters or fewer'),
})

const Third = z.strictObject({
  category: z
    .string()
    .regex(/^([1-9]|10)$/, 'Select the category of death that holds')
    .transform(Number)
    .pipe(CategoryOfDeath),
  modifiability: z.string().pipe(z.enum(Modifiability.options, { error: 'Select the outcome that holds' })),
})

const Rating = FactorRating.exclude(['not-judged'])

function readThird({ category, modifiability, factors }: TypedSettling): ReadTyped<ThirdAnswer> {
  const read = readTyped(Third, { category, modifiability })
  const errors: ErrorItem[] = read.ok ? [] : [...read.errors]
  const said: ThirdAnswer['factors'] = []
  for (const [code, typed] of factors) {
    const rating = Rating.safeParse(typed)
    if (rating.success) said.push({ code, rating: rating.data })
    else errors.push({ text: 'Select what holds of each factor', href: `#${factorField(code)}` })
  }
  return read.ok && errors.length === 0
    ? { ok: true, value: { ...read.value, factors: said } }
    : { ok: false, errors }
}

type Settled = { reason: string } & ({ holds: 'first' | 'second' } | { holds: 'third'; third: ThirdAnswer })

/** Which of two codings holds, or what does instead, and why. */
export function readSettling(typed: TypedSettling): ReadTyped<Settled> {
  const { holds, reason } = typed
  const read = readTyped(Settling, { holds, reason })
  if (holds !== 'third') {
    if (!read.ok) return read
    const { holds: chosen } = read.value
    if (chosen !== 'third') return { ok: true, value: { holds: chosen, reason: read.value.reason } }
  }
  const third = readThird(typed)
  if (read.ok && third.ok)
    return { ok: true, value: { holds: 'third', reason: read.value.reason, third: third.value } }
  return { ok: false, errors: [...(third.ok ? [] : third.errors), ...(read.ok ? [] : read.errors)] }
}
