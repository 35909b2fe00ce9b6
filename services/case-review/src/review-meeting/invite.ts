import {
  AreaId,
  CaseId,
  isAsked,
  OrganisationId,
  Refusal,
  ReviewMeetingId,
  requireConfirmed,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { recipientOf } from '../information-request/recipient-of.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { addInvitation, invitationsOf } from './invitation-store.ts'
import type { Invited } from './review-meeting.ts'
import { requirePlanned, seeMeeting } from './seen-meeting.ts'
import { wakeInvitation } from './wake-invitations.ts'

/** How many may be invited to one meeting. */
const MOST_INVITED = 60

/**
 * Invites agencies that were asked about the case, where their request went, and other mailboxes to a meeting: a mail with
 * a calendar file that names the case by its reference. Somebody who was invited before is not invited again.
 * @throws Refusal `not-confirmed`, `transfer-open`, `meeting-over`, `stale`, `not-found`; `too-large` over 60
 */
export const inviteToReviewMeeting = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      organisationIds: z.array(OrganisationId).max(MOST_INVITED),
      emails: z.array(z.email().max(254)).max(MOST_INVITED),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, organisationIds, emails } = input
    const of = { areaId, reviewMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.invite', input, outcome: z.null() },
      async (tx) => {
        const { seen, meeting } = await seeMeeting(tx, person, input)
        requireConfirmed(seen.found)
        requireNotOffered(seen.found, parts.clock.now())
        requirePlanned(meeting)
        const asked: Invited[] = emails.map((email) => ({ email, organisationId: null }))
        const requests = await requestsOf(tx, areaId, seen.found)
        for (const organisationId of organisationIds) {
          const request = requests.findLast(
            (one) => one.organisationId === organisationId && isAsked(one.state),
          )
          if (request === undefined) throw new Refusal('not-found')
          const { email } = await recipientOf(tx, parts.keys, areaId, request)
          asked.push({ email, organisationId })
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        const before = await invitationsOf(tx, cipher, of)
        const known = new Set(before.map(({ email }) => email.toLowerCase()))
        let invitation = before.length
        for (const invited of asked) {
          if (known.has(invited.email.toLowerCase())) continue
          known.add(invited.email.toLowerCase())
          invitation += 1
          if (invitation > MOST_INVITED) throw new Refusal('too-large')
          const by = { by: person.personId, at: parts.clock.now() }
          await addInvitation(tx, cipher, of, { ...invited, invitation, ...by })
          await wakeInvitation(tx, { ...of, invitation, sequence: meeting.sequence })
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.invite',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
