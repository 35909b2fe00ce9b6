import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { minutesField, readMinutes, readMove } from './form.ts'
import { panelAgendaView } from './view.ts'

/** The order of a meeting's cases, and how long the panel speaks about each. */
export const panelAgendaPage = personPage('/panel-meetings/:panelMeetingId/agenda', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const meeting = await readPanelMeeting(visit)
    const { heldOn, panelMeetingId } = meeting
    if (meeting.cancelled !== null) return new GoTo(`/panel-meetings/${panelMeetingId}`)
    const title = 'Order and minutes of the cases'
    return {
      title,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: panelAgendaView({
        ...meeting,
        title,
        hidden: visit.formFields,
        // Somebody else changed it: what they made of it is shown, not what was typed over it.
        typed: (caseId) =>
          again === null || again.refusal !== null ? null : again.form.text(minutesField(caseId)),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { areaId } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const { agenda } = await readPanelMeeting(visit)
    const { minutes, errors } = readMinutes(form, agenda)
    if (errors.length > 0) return new Problems(errors)
    await visit.call<CaseReviewRouter>('case-review').panelMeeting.setAgenda.mutate({
      areaId,
      panelMeetingId,
      version: postedVersion(form),
      minutes,
      move: readMove(form.action),
      key: form.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}/agenda`)
  },
})
