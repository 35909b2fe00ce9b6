import {
  FactorCode as Code,
  type FactorCode,
  type PlainDate,
  RecommendationLevel,
  RecommendationSource,
  RecommendationTheme,
} from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { factorNames } from '../../wording/recommendation-words.ts'
import type { Directory, ReadRecommendation } from '../recommendations/services.ts'

export type TypedRecommendation = {
  readonly text: string
  readonly level: string
  readonly source: string
  readonly origin: string
  readonly addressee: string
  readonly owner: string
  readonly indicator: string
  readonly themes: readonly string[]
  readonly factors: readonly string[]
  readonly dueOn: DateParts
}

const noDate = { day: '', month: '', year: '' }
export const noRecommendation: TypedRecommendation = {
  text: '',
  level: '',
  source: '',
  origin: '',
  addressee: '',
  owner: '',
  indicator: '',
  themes: [],
  factors: [],
  dueOn: noDate,
}

export const typedRecommendation = (form: PostedForm): TypedRecommendation => ({
  text: form.text('text'),
  level: form.text('level'),
  source: form.text('source'),
  origin: form.text('origin'),
  addressee: form.text('addressee'),
  owner: form.text('owner'),
  indicator: form.text('indicator'),
  themes: form.all('themes'),
  factors: form.all('factors').filter((code) => code !== ''),
  dueOn: typedDate(form, 'dueOn'),
})

/** What is proposed, as it stands in the fields. */
export function recommendationAsTyped({ recommendation }: ReadRecommendation): TypedRecommendation {
  const { facts, words } = recommendation
  return {
    text: words.text,
    level: facts.level,
    source: facts.source,
    origin: words.origin ?? '',
    addressee: facts.addressee?.organisationId ?? '',
    owner: words.owner ?? '',
    indicator: words.indicator ?? '',
    themes: facts.themes,
    factors: facts.factors,
    dueOn: facts.dueOn === null ? noDate : datePartsOf(facts.dueOn),
  }
}

const optional = (longest: number, name: string) =>
  z
    .string()
    .trim()
    .max(longest, `${name} must be ${longest} characters or fewer`)
    .transform((words) => (words === '' ? null : words))

const isEmpty = ({ day, month, year }: DateParts) => `${day}${month}${year}`.trim() === ''

/** What is recommended; what the SMART check asks for may still be missing. */
export function readRecommendation(typed: TypedRecommendation, directory: Directory, today: PlainDate) {
  const known = new Map<string, FactorCode>(factorNames(today).map(([code]) => [code, Code.parse(code)]))
  const fromElsewhere = typed.source === 'elsewhere'
  const due = DateTyped('The due date', null)
  const read = readTyped(
    z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'Enter what is to be done')
        .max(2_000, 'What is to be done must be 2,000 characters or fewer'),
      level: z.string().pipe(z.enum(RecommendationLevel.options, 'Select a level')),
      source: z.string().pipe(z.enum(RecommendationSource.options, 'Select where it comes from')),
      origin: optional(200, 'Who made it').refine(
        (origin) => !fromElsewhere || origin !== null,
        'Enter who made it, where it comes from elsewhere',
      ),
      addressee: z.string().transform((id, context) => {
        if (id === '') return null
        const found = directory.kindOf(id)
        if (found !== null) return found
        context.addIssue({ code: 'custom', message: 'Select an organisation of the list' })
        return z.NEVER
      }),
      owner: optional(200, 'Who answers for it'),
      indicator: optional(500, 'What will be measured'),
      themes: z
        .array(z.string())
        .transform((chosen) => RecommendationTheme.options.filter((theme) => chosen.includes(theme)))
        .refine((themes) => themes.length > 0, 'Select at least one theme'),
      factors: z
        .array(z.string())
        .transform((chosen) => [...new Set(chosen)].flatMap((code) => known.get(code) ?? []))
        .refine((factors) => factors.length <= 30, 'Select 30 factors or fewer'),
      dueOn: isEmpty(typed.dueOn)
        ? z.unknown().transform(() => null)
        : due.refine((on) => on > today, { message: 'The due date must be in the future', path: ['day'] }),
    }),
    { ...typed, themes: [...typed.themes], factors: [...typed.factors] },
  )
  if (!read.ok) return read
  const { text, owner, indicator, origin, ...facts } = read.value
  return {
    ok: true as const,
    value: { facts, words: { text, owner, indicator, origin: fromElsewhere ? origin : null } },
  }
}
