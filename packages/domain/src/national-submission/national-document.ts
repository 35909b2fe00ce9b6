import { z } from 'zod'
import { CaseReference } from '../case/case-reference.ts'
import type { NationalField } from './national-mapping.ts'
import { NationalSubmissionKind } from './submission-state.ts'

/** What a field says; the question was answered with "I do not know" when it says `not-known`. A blank one is left out. */
export const NationalValue = z.union([z.string().max(2000), z.int(), z.array(z.string().max(200)).max(100)])
export type NationalValue = z.infer<typeof NationalValue>

/** A submission as it travels, in canonical JSON. */
export const NationalDocument = z.strictObject({
  mapping: z.string().max(40),
  kind: NationalSubmissionKind,
  /** Which record it is of, for good: the reference of the case. */
  record: CaseReference,
  /** The panel it comes from, by its area's code. */
  panel: z.string().max(20),
  fields: z.record(z.string().max(80), NationalValue),
})
export type NationalDocument = z.infer<typeof NationalDocument>

/** What is wrong with a field, and the question to mend; never what was answered. */
export const NationalProblem = z.strictObject({
  field: z.string().max(80),
  question: z.string().max(80),
  code: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(60),
})
export type NationalProblem = z.infer<typeof NationalProblem>

/** The answers a mapping asks for, by field, the unanswered ones left out. */
export function mappedFields(
  fields: readonly NationalField[],
  answers: Readonly<Record<string, NationalValue>>,
): Record<string, NationalValue> {
  return Object.fromEntries(
    fields.flatMap(({ field, question }) => {
      const value = answers[question]
      return value === undefined ? [] : [[field, value]]
    }),
  )
}

/** What keeps a submission from being sent; empty when nothing does. */
export function missingFields(
  fields: readonly NationalField[],
  said: Readonly<Record<string, NationalValue>>,
): NationalProblem[] {
  const isSaid = (field: string) => said[field] !== undefined
  return fields
    .filter(({ field, needed }) => {
      if (needed === 'never' || isSaid(field)) return false
      return needed === 'always' || !isSaid(needed.or)
    })
    .map(({ field, question }) => ({ field, question, code: 'missing' }))
}

/** What the national database found wrong, with the question each field comes from; the field itself when it has none. */
export function problemsOf(
  fields: readonly NationalField[],
  found: readonly { field: string; code: string }[],
): NationalProblem[] {
  return found.map(({ field, code }) => ({
    field,
    question: fields.find((one) => one.field === field)?.question ?? '',
    code,
  }))
}

/** The fields that say something else than they did, by what each is compared by; in the order of their names. */
export function changedFields(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((field) => before[field] !== now[field])
    .sort()
}
