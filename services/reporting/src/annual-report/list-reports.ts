import { AreaId, Instant, ReleaseId, requireArea } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { signedReleases } from '../release/release-head-store.ts'
import { requires } from '../rpc.ts'
import { AnnualReportHead, reportsOf } from './annual-report-store.ts'

/** The reports of an area, and the signed releases one can be read from. Audited first. */
export const listAnnualReports = requires('annual-report:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      reports: z.array(AnnualReportHead),
      releases: z.array(
        z.strictObject({ releaseId: ReleaseId, reportingYear: ReportingYearCode, builtAt: Instant }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.list',
        object: { kind: 'area', id: areaId },
      })
      const releases = await signedReleases(tx, areaId)
      return {
        reports: await reportsOf(tx, areaId),
        releases: releases.map(({ releaseId, reportingYear, builtAt }) => ({
          releaseId,
          reportingYear,
          builtAt,
        })),
      }
    })
  })
