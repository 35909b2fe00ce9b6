import { ENGLISH, LETTER_LIMIT, LetterLanguage, LetterStage, londonDate, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { letterWayWords } from '../../wording/letter-words.ts'
import type { OpenedFamily } from '../case-family/opened-family.ts'
import { mayHear } from '../case-family/telling-view.ts'
import type { OpenLetter } from './opened-letter.ts'

export type TypedLetter = {
  member: string
  stage: string
  language: string
  keyWorker: string
  phone: string
}
export const typedLetter = (form: PostedForm): TypedLetter => ({
  member: form.text('member'),
  stage: form.text('stage'),
  language: form.text('language'),
  keyWorker: form.text('keyWorker'),
  phone: form.text('phone'),
})
export const noLetter = (keyWorker: string): TypedLetter => ({
  member: '',
  stage: '',
  language: ENGLISH,
  keyWorker,
  phone: '',
})

const line = (most: number, missing: string, name: string) =>
  z.string().trim().min(1, missing).max(most, `${name} must be ${most} characters or fewer`)

/** Whom a letter is to and what it is about. */
export function readLetterAsked(typed: TypedLetter, family: OpenedFamily) {
  const Typed = z.strictObject({
    member: z.string().transform((value, context) => {
      const member = mayHear(family).find(({ familyMemberId }) => familyMemberId === value)
      if (member !== undefined) return member.familyMemberId
      context.addIssue({ code: 'custom', message: 'Select who the letter is to' })
      return z.NEVER
    }),
    stage: z.string().pipe(z.enum(LetterStage.options, 'Select what the letter is about')),
    language: z.string().transform((value, context) => {
      const read = LetterLanguage.safeParse(value)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: 'Select the language' })
      return z.NEVER
    }),
    keyWorker: line(200, 'Enter who signs the letter', 'Who signs the letter'),
    phone: line(50, 'Enter the phone number', 'The phone number'),
  })
  return readTyped(Typed, typed)
}

/** The words of a draft. */
export function readText(typed: string) {
  const Typed = z.strictObject({
    text: z
      .string()
      .trim()
      .min(1, 'Enter the letter')
      .max(LETTER_LIMIT, 'The letter must be 20,000 characters or fewer'),
  })
  return readTyped(Typed, { text: typed })
}

export type TypedGiving = {
  givenOn: DateParts
  givenHow: string
  givenBy: string
  told: readonly string[]
  leaflet: boolean
}
export const typedGiving = (form: PostedForm): TypedGiving => ({
  givenOn: typedDate(form, 'givenOn'),
  givenHow: form.text('givenHow'),
  givenBy: form.text('givenBy'),
  told: form.all('told'),
  leaflet: form.all('leaflet').length > 0,
})
/** Every answer it was drafted with stands in it unless somebody says otherwise. */
export const noGiving = ({ content, stage }: OpenLetter): TypedGiving => ({
  givenOn: { day: '', month: '', year: '' },
  givenHow: '',
  givenBy: '',
  told: content.answers.map(({ familyQuestionId }) => familyQuestionId),
  leaflet: stage === 'first-contact',
})

/** That a letter was posted or given. */
export function readGiving(
  { told, leaflet, ...typed }: TypedGiving,
  { content, finalAt }: OpenLetter,
  today: PlainDate,
) {
  const Typed = z.strictObject({
    givenOn: DateTyped('The date', today).refine((on) => finalAt === null || on >= londonDate(finalAt), {
      message: 'The date must be the same as or after the day the letter was finished',
      path: ['day'],
    }),
    givenHow: z
      .string()
      .pipe(z.enum(['posted', 'by-hand', 'through-a-professional'], 'Select how it was given')),
    givenBy: line(200, 'Enter who posted or gave it', 'Who posted or gave it'),
  })
  const read = readTyped(Typed, typed)
  if (!read.ok) return read
  const answers = content.answers.filter(({ familyQuestionId }) => told.includes(familyQuestionId))
  const of = answers.map(({ familyQuestionId }) => familyQuestionId)
  return { ok: true as const, value: { ...read.value, told: of, leaflet } }
}

/** The ways a letter can be given, in order. */
export const letterWays = Object.entries(letterWayWords).map(([value, text]) => ({ value, text }))
