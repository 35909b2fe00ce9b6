import { InformationRequestId, PlainDate } from '@cdop/domain'
import { type AnsweredForm, answerTo, itemsOf } from '@cdop/forms'
import { z } from 'zod'
import type { AnswerSource } from '../collated-record/answered-forms.ts'

/** A date an agency gave in its form: what was asked, and who says so. */
export const DatedAnswer = z.strictObject({
  at: PlainDate,
  question: z.string(),
  organisationName: z.string(),
  informationRequestId: InformationRequestId,
})
export type DatedAnswer = z.infer<typeof DatedAnswer>

/**
 * Every date agencies gave of the child, by the question it answers, in the version it was answered in: what a form asks
 * by date is part of the story of a life. One question answered alike twice by one agency stands once.
 */
export function datedAnswers(given: readonly AnsweredForm<AnswerSource>[]): DatedAnswer[] {
  const dated = new Map<string, DatedAnswer>()
  for (const { form, answers, source } of given) {
    for (const item of itemsOf(form)) {
      if (item.kind !== 'date') continue
      const on = PlainDate.safeParse(answerTo(answers, item.linkId))
      if (!on.success) continue
      const { informationRequestId, organisationName } = source
      dated.set(`${informationRequestId} ${form.url} ${item.linkId} ${on.data}`, {
        at: on.data,
        question: item.text,
        organisationName,
        informationRequestId,
      })
    }
  }
  return [...dated.values()]
}
