import { type Answers, answersFrom, type CompiledForm, Unbound, visible } from '@cdop/forms'
import { z } from 'zod'
import { type FoundWrong, Wrong, wrongIn } from '../notifying/found-wrong.ts'
import type { Said } from './patient.ts'
import type { ReadResponse } from './received-response.ts'

/** Written down by different people in different ways: taken where the response has none, and never compared. */
const NEVER_COMPARED = new Set([
  'child.address',
  'notifier.name',
  'notifier.organisation',
  'notifier.contact',
])

const CONTRADICTS =
  'The QuestionnaireResponse and another resource of the Bundle say different things. Correct one of them and send again'

/** `child.nhsNumber` as the nested object that `answersFrom` reads. */
function nested(path: string, value: string | number): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  return { [first]: rest.length === 0 ? value : nested(rest.join('.'), value) }
}

function same(left: unknown, right: unknown): boolean {
  const folded = (value: unknown) => JSON.stringify(value).toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ')
  return folded(left) === folded(right)
}

/** What one thing said answers of the form; nothing when the form does not ask it. */
function answersOf(form: CompiledForm, { path, value, at }: Said, found: FoundWrong[]): Answers {
  try {
    return answersFrom(form, nested(path, value))
  } catch (thrown) {
    if (thrown instanceof Unbound) return {}
    if (!(thrown instanceof z.ZodError)) throw thrown
    found.push(...wrongIn(thrown).map((one) => ({ ...one, at: [at] })))
    return {}
  }
}

/** Without what was filled in and the form does not ask with these answers. */
function asked(form: CompiledForm, answers: Answers, filled: ReadonlySet<string>): Answers {
  const open = visible(form, answers)
  return Object.fromEntries(
    Object.entries(answers).filter(([linkId]) => !filled.has(linkId) || open.has(linkId)),
  )
}

/**
 * The answers of a response with what it lacks filled in from what the other resources say.
 * @throws Wrong naming everything that is said in two ways, with both places, and everything that cannot be right
 */
export function filledAnswers({ form, answers, where }: ReadResponse, said: readonly Said[]): Answers {
  const found: FoundWrong[] = []
  const filled: Answers = {}
  for (const one of said) {
    for (const [linkId, answer] of Object.entries(answersOf(form, one, found))) {
      const given = answers[linkId]
      if (given === undefined) filled[linkId] ??= answer
      else if (!NEVER_COMPARED.has(one.path) && !same(given, answer)) {
        const at = [where.get(linkId), one.at].filter((place) => place !== undefined)
        found.push({ field: linkId, says: CONTRADICTS, at })
      }
    }
  }
  if (found.length > 0) throw new Wrong(found)
  const names = new Set(Object.keys(filled))
  return asked(form, asked(form, { ...filled, ...answers }, names), names)
}
