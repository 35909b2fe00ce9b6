import { Refusal, ReviewMeetingId } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { sectionStatuses } from '../../statutory-form/section-status.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { olderScores, readOlderScores } from './older-scores.ts'
import { factorAnalysis, readAnalysis, readMeetings } from './read-analysis.ts'
import { agreedTitle, agreedView, analysisFormName, tasksView } from './view.ts'

/** Which meeting's view, as it was read, the panel begins from. */
const FromMeeting = z.strictObject({
  reviewMeetingId: ReviewMeetingId,
  revision: z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .transform(Number),
})

/** The chair's analysis form of one case, as a list of its sections. */
export const analysisPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/analysis', {
  permission: 'analysis:draft',
  async show(visit) {
    const read = await readAnalysis(visit)
    const { base, item, heldOn, state, familyAsks, form, answers, versions } = read
    if (state === 'agreed') return new GoTo(`${base}/analysis/agreed`)
    return {
      title: analysisFormName,
      section: meetingTitle(heldOn),
      reference: item.reference,
      backLink: base,
      before: panelCaseBar(item),
      main: tasksView({
        base,
        versions,
        sections: sectionStatuses(form, answers),
        familyAsks: familyAsks.asked === 0 ? null : familyAsks,
        meetings: await readMeetings(visit, read),
        before: olderScores(await readOlderScores(visit, read)),
        hidden: visit.formFields,
      }),
    }
  },
  async post(visit, posted) {
    if (posted.action !== 'begin') throw new Refusal('unreadable')
    const { base, caseId, pass } = await readAnalysis(visit)
    const read = FromMeeting.safeParse({
      reviewMeetingId: posted.text('meeting'),
      revision: posted.text('revision'),
    })
    if (!read.success) throw new Refusal('unreadable')
    const begin = { areaId: visit.areaId, caseId, pass, key: posted.key, ...read.data }
    await factorAnalysis(visit).analysis.beginFromMeeting.mutate(begin)
    return new GoTo(`${base}/analysis`)
  },
})

/** What the panel agreed. */
export const agreedAnalysisPage = personPage(
  '/panel-meetings/:panelMeetingId/cases/:caseId/analysis/agreed',
  {
    permission: 'analysis:read',
    async show(visit) {
      const read = await readAnalysis(visit)
      const { base, item, heldOn, agreed, form, answers, versions } = read
      if (agreed === null) return new GoTo(`${base}/analysis`)
      const { reference } = item
      return {
        title: agreedTitle,
        section: meetingTitle(heldOn),
        reference,
        before: panelCaseBar(item),
        main: agreedView({
          reference,
          meeting: `/panel-meetings/${panelMeetingIdOf(visit)}`,
          agreed,
          versions,
          sections: summary(form, answers),
          meetings: await readMeetings(visit, read),
        }),
      }
    },
  },
)
