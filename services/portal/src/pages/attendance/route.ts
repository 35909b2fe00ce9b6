import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { Attendance, PRESENT } from './form.ts'
import { panelOf } from './panel-people.ts'
import { attendanceTitle, attendanceView } from './view.ts'

/** Who was at a meeting: quorum for each of its cases follows from it. */
export const attendancePage = personPage('/panel-meetings/:panelMeetingId/attendance', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const { heldOn, attendance } = await readPanelMeeting(visit)
    return {
      title: attendanceTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}`,
      main: attendanceView({
        formFields: visit.formFields,
        people: await panelOf(visit),
        present: again === null ? attendance.map(({ personId }) => personId) : again.form.all(PRESENT),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const { areaId } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const people = await panelOf(visit)
    const read = readTyped(Attendance(people), { [PRESENT]: [...posted.all(PRESENT)] })
    if (!read.ok) return new Problems(read.errors.map(({ text }) => ({ text, href: `#${PRESENT}` })))
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    const present = read.value[PRESENT]
    try {
      const attendance = { areaId, panelMeetingId, present, members: people.length }
      await panelMeeting.recordAttendance.mutate({ ...attendance, key: posted.key })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'date-in-future') throw thrown
      return new Problems([
        { text: 'You can record who attended from the day of the meeting', href: `#${PRESENT}` },
      ])
    }
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
