import {
  FactorCode as Code,
  type FactorCode,
  type PlainDate,
  RecommendationSource,
  RecommendationTheme,
} from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { factorNames } from '../../wording/recommendation-words.ts'

export type TypedLearning = {
  readonly text: string
  readonly source: string
  readonly origin: string
  readonly themes: readonly string[]
  readonly factors: readonly string[]
}

export const noLearning: TypedLearning = { text: '', source: '', origin: '', themes: [], factors: [] }
export const typedLearning = (form: PostedForm): TypedLearning => ({
  text: form.text('text'),
  source: form.text('source'),
  origin: form.text('origin'),
  themes: form.all('themes'),
  factors: form.all('factors').filter((code) => code !== ''),
})

/** What was learnt, what it is about and where it comes from. */
export function readLearning(typed: TypedLearning, today: PlainDate) {
  const known = new Map<string, FactorCode>(factorNames(today).map(([code]) => [code, Code.parse(code)]))
  const fromElsewhere = typed.source === 'elsewhere'
  const read = readTyped(
    z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'Enter what was learnt')
        .max(2_000, 'What was learnt must be 2,000 characters or fewer'),
      source: z.string().pipe(z.enum(RecommendationSource.options, 'Select where it comes from')),
      origin: z
        .string()
        .trim()
        .max(200, 'Who made it must be 200 characters or fewer')
        .refine(
          (origin) => !fromElsewhere || origin !== '',
          'Enter who made it, where it comes from elsewhere',
        ),
      themes: z
        .array(z.string())
        .transform((chosen) => RecommendationTheme.options.filter((theme) => chosen.includes(theme)))
        .refine((themes) => themes.length > 0, 'Select at least one theme'),
      factors: z
        .array(z.string())
        .transform((chosen) => [...new Set(chosen)].flatMap((code) => known.get(code) ?? []))
        .refine((factors) => factors.length <= 30, 'Select 30 factors or fewer'),
    }),
    { ...typed, themes: [...typed.themes], factors: [...typed.factors] },
  )
  if (!read.ok) return read
  const { text, origin, ...facts } = read.value
  return { ok: true as const, value: { facts, words: { text, origin: fromElsewhere ? origin : null } } }
}
