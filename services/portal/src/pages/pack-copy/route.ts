import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { lockedPdf, taggedPdf } from '@cdop/paper'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { readPack } from '../case-pack/read-pack.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { packPaper } from './pack-paper.ts'
import { newPassphrase, Passphrase } from './passphrase.ts'
import { packCopyTitle, packCopyView } from './view.ts'

/** A copy of a released case to read where there is no signal: locked, and with its reader's name on it. */
export const packCopyPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/copy', {
  permission: 'pack:read',
  async show(visit) {
    const { caseId, heldOn, pack, narratives } = await readPack(visit)
    if (!narratives.copiesAllowed) throw new Refusal('pack-copy-not-allowed')
    return {
      title: packCopyTitle,
      section: meetingTitle(heldOn),
      reference: pack.reference,
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}/cases/${caseId}`,
      before: panelCaseBar(pack),
      main: packCopyView({
        formFields: visit.formFields,
        reader: visit.visitor.displayName,
        passphrase: newPassphrase(),
        opensUntil: narratives.opensUntil,
      }),
    }
  },
  async post(visit, posted) {
    const passphrase = Passphrase.safeParse(posted.text('passphrase'))
    if (!passphrase.success) throw new Refusal('unreadable')
    const caseId = caseIdOf(visit)
    const { agenda, heldOn } = await readPanelMeeting(visit)
    if (!agenda.some((item) => item.caseId === caseId)) throw new Refusal('not-found')
    const { pack, narratives } = await visit
      .call<CaseReviewRouter>('case-review')
      .pack.copy.query({ areaId: visit.areaId, caseId })
    const takenAt = writtenTime(new Date(visit.parts.clock.now()))
    const reader = visit.visitor.displayName
    const paper = packPaper({ pack, narratives, heldOn, reader, takenAt })
    return new Response(await lockedPdf(await taggedPdf(paper), passphrase.data), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="${pack.reference}-panel.pdf"`,
      },
    })
  },
})
