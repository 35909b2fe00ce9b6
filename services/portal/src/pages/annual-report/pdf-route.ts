import { taggedReport } from '@cdop/paper'
import { personPage } from '../../page/page-route.ts'
import { annualReport, reportAsked } from '../annual-reports/asked-report.ts'
import { reportPaper } from './report-paper.ts'

/** A published report as a PDF: the same bytes each time. */
export const annualReportPdf = personPage('/annual-reports/:reportId/report.pdf', {
  permission: 'annual-report:read',
  async show(visit) {
    const found = await annualReport(visit).readPublished.query(reportAsked(visit))
    const { reportingYear, edition } = found.report
    return new Response(await taggedReport(reportPaper(found)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="child-death-review-annual-report-${reportingYear}-edition-${edition}.pdf"`,
      },
    })
  },
})
