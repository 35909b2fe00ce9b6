import { ReleaseId } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { annualReportPdf } from '../annual-report/pdf-route.ts'
import { annualReportPage } from '../annual-report/route.ts'
import { annualReportChecksPage } from '../annual-report-checks/route.ts'
import { annualReportSectionPage } from '../annual-report-section/route.ts'
import { annualReport } from './asked-report.ts'
import { annualReportsTitle, annualReportsView } from './view.ts'

/** The reports of an area. */
const annualReportsPage = personPage('/annual-reports', {
  permission: 'annual-report:read',
  place: {
    text: annualReportsTitle,
    says: 'Write, review and publish the report of a year, with every figure read from one release.',
  },
  async show(visit, again) {
    const listed = await annualReport(visit).list.query({ areaId: visit.areaId })
    return {
      title: annualReportsTitle,
      main: annualReportsView({
        ...listed,
        hidden: visit.formFields,
        mayBegin: visit.mayDo('annual-report:write'),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const releaseId = ReleaseId.safeParse(form.text('releaseId'))
    if (!releaseId.success) return new Problems([{ text: 'Select a release', href: '#releaseId' }])
    const asked = { areaId: visit.areaId, releaseId: releaseId.data, key: form.key }
    const { reportId } = await annualReport(visit).begin.mutate(asked)
    return new GoTo(`/annual-reports/${reportId}`)
  },
})

/** The pages of the annual report. Of two paths that fit, the first answers. */
export const annualReportPages: readonly PageRoute[] = [
  annualReportsPage,
  annualReportChecksPage,
  annualReportSectionPage,
  annualReportPdf,
  annualReportPage,
]
