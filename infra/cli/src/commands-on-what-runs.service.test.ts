import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { connect } from '@cdop/database'
import {
  AuthorityCode,
  addDays,
  type CaseId,
  londonDate,
  PlainDate,
  Refusal,
  type RefusalCode,
} from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { systemClock } from '@cdop/runtime'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { caseworkOf } from './casework/casework.ts'
import { eventually } from './casework/eventually.ts'
import { analysisWith } from './casework/invented-analysis.ts'
import { type Staff, staffArea } from './casework/staff-area.ts'
import { demo } from './demo.ts'
import { events } from './events.ts'
import { facts } from './facts.ts'
import { inventedChild, testNhsNumbers } from './invented/invented-child.ts'
import { randomFrom } from './invented/random.ts'
import { placeIn } from './place.ts'
import { replayStaff } from './replay/replay-areas.ts'
import { replay } from './replay.ts'
import { demonstrationAreas } from './seed/demonstration-areas.ts'
import { demonstrationCases, hasReached } from './seed/demonstration-cases.ts'
import { type OperatorClient, operatorClient } from './stack/operator-client.ts'
import { type Stack, startStack } from './stack/start-stack.ts'

// Every service as a process of its own, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const today = londonDate(systemClock().now())
const metOn = addDays(today, -3)
const leeds = AuthorityCode.parse('E08000035')

let folder: string
let stack: Stack
let client: OperatorClient
let staff: Staff
let reviewed: CaseId
let said: string[]

const around = () => ({ settings: {}, place: placeIn(folder), say: (line: string) => said.push(line) })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-facts-'))
  stack = await startStack({ place: placeIn(folder) })
  client = await operatorClient(stack)
  staff = await staffArea(client, demonstrationAreas.LDS, replayStaff('LDS'))
  reviewed = await threeDeathsAndAReview()
})
afterAll(async () => {
  await stack?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function threeDeathsAndAReview(): Promise<CaseId> {
  const casework = caseworkOf(client, staff, 'facts')
  const numbers = testNhsNumbers(4_000)
  const planned = demonstrationCases.filter(({ stage }) => hasReached(stage, 'reviewed')).slice(0, 3)
  const cases: CaseId[] = []
  for (const [index, one] of planned.entries()) {
    const diedOn = addDays(today, -100 - index)
    const child = { ...one, diedOn, localAuthority: leeds, nhsNumber: numbers.next().value }
    const notificationId = await casework.notify(
      one.name,
      inventedChild(child, randomFrom(index + 1)),
      diedOn,
    )
    await casework.confirm(one.name, notificationId, diedOn)
    cases.push(await casework.accept(one.name, notificationId))
  }
  const [first] = cases
  if (first === undefined) throw new Error('three deaths were planned')
  await casework.recordNoReviewMeeting(
    first,
    'joint-agency-response-served-as-the-meeting',
    addDays(today, -9),
  )
  const meeting = await casework.arrangeMeeting(metOn)
  await casework.recordAttendance(meeting)
  await casework.listForPanel(first, meeting, 'The child became ill at home and was taken to hospital.')
  await casework.releasePack(meeting)
  await casework.agree(first, metOn, analysisWith(7, []))
  return first
}

async function hashOfFacts() {
  const { areaId } = staff.area
  return client.onOwnAccount(areaId).to<ReportingRouter>('reporting').fact.hash.query({ areaId })
}

test('cdop facts rebuild ends at the same facts, told again by the services that run', async () => {
  await expect.poll(hashOfFacts, { timeout: 60_000 }).toMatchObject({ deaths: 3, reviews: 1 })
  const before = await hashOfFacts()
  said = []
  expect(await facts(['rebuild', '--area', 'LDS'], around())).toBe(0)
  expect(said).toEqual([`LDS: rebuilt, the same as before (deaths 3, reviews 1, ${before.hash})`])
  expect(await hashOfFacts()).toEqual(before)
})

test('a fact changed behind reporting’s back is put right, and the rebuild says that it was not the same', async () => {
  const before = await hashOfFacts()
  const admin = connect(stack.adminUrl, { max: 1 })
  await admin.sql`alter table reporting.review_facts disable trigger user`
  await admin.sql`update reporting.review_facts set primary_category = 1`
  await admin.sql`alter table reporting.review_facts enable trigger user`
  await admin.close()
  expect(await hashOfFacts()).not.toEqual(before)
  said = []
  expect(await facts(['rebuild'], around())).toBe(1)
  expect(said.join()).toContain('LDS: rebuilt, but not the same: deaths 3, reviews 1')
  expect(await hashOfFacts()).toEqual(before)
})

test('cdop facts rebuild names the areas there are, and says when nothing runs', async () => {
  await expect(facts(['rebuild', '--area', 'XYZ'], around())).rejects.toThrow(
    'There is no area XYZ: there is LDS.',
  )
  await expect(facts(['forget'], around())).rejects.toThrow('facts rebuild')
  await expect(facts(['rebuild'], { ...around(), place: placeIn(join(folder, 'none')) })).rejects.toThrow(
    'Nothing is running here',
  )
})

test('what could not be told is listed with its reason, and told again when asked', async () => {
  const { areaId } = staff.area
  said = []
  expect(await events(['quarantined'], around())).toBe(0)
  expect(said).toEqual(['Nothing is set aside.'])

  const admin = connect(stack.adminUrl, { max: 1 })
  await admin.sql`
    update portal.deliveries set quarantined_at = '2026-01-02T03:04:05Z', reason = 'unavailable'
    where subscriber = 'intake'`
  await admin.close()
  said = []
  expect(await events(['quarantined'], around())).toBe(1)
  expect(said).toEqual([
    `portal to intake: area ${areaId}, subject ${areaId}, since 2026-01-02T03:04:05.000Z, unavailable`,
  ])
  said = []
  expect(await events(['replay', '--area', 'LDS', '--from', 'portal', '--to', 'intake'], around())).toBe(0)
  expect(said).toEqual(['portal tells intake about 1 subjects of LDS again.'])
  await expect.poll(() => events(['quarantined'], around()), { timeout: 60_000 }).toBe(0)
})

test('telling again needs an area, a service and one that listens to it', async () => {
  await expect(events(['replay', '--area', 'LDS'], around())).rejects.toThrow('from whom and to whom')
  const upwards = ['replay', '--area', 'LDS', '--from', 'reporting', '--to', 'intake']
  await expect(events(upwards, around())).rejects.toThrow('intake does not listen to reporting')
  await expect(events([], around())).rejects.toThrow('events quarantined')
})

describe('a demonstration moved in time', () => {
  const nextJune = PlainDate.parse(`${Number(today.slice(0, 4)) + 1}-06-15`)
  const areaId = demonstrationAreas.LDS.areaId

  const notify = async (name = 'next-june') => {
    const [planned] = demonstrationCases
    if (planned === undefined) throw new Error('the demonstration has cases')
    const nhsNumber = testNhsNumbers(5_000).next().value
    const child = { ...planned, diedOn: nextJune, localAuthority: leeds, nhsNumber }
    return caseworkOf(client, staff, 'facts').notify(name, inventedChild(child, randomFrom(9)), nextJune)
  }
  const close = async () => {
    const request = await client.onBehalfOf(staff.holding('coordinator'))
    const { case: cases } = request.to<CaseReviewRouter>('case-review')
    return cases.close.mutate({
      areaId,
      caseId: reviewed,
      nationalSubmissionOn: nextJune,
      key: 'close-next-june',
    })
  }
  const count = async () => {
    const request = await client.onBehalfOf(staff.holding('analyst'))
    const reportingYear = `Year ending 31 March ${Number(nextJune.slice(0, 4)) + 1}`
    return request
      .to<ReportingRouter>('reporting')
      .figure.exact.query({ areaId, measure: 'N1', reportingYear })
  }
  const notYet: readonly RefusalCode[] = ['date-in-future', 'dates-out-of-order']

  test('is moved for intake, case-review and reporting alike, and back', async () => {
    for (const step of [() => notify(), close, count]) {
      await expect(step()).rejects.toSatisfy((no) => no instanceof Refusal && notYet.includes(no.code))
    }
    await demo(['time', '--at', `${nextJune}T12:00`], around())
    for (const step of [() => notify(), close, count]) await eventually<unknown>(notYet, step)

    await demo(['time', '--reset'], around())
    let tries = 0
    // What intake still stamps with a day to come would be missing in what is counted next.
    const isRefused = (no: unknown) => no instanceof Refusal && notYet.includes(no.code)
    for (const step of [() => notify(`back-${++tries}`), count]) {
      await expect.poll(() => step().then(() => false, isRefused), { timeout: 60_000 }).toBe(true)
    }
  })
})

describe('published figures, sent through the procedures as invented children', () => {
  test('are counted as they were printed: Herefordshire and Worcestershire 2021/22', async () => {
    said = []
    expect(await replay(['--only', 'herefordshire'], around())).toBe(0)
    const compared = said.filter((line) => line.startsWith('agrees'))
    expect(compared).toHaveLength(8)
    expect(compared.join()).toContain('printed 57, counted 57 (Reviews')
    expect(said.join()).not.toContain('DIFFERS')
  })

  test('and sending them again adds nobody', async () => {
    said = []
    expect(await replay(['--only', 'herefordshire'], around())).toBe(0)
    expect(said.join()).toContain('printed 43, counted 43')
  })
})
