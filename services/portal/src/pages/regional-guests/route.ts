import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { panelOf } from '../attendance/panel-people.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { readRegionalMeeting, regionalIdOf } from '../regional-meeting/regional-id.ts'
import { regionalTitle } from '../regional-meeting/view.ts'
import { guestsIn } from './form.ts'
import { guestsTitle, guestsView } from './view.ts'

const membersOf = async (visit: PersonVisit) =>
  (await panelOf(visit)).map(({ roles, ...one }) => ({ ...one, chairs: roles.includes('chair') }))

/** Which of its panel an area sends to the panels of the others. */
export const regionalGuestsPage = personPage('/regional-meetings/:regionalMeetingId/guests', {
  permission: 'panel-meeting:arrange',
  async show(visit) {
    const found = await readRegionalMeeting(visit)
    if (found.panelMeetingId === null || found.cancelled) throw new Refusal('not-found')
    const sent = (seat: 'member' | 'chair') =>
      found.sends.filter((one) => one.seat === seat).map(({ personId }) => personId)
    return {
      title: guestsTitle,
      section: regionalTitle(found.heldOn),
      backLink: `/regional-meetings/${found.regionalMeetingId}`,
      main: guestsView({
        hidden: visit.formFields,
        version: found.wordVersion,
        hosts: found.hosts,
        members: await membersOf(visit),
        guests: sent('member'),
        leading: sent('chair'),
      }),
    }
  },
  async post(visit, form) {
    const regionalMeetingId = regionalIdOf(visit)
    await caseReview(visit).regionalMeeting.nameGuests.mutate({
      areaId: visit.areaId,
      regionalMeetingId,
      wordVersion: postedVersion(form),
      guests: guestsIn(form, await membersOf(visit)),
      key: form.key,
    })
    return new GoTo(`/regional-meetings/${regionalMeetingId}`)
  },
})
