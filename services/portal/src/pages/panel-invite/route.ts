import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { notInvited } from '../panel-meeting/invited.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { PEOPLE, tickedPeople } from './form.ts'
import { inviteTitle, inviteView } from './view.ts'

/** Invites people of the panel to one meeting: everybody at first, or whoever has joined it since. */
export const invitePanelPage = personPage('/panel-meetings/:panelMeetingId/invite', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const { panelMeetingId, heldOn, startsAt, cancelled } = await readPanelMeeting(visit)
    const here = `/panel-meetings/${panelMeetingId}`
    const people = await notInvited(visit, panelMeetingId)
    const toCome = cancelled === null && startsAt !== null && heldOn >= visit.parts.clock.today()
    if (!toCome || people.length === 0) return new GoTo(here)
    return {
      title: inviteTitle,
      section: meetingTitle(heldOn),
      backLink: here,
      main: inviteView({
        hidden: visit.formFields,
        people,
        ticked: again?.form.all(PEOPLE) ?? people.map(({ personId }) => personId),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const personIds = tickedPeople(form)
    if (personIds.length === 0) return new Problems([{ text: 'Select who is invited', href: `#${PEOPLE}` }])
    const { panelInvitation } = visit.call<CaseReviewRouter>('case-review')
    const { areaId } = visit
    await panelInvitation.invite.mutate({
      areaId,
      panelMeetingIds: [panelMeetingId],
      personIds,
      key: form.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
