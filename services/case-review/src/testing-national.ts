import {
  Area,
  type AreaId,
  type CaseId,
  type NationalSubmissionId,
  type NationalSubmissionKind,
} from '@cdop/domain'
import { deliverSubmission } from './national-submission/deliver-submission.ts'
import { httpNationalDatabase } from './national-submission/http-national-database.ts'
import {
  type LocalNationalDatabase,
  startLocalNationalDatabase,
} from './national-submission/local-national-database.ts'
import type { NationalDatabase } from './national-submission/national-database.ts'
import { linkHolder, newArea, newKey, personIn } from './testing-actors.ts'
import { reportingAnswers } from './testing-cases.ts'
import { type GivenCaseReview, givenCaseReview } from './testing-service.ts'

const silent = { note: () => {}, failure: () => {} }

/** Minutes after which whatever waits for the national database is tried again. */
const LONGEST_WAIT = 17

/**
 * A running case-review with a stand-in for the national database, one area and its coordinator. `dies.now` is asked once
 * a submission was made: where it says so, the process dies before it hears the answer.
 */
export async function givenNational() {
  const standIn: LocalNationalDatabase = await startLocalNationalDatabase(
    { port: 0, token: 'a token' },
    silent,
  )
  const real = httpNationalDatabase({ url: standIn.url, token: 'a token', deadline: 250 })
  const dies = { now: () => false }
  const calls = { count: 0 }
  const counted = <Said>(call: Promise<Said>): Promise<Said> => {
    calls.count += 1
    return call
  }
  const mortal: NationalDatabase = {
    find: (key) => counted(real.find(key)),
    withdraw: (key, because) => counted(real.withdraw(key, because)),
    submit: async (key, content) => {
      const said = await counted(real.submit(key, content))
      if (dies.now()) throw new Error('the process died')
      return said
    },
  }
  const given: GivenCaseReview = await givenCaseReview({ nationalDatabase: mortal })
  const area: AreaId = newArea()
  const coordinator = personIn(area, 'coordinator')
  await given.hear('portal', area, {
    type: 'area.defined.v1',
    subject: area,
    payload: Area.parse({
      areaId: area,
      code: 'LDS',
      name: 'Invented Area',
      authorities: [{ code: 'E08000035', name: 'Invented City', from: '2019-04-01', until: null }],
      partners: [{ name: 'Invented Integrated Care Board', from: '2022-07-01', until: null }],
      controllers: [{ name: 'Invented City Council', from: '2019-04-01', until: null }],
    }),
  })
  const run = (submissionId: NationalSubmissionId) =>
    deliverSubmission(given.parts, { areaId: area, submissionId })
  const wait = (minutes: number) =>
    given.clock.set(new Date(Date.parse(given.clock.now()) + minutes * 60_000).toISOString())
  const unsettled = (caseId: CaseId) => given.test.look<{ id: NationalSubmissionId }[]>`
    select submission_id as id from case_review.national_submissions where case_id = ${caseId}
      and (state in ('queued', 'sending', 'withdrawing') or kind = 'notification' and state = 'acknowledged' and told_at is null)`
  const heldOf = (reference: string) =>
    standIn.list().filter(({ document }) => document?.record === reference)
  return {
    given,
    standIn,
    area,
    coordinator,
    dies,
    /** How often the national database was called. */
    calls,
    run,
    wait,
    heldOf,
    statesOf: (reference: string) => heldOf(reference).map(({ state }) => state),
    send: async (caseId: CaseId, key = newKey(), kind: NationalSubmissionKind = 'notification') =>
      (await given.as(coordinator)).nationalSubmission.send({ areaId: area, caseId, kind, key }),
    read: async (caseId: CaseId) =>
      (await given.as(coordinator)).nationalSubmission.read({ areaId: area, caseId }),
    /** Every submission of a case brought as far as it comes, as the jobs would, whatever fails. */
    settle: async (caseId: CaseId): Promise<void> => {
      for (let round = 0; round < 14; round += 1) {
        const rows = await unsettled(caseId)
        if (rows.length === 0) return
        for (const { id } of rows) await run(id).catch(() => undefined)
        if (round > 4) wait(LONGEST_WAIT)
      }
      throw new Error('it never settled')
    },
    /** An agency returns its form with a supplementary one, answered so. */
    givenSupplementary: async (caseId: CaseId, answers: Record<string, unknown>) => {
      const call = await given.as(coordinator)
      const agency = { name: `Invented ${newKey()}`, kind: 'hospital' as const, email: 'a@trust.example' }
      const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
      const { informationRequestId } = await call.informationRequest.send({
        areaId: area,
        caseId,
        organisationId,
        key: newKey(),
      })
      const forms = [{ kind: 'care-pathway' as const, stages: ['stage-ambulance'] }]
      await call.supplementaryForm.ask({ areaId: area, informationRequestId, forms, key: newKey() })
      const reporter = await given.as(linkHolder(area, informationRequestId))
      const [asked] = (await reporter.reportingForm.begin({})).supplementary
      if (asked === undefined) throw new Error('it was not asked')
      const { kind, formVersion } = asked
      await reporter.supplementaryForm.saveDraft({ kind, formVersion, version: 0, answers, key: newKey() })
      await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
      return informationRequestId
    },
    drop: async () => {
      await given.drop()
      await standIn.stop()
    },
  }
}
