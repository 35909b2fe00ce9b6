import { Refusal, ReleaseId, ReportHoldId } from '@cdop/domain'
import { SigningCapacity } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { annualReport, reportAsked, reportTitle } from '../annual-reports/asked-report.ts'
import { namesIn } from '../recommendation/route.ts'
import { checksView } from './view.ts'

const title = 'Checks, signatures and publication'

/** What keeps a report from its readers, the decisions about held sentences, the signatures, and its publication. */
export const annualReportChecksPage = personPage('/annual-reports/:reportId/checks', {
  permission: 'annual-report:read',
  async show(visit, again) {
    const asked = reportAsked(visit)
    const procedures = annualReport(visit)
    const [draft, nameOf, { releases }] = await Promise.all([
      procedures.read.query(asked),
      namesIn(visit),
      procedures.list.query({ areaId: visit.areaId }),
    ])
    if (draft.head.publishedAt !== null) return new GoTo(`/annual-reports/${asked.reportId}`)
    return {
      title,
      section: reportTitle(draft.head),
      backLink: `/annual-reports/${asked.reportId}`,
      main: checksView({
        title,
        draft,
        nameOf,
        hidden: visit.formFields,
        personId: visit.actor.personId,
        maySignAs: visit.mayDo('annual-report:sign')
          ? SigningCapacity.options.filter((capacity) => visit.actor.roles.includes(capacity))
          : [],
        mayDecide: visit.mayDo('annual-report:decide'),
        mayPublish: visit.mayDo('annual-report:publish'),
        releases: visit.mayDo('annual-report:write')
          ? releases.filter(({ reportingYear }) => reportingYear === draft.head.reportingYear)
          : [],
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const asked = { ...reportAsked(visit), key: form.key }
    const procedures = annualReport(visit)
    const here = new GoTo(`/annual-reports/${asked.reportId}/checks`)
    const contentHash = form.text('contentHash')
    switch (form.action) {
      case 'may-stand':
      case 'must-go': {
        const holdId = ReportHoldId.safeParse(form.text('holdId'))
        if (!holdId.success) throw new Refusal('unreadable')
        await procedures.decideSentence.mutate({ ...asked, holdId: holdId.data, outcome: form.action })
        return here
      }
      case 'sign': {
        const capacity = SigningCapacity.safeParse(form.text('capacity'))
        if (!capacity.success) throw new Refusal('unreadable')
        await procedures.sign.mutate({ ...asked, capacity: capacity.data, contentHash })
        return here
      }
      case 'pin': {
        const releaseId = ReleaseId.safeParse(form.text('releaseId'))
        if (!releaseId.success) return new Problems([{ text: 'Select a release', href: '#releaseId' }])
        await procedures.pin.mutate({ ...asked, releaseId: releaseId.data })
        return here
      }
      case 'publish':
        await procedures.publish.mutate({ ...asked, contentHash })
        return new GoTo(`/annual-reports/${asked.reportId}`)
      default:
        throw new Refusal('unreadable')
    }
  },
})
