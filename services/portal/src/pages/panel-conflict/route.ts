import { conflictProposals, Refusal, usualOutcome } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { panelAt } from '../attendance/panel-people.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople } from '../case-people/part-people.ts'
import { readConflicts } from '../panel-conflicts/route.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { insteadOf, personIdOf, RecordedInterest } from './form.ts'
import { conflictTitle, conflictView } from './view.ts'

/** The member and the case a path means. @throws Refusal `not-found` for whoever is not on the panel */
async function memberAndCase(visit: PersonVisit) {
  const { heldOn, items } = await readConflicts(visit)
  const item = items.find(({ caseId }) => caseId === caseIdOf(visit))
  const member = (await panelAt(visit, panelMeetingIdOf(visit))).find(
    ({ personId }) => personId === personIdOf(visit),
  )
  if (item === undefined || member === undefined) throw new Refusal('not-found')
  return { heldOn, item, member }
}

/** What is recorded of one member's interest in one case, and how it came to that. */
export const panelConflictPage = personPage('/panel-meetings/:panelMeetingId/conflicts/:caseId/:personId', {
  permission: 'conflict:record',
  async show(visit, again) {
    const { heldOn, item, member } = await memberAndCase(visit)
    const interest = item.interests.find(({ personId }) => personId === member.personId)
    const proposals = conflictProposals(member, item.traces)
    const { nameOf } = await namedPeople(visit)
    return {
      title: conflictTitle,
      section: meetingTitle(heldOn),
      reference: item.reference,
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}/conflicts`,
      main: conflictView({
        hidden: visit.formFields,
        member,
        reference: item.reference,
        own: member.personId === visit.actor.personId,
        outcome: interest?.outcome ?? null,
        proposals,
        usual: usualOutcome(proposals),
        history: (interest?.history ?? []).map(({ recordedBy, ...said }) => ({
          ...said,
          by: nameOf(recordedBy ?? member.personId),
        })),
        typed: again && { outcome: again.form.text('outcome'), because: again.form.text('because') },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { member, item } = await memberAndCase(visit)
    const instead = insteadOf(form)
    const read = readTyped(RecordedInterest, {
      outcome: form.text('outcome'),
      because: form.text('because'),
    })
    if (!read.ok) return new Problems(read.errors)
    const which = { areaId: visit.areaId, caseId: item.caseId, personId: member.personId }
    try {
      await caseReview(visit).conflict.record.mutate({ ...which, key: form.key, instead, ...read.value })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'conflict-lifted-without-reason') throw thrown
      return new Problems([{ text: thrown.says, href: '#because' }])
    }
    return new GoTo(`/panel-meetings/${panelMeetingIdOf(visit)}/conflicts?saved=yes`)
  },
})
