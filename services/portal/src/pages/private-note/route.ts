import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readNoteTyped } from './form.ts'
import { privateNoteTitle, privateNoteView } from './view.ts'

const caseIn = (visit: PersonVisit) => `/panel-meetings/${panelMeetingIdOf(visit)}/cases/${caseIdOf(visit)}`

/** A panel member's own notes on a case. */
export const privateNotePage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/note', {
  permission: 'pack:read',
  async show(visit, again) {
    const { heldOn, agenda } = await readPanelMeeting(visit)
    const caseId = caseIdOf(visit)
    const item = agenda.find((one) => one.caseId === caseId)
    if (item === undefined) throw new Refusal('not-found')
    const { privateNote } = visit.call<CaseReviewRouter>('case-review')
    const which = { areaId: visit.areaId, caseId, panelMeetingId: panelMeetingIdOf(visit) }
    const { note, endsOn, held } = await privateNote.read.query(which)
    return {
      title: privateNoteTitle,
      section: meetingTitle(heldOn),
      backLink: caseIn(visit),
      main: privateNoteView({
        hidden: visit.formFields,
        reference: item.reference,
        typed: again?.form.text('note') ?? note?.text ?? '',
        meanwhile: again?.refusal?.code === 'stale' ? (note?.text ?? null) : null,
        version: note?.version ?? 0,
        writtenAt: note?.writtenAt ?? null,
        endsOn,
        held,
        saved: again === null && visit.query('saved') === 'yes',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readNoteTyped(form.text('note'))
    if (!read.ok) return new Problems(read.errors)
    const version = Number(form.text('_version'))
    if (!Number.isSafeInteger(version) || version < 0) throw new Refusal('unreadable')
    const { privateNote } = visit.call<CaseReviewRouter>('case-review')
    const which = { areaId: visit.areaId, caseId: caseIdOf(visit), panelMeetingId: panelMeetingIdOf(visit) }
    await privateNote.write.mutate({ ...which, text: read.value.note, version, key: form.key })
    return new GoTo(`${caseIn(visit)}/note?saved=yes`)
  },
})
