import { personPage } from '../../page/page-route.ts'
import { annualReport, reportAsked, reportTitle } from '../annual-reports/asked-report.ts'
import { annualReportsTitle } from '../annual-reports/view.ts'
import { publishedView } from './published-view.ts'
import { draftView } from './view.ts'

/** A report: its sections while it is written; what its readers get once it is published. */
export const annualReportPage = personPage('/annual-reports/:reportId', {
  permission: 'annual-report:read',
  async show(visit) {
    const asked = reportAsked(visit)
    const draft = await annualReport(visit).read.query(asked)
    const { head } = draft
    const frame = { title: reportTitle(head), section: annualReportsTitle, backLink: '/annual-reports' }
    if (head.publishedAt === null) {
      return { ...frame, main: draftView({ draft, mayWrite: visit.mayDo('annual-report:write') }) }
    }
    return { ...frame, main: publishedView(await annualReport(visit).readPublished.query(asked)) }
  },
})
