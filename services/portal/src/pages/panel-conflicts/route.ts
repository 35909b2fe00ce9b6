import { conflictProposals } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { panelAt } from '../attendance/panel-people.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { conflictsTitle, conflictsView } from './view.ts'

/** The interests in the cases of a meeting. @throws Refusal `not-found` */
export function readConflicts(visit: PersonVisit) {
  return caseReview(visit).conflict.list.query({
    areaId: visit.areaId,
    panelMeetingId: panelMeetingIdOf(visit),
  })
}

/** Before packs go out: each member of the panel beside each case, with what is recorded and what is proposed. */
export const panelConflictsPage = personPage('/panel-meetings/:panelMeetingId/conflicts', {
  permission: 'conflict:record',
  async show(visit) {
    const { heldOn, items } = await readConflicts(visit)
    const base = `/panel-meetings/${panelMeetingIdOf(visit)}`
    const members = (await panelAt(visit, panelMeetingIdOf(visit))).map((member) => ({
      ...member,
      interests: items.map(({ caseId, reference, traces, interests }) => ({
        reference,
        href: `${base}/conflicts/${caseId}/${member.personId}`,
        outcome: interests.find(({ personId }) => personId === member.personId)?.outcome ?? null,
        proposals: conflictProposals(member, traces),
      })),
    }))
    return {
      title: conflictsTitle,
      section: meetingTitle(heldOn),
      backLink: base,
      main: conflictsView({
        references: items.map(({ reference }) => reference),
        members,
        saved: visit.query('saved') === 'yes',
      }),
    }
  },
})
