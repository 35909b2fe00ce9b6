import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId, PanelMeetingId } from '@cdop/domain'
import { systemClock } from '@cdop/runtime'
import { caseworkOf } from '../casework/casework.ts'
import { inventedReturn } from '../casework/invented-analysis.ts'
import { inParallel } from '../replay/in-parallel.ts'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import type { SpokenFor } from '../stack/operator-client.ts'
import { backgroundWorkDone } from './background-work.ts'
import type { BenchGround } from './bench-ground.ts'
import { inventedDeaths, notifyAll } from './invented-notifications.ts'

const CASES = 12
const AGENCIES = 5
/** Paragraphs of an agency's account: some three thousand letters. */
const PARAGRAPHS = 6
/** The number after those of the other benchmarks' children. */
const NHS_NUMBERS_FROM = 520_000

const area = demonstrationAreas.LDS

/** What is known of an invented child by name, and what agencies wrote of it. */
type ToldOfChild = {
  readonly givenNames: string
  readonly familyName: string
  readonly nhsNumber: string
  readonly texts: readonly string[]
}

/** A meeting of today with twelve cases, each with what five agencies wrote. */
export type PanelGround = {
  readonly areaId: typeof area.areaId
  readonly panelMeetingId: PanelMeetingId
  readonly caseIds: readonly CaseId[]
  readonly told: readonly ToldOfChild[]
  readonly coordinator: SpokenFor
  readonly chair: SpokenFor
  readonly second: SpokenFor
  /** Asks case-review on somebody's behalf. */
  as(somebody: SpokenFor): Promise<ReturnType<typeof caseReviewOf>>
}

const caseReviewOf = (request: Awaited<ReturnType<BenchGround['client']['onBehalfOf']>>) =>
  request.to<CaseReviewRouter>('case-review')

const SUMMARY =
  'De-identified summary, invented for a measurement. The child became ill at home and was taken to hospital, where care was given by several teams.'

/** What an invented agency wrote, with the child's name and number in it as people write them. */
function account({ givenNames, familyName, nhsNumber }: Omit<ToldOfChild, 'texts'>, agency: number): string {
  const [given = givenNames] = givenNames.split(' ')
  const paragraph = (at: number) =>
    `${given} was seen by our service ${at + 2} times in the year before the death. At the visit on ${at + 3} March the ` +
    `mother of ${given} ${familyName} said that ${given.slice(0, 1)}. ${familyName} had been sleeping badly; Nurse Example of agency ${agency} ` +
    `noted the weight, gave advice on feeding and on safe sleep, and wrote to the practice (NHS ${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}). ` +
    'No concern was recorded. The family had moved twice, the housing was damp, and an appointment was missed because the letter went to the address before. '
  return Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)).join('\n\n')
}

/** Makes it through the services' own procedures. */
export async function panelGround(ground: BenchGround): Promise<PanelGround> {
  const { areaId } = area
  const today = systemClock().today()
  const staff = ground.staffOf(areaId)
  const casework = caseworkOf(ground.client, staff, 'bench-panel')
  ground.report(`panel: ${CASES} cases, ${AGENCIES} agencies answer about each …`)
  const deaths = inventedDeaths(ground, areaId, CASES, NHS_NUMBERS_FROM)
  const told = new Map<CaseId, ToldOfChild>()
  const childOf = new Map(deaths.map((death, at) => [`bench-${at}`, death.notification.child]))
  await notifyAll(ground, areaId, deaths, async (desk, name, id) => {
    await desk.confirm(name, id, today)
    const child = childOf.get(name)
    if (child === undefined) throw new Error('an invented notification has its child')
    const { givenNames, familyName, nhsNumber } = child
    told.set(await desk.accept(name, id), { givenNames, familyName, nhsNumber, texts: [] })
  })
  const agencies = await Promise.all(
    Array.from({ length: AGENCIES }, (_, at) =>
      casework.addOrganisation(
        `Invented service ${at}`,
        at % 2 === 0 ? 'hospital' : 'general-practice',
        `panel-${at}@agency.example`,
      ),
    ),
  )
  await inParallel([...told], 4, async ([caseId, child], index) => {
    const texts = [SUMMARY]
    for (const [at, agency] of agencies.entries()) {
      const summary = account(child, at)
      texts.push(summary)
      await casework.answer(await casework.ask(caseId, agency), today, inventedReturn(index, summary))
    }
    told.set(caseId, { ...child, texts })
  })
  const panelMeetingId = await casework.arrangeMeeting(today)
  const caseIds = [...told.keys()]
  for (const caseId of caseIds) {
    await casework.recordNoReviewMeeting(caseId, 'perinatal-review-served-as-the-meeting', today)
    await casework.listForPanel(caseId, panelMeetingId, SUMMARY)
  }
  await casework.signStatements(() => false)
  await casework.recordAttendance(panelMeetingId)
  await backgroundWorkDone(ground)
  const coordinator = staff.holding('coordinator')
  return {
    areaId,
    panelMeetingId,
    caseIds,
    told: [...told.values()],
    coordinator,
    chair: staff.holding('chair'),
    second: staff.holding('designated-doctor'),
    as: async (somebody) => caseReviewOf(await ground.client.onBehalfOf(somebody)),
  }
}
