import { Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { z } from 'zod'
import { MeasureId } from '../../figure-table/measures.ts'
import { personPage } from '../../page/page-route.ts'
import { releaseIdIn } from './route.ts'

/** A name that is safe inside a header, and that no identifier fits in. */
const FileName = z.string().regex(/^[a-z0-9-]+\.csv$/)

/** One table of a release as a file. */
export const releaseCsvPage = personPage('/releases/:releaseId/tables/:file{[A-Z][0-9]+\\.csv}', {
  permission: 'release:read',
  async show(visit) {
    const releaseId = releaseIdIn(visit)
    const tableId = MeasureId.safeParse(visit.param('file').replace(/\.csv$/, ''))
    if (!tableId.success) throw new Refusal('not-found')
    const { fileName, csv } = await visit
      .call<ReportingRouter>('reporting')
      .release.csv.query({ areaId: visit.areaId, releaseId, tableId: tableId.data })
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${FileName.parse(fileName)}"`,
      },
    })
  },
})
