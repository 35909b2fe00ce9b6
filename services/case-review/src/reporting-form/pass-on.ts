import { isAnswered, mailDomain, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseReviewIn, requireRequestHolder } from '../area/area-access.ts'
import { recipientOf } from '../information-request/recipient-of.ts'
import { sendOn } from '../information-request/send-on.ts'
import { Email } from '../organisation/organisation.ts'
import { requires } from '../rpc.ts'
import { answering } from './answering.ts'

/**
 * Passes a request to a colleague of the reporter, whose mailbox is of the same domain: they get a link of their own,
 * with what was answered so far, and the reporter's opens nothing any more.
 * @throws Refusal `other-mail-domain`, `same-recipient`, `part-received`, `request-answered`, `link-dead`,
 * `not-allowed-in-this-state` once the review goes on without the agency
 */
export const passOn = requires('information-request:answer')
  .input(z.strictObject({ name: text(120), email: Email, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId } = holder
    const { name: role, email } = input
    // Whoever holds a link sees one request alone; what it becomes is another one.
    const onAccountOf = caseReviewIn(areaId, holder.requestId)
    const change = { areaId, procedure: 'reporting-form.pass-on', input, outcome: z.null(), onAccountOf }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { request } = await answering(tx, holder, { lock: true })
      if (isAnswered(request.state)) throw new Refusal('request-answered')
      if (request.state !== 'sent') throw new Refusal('not-allowed-in-this-state')
      if (request.part !== null) throw new Refusal('part-received')
      const now = await recipientOf(tx, parts.keys, areaId, request)
      if (mailDomain(now.email) !== mailDomain(email)) throw new Refusal('other-mail-domain', ['email'])
      if (now.email.toLowerCase() === email.toLowerCase()) throw new Refusal('same-recipient', ['email'])
      const { organisationId } = request
      const addressee = { organisationId, contactId: null, role, email }
      const reason = 'passed-to-a-colleague' as const
      await sendOn(tx, { actor: holder, parts }, areaId, { request, addressee, reason, by: null })
      await parts.audit.record(tx, holder, areaId, {
        action: 'reporting-form.pass-on',
        object: { kind: 'information-request', id: holder.subject },
      })
      return null
    })
  })
