import type { Db } from '@cdop/database'
import { type Instant, Refusal } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  type SectionProgress,
  SectionWord,
  type SectionWords,
  StatedSection,
  sectionProgress,
  wordsAfter,
} from '@cdop/forms'
import { z } from 'zod'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'
import type { RequestPlace } from '../supplementary-form/request-form-store.ts'

/** What comes with the answers of a page: whether its section is completed. */
export const Stated = StatedSection.optional()

type Place = Pick<RequestPlace, 'areaId' | 'informationRequestId'>

const Row = z.object({ form: ReturnedFormName, section: z.string(), word: SectionWord })

/** What was last said of the sections of each form of a request. */
export async function sectionWords(
  tx: Db,
  { areaId, informationRequestId }: Place,
): Promise<(form: ReturnedFormName) => SectionWords> {
  const rows = await tx`
    select form, section, word from case_review.form_sections
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
  const found = rows.map((row) => Row.parse(row))
  return (name) =>
    Object.fromEntries(found.filter(({ form }) => form === name).map(({ section, word }) => [section, word]))
}

/** @throws Refusal `invalid-answers` for a section the form has not, or naming what is blank in one said to be completed */
function requireTrue(sections: readonly SectionProgress[], stated: StatedSection): void {
  const own = sections.find(({ linkId }) => linkId === stated.section)
  if (own === undefined) throw new Refusal('invalid-answers', ['section'])
  if (stated.completed && own.missing.length > 0) throw new Refusal('invalid-answers', own.missing)
}

/**
 * Keeps what is said of a section with answers that are saved, and puts those back that were completed and have another
 * answer now; in the transaction that saves the answers, whose lock and version guard it too. Returns what stands then.
 * @throws Refusal `invalid-answers` when a section is said to be completed in which something that has to be answered is blank
 */
export async function keepSections(
  tx: Db,
  place: Place,
  saved: {
    name: ReturnedFormName
    form: CompiledForm
    before: Answers
    answers: Answers
    stated: StatedSection | null
    at: Instant
  },
): Promise<SectionWords> {
  const { areaId, informationRequestId } = place
  const { name, form, before, answers, stated, at } = saved
  const words = (await sectionWords(tx, place))(name)
  const after = wordsAfter(form, { answers: before, words }, { answers, stated })
  if (stated !== null) requireTrue(sectionProgress(form, answers, after), stated)
  for (const [section, word] of Object.entries(after)) {
    if (words[section] === word) continue
    await tx`
      insert into case_review.form_sections (area_id, information_request_id, form, section, word, said_at)
      values (${areaId}, ${informationRequestId}, ${name}, ${section}, ${word}, ${at})
      on conflict (area_id, information_request_id, form, section) do update
      set word = excluded.word, said_at = excluded.said_at
    `
  }
  return after
}

/** What was said of the sections goes with the answers to the request that takes the place of this one. */
export async function takeSectionsAlong(
  tx: Db,
  areaId: RequestPlace['areaId'],
  { from, to }: { from: RequestPlace['informationRequestId']; to: RequestPlace['informationRequestId'] },
): Promise<void> {
  await tx`
    insert into case_review.form_sections (area_id, information_request_id, form, section, word, said_at)
    select area_id, ${to}, form, section, word, said_at
    from case_review.form_sections where area_id = ${areaId} and information_request_id = ${from}
  `
}
