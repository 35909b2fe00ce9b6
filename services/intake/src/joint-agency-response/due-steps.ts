import type { Db } from '@cdop/database'
import { AreaId, type Instant, type NotificationId, ResponseId } from '@cdop/domain'
import { z } from 'zod'

/** What the service does by itself when its time has come. */
const DueStep = z.strictObject({
  areaId: AreaId,
  responseId: ResponseId,
  step: z.enum(['page', 'destroy']),
})
export type DueStep = z.infer<typeof DueStep>

/** Has a step done at a moment of business time, in the transaction that makes it necessary. */
export async function planStep(tx: Db, { areaId, responseId, step }: DueStep, at: Instant): Promise<void> {
  await tx`
    insert into intake.due_steps (area_id, subject, step, due_at)
    values (${areaId}, ${responseId}, ${step}, ${at})
    on conflict (area_id, subject, step) do update set due_at = excluded.due_at
  `
}

/** Puts a step off, unless it is no longer planned. */
export async function putOff(tx: Db, { areaId, responseId, step }: DueStep, until: Instant): Promise<void> {
  await tx`
    update intake.due_steps set due_at = ${until}
    where area_id = ${areaId} and subject = ${responseId} and step = ${step}
  `
}

export async function dropStep(tx: Db, { areaId, responseId, step }: DueStep): Promise<void> {
  await tx`
    delete from intake.due_steps where area_id = ${areaId} and subject = ${responseId} and step = ${step}
  `
}

/** Nobody is paged any more for a death that was reported in error. */
export async function stopPaging(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  await tx`
    delete from intake.due_steps d using intake.responses r
    where d.area_id = ${areaId} and d.step = 'page' and r.area_id = d.area_id and r.response_id = d.subject
      and r.notification_id = ${notificationId}
  `
}

/** Takes a step for this transaction alone. False when it is not due, or another process has it. */
export async function claimStep(
  tx: Db,
  { areaId, responseId, step }: DueStep,
  at: Instant,
): Promise<boolean> {
  const rows = await tx`
    select 1 from intake.due_steps
    where area_id = ${areaId} and subject = ${responseId} and step = ${step} and due_at <= ${at}
    for update skip locked
  `
  return rows.length === 1
}

export async function isPlanned(tx: Db, { areaId, responseId, step }: DueStep): Promise<boolean> {
  const rows = await tx`
    select 1 from intake.due_steps where area_id = ${areaId} and subject = ${responseId} and step = ${step}
  `
  return rows.length === 1
}

/** Steps of every area whose time has come, the oldest first. */
export async function dueSteps(sql: Db, at: Instant, most: number): Promise<DueStep[]> {
  const rows = await sql`
    select area_id, subject as response_id, step from intake.due_steps
    where due_at <= ${at} order by due_at limit ${most}
  `
  return rows.map((row) => DueStep.parse({ ...row }))
}
