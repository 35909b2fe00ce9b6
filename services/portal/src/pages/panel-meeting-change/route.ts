import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { partsOf, postedVersion, readCancelling, readMeetingPlan, typedMeeting } from './form.ts'
import { meetingChangeView } from './view.ts'

/** Another day, time, place or kind of a meeting, or its end. */
export const meetingChangePage = personPage('/panel-meetings/:panelMeetingId/change', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const { panelMeetingId, heldOn, kind, startsAt, endsAt, place, version, cancelled } =
      await readPanelMeeting(visit)
    if (cancelled !== null) return new GoTo(`/panel-meetings/${panelMeetingId}`)
    const title = 'Change or cancel the meeting'
    const kept = {
      kind,
      heldOn: partsOf(heldOn),
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
      place: place ?? '',
    }
    return {
      title,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: meetingChangeView({
        hidden: visit.formFields,
        title,
        version,
        typed: again?.form.action === 'change' ? typedMeeting(again.form) : kept,
        reason: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { areaId } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    const of = { areaId, panelMeetingId, version: postedVersion(form), key: form.key }
    if (form.action === 'cancel') {
      const read = readCancelling(form)
      if (!read.ok) return new Problems(read.errors)
      await panelMeeting.cancel.mutate({ ...of, ...read.value })
    } else {
      const read = readMeetingPlan(typedMeeting(form))
      if (!read.ok) return new Problems(read.errors)
      const { startsAt, endsAt, ...rest } = read.value
      await panelMeeting.change.mutate({ ...of, ...rest, times: { startsAt, endsAt } })
    }
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
