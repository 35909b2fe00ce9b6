import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readHoldReason } from './form.ts'
import { noteHoldTitle, noteHoldView, PUT_ON, TAKE_OFF } from './view.ts'

/** A legal hold on the private notes of a meeting's members. */
export const privateNoteHoldPage = personPage('/panel-meetings/:panelMeetingId/private-notes', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const { privateNoteHold } = visit.call<CaseReviewRouter>('case-review')
    const { heldOn, endsOn, entries } = await privateNoteHold.read.query({
      areaId: visit.areaId,
      panelMeetingId,
    })
    const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
    return {
      title: noteHoldTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: noteHoldView({
        hidden: visit.formFields,
        endsOn,
        entries: entries.map(({ holds, reason, recordedBy, recordedAt }) => ({
          holds,
          reason,
          by: names.get(recordedBy) ?? 'a former colleague',
          recordedAt,
        })),
        entry: entries[0]?.entry ?? 0,
        typed: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (form.action !== PUT_ON && form.action !== TAKE_OFF) throw new Refusal('unreadable')
    const read = readHoldReason(form.text('reason'))
    if (!read.ok) return new Problems(read.errors)
    const entry = Number(form.text('_entry'))
    if (!Number.isSafeInteger(entry) || entry < 0) throw new Refusal('unreadable')
    const panelMeetingId = panelMeetingIdOf(visit)
    const { privateNoteHold } = visit.call<CaseReviewRouter>('case-review')
    await privateNoteHold.record.mutate({
      areaId: visit.areaId,
      panelMeetingId,
      holds: form.action === PUT_ON,
      reason: read.value.reason,
      entry,
      key: form.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}/private-notes`)
  },
})
