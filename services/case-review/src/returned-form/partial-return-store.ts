import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, InformationRequestId, Instant, LaterReason, PlainDate } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  completeness,
  type SectionWords,
  sectionProgress,
} from '@cdop/forms'
import { z } from 'zod'
import type { Return } from './returned-form-store.ts'

/** A part of an answer: which version it is, how many sections of the forms are completed, and by when the rest was promised. */
export const PartialReturn = z.strictObject({
  /** The how manyth promise it is, however often the form was sent back. */
  number: z.int().positive(),
  /** One more than the times the form had been sent back. */
  round: z.int().positive(),
  entry: z.int().positive(),
  sentOn: PlainDate,
  sentAt: Instant,
  promisedOn: PlainDate,
  reason: LaterReason,
  sectionsCompleted: z.int().nonnegative(),
  sectionsAsked: z.int().positive(),
})
export type PartialReturn = z.infer<typeof PartialReturn>

type Place = { areaId: AreaId; informationRequestId: InformationRequestId }

/** Every part an agency sent, the first at the top. */
export async function partialReturnsOf(
  tx: Db,
  { areaId, informationRequestId }: Place,
): Promise<PartialReturn[]> {
  const rows = await tx`
    select number, round, entry, sent_on, sent_at, promised_on, reason, sections_completed, sections_asked
    from case_review.partial_returns
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
    order by number
  `
  return rows.map((row) => PartialReturn.parse(row))
}

/** The agency sent a part, however its request stands now. */
export async function sentAPart(tx: Db, place: Place): Promise<boolean> {
  return (await partialReturnsOf(tx, place)).length > 0
}

/** When parts of what was asked about a child came, without the promises that came with nothing new. */
export async function partsSentOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<{ informationRequestId: InformationRequestId; sentAt: Instant }[]> {
  const rows = await tx`
    select p.information_request_id, min(p.sent_at) as sent_at
    from case_review.partial_returns p
    join case_review.information_requests r
      on r.area_id = p.area_id and r.information_request_id = p.information_request_id
    where r.area_id = ${areaId} and r.case_id = any (${[...caseIds]}::uuid[])
    group by p.information_request_id, p.entry order by sent_at
  `
  return rows.map((row) =>
    z.object({ informationRequestId: InformationRequestId, sentAt: Instant }).parse({ ...row }),
  )
}

export async function insertPartialReturn(
  tx: Db,
  { areaId, informationRequestId }: Place,
  part: PartialReturn,
): Promise<void> {
  const { number, round, entry, sentOn, sentAt, promisedOn, reason, sectionsCompleted, sectionsAsked } = part
  await tx`
    insert into case_review.partial_returns (
      area_id, information_request_id, number, round, entry, sent_on, sent_at, promised_on, reason,
      sections_completed, sections_asked
    ) values (
      ${areaId}, ${informationRequestId}, ${number}, ${round}, ${entry}, ${sentOn}, ${sentAt}, ${promisedOn}, ${reason},
      ${sectionsCompleted}, ${sectionsAsked}
    )
  `
}

/** What one form of a part counts: its sections in which something was asked, and those that are completed. */
export function sectionsOf(
  form: CompiledForm,
  answers: Answers,
  words: SectionWords,
): { completed: number; asked: number } {
  const asked = sectionProgress(form, answers, words).filter((section) => section.asked)
  return { completed: asked.filter(({ status }) => status === 'completed').length, asked: asked.length }
}

/** Something is answered, or said not to be known. */
export function saysAnything(form: CompiledForm, answers: Answers): boolean {
  return completeness(form, answers).some(({ status }) => status === 'answered' || status === 'not-known')
}

/** Two versions say the same: of the same forms, in the same versions. */
export function saysTheSame(before: Return['forms'], now: Return['forms']): boolean {
  const said = (forms: Return['forms']) =>
    forms
      .map(({ name, form, answers }) => [
        name,
        form.version,
        Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)),
      ])
      .map((one) => JSON.stringify(one))
      .sort()
  return JSON.stringify(said(before)) === JSON.stringify(said(now))
}
