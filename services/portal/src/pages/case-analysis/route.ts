import { summary } from '@cdop/forms'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { sectionStatuses } from '../../statutory-form/section-status.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readAnalysis } from './read-analysis.ts'
import { agreedTitle, agreedView, analysisFormName, tasksView } from './view.ts'

/** The chair's analysis form of one case, as a list of its sections. */
export const analysisPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/analysis', {
  permission: 'analysis:draft',
  async show(visit) {
    const { base, pack, heldOn, state, form, answers, versions } = await readAnalysis(visit)
    if (state === 'agreed') return new GoTo(`${base}/analysis/agreed`)
    return {
      title: analysisFormName,
      section: meetingTitle(heldOn),
      reference: pack.reference,
      backLink: base,
      before: panelCaseBar(pack),
      main: tasksView({ base, versions, sections: sectionStatuses(form, answers) }),
    }
  },
})

/** What the panel agreed. */
export const agreedAnalysisPage = personPage(
  '/panel-meetings/:panelMeetingId/cases/:caseId/analysis/agreed',
  {
    permission: 'analysis:read',
    async show(visit) {
      const { base, pack, heldOn, agreed, form, answers, versions } = await readAnalysis(visit)
      if (agreed === null) return new GoTo(`${base}/analysis`)
      const { reference } = pack
      return {
        title: agreedTitle,
        section: meetingTitle(heldOn),
        reference,
        before: panelCaseBar(pack),
        main: agreedView({
          reference,
          meeting: `/panel-meetings/${panelMeetingIdOf(visit)}`,
          agreed,
          versions,
          sections: summary(form, answers),
        }),
      }
    },
  },
)
