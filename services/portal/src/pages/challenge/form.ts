import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

export const LONGEST_WORDS = 2_000

const Written = z.string().trim().max(LONGEST_WORDS, 'What you write must be 2,000 characters or fewer')

/** What somebody says in a challenge: something. */
export const readWords = (words: string, missing: string) =>
  readTyped(z.strictObject({ words: Written.min(1, missing) }), { words })

const Judged = z.enum(['accept', 'press'])

/** What the scrutineer makes of an answer: it can be accepted without a word, and not pressed on. */
export const readJudgement = (typed: { judged: string; words: string }) =>
  readTyped(
    z.strictObject({
      judged: z.string().pipe(z.enum(Judged.options, { error: 'Select whether the answer is enough' })),
      words: Written.refine(
        (words) => typed.judged !== 'press' || words !== '',
        'Enter what is not answered yet',
      ),
    }),
    typed,
  )
