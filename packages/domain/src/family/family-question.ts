import { z } from 'zod'

/** Who is to answer what a family asks (domain reference 4.2). */
export const AnswerBody = z.enum(['review-meeting', 'panel', 'coroner', 'trust'])
export type AnswerBody = z.infer<typeof AnswerBody>

/** How something was said between a family and whoever speaks to it. */
export const FamilyChannel = z.enum(['in-person', 'telephone', 'letter', 'email', 'through-a-professional'])
export type FamilyChannel = z.infer<typeof FamilyChannel>

/** Why a question stays without an answer. */
export const LeftOpenReason = z.enum([
  'cannot-be-known',
  'family-withdrew-it',
  'family-cannot-be-reached',
  'asked-elsewhere',
  'beyond-the-review',
  'other',
])
export type LeftOpenReason = z.infer<typeof LeftOpenReason>

/** Why a panel gives no answer: whether the family still wants one, or can be reached, is not the panel's to say. */
export const PanelLeftOpenReason = LeftOpenReason.extract([
  'cannot-be-known',
  'asked-elsewhere',
  'beyond-the-review',
  'other',
])
export type PanelLeftOpenReason = z.infer<typeof PanelLeftOpenReason>

/** How a question stands, as far as a rule asks. */
export type QuestionStanding = {
  readonly answered: boolean
  readonly leftOpen: LeftOpenReason | null
}

/** A question that keeps a case from closing: there is no answer, and no reason why there will be none. */
export function isUnanswered({ answered, leftOpen }: QuestionStanding): boolean {
  return !answered && leftOpen === null
}

/** How many questions a family put to one body, and how many of them have neither answer nor reason. */
export type QuestionCount = { body: AnswerBody; asked: number; open: number }

/** Counts questions by who is to answer, those nobody was asked left out. */
export function countQuestions(
  questions: readonly (QuestionStanding & { readonly body: AnswerBody })[],
): QuestionCount[] {
  return AnswerBody.options.flatMap((body) => {
    const put = questions.filter((one) => one.body === body)
    return put.length === 0 ? [] : [{ body, asked: put.length, open: put.filter(isUnanswered).length }]
  })
}
