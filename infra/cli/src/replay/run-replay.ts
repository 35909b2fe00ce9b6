import { type CaseId, PlainDate } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'
import type { ReportingRouter } from '@cdop/reporting/api'
import { type Casework, caseworkOf } from '../casework/casework.ts'
import { analysisWith } from '../casework/invented-analysis.ts'
import { type Staff, staffArea } from '../casework/staff-area.ts'
import type { OperatorClient } from '../stack/operator-client.ts'
import { england } from './england.ts'
import { herefordshireAndWorcestershire } from './herefordshire-and-worcestershire.ts'
import { inParallel } from './in-parallel.ts'
import type { PlannedDeath } from './planned-death.ts'
import published from './published-figures.json' with { type: 'json' }
import { englandArea, herefordshireAndWorcestershireArea, replayStaff } from './replay-areas.ts'

export type ReplayGround = {
  client: OperatorClient
  /** A progress bar for so many steps of something. */
  progress(what: string, total: number): (count: number) => void
}

/** Calls under way at once: enough to keep two processors busy, few enough to leave room for others. */
const WIDTH = 16

/** When the year's panel met: after the last reviewed death, within the reporting year. */
const MET_ON = PlainDate.parse('2022-03-15')

const SUMMARY = 'De-identified summary, invented so that the counts of a published report can be replayed.'

/** Sends children from notification to acceptance. */
async function acceptAll(
  casework: Casework,
  name: string,
  deaths: readonly PlannedDeath[],
  done: (count: number) => void,
): Promise<readonly CaseId[]> {
  return inParallel(
    deaths,
    WIDTH,
    async ({ notification, receivedOn, review }, index) => {
      const notificationId = await casework.notify(`${name}-${index}`, notification, receivedOn)
      // No case goes before a panel before it is recorded who confirmed the death and the child.
      if (review !== null) await casework.confirm(`${name}-${index}`, notificationId, receivedOn)
      return casework.accept(`${name}-${index}`, notificationId)
    },
    done,
  )
}

/** Milliseconds between two looks, and without any news before it is given up. */
const PAUSE = 500
const PATIENCE = 120_000

/**
 * Waits until reporting has heard of everything that was accepted and agreed.
 * @throws {PlainError} when nothing more comes
 */
async function heardAll(
  client: OperatorClient,
  staff: Staff,
  deaths: number,
  reviews: number,
): Promise<void> {
  let known = ''
  for (let quiet = 0; quiet < PATIENCE; quiet += PAUSE) {
    const request = await client.onBehalfOf(staff.holding('analyst'))
    const { areaId } = staff.area
    const heard = await request.to<ReportingRouter>('reporting').fact.hash.query({ areaId })
    if (heard.deaths >= deaths && heard.reviews >= reviews) return
    if (heard.hash !== known) quiet = 0
    known = heard.hash
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  throw new PlainError(
    'Reporting has not heard of everything and nothing more comes: "npm run cdop -- events quarantined" says why.',
  )
}

/** Herefordshire and Worcestershire 2021/22: 43 notified, 28 reviewed, 16 with modifiable factors. */
export async function replayHerefordshireAndWorcestershire({
  client,
  progress,
}: ReplayGround): Promise<Staff> {
  const area = herefordshireAndWorcestershireArea
  const staff = await staffArea(client, area, replayStaff(area.code))
  const casework = caseworkOf(client, staff, 'replay')
  const deaths = herefordshireAndWorcestershire()
  const cases = await acceptAll(casework, 'hw', deaths, progress('Notified and accepted', deaths.length))
  const reviewed = deaths.flatMap(({ review }, index) => {
    const caseId = cases[index]
    return review === null || caseId === undefined ? [] : [{ caseId, review }]
  })
  const meeting = await casework.arrangeMeeting(MET_ON)
  await casework.recordAttendance(meeting)
  await inParallel(
    reviewed,
    4,
    async ({ caseId }) => {
      await casework.recordNoReviewMeeting(caseId, 'perinatal-review-served-as-the-meeting', MET_ON)
      await casework.listForPanel(caseId, meeting, SUMMARY)
    },
    progress('Listed', reviewed.length),
  )
  await casework.releasePack(meeting)
  await inParallel(
    reviewed,
    4,
    async ({ caseId, review }) =>
      casework.agree(caseId, MET_ON, analysisWith(review.category, review.modifiable)),
    progress('Reviewed', reviewed.length),
  )
  await heardAll(client, staff, deaths.length, reviewed.length)
  return staff
}

/** England, two years, from notification to acceptance. Returns the seconds each year took. */
export async function replayEngland({
  client,
  progress,
}: ReplayGround): Promise<{ staff: Staff; seconds: Readonly<Record<string, number>> }> {
  const staff = await staffArea(client, englandArea, replayStaff(englandArea.code))
  const casework = caseworkOf(client, staff, 'replay')
  const seconds: Record<string, number> = {}
  let total = 0
  for (const { reportingYear, deaths } of england()) {
    const began = performance.now()
    await acceptAll(casework, reportingYear, deaths, progress(`England ${reportingYear}`, deaths.length))
    seconds[reportingYear] = (performance.now() - began) / 1000
    total += deaths.length
  }
  const { denominator } = published.england
  const { areaId } = englandArea
  await client.onOwnAccount(areaId).to<ReportingRouter>('reporting').denominator.load.mutate({
    areaId,
    reportingYear: denominator.reportingYear,
    population: 'children-0-17',
    count: denominator.count,
    label: denominator.label,
    source: denominator.source,
    key: 'replay-england-denominator',
  })
  await heardAll(client, staff, total, 0)
  return { staff, seconds }
}
