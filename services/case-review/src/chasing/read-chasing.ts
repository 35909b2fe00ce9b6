import {
  AreaId,
  addDays,
  bankHolidays,
  CaseReference,
  ChasingStep,
  isWorkingDay,
  OrganisationKind,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { requires } from '../rpc.ts'
import { chaserMail } from './chaser-mail.ts'
import { chasedRequests } from './chaser-store.ts'
import { ChasingVersion, chasingSettingsOn, chasingVersions } from './chasing-settings-store.ts'
import { plannedMails } from './plan-chasers.ts'

/** What stands in a preview where the mail has its link: whoever reads a preview cannot answer for an agency. */
const LINK = '(the link of the request)'
const INBOX_LINK = '(the link of the inbox)'

/** A mail as it will leave, but for its links. */
const PlannedMail = z.strictObject({
  organisationName: z.string(),
  organisationKind: OrganisationKind,
  subject: z.string(),
  text: z.string(),
  chasers: z.array(z.strictObject({ reference: CaseReference, step: ChasingStep })),
})

/**
 * How an area chases, with every earlier version, and the mails that leave on its next working day if nobody answers
 * before. A mail about a case the person has a conflict in is not shown. Nothing of a child stands in any of it.
 */
export const readChasing = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({ versions: z.array(ChasingVersion).min(1), on: PlainDate, mails: z.array(PlannedMail) }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      let on = addDays(parts.clock.today(), 1)
      while (!isWorkingDay(on, bankHolidays)) on = addDays(on, 1)
      const { ladder, texts } = await chasingSettingsOn(tx, areaId, on)
      const withheld = new Set(await withheldFrom(tx, person, areaId))
      const requests = await chasedRequests(tx, parts.keys, areaId)
      const name = await areaName(tx, areaId)
      const mails = plannedMails(requests, ladder, on).flatMap(({ mailbox, chasers }) => {
        const [first] = chasers
        if (first === undefined || chasers.some(({ request }) => withheld.has(request.caseId))) return []
        const lines = chasers.map(({ request: { reference, dueOn, promisedOn }, step }) => ({
          reference,
          dueOn,
          promisedOn,
          step,
          link: LINK,
        }))
        const { subject, text } = chaserMail({
          to: mailbox,
          areaName: name,
          texts,
          lines,
          inboxLink: INBOX_LINK,
        })
        const { organisationName, organisationKind } = first.request
        const named = lines.map(({ reference, step }) => ({ reference, step }))
        return [{ organisationName, organisationKind, subject, text, chasers: named }]
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'chasing.read',
        object: { kind: 'area', id: areaId },
      })
      return { versions: await chasingVersions(tx, areaId), on, mails }
    })
  })
