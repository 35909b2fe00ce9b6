import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { panelOf } from '../attendance/panel-people.ts'
import { MEETINGS, tickedMeetings } from './form.ts'
import { inviteToMeetingsTitle, inviteToMeetingsView } from './meetings-view.ts'

/** The meetings to come that were not cancelled, the next one first. */
async function meetingsToCome(visit: PersonVisit) {
  const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
  const { rows } = await panelMeeting.list.query({ areaId: visit.areaId })
  const today = visit.parts.clock.today()
  return rows
    .filter(({ heldOn, stage }) => heldOn >= today && stage !== 'cancelled')
    .sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
}

/** Invites the whole panel to several meetings in one act. */
export const inviteToMeetingsPage = personPage('/panel-meetings/invite', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const meetings = await meetingsToCome(visit)
    const timed = meetings.filter(({ startsAt }) => startsAt !== null)
    return {
      title: inviteToMeetingsTitle,
      section: 'Panel meetings',
      backLink: '/panel-meetings',
      main: inviteToMeetingsView({
        hidden: visit.formFields,
        meetings: timed,
        withoutTimes: meetings.length - timed.length,
        people: (await panelOf(visit)).length,
        ticked: again?.form.all(MEETINGS) ?? timed.map(({ panelMeetingId }) => panelMeetingId),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const panelMeetingIds = tickedMeetings(form)
    if (panelMeetingIds.length === 0)
      return new Problems([{ text: 'Select the meetings to invite the panel to', href: `#${MEETINGS}` }])
    const personIds = (await panelOf(visit)).map(({ personId }) => personId)
    const { panelInvitation } = visit.call<CaseReviewRouter>('case-review')
    const { areaId } = visit
    await panelInvitation.invite.mutate({ areaId, panelMeetingIds, personIds, key: form.key })
    return new GoTo('/panel-meetings')
  },
})
