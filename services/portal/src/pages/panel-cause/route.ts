import { CAUSE_WORDS, CauseRecipient } from '@cdop/domain'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { readListedCase } from '../case-pack/listed-case.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { panelCauseTitle, panelCauseView } from './view.ts'

const words = (missing: string, what: string) =>
  z.string().trim().min(1, missing).max(CAUSE_WORDS, `${what} must be ${CAUSE_WORDS} characters or fewer`)

const Raising = z.strictObject({
  recipient: z.string().pipe(z.enum(CauseRecipient.options, 'Select to whom the panel writes')),
  believes: words('Enter the cause as the panel understands it', 'The cause'),
  reasons: words('Enter what this rests on', 'What this rests on'),
})

/** The panel finds the registered cause wrong: recorded by the chair, from which a letter is drafted. */
export const panelCausePage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/registered-cause', {
  permission: 'analysis:agree',
  async show(visit, again) {
    const { caseId, heldOn, item } = await readListedCase(visit)
    const { letters } = await caseReview(visit).causeLetter.raised.query({ areaId: visit.areaId, caseId })
    const typed = (name: string) => again?.form.text(name) ?? ''
    return {
      title: panelCauseTitle,
      section: meetingTitle(heldOn),
      reference: item.reference,
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}/cases/${caseId}/analysis`,
      before: panelCaseBar(item),
      main: panelCauseView({
        letters,
        hidden: visit.formFields,
        recipient: typed('recipient'),
        believes: typed('believes'),
        reasons: typed('reasons'),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { caseId } = await readListedCase(visit)
    const read = readTyped(Raising, {
      recipient: form.text('recipient'),
      believes: form.text('believes'),
      reasons: form.text('reasons'),
    })
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    await caseReview(visit).causeLetter.raise.mutate({ areaId, caseId, key: form.key, ...read.value })
    return new GoTo(`/panel-meetings/${panelMeetingIdOf(visit)}/cases/${caseId}/registered-cause`)
  },
})
