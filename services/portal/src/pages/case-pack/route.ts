import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readPack } from './read-pack.ts'
import { DECLARE, packTitle, packView, panelCaseBar } from './view.ts'

/** A case as a panel member reads it: without names, and with the one button that closes it to them. */
export const casePackPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId', {
  permission: 'pack:read',
  async show(visit) {
    const { caseId, heldOn, pack } = await readPack(visit)
    const panelMeetingId = panelMeetingIdOf(visit)
    return {
      title: packTitle,
      section: meetingTitle(heldOn),
      reference: pack.reference,
      backLink: `/panel-meetings/${panelMeetingId}`,
      before: panelCaseBar(pack),
      main: packView({
        pack,
        panelMeetingId,
        caseId,
        formFields: visit.formFields,
        mayAnalyse: visit.mayDo('analysis:draft'),
      }),
    }
  },
  async post(visit, posted) {
    if (posted.action !== DECLARE) throw new Refusal('unreadable')
    const panelMeetingId = panelMeetingIdOf(visit)
    await visit.call<CaseReviewRouter>('case-review').conflict.declare.mutate({
      areaId: visit.areaId,
      caseId: caseIdOf(visit),
      key: posted.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}?conflict=declared`)
  },
})
