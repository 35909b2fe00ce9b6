import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  bankHolidays,
  DateObstacle,
  type Instant,
  PanelMeetingKind,
  type PersonId,
  PlainDate,
  PlainTime,
  Refusal,
} from '@cdop/domain'
import { type ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { PanelMeetingPlace } from '../panel-meeting/meeting-plan-store.ts'
import type { Parts } from '../parts.ts'

/** One meeting of a plan; its number stays its own while others come and go. */
export const MeetingToPlan = z.strictObject({
  number: z.int().positive(),
  kind: PanelMeetingKind,
  wished: PlainDate,
  heldOn: PlainDate,
  /** Why it is not on the day that was wished; null where it is, or somebody chose another. */
  because: DateObstacle.nullable(),
  startsAt: PlainTime,
  endsAt: PlainTime,
  place: PanelMeetingPlace.nullable(),
})

/** A day on which a panel wished to meet and does not. */
export const DayLeftOut = z.strictObject({ kind: PanelMeetingKind, wished: PlainDate, because: DateObstacle })

const Plan = z.strictObject({
  meetings: z.array(MeetingToPlan),
  leftOut: z.array(DayLeftOut),
  /** The number of the next meeting that is added. */
  next: z.int().positive(),
})
export type YearPlan = z.infer<typeof Plan>

/** How many meetings a year can have in one plan. */
export const MOST_PLANNED = 60

/** The year of an area somebody plans. */
export type YearOf = { areaId: AreaId; year: ReportingYearCode }

/** A reporting year by its days. */
export function daysOfYear(year: ReportingYearCode) {
  const { start, end } = reportingYearFrom(year)
  return { start: PlainDate.parse(start), end: PlainDate.parse(end) }
}

const tableOf = (planId: string) => `panel_year_plans/${planId}`

/** The open plan of a year, with how often it was changed; empty and 0 while there is none. `lock` keeps it from others. */
export async function openYearPlan(
  tx: Db,
  parts: Parts,
  { areaId, year }: YearOf,
  lock = false,
): Promise<{ planId: string | null; version: number; plan: YearPlan }> {
  const [row] = await tx<{ panelYearPlanId: string; plan: Buffer; version: number }[]>`
    select panel_year_plan_id, plan, version from case_review.panel_year_plans
    where area_id = ${areaId} and year = ${year} and confirmed_at is null
    ${lock ? tx`for update` : tx``}
  `
  if (row === undefined) return { planId: null, version: 0, plan: { meetings: [], leftOut: [], next: 1 } }
  const { panelYearPlanId: planId, version } = row
  const cipher = await areaCipher(tx, parts.keys, areaId)
  return { planId, version, plan: Plan.parse(cipher.openJson(tableOf(planId), 'plan', row.plan)) }
}

/** The open plan somebody is about to change. @throws Refusal `stale` when somebody changed or confirmed it since */
export async function yearPlanToChange(
  tx: Db,
  parts: Parts,
  { version, ...of }: YearOf & { version: number },
): Promise<{ planId: string | null; plan: YearPlan }> {
  const found = await openYearPlan(tx, parts, of, true)
  if (found.version !== version) throw new Refusal('stale')
  return found
}

/** @throws Refusal `stale` when somebody else began a plan of the year meanwhile */
export async function saveYearPlan(
  tx: Db,
  parts: Parts,
  { areaId, year }: YearOf,
  { planId, plan, by, at }: { planId: string | null; plan: YearPlan; by: PersonId; at: Instant },
): Promise<void> {
  const id = planId ?? randomUUID()
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const sealed = cipher.sealJson(tableOf(id), 'plan', plan)
  const { count } =
    planId === null
      ? await tx`
          insert into case_review.panel_year_plans (area_id, panel_year_plan_id, year, plan, version, planned_by, planned_at)
          values (${areaId}, ${id}, ${year}, ${sealed}, 1, ${by}, ${at})
          on conflict do nothing
        `
      : await tx`
          update case_review.panel_year_plans
          set plan = ${sealed}, version = version + 1, planned_by = ${by}, planned_at = ${at}
          where area_id = ${areaId} and panel_year_plan_id = ${id}
        `
  if (count === 0) throw new Refusal('stale')
}

/** Its meetings are arranged. */
export async function markYearConfirmed(
  tx: Db,
  areaId: AreaId,
  { planId, by, at }: { planId: string; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.panel_year_plans set confirmed_by = ${by}, confirmed_at = ${at}, version = version + 1
    where area_id = ${areaId} and panel_year_plan_id = ${planId}
  `
}

/** What stands in the way of dates of a year: bank holidays, today, the area's meetings, and the plan's own beside one of them. */
export async function calendarOf(
  tx: Db,
  parts: Parts,
  { areaId, year }: YearOf,
  { meetings }: Pick<YearPlan, 'meetings'>,
  beside: number | null = null,
) {
  const days = daysOfYear(year)
  const rows = await tx`
    select held_on from case_review.panel_meetings
    where area_id = ${areaId} and cancelled_at is null and held_on between ${days.start} and ${days.end}
  `
  const taken = new Set(rows.map((row) => PlainDate.parse(row['heldOn'])))
  for (const { number, heldOn } of meetings) if (number !== beside) taken.add(heldOn)
  return { year: days, today: parts.clock.today(), holidays: bankHolidays, taken }
}
