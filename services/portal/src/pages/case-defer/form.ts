import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

const MOST_QUESTIONS = 20
const QUESTION_LENGTH = 1_000

const Questions = z.strictObject({
  questions: z
    .string()
    .transform((typed) =>
      typed
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((all) => all.length > 0, { message: 'Enter what the panel asked' })
    .refine((all) => all.length <= MOST_QUESTIONS, { message: `Enter ${MOST_QUESTIONS} questions or fewer` })
    .refine((all) => all.every((one) => one.length <= QUESTION_LENGTH), {
      message: `Each question must be ${QUESTION_LENGTH} characters or fewer`,
    }),
})

/** What the panel asked, one question on each line. */
export function readQuestions(questions: string) {
  return readTyped(Questions, { questions })
}
