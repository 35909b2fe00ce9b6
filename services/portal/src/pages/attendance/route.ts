import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { Attendance, DEPUTY, PRESENT } from './form.ts'
import { panelAt } from './panel-people.ts'
import { attendanceTitle, attendanceView, type Offered } from './view.ts'

/** The panel as it is now, and whoever was recorded as present and has left it since. */
async function offered(
  visit: PersonVisit,
  { attendance, panelMeetingId }: Awaited<ReturnType<typeof readPanelMeeting>>,
): Promise<Offered[]> {
  const panel = await panelAt(visit, panelMeetingId)
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  const left = attendance.filter(({ personId }) => !panel.some((one) => one.personId === personId))
  return [
    ...panel.map(({ roles, ...one }) => ({
      ...one,
      chairs: roles.includes('chair') || roles.includes('guest-chair'),
    })),
    ...left.map(({ personId, agency }) => ({
      personId,
      agency,
      displayName: names.get(personId) ?? 'Former member',
      chairs: false,
    })),
  ]
}

/** Who was at a meeting: quorum for each of its cases follows from it. */
export const attendancePage = personPage('/panel-meetings/:panelMeetingId/attendance', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const meeting = await readPanelMeeting(visit)
    const { heldOn, attendance } = meeting
    return {
      title: attendanceTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}`,
      main: attendanceView({
        formFields: visit.formFields,
        people: await offered(visit, meeting),
        present: again === null ? attendance.map(({ personId }) => personId) : again.form.all(PRESENT),
        deputies: again === null ? deputiesOf(attendance) : again.form.all(DEPUTY),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const { areaId } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const people = await offered(visit, await readPanelMeeting(visit))
    const typed = { [PRESENT]: [...posted.all(PRESENT)], [DEPUTY]: [...posted.all(DEPUTY)] }
    const read = readTyped(Attendance(people), typed)
    if (!read.ok) return new Problems(read.errors)
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    try {
      const panel = people.map(({ agency }) => agency)
      const attendance = { areaId, panelMeetingId, present: read.value, panel }
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

const deputiesOf = (attendance: readonly { personId: string; attendedAs: string | null }[]) =>
  attendance.flatMap(({ personId, attendedAs }) => (attendedAs === 'deputy' ? [personId] : []))
