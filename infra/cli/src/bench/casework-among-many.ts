import { randomUUID } from 'node:crypto'
import type { AreaId, CaseId, InformationRequestId } from '@cdop/domain'
import { answersFrom, formInForce, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { systemClock } from '@cdop/runtime'
import { type Casework, caseworkOf } from '../casework/casework.ts'
import { inventedReturn } from '../casework/invented-analysis.ts'
import { inParallel } from '../replay/in-parallel.ts'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import type { SpokenFor } from '../stack/operator-client.ts'
import { againstBare } from './against-bare.ts'
import { backgroundWorkDone } from './background-work.ts'
import { bareTransaction, provenRows } from './bare-transaction.ts'
import type { BenchGround } from './bench-ground.ts'
import type { BenchResult } from './bench-result.ts'
import { browserSession } from './browser-session.ts'
import { caseworkPages } from './casework-pages.ts'
import { inventedDeaths, notifyAll } from './invented-notifications.ts'
import { storeCases } from './many-cases.ts'
import { asking, type CaseReview, caseReviewOf, caseworkPace, recordedAs } from './recorded-casework.ts'
import { peakMemoryOf } from './resident-memory.ts'

/** Cases there are, those of the coordinator's own area, and those of them that were really opened. */
const CASES = 350_000
const IN_AREA = 10_000
const OPENED = 24
/** Agencies asked about each, of two kinds. */
const KINDS = ['general-practice', 'hospital', 'general-practice', 'hospital'] as const
const AGENCIES = KINDS.length

const area = demonstrationAreas.LDS
/** The number after those of the other benchmarks' children. */
const NHS_NUMBERS_FROM = 510_000
const COORDINATOR = 'asha.linden@lds.example'
const caseReviewProgram = 'services/case-review/src/main.ts'

/** What coordinators and reporters do all day, among as many cases as England reviews in a century. */
export async function caseworkAmongMany(ground: BenchGround): Promise<readonly BenchResult[]> {
  const { areaId } = area
  ground.report(`casework: opening ${OPENED} cases and asking ${AGENCIES} agencies about each …`)
  const casework = caseworkOf(ground.client, ground.staffOf(areaId), 'bench-casework')
  const opened = await openedCases(ground, casework, areaId)
  const [caseId] = opened
  if (caseId === undefined) throw new Error('no case was opened')
  const open = await askedAgencies(casework, opened)
  await backgroundWorkDone(ground)
  ground.report(`casework: storing ${CASES} cases …`)
  await storeCases(ground.admin, { areaId, code: area.code, inArea: IN_AREA - OPENED, count: CASES - OPENED })

  const browser = await browserSession(ground.stack.portalUrl, COORDINATOR)
  const results: BenchResult[] = []
  const { before, peak } = await peakMemoryOf(caseReviewProgram, async () => {
    results.push(...(await caseworkPages({ ground, browser, areaId, inArea: IN_AREA, caseId })))
    results.push(...(await reporting(ground, open)))
  })
  return results.map((result) => ({
    ...result,
    more: { ...result.more, cases: CASES, caseReviewMiBBefore: before, caseReviewMiBAtMost: peak },
  }))
}

async function openedCases(
  ground: BenchGround,
  casework: Casework,
  areaId: AreaId,
): Promise<readonly CaseId[]> {
  const opened: CaseId[] = []
  const deaths = inventedDeaths(ground, areaId, OPENED, NHS_NUMBERS_FROM)
  await notifyAll(ground, areaId, deaths, async (_, name, id) => {
    await casework.confirm(name, id, systemClock().today())
    opened.push(await casework.accept(name, id))
  })
  return opened
}

/** Asks agencies about every case: one answers, the others have not. Returns the open requests. */
async function askedAgencies(casework: Casework, opened: readonly CaseId[]): Promise<readonly Asked[]> {
  const [answers, ...silent] = await Promise.all(
    Array.from({ length: AGENCIES }, (_, at) =>
      casework.addOrganisation(
        `Invented agency ${at}`,
        KINDS[at] ?? 'general-practice',
        `forms-${at}@agency.example`,
      ),
    ),
  )
  if (answers === undefined) throw new Error('there is no agency')
  const open = await inParallel(opened, 4, async (caseId, index) => {
    await casework.answer(await casework.ask(caseId, answers), systemClock().today(), inventedReturn(index))
    const requests = await inParallel(silent, 1, (agency) => casework.ask(caseId, agency))
    return requests.map((subject) => ({ caseId, subject }))
  })
  return open.flat()
}

/** An agency's request, and the case it is about. */
type Asked = { readonly caseId: CaseId; readonly subject: InformationRequestId }

/**
 * A reporter's link opens the largest form, and keeps one page of it after another. Sent bare, the statements write
 * bytes that open for nobody: they are about a request of their own.
 */
async function reporting(
  ground: BenchGround,
  [asked, askedBare]: readonly Asked[],
): Promise<readonly BenchResult[]> {
  const { areaId } = area
  if (asked === undefined || askedBare === undefined) throw new Error('no agency was asked')
  const databaseUrl = await ground.databaseUrlOf('case-review')
  const holder = (subject: InformationRequestId): SpokenFor => ({
    kind: 'link',
    opens: 'information-request',
    subject,
    areaId,
  })
  const form = formInForce(statutoryForms, REPORTING_FORM, systemClock().today())
  const answers = answersFrom(form, inventedReturn(0))
  const saved = new Map([asked, askedBare].map(({ subject }) => [subject, 0]))
  const save = async (caseReview: CaseReview, subject: InformationRequestId) => {
    const version = saved.get(subject) ?? 0
    const draft = { key: randomUUID(), formVersion: form.version, version, answers }
    saved.set(subject, (await caseReview.reportingForm.saveDraft.mutate(draft)).version)
  }
  const open = (caseReview: CaseReview) => caseReview.reportingForm.begin.query({})
  const measured = async (
    name: string,
    what: string,
    useCase: (caseReview: CaseReview, subject: InformationRequestId) => Promise<unknown>,
  ) => {
    const { caseId, subject } = askedBare
    const recorded = await recordedAs(ground, holder(subject), (caseReview) => useCase(caseReview, subject))
    const bare = bareTransaction(recorded, asking(holder(subject)), [areaId, subject, caseId])
    return againstBare(ground, {
      name,
      what: `p50 of ${what}, by link, through the service; ceiling: its ${recorded.length} statements sent bare`,
      ...caseworkPace,
      work: async () =>
        useCase(caseReviewOf(await ground.client.onBehalfOf(holder(asked.subject))), asked.subject),
      databaseUrl,
      bare,
      rows: await provenRows(databaseUrl, recorded, (database) => bare.send(database)),
    })
  }
  for (const { subject } of [asked, askedBare]) {
    await save(caseReviewOf(await ground.client.onBehalfOf(holder(subject))), subject)
  }
  return [
    await measured('open-largest-form', 'opening the reporting form with its answers', open),
    await measured('save-form-section', 'keeping what a reporter answered', save),
  ]
}
