import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  HoldId,
  Instant,
  PersonId,
  PlainDate,
  ProceedingId,
  ProceedingKind,
  ProceedingOutcome,
  ProceedingStep,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** What whoever leads it calls it: a case number, an office. */
export const ProceedingReference = text(200)

/** Who did a step: a name or an office. */
export const StepDoneBy = text(200)

/** A step as it counts: the newest entry of it. */
const StepRow = z.strictObject({ step: ProceedingStep, doneOn: PlainDate })

/** A proceeding as it lies in the table, with the days of its steps; nothing sealed. */
export const ProceedingRow = z.strictObject({
  proceedingId: ProceedingId,
  caseId: CaseId,
  kind: ProceedingKind,
  openedOn: PlainDate,
  /** What keeps the case waiting meanwhile; null when it keeps nothing waiting. */
  holdId: HoldId.nullable(),
  /** False where the hold was there before. */
  broughtHold: z.boolean(),
  version: z.number().int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
  /** How it ended; null while it goes on. */
  outcome: ProceedingOutcome.nullable(),
  closedOn: PlainDate.nullable(),
  closedBy: PersonId.nullable(),
  closedAt: Instant.nullable(),
  steps: z.array(StepRow),
})
export type ProceedingRow = z.infer<typeof ProceedingRow>

/** What else is being done, or was, about the death of some cases of one child, the oldest first. */
export async function proceedingsOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ProceedingRow[]> {
  const rows = await tx`
    select p.proceeding_id, p.case_id, p.kind, p.opened_on, p.hold_id, p.brought_hold, p.version, p.recorded_by,
      p.recorded_at, p.outcome, p.closed_on, p.closed_by, p.closed_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('step', t.step, 'doneOn', t.done_on) order by t.done_on, t.step)
        from (
          select distinct on (s.step) s.step, s.done_on from case_review.proceeding_steps s
          where s.area_id = p.area_id and s.proceeding_id = p.proceeding_id order by s.step, s.entry desc
        ) t
      ), '[]') as steps
    from case_review.linked_proceedings p
    where p.area_id = ${areaId} and p.case_id = any (${[...caseIds]}::uuid[])
    order by p.opened_on, p.recorded_at, p.proceeding_id
  `
  return rows.map((row) => ProceedingRow.parse({ ...row }))
}

export type NewProceeding = Pick<
  ProceedingRow,
  'proceedingId' | 'caseId' | 'kind' | 'openedOn' | 'holdId' | 'broughtHold' | 'recordedBy' | 'recordedAt'
> & { reference: string | null }

const tableOf = (proceedingId: ProceedingId) => `linked_proceedings/${proceedingId}`

/** False when such a proceeding of the case goes on already. */
export async function addProceeding(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  opened: NewProceeding,
): Promise<boolean> {
  const { proceedingId, caseId, kind, openedOn, holdId, broughtHold, recordedBy, recordedAt } = opened
  const reference =
    opened.reference === null ? null : cipher.sealJson(tableOf(proceedingId), 'reference', opened.reference)
  const added = await tx`
    insert into case_review.linked_proceedings (area_id, proceeding_id, case_id, kind, reference, opened_on, hold_id,
      brought_hold, recorded_by, recorded_at)
    values (${areaId}, ${proceedingId}, ${caseId}, ${kind}, ${reference}, ${openedOn}, ${holdId}, ${broughtHold},
      ${recordedBy}, ${recordedAt})
    on conflict (area_id, case_id, kind) where outcome is null and kind <> 'other' do nothing
    returning proceeding_id
  `
  return added.length > 0
}

/** What whoever leads it calls it, opened with the key of its case. */
export async function referenceOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  proceedingId: ProceedingId,
): Promise<string | null> {
  const [row] = await tx<{ reference: Buffer | null }[]>`
    select reference from case_review.linked_proceedings
    where area_id = ${areaId} and proceeding_id = ${proceedingId}
  `
  if (row === undefined || row.reference === null) return null
  return ProceedingReference.parse(cipher.openJson(tableOf(proceedingId), 'reference', row.reference))
}

/** A step as it was recorded: one recorded again is a further entry. */
export const StepEntry = z.strictObject({
  entry: z.number().int().positive(),
  step: ProceedingStep,
  doneOn: PlainDate,
  doneBy: z.string(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type StepEntry = z.infer<typeof StepEntry>

const stepTable = (proceedingId: ProceedingId, entry: number) => `proceeding_steps/${proceedingId}/${entry}`

/** Every entry of the steps of a proceeding, the newest first. */
export async function stepEntries(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  proceedingId: ProceedingId,
): Promise<StepEntry[]> {
  const rows = await tx<{ entry: number; doneBy: Buffer }[]>`
    select entry, step, done_on, done_by, recorded_by, recorded_at from case_review.proceeding_steps
    where area_id = ${areaId} and proceeding_id = ${proceedingId} order by entry desc
  `
  return rows.map(({ doneBy, ...row }) =>
    StepEntry.parse({
      ...row,
      doneBy: cipher.openJson(stepTable(proceedingId, row.entry), 'done_by', doneBy),
    }),
  )
}

/** Writes a step down and counts the version of its proceeding on. */
export async function addStep(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, proceedingId }: { areaId: AreaId; proceedingId: ProceedingId },
  { step, doneOn, doneBy, recordedBy, recordedAt }: Omit<StepEntry, 'entry'>,
): Promise<void> {
  const [row] = await tx<{ entry: number }[]>`
    update case_review.linked_proceedings set version = version + 1
    where area_id = ${areaId} and proceeding_id = ${proceedingId} returning version - 1 as entry
  `
  const entry = row?.entry ?? 1
  await tx`
    insert into case_review.proceeding_steps (area_id, proceeding_id, entry, step, done_on, done_by, recorded_by,
      recorded_at)
    values (${areaId}, ${proceedingId}, ${entry}, ${step}, ${doneOn},
      ${cipher.sealJson(stepTable(proceedingId, entry), 'done_by', doneBy)}, ${recordedBy}, ${recordedAt})
  `
}

/** It is over. */
export async function closeRow(
  tx: Db,
  { areaId, proceedingId }: { areaId: AreaId; proceedingId: ProceedingId },
  { outcome, on, by, at }: { outcome: ProceedingOutcome; on: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.linked_proceedings
    set outcome = ${outcome}, closed_on = ${on}, closed_by = ${by}, closed_at = ${at}, version = version + 1
    where area_id = ${areaId} and proceeding_id = ${proceedingId}
  `
}
