import { AreaId, PlainDate, Refusal, requireArea, SelfAssessedCounts, selfAssessedCounts } from '@cdop/domain'
import { previousReportingYear, ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { Addressee } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { answersOf, formsOf, OpenedYear, openedYears } from './self-assessment-store.ts'

/** Which years of an area were opened, the newest first. */
export const listSelfAssessments = requires('self-assessment:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ years: z.array(OpenedYear) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ years: await openedYears(tx, areaId) }))
  })

/**
 * The picture of a year: each organisation, whether it has answered, and where it says it stands; beside what it said the year
 * before. Of a correction that is not submitted the version before counts. Audited first. @throws Refusal `not-found`
 */
export const readSelfAssessment = requires('self-assessment:read')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode }))
  .output(
    z.strictObject({
      year: OpenedYear,
      organisations: z.array(
        z.strictObject({
          organisation: Addressee,
          asked: z.int(),
          begun: z.boolean(),
          submittedOn: PlainDate.nullable(),
          overdue: z.boolean(),
          /** Null until it has answered. */
          counts: SelfAssessedCounts.nullable(),
          yearBefore: SelfAssessedCounts.nullable(),
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year } }) => {
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      const found = (await openedYears(tx, areaId)).find((one) => one.year === year)
      if (found === undefined) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'self-assessment.read',
        object: { kind: 'self-assessment', id: year },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const before = ReportingYearCode.parse(previousReportingYear(reportingYearFrom(year)).code)
      const organisations = []
      for (const { organisation, recommendationIds } of await formsOf(tx, areaId, year)) {
        const { organisationId } = organisation
        const versions = await answersOf(tx, cipher, areaId, { year, organisationId })
        const said = versions.find(({ submittedOn }) => submittedOn !== null)
        const earlier = await answersOf(tx, cipher, areaId, { year: before, organisationId })
        const saidBefore = earlier.find(({ submittedOn }) => submittedOn !== null)
        organisations.push({
          organisation,
          asked: recommendationIds.length,
          begun: versions.length > 0,
          submittedOn: said?.submittedOn ?? null,
          overdue: said === undefined && found.dueOn < today,
          counts: said === undefined ? null : selfAssessedCounts(said.answers),
          yearBefore: saidBefore === undefined ? null : selfAssessedCounts(saidBefore.answers),
        })
      }
      return { year: found, organisations }
    })
  })
