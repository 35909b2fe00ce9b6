import type { CaseReviewRouter } from '@cdop/case-review/api'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'

/** A panel member's own notes for a meeting as a text file, to take with them. */
export const privateNotesFile = personPage('/panel-meetings/:panelMeetingId/private-notes.txt', {
  permission: 'pack:read',
  async show(visit) {
    const { privateNote } = visit.call<CaseReviewRouter>('case-review')
    const which = { areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) }
    const { heldOn, endsOn, notes } = await privateNote.export.query(which)
    const lines = [
      'OFFICIAL-SENSITIVE',
      `Your private notes for the panel meeting on ${writtenDate(heldOn)}.`,
      'They may have to be disclosed. Once you have taken them, keeping them safe is yours.',
      `In the service they are destroyed on ${writtenDate(endsOn)}, unless a legal hold keeps them.`,
      ...(notes.length === 0 ? ['', 'You have made no notes.'] : []),
      ...notes.flatMap(({ reference, writtenAt, text }) => [
        '',
        `Case ${reference}, saved on ${writtenTime(new Date(writtenAt))}`,
        text,
      ]),
    ]
    return new Response(`${lines.join('\r\n')}\r\n`, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="private-notes-${heldOn}.txt"`,
      },
    })
  },
})
