import { InformationRequestId, PlainDate } from '@cdop/domain'
import { type AnsweredForm, answerTo, itemsOf, supplementaryKind } from '@cdop/forms'
import { z } from 'zod'
import type { CaveatRow } from '../caveat/caveat-store.ts'
import { CaveatMark, marksOn } from '../caveat/withhold.ts'
import type { AnswerSource } from '../collated-record/answered-forms.ts'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'

/** A date an agency gave in its form: what was asked, and who says so. */
export const DatedAnswer = z.strictObject({
  at: PlainDate,
  question: z.string(),
  organisationName: z.string(),
  informationRequestId: InformationRequestId,
  /** It came with a part of the answer: the rest has not come. */
  part: z.boolean(),
  /** Whom the answer is kept from: the office reads it all the same. */
  caveats: z.array(CaveatMark),
})
export type DatedAnswer = z.infer<typeof DatedAnswer>

/**
 * Every date agencies gave of the child, by the question it answers, in the version it was answered in: what a form asks
 * by date is part of the story of a life. One question answered alike twice by one agency stands once.
 */
export function datedAnswers(
  given: readonly AnsweredForm<AnswerSource>[],
  caveats: readonly CaveatRow[],
): DatedAnswer[] {
  const dated = new Map<string, DatedAnswer>()
  for (const { form, answers, source } of given) {
    const name = ReturnedFormName.parse(supplementaryKind(form.url) ?? 'reporting')
    const marks = marksOn({ informationRequestId: source.informationRequestId, name, form }, caveats)
    for (const item of itemsOf(form)) {
      if (item.kind !== 'date') continue
      const on = PlainDate.safeParse(answerTo(answers, item.linkId))
      if (!on.success) continue
      const { informationRequestId, organisationName, part } = source
      dated.set(`${informationRequestId} ${form.url} ${item.linkId} ${on.data}`, {
        at: on.data,
        question: item.text,
        organisationName,
        informationRequestId,
        part,
        caveats: marks.get(item.linkId) ?? [],
      })
    }
  }
  return [...dated.values()]
}
