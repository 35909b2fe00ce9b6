import {
  AboutDate,
  type AreaId,
  addDays,
  addWorkingDays,
  bankHolidays,
  type CaseId,
  calibrationCases,
  type InformationRequestId,
  type NotificationId,
  type PlainDate,
} from '@cdop/domain'
import { type Casework, caseworkOf } from '../casework/casework.ts'
import { analysisWith, inventedReturn } from '../casework/invented-analysis.ts'
import type { Staff } from '../casework/staff-area.ts'
import { inventedChild, testNhsNumbers } from '../invented/invented-child.ts'
import { randomFrom } from '../invented/random.ts'
import type { OperatorClient } from '../stack/operator-client.ts'
import { demonstrationAreas } from './demonstration-areas.ts'
import {
  type DemonstrationCase,
  demonstrationCases,
  demonstrationPostcode,
  diedOn,
  hasReached,
  type Stage,
} from './demonstration-cases.ts'

/** What seeding needs of a running demonstration. */
export type StoryGround = {
  client: OperatorClient
  /** Who works in each area of the demonstration. */
  staff: readonly Staff[]
  /** Moves every service's clock to this many days before today, and returns once they follow. */
  moveClock(daysAgo: number): Promise<void>
  /** The national database finds fault with a field of what it is sent next. */
  nationalRejects(field: string, code: string): Promise<void>
  /** Where seeding has come to, for people who wait. */
  report(line: string): void
  /** The real day of the first start: a start that was interrupted goes on with the same dates. */
  today: PlainDate
}

/** How far back each part of the story happens, in days. */
const DAYS_AGO = { opened: 75, answered: 45, listed: 38, met: 30, agreed: 25, closed: 12, now: 0 } as const

type Progress = DemonstrationCase & {
  notificationId: NotificationId | null
  caseId: CaseId | null
  requests: InformationRequestId[]
}

const SUMMARY =
  'De-identified summary, invented for demonstration. The child became ill at home and was taken to hospital, where care was given by several teams. The family have asked what could have been noticed earlier.'

/**
 * Tells the story of some thirty invented children through the services' own procedures, from two and a half months
 * ago until today, so that every stage is there to be seen with dates that make sense.
 */
export async function tellStory(ground: StoryGround): Promise<void> {
  const { client, today } = ground
  const story: Progress[] = demonstrationCases.map((planned) => ({
    ...planned,
    notificationId: null,
    caseId: null,
    requests: [],
  }))
  const deskOf = new Map<AreaId, Casework>(
    ground.staff.map((staff) => [staff.area.areaId, caseworkOf(client, staff, `story-${today}`)]),
  )
  const deskIn = (area: DemonstrationCase['area']): Casework =>
    deskOf.get(demonstrationAreas[area].areaId) ?? missing()
  const desk = (one: DemonstrationCase) => deskIn(one.area)
  const at = (stage: Stage) => story.filter((one) => hasReached(one.stage, stage))
  const on = (daysAgo: number) => addDays(today, -daysAgo)
  const older = (one: DemonstrationCase) => one.diedDaysAgo >= DAYS_AGO.opened

  ground.report('Demonstration cases: notifications and requests …')
  await ground.moveClock(DAYS_AGO.opened)
  await openAll(story.filter(older), desk, today)
  for (const one of at('asked')) await askAll(one, desk(one))
  await sendNationally(at('asked'), desk, ground)

  ground.report('Demonstration cases: agencies answer …')
  await ground.moveClock(DAYS_AGO.answered)
  for (const one of at('answered')) await desk(one).tell(caseIdOf(one), one.ageBand, on(DAYS_AGO.answered))
  for (const [index, one] of at('answered').entries()) {
    for (const request of one.requests) {
      await desk(one).answer(request, on(DAYS_AGO.answered), inventedReturn(index))
    }
  }

  for (const one of story.filter(({ inError }) => inError)) {
    await desk(one).reportInError(one.notificationId ?? missing(), caseIdOf(one))
  }

  ground.report('Demonstration cases: the panel …')
  await ground.moveClock(DAYS_AGO.listed)
  const leeds = deskIn('LDS')
  const held = await leeds.arrangeMeeting(addWorkingDays(on(DAYS_AGO.met + 1), 1, bankHolidays))
  const coming = await leeds.arrangeMeeting(addWorkingDays(today, 15, bankHolidays))
  for (const one of at('review-meeting-not-held')) {
    await leeds.recordNoReviewMeeting(caseIdOf(one), reasonFor(one), on(DAYS_AGO.listed))
  }
  for (const one of at('listed')) {
    await leeds.listForPanel(caseIdOf(one), one.stage === 'listed' ? coming : held, SUMMARY)
  }
  // What the family tells and asks stands first in the pack.
  for (const one of story.filter(({ area, stage }) => area === 'LDS' && stage === 'listed')) {
    await leeds.speakToFamily(caseIdOf(one), on(DAYS_AGO.listed))
  }
  for (const meeting of [held, coming]) await leeds.releasePack(meeting)
  await ground.moveClock(DAYS_AGO.agreed)
  // One has joined since, and is asked at the first reading.
  await leeds.signStatements(
    ({ roles, agency }) => roles.includes('panel-member') && agency === 'public-health',
  )
  await leeds.recordAttendance(held)
  for (const one of at('reviewed')) {
    await leeds.agree(caseIdOf(one), on(DAYS_AGO.agreed), analysisWith(one.category, one.modifiable))
  }
  await ground.moveClock(DAYS_AGO.closed)
  for (const one of at('closed')) await leeds.close(caseIdOf(one), on(DAYS_AGO.closed))

  ground.report('Demonstration cases: this week …')
  await ground.moveClock(DAYS_AGO.now)
  const waiting = story.filter(
    ({ area, stage, inError }) => area === 'LDS' && stage === 'answered' && !inError,
  )
  for (const [index, one] of waiting.slice(0, 2).entries()) {
    // One to be asked about again next month, one tomorrow.
    await leeds.hold(caseIdOf(one), {
      reason: index === 0 ? 'inquest' : 'post-mortem',
      stages: index === 0 ? ['panel'] : ['review-meeting', 'panel'],
      from: on(DAYS_AGO.answered),
      confirmedOn: on(DAYS_AGO.closed),
      nextCheckOn: addDays(today, index === 0 ? 30 : 1),
    })
    await leeds.withholdSummary(caseIdOf(one), addDays(today, index === 0 ? 30 : 60))
    const year = AboutDate.parse(addDays(today, -400).slice(0, 4))
    await leeds.writeOfLife(caseIdOf(one), year, 'The family moved to the area.')
  }
  for (const one of waiting.slice(0, 2)) await leeds.speakToFamily(caseIdOf(one), on(DAYS_AGO.listed))
  await learn(leeds, on(DAYS_AGO.listed), today)
  await openAll(
    story.filter((one) => !older(one)),
    desk,
    today,
  )
}

/** Notifies each child and, unless the story stops there, accepts. */
async function openAll(
  cases: readonly Progress[],
  desk: (one: DemonstrationCase) => Casework,
  today: PlainDate,
): Promise<void> {
  for (const one of cases) {
    const index = demonstrationCases.findIndex((planned) => planned.name === one.name)
    const died = diedOn(today, one)
    const invented = inventedChild(
      {
        ...one,
        diedOn: died,
        localAuthority: demonstrationAreas[one.area].authorities[0]?.code ?? missing(),
        nhsNumber: testNhsNumbers(index * 20).next().value,
      },
      randomFrom(index + 1),
    )
    const child = { ...invented.child, postcode: demonstrationPostcode(one, index) }
    const notificationId = await desk(one).notify(one.name, { ...invented, child }, died)
    one.notificationId = notificationId
    if (hasReached(one.stage, 'asked')) await desk(one).confirm(one.name, notificationId, died)
    if (hasReached(one.stage, 'accepted')) one.caseId = await desk(one).accept(one.name, notificationId)
  }
}

/** Most deaths are told to the national database: one it rejects, two are left to be sent. */
async function sendNationally(
  cases: readonly Progress[],
  desk: (one: DemonstrationCase) => Casework,
  { nationalRejects }: StoryGround,
): Promise<void> {
  const [rejected, ...rest] = cases.filter(({ area }) => area === 'LDS')
  if (rejected === undefined) return
  await nationalRejects('child.postcode', 'not-found')
  await desk(rejected).sendNotification(caseIdOf(rejected))
  for (const one of rest.slice(2)) await desk(one).sendNotification(caseIdOf(one))
}

async function askAll(one: Progress, casework: Casework): Promise<void> {
  const surgery = await casework.addOrganisation(
    'Example Surgery',
    'general-practice',
    'records@surgery.example',
  )
  const hospital = await casework.addOrganisation('Example Hospital', 'hospital', 'cdr@hospital.example')
  one.requests = [await casework.ask(caseIdOf(one), surgery), await casework.ask(caseIdOf(one), hospital)]
}

/** What was learnt is passed on and followed, and the panel looks at how it judges. */
async function learn(leeds: Casework, metSince: PlainDate, today: PlainDate): Promise<void> {
  const hospital = await leeds.addOrganisation('Example Hospital', 'hospital', 'cdr@hospital.example')
  await leeds.warn()
  await leeds.recommend(hospital, today)
  await leeds.openSelfAssessment(today)
  const [drafted = missing(), finished = missing()] = calibrationCases.map(({ key }) => key)
  await leeds.calibrate(today, [drafted, finished], analysisWith(5, []))
  await leeds.drawReviews(metSince)
  await leeds.challenge()
  await leeds.planYear(today)
}

function caseIdOf(one: Progress): CaseId {
  return one.caseId ?? missing()
}

function reasonFor(one: DemonstrationCase) {
  return one.placeOfDeath === 'neonatal-unit'
    ? 'perinatal-review-served-as-the-meeting'
    : 'joint-agency-response-served-as-the-meeting'
}

function missing(): never {
  throw new Error('the demonstration plan does not hold together')
}
