import { serviceMigrations } from '@cdop/events'
import { smtpMail } from '@cdop/mail'
import type { CallReport } from '@cdop/rpc'
import { every } from '@cdop/runtime'
import { type ServiceDefinition, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { caseReviewRouter } from './api.ts'
import { giveBackWhatIsDue } from './assignment/give-back.ts'
import { chaseWhatIsDue } from './chasing/chase-what-is-due.ts'
import { SEND_CHASER, sendChaser } from './chasing/send-chaser.ts'
import { documentParts, documentTurns } from './document/document-parts.ts'
import { SCAN_DOCUMENT, scanDocument } from './document/scan-document.ts'
import type { Settings } from './env.ts'
import { MAIL_INBOX_CODE, mailInboxCode } from './inbox/mail-inbox-code.ts'
import { sendMail } from './mail/send-mail.ts'
import { SEND_MAIL } from './mail/wake-mail.ts'
import { sendSubmissionJob } from './national-submission/deliver-submission.ts'
import { httpNationalDatabases } from './national-submission/http-national-databases.ts'
import { SEND_SUBMISSION } from './national-submission/wake-submission.ts'
import { CHECK_BUNDLE_FILE, checkBundleFile } from './open-case/file/check-file.ts'
import { forgetUnsigned } from './open-case/forget.ts'
import { FORGET_OPEN_CASES } from './open-case/forget-later.ts'
import { MAIL_OWNER_DIGEST, mailOwnerDigest } from './owner-digest/mail-owner-digest.ts'
import { destroyPacks } from './pack/destroy-packs.ts'
import { SCREEN_PACK, screenPack } from './pack/screen-pack.ts'
import type { Parts } from './parts.ts'
import { destroyNotesThatEnd } from './private-note/destroy-notes.ts'
import { CARRY_REGIONAL, carryRegional } from './regional-meeting/carry-regional.ts'
import { ASK_WAITING, askWaiting } from './request-batch/ask-waiting.ts'
import { mailInvitation } from './review-meeting/mail-invitation.ts'
import { MAIL_INVITATION } from './review-meeting/wake-invitations.ts'
import { MAIL_SELF_ASSESSMENT, mailSelfAssessment } from './self-assessment/mail-self-assessment.ts'
import { CARRY_CASE, carryCase } from './transfer/carry-case.ts'

/** Milliseconds between two looks at whose chasers are to be worked out today. */
const CHASE_EVERY = 30_000

/** Milliseconds between two looks at which lent cases go back today. */
const GIVE_BACK_EVERY = 60_000

/** Milliseconds between two looks at which packs are over. */
const DESTROY_EVERY = 60_000

/** Milliseconds between two looks at whose private notes are to be destroyed today. */
const DESTROY_NOTES_EVERY = 300_000

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

/** What makes this service differ from the others. */
export function definition(settings: Settings): ServiceDefinition<Parts> {
  return {
    service: 'case-review',
    router: caseReviewRouter,
    extend: async (parts, log) => {
      const mail = smtpMail(settings.smtpUrl, settings.mailFrom)
      const { portalPublicUrl, national } = settings
      const extended: Parts = {
        ...parts,
        mail,
        portalPublicUrl,
        nationalDatabaseOf: httpNationalDatabases(national),
        nationalYearEndDays: national.yearEndDays,
        ...(await documentParts(settings)),
      }
      const chasing = every(CHASE_EVERY, 'chasing', () => chaseWhatIsDue(extended), log)
      const givingBack = every(GIVE_BACK_EVERY, 'giving-back', () => giveBackWhatIsDue(extended), log)
      const destroying = every(DESTROY_EVERY, 'destroying-packs', () => destroyPacks(extended), log)
      const destroyingNotes = every(
        DESTROY_NOTES_EVERY,
        'destroying-notes',
        () => destroyNotesThatEnd(extended),
        log,
      )
      const turns = [chasing, givingBack, destroying, destroyingNotes, ...documentTurns(extended, log)]
      const closing = [...turns.map((turn) => () => turn.stop()), async () => mail.close()]
      return { parts: extended, closing }
    },
    jobs: (parts) => ({
      [SEND_CHASER]: (payload) => sendChaser(parts, payload),
      [SEND_MAIL]: (payload) => sendMail(parts, payload),
      [MAIL_INVITATION]: (payload) => mailInvitation(parts, payload),
      [MAIL_INBOX_CODE]: (payload) => mailInboxCode(parts, payload),
      [ASK_WAITING]: (payload) => askWaiting(parts, payload),
      [SEND_SUBMISSION]: (payload) => sendSubmissionJob(parts, payload),
      [CARRY_REGIONAL]: (payload) => carryRegional(parts, payload),
      [CARRY_CASE]: (payload) => carryCase(parts, payload),
      [SCAN_DOCUMENT]: (payload) => scanDocument(parts, payload),
      [CHECK_BUNDLE_FILE]: (payload) => checkBundleFile(parts, payload),
      [SCREEN_PACK]: (payload) => screenPack(parts, payload),
      [MAIL_OWNER_DIGEST]: (payload) => mailOwnerDigest(parts, payload),
      [MAIL_SELF_ASSESSMENT]: (payload) => mailSelfAssessment(parts, payload),
      [FORGET_OPEN_CASES]: (payload) => forgetUnsigned(parts, payload),
    }),
  }
}

const nowhere = () => Promise.reject(new Error('no document is kept here'))

/** In place of the parts documents need, where there are none. */
export const noDocuments: Pick<Parts, 'documents' | 'inspector' | 'scanner'> = {
  documents: {
    newName: () => '',
    write: nowhere,
    readChunk: nowhere,
    remove: nowhere,
    async *all() {},
  },
  inspector: { inspect: nowhere },
  scanner: { scan: nowhere },
}

/** The service as an app that needs no socket. */
export function createApp(parts: Parts, report: (call: CallReport) => void = () => {}): Hono {
  const shape: ServiceDefinition<Parts> = {
    service: 'case-review',
    router: caseReviewRouter,
    extend: async () => ({ parts, closing: [] }),
  }
  return serviceApp(shape, parts, report)
}
