import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseState,
  caseMinutesInForce,
  casesByMonth,
  expectedAtPanelBy,
  limitsInForce,
  MeetingStage,
  MonthOfCases,
  mayDo,
  minutesLeft,
  type Person,
  PlainTime,
  requireArea,
  roomFor,
  stageOfMeeting,
} from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { requirePerson } from '../area/area-access.ts'
import { keptCaseMinutes } from '../case-minutes/case-minutes-store.ts'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'
import { PanelMeeting } from '../panel-meeting/panel-meeting-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { casesWithoutPanel, meetingsOfYear } from './panel-year-store.ts'
import { daysOfYear, type YearOf } from './year-plan-store.ts'

const MeetingInYear = PanelMeeting.extend({
  startsAt: PlainTime.nullable(),
  stage: MeetingStage,
  /** Of its cases those the person may see. */
  cases: z.int(),
  /** Null where nobody has said how long it is. */
  minutesLeft: z.int().nullable(),
  /** How many cases more it has room for, by what is usual for its kind on its day. */
  roomFor: z.int().nullable(),
})

/**
 * The panel meetings of a reporting year, with the room each has; for whoever arranges meetings, which cases are ready or expected
 * and by when a panel should meet on them, month by month.
 */
export const readPanelYear = requires('panel-meeting:defer')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode }))
  .output(z.strictObject({ meetings: z.array(MeetingInYear), waiting: z.array(MonthOfCases).nullable() }))
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId } = input
    requireArea(actor, areaId)
    const today = parts.clock.today()
    const states = CaseState.options.filter(
      (state) =>
        decideCaseAccess(person, {
          state,
          listed: true,
          pack: 'not-released',
          conflicted: false,
          keyWorker: false,
          seat: null,
        }) !== null,
    )
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-year.read',
        object: { kind: 'area', id: areaId },
      })
      const found = await meetingsOfYear(tx, input, { personId: person.personId, states })
      const set = await keptCaseMinutes(tx, areaId)
      const meetings = found.map(({ cancelled, attended, minutesGiven, withUsual, endsAt, ...meeting }) => {
        const { kind, heldOn, startsAt } = meeting
        const { minutes: usual } = caseMinutesInForce(set, kind, heldOn)
        const stage = stageOfMeeting({ ...meeting, cancelled, attended }, today)
        const times = startsAt === null || endsAt === null ? null : { startsAt, endsAt }
        const left = minutesLeft(times, minutesGiven + withUsual * usual)
        return { ...meeting, stage, minutesLeft: left, roomFor: roomFor(left, usual) }
      })
      const waiting = mayDo(person, 'panel-meeting:arrange')
        ? await waitingByMonth(tx, parts, input, person)
        : null
      return { meetings, waiting }
    })
  })

async function waitingByMonth(
  tx: Db,
  parts: Parts,
  of: YearOf,
  { personId }: Person,
): Promise<z.infer<typeof MonthOfCases>[]> {
  const limits = await keptLimits(tx, of.areaId)
  const cases = await casesWithoutPanel(tx, of, personId)
  const [ready, gathered] = [
    cases.filter(({ state }) => state !== 'gathering'),
    cases.filter(({ state }) => state === 'gathering'),
  ]
  return casesByMonth(
    {
      ready: ready.map(({ dueOn }) => dueOn),
      expected: gathered.map(({ diedOn }) => expectedAtPanelBy(diedOn, limitsInForce(limits, diedOn))),
    },
    { year: daysOfYear(of.year), today: parts.clock.today() },
  )
}
