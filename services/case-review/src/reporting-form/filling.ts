import type { Db } from '@cdop/database'
import { type InformationRequestState, isAnswered } from '@cdop/domain'
import { type Answers, type CompiledForm, type SectionWords, sectionProgress } from '@cdop/forms'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { openFormsAskedWith, type RequestPlace } from '../supplementary-form/request-form-store.ts'
import { findReportingForm } from './reporting-form-store.ts'
import { sectionWords } from './section-store.ts'

/** How far a section is, as whoever waits for the form is told. */
const FillingState = z.enum(['completed', 'in-progress', 'not-started', 'not-started-or-not-asked'])

/** How far a form is that somebody fills in: its sections by name, and none of their answers. */
export const Filling = z.strictObject({
  name: ReturnedFormName,
  title: z.string(),
  sections: z.array(z.strictObject({ title: z.string(), state: FillingState })),
})
export type Filling = z.infer<typeof Filling>

/**
 * How far each section is. One that is asked only after some answer counts as not started also where it is not asked at all:
 * which of the two it is would tell that answer.
 */
export function fillingSections(
  form: CompiledForm,
  answers: Answers,
  words: SectionWords,
): Filling['sections'] {
  const depends = new Set(
    form.pages
      .filter(({ items }) => items.every(({ gates }) => gates.length > 0))
      .map(({ linkId }) => linkId),
  )
  return sectionProgress(form, answers, words).map(
    ({ linkId, title, asked, status }): Filling['sections'][number] => {
      if (asked && status !== 'not-started') return { title, state: status }
      return { title, state: depends.has(linkId) ? 'not-started-or-not-asked' : 'not-started' }
    },
  )
}

/** The forms of a request as far as they are filled in; nothing once they were sent, and before anything was saved. */
export async function fillingOf(
  tx: Db,
  { keys }: Parts,
  place: RequestPlace,
  state: InformationRequestState,
): Promise<Filling[]> {
  if (state === 'recalled' || state === 'redirected') return []
  if (isAnswered(state) && (await openCorrection(tx, place)) === null) return []
  const { areaId, caseId, informationRequestId } = place
  const wordsOf = await sectionWords(tx, place)
  const reporting = await findReportingForm(tx, keys, areaId, caseId, informationRequestId)
  const others = (await openFormsAskedWith(tx, keys, place)).filter(({ version }) => version > 0)
  const of = (name: ReturnedFormName, form: CompiledForm, answers: Answers): Filling => ({
    name,
    title: form.title,
    sections: fillingSections(form, answers, wordsOf(name)),
  })
  return [
    ...(reporting === null ? [] : [of('reporting', reporting.form, reporting.answers)]),
    ...others.map(({ kind, form, answers }) => of(kind, form, answers)),
  ]
}
