import type { Job } from '@cdop/events'
import { checkImport } from './import/check-import.ts'
import { expireImport } from './import/expire-import.ts'
import { CHECK_IMPORT, EXPIRE_IMPORT, RECEIVE_IMPORT } from './import/import-jobs.ts'
import { receiveRows } from './import/receive-rows.ts'
import { ASK_OTHER_AREA, putQuestion } from './matching/ask-other-area.ts'
import { LOOK_AGAIN, lookAgain } from './matching/look-again.ts'
import { DESTROY_DRAFT, destroyWhenOver } from './notification-draft/destroy-drafts.ts'
import { SEND_DRAFT_MAIL, sendDraftMail } from './notification-draft/draft-mail.ts'
import type { Parts } from './parts.ts'
import { RELATE_AGAIN, relateAgain } from './related/relate-again.ts'

/** The jobs of this service besides delivery, by the name `addJob` is given. A job bears being run twice. */
export function jobs(parts: Parts): Readonly<Record<string, Job>> {
  return {
    [DESTROY_DRAFT]: (payload) => destroyWhenOver(parts, payload),
    [SEND_DRAFT_MAIL]: (payload) => sendDraftMail(parts, payload),
    [CHECK_IMPORT]: (payload) => checkImport(parts, payload),
    [RECEIVE_IMPORT]: (payload) => receiveRows(parts, payload),
    [EXPIRE_IMPORT]: (payload) => expireImport(parts, payload),
    [RELATE_AGAIN]: (payload) => relateAgain(parts, payload),
    [ASK_OTHER_AREA]: (payload) => putQuestion(parts, payload),
    [LOOK_AGAIN]: (payload) => lookAgain(parts, payload),
  }
}
