import type { Db } from '@cdop/database'
import {
  type AreaId,
  type InformationRequestId,
  Instant,
  PersonId,
  PlainDate,
  ReturnDecision,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { ReturnedFormName } from './returned-form-store.ts'

/** A question of one of the forms: the linkId, or `group[0].linkId` inside an entry. */
const MissingQuestion = z.strictObject({
  form: ReturnedFormName,
  path: z.string().regex(/^[a-z][a-z0-9-]{0,63}(?:\[[0-9]{1,4}\]\.[a-z][a-z0-9-]{0,63})?$/),
})

/** What an agency is asked for once more: questions, a note, or both. */
export const Missing = z.strictObject({
  questions: z.array(MissingQuestion).max(400),
  note: text(2_000).nullable(),
})
export type Missing = z.infer<typeof Missing>

/** What somebody made of a version of what was returned. */
export const DecidedReturn = z.strictObject({
  entry: z.number().int().positive(),
  decision: ReturnDecision,
  /** Null where it came before anybody was asked to read it. */
  decidedBy: PersonId.nullable(),
  decidedAt: Instant,
  missing: Missing.nullable(),
  answerBy: PlainDate.nullable(),
})
export type DecidedReturn = z.infer<typeof DecidedReturn>

type Place = { areaId: AreaId; informationRequestId: InformationRequestId }

/** Bound to its request and version. */
const tableOf = (id: InformationRequestId, entry: number) => `return_decisions/${id}/${entry}`

/** Keeps what somebody decided. False when that was decided of this version before. */
export async function addDecision(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId: id }: Place,
  { entry, decision, decidedBy, decidedAt, missing, answerBy }: DecidedReturn,
): Promise<boolean> {
  const sealed = missing === null ? null : cipher.sealJson(tableOf(id, entry), 'missing', missing)
  const added = await tx`
    insert into case_review.return_decisions (
      area_id, information_request_id, entry, decision, decided_by, decided_at, missing, answer_by
    ) values (${areaId}, ${id}, ${entry}, ${decision}, ${decidedBy}, ${decidedAt}, ${sealed}, ${answerBy})
    on conflict do nothing
  `
  return added.count === 1
}

/** What was decided of every version of what was returned, the newest first. */
export async function decisionsOf(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId: id }: Place,
): Promise<DecidedReturn[]> {
  const rows = await tx<{ entry: number; missing: Buffer | null }[]>`
    select entry, decision, decided_by, decided_at, missing, answer_by from case_review.return_decisions
    where area_id = ${areaId} and information_request_id = ${id}
    order by decided_at desc, entry desc
  `
  return rows.map(({ missing, ...row }) =>
    DecidedReturn.parse({
      ...row,
      missing: missing === null ? null : cipher.openJson(tableOf(id, row.entry), 'missing', missing),
    }),
  )
}
