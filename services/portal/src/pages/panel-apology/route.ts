import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { apologyTitle, apologyView, CAN_COME, CANNOT_COME } from './view.ts'

/** A panel member's apology for a meeting. */
export const panelApologyPage = personPage('/panel-meetings/:panelMeetingId/apology', {
  permission: 'pack:read',
  async show(visit) {
    const { heldOn, panelMeetingId } = await readPanelMeeting(visit)
    const { panelApology } = visit.call<CaseReviewRouter>('case-review')
    const { own } = await panelApology.read.query({ areaId: visit.areaId, panelMeetingId })
    return {
      title: apologyTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: apologyView({ hidden: visit.formFields, own }),
    }
  },
  async post(visit, form) {
    if (form.action !== CAN_COME && form.action !== CANNOT_COME) throw new Refusal('unreadable')
    const entry = Number(form.text('_entry'))
    if (!Number.isSafeInteger(entry) || entry < 0) throw new Refusal('unreadable')
    const panelMeetingId = panelMeetingIdOf(visit)
    const { panelApology } = visit.call<CaseReviewRouter>('case-review')
    const apologises = form.action === CANNOT_COME
    await panelApology.send.mutate({ areaId: visit.areaId, panelMeetingId, apologises, entry, key: form.key })
    return new GoTo(`/panel-meetings/${panelMeetingId}/apology`)
  },
})
