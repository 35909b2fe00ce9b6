import { LiveDecision, PersonId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** Elements a mistake leads to. */
export const DECISION = 'decision'
export const DISAGREED = 'disagreed'
export const WORDS = 'words'
/** Characters of what those who disagreed said. */
const WORDS_LENGTH = 2_000

const Decision = z
  .strictObject({
    [DECISION]: z.string().pipe(z.enum(LiveDecision.options, { message: 'Select what the panel decided' })),
    [DISAGREED]: z.array(z.string().pipe(PersonId)),
    [WORDS]: z
      .string()
      .trim()
      .max(WORDS_LENGTH, { message: `What was said must be ${WORDS_LENGTH} characters or fewer` }),
  })
  .refine(({ disagreed, words }) => words === '' || disagreed.length > 0, {
    message: 'Select who disagreed',
    path: [DISAGREED],
  })
  .refine(({ decision, disagreed }) => decision !== 'open-again' || disagreed.length === 0, {
    message: 'Opening an item again records no disagreement. Select nobody',
    path: [DISAGREED],
  })

/** What was typed of a decision, to be shown again. */
export type TypedDecision = {
  readonly decision: string
  readonly disagreed: readonly string[]
  readonly words: string
}
export const nothingTyped: TypedDecision = { decision: '', disagreed: [], words: '' }

export const typedDecision = (form: PostedForm): TypedDecision => ({
  decision: form.text(DECISION),
  disagreed: form.all(DISAGREED),
  words: form.text(WORDS),
})

/** What the chair decided of an item, who disagreed, and what they said. */
export function readDecision({ decision, disagreed, words }: TypedDecision) {
  const read = readTyped(Decision, { decision, disagreed: [...disagreed], words })
  if (!read.ok) return read
  const { value } = read
  const who: PersonId[] = [...value.disagreed]
  return {
    ok: true as const,
    value: { decision: value.decision, disagreed: who, words: value.words === '' ? null : value.words },
  }
}

/** Which decision and which answer the chair saw. */
export const SeenItem = z.strictObject({
  version: z
    .string()
    .regex(/^[0-9]{1,6}$/)
    .transform(Number),
  digest: z.string().min(1).max(60),
})
