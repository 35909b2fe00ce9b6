import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readAnswer } from './form.ts'
import { interestsTitle, interestsView } from './view.ts'

/** A member says for each case of a meeting whether they had to do with it, before they read any. */
export const panelInterestsPage = personPage('/panel-meetings/:panelMeetingId/interests', {
  permission: 'conflict:declare',
  async show(visit, again) {
    const { areaId, actor } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const agency = (await visit.people()).find(({ personId }) => personId === actor.personId)?.agency ?? null
    const { heldOn, items } = await caseReview(visit).conflict.own.query({ areaId, panelMeetingId, agency })
    return {
      title: interestsTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: interestsView({
        hidden: visit.formFields,
        items,
        saved: again === null ? visit.query('saved') : '',
      }),
    }
  },
  async post(visit, form) {
    const { caseId, outcome } = readAnswer(form)
    await caseReview(visit).conflict.declare.mutate({ areaId: visit.areaId, caseId, outcome, key: form.key })
    const saved = outcome === 'withdrawn' ? 'withdrawn' : 'yes'
    return new GoTo(`/panel-meetings/${panelMeetingIdOf(visit)}/interests?saved=${saved}`)
  },
})
