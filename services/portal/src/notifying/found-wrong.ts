import { type OrganisationDoor, type Refusal, type RefusalCode, refusals } from '@cdop/domain'
import { type Answers, FormVersionError, formVersion, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import type { z } from 'zod'

/**
 * One thing that is wrong with a notification, by the question's linkId, and what to do about it; `at` says where in the
 * document that was sent. Never a value.
 */
export type FoundWrong = { field: string; says: string; at?: readonly string[] }

/** A notification that cannot be taken in as it is. */
export class Wrong extends Error {
  readonly found: readonly FoundWrong[]
  readonly code: RefusalCode
  constructor(found: readonly FoundWrong[], code: RefusalCode = 'invalid-answers') {
    super('a notification is wrong')
    this.name = 'Wrong'
    this.found = found
    this.code = code
  }
}

const LINK_ID = /^[a-z][a-z0-9-]{0,63}$/

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, step) =>
      typeof step === 'number'
        ? `${written}[${step}]`
        : written === ''
          ? String(step)
          : `${written}.${String(step)}`,
    '',
  )
}

/** The form's own words, also where an answer may be one of two things. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  const [first] = issue.errors.flat()
  return first === undefined ? issue.message : wordsOf(first)
}

function wrongOf(issue: z.core.$ZodIssue): FoundWrong[] {
  if (issue.code !== 'unrecognized_keys') return [{ field: pathOf(issue.path), says: wordsOf(issue) }]
  return issue.keys.map((key) => ({
    field: LINK_ID.test(key) ? pathOf([...issue.path, key]) : 'answers',
    says: 'The form has no such question. Leave it out',
  }))
}

/** What a schema found wrong, by path. */
export function wrongIn(error: z.ZodError): FoundWrong[] {
  return error.issues.flatMap(wrongOf)
}

/**
 * Answers held to the version of the notification form they are given to, in its own words: intake holds them to it
 * again, and to everything else. What is forwarded from neonatal surveillance may lack answers.
 * @throws Wrong naming each question at fault
 */
export function heldToForm(
  version: string,
  answers: Readonly<Record<string, unknown>>,
  door: OrganisationDoor,
): Answers {
  const form = formOf(version)
  if (form === null) {
    throw new Wrong([
      { field: 'formVersion', says: 'There is no such version of the form. Use the one in force' },
    ])
  }
  const schema = door === 'neonatal-surveillance' ? form.draftSchema : form.schema
  const read = schema.safeParse(answers)
  if (!read.success) throw new Wrong(wrongIn(read.error))
  return read.data
}

function formOf(version: string) {
  try {
    return formVersion(statutoryForms, NOTIFICATION_FORM, version)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) return null
    throw thrown
  }
}

/** What to do about a refusal that names questions, where its sentence alone would not say. */
const cures: Partial<Record<RefusalCode, string>> = {
  'invalid-answers': 'The answer is not one the form takes. Correct it and send again',
  'dates-out-of-order':
    'The date is in the future, or not in the order in which things must have happened. Correct it and send again',
}

/** What a refusal of intake finds wrong. */
export function wrongByRefusal({ code, fields }: Refusal): FoundWrong[] {
  const says = cures[code] ?? refusals[code].says
  return fields.map((field) => ({ field, says }))
}
