import {
  AgencyProposal,
  AreaId,
  ageBand,
  CaseId,
  GssCode,
  kindOfNotified,
  NotifiedFacts,
  OrganisationKind,
  proposeAgencies,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { notificationOfCase } from '../case/case-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requires } from '../rpc.ts'
import { mayDisclose } from './may-disclose.ts'
import { readByRules } from './notification-form.ts'
import { findNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

const line = z.string().max(2000).optional()
const codes = z.array(z.string()).optional()

/** What of a notification says who knew the child, besides what other rules read. */
const Involved = z.object({
  child: z.object({ responsibleAuthority: line }),
  death: z.object({ coronerReferral: line, otherReviews: codes }),
  phoned: z.array(z.object({ whom: line })).optional(),
  agencies: z.array(z.object({ kind: line, name: line, person: line, email: line, phone: line })).optional(),
})

/** A professional or an agency as notified. Identifying: it says who cared for the child. */
const NotifiedInvolved = z.strictObject({
  kind: OrganisationKind,
  organisation: z.string().nullable(),
  person: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})

/**
 * Whom to ask about a child, after the notification: kinds of agency with reasons in codes, the authorities, and the
 * agencies and professionals it names, to the holder of a pass for the case. Audited before it is answered.
 * @throws Refusal `not-found` for no case of the area, and for a pass that is not for it
 */
export const agenciesOfCase = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: PassToken }))
  .output(
    z.strictObject({
      proposals: z.array(AgencyProposal),
      authorities: z.array(GssCode),
      named: z.array(NotifiedInvolved),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await mayDisclose(parts.keyring, actor, caseId, pass)
      const notificationId = await notificationOfCase(tx, areaId, caseId)
      if (notificationId === null) throw new Refusal('not-found')
      const stored = await findNotification(tx, areaId, notificationId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.agencies',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity'],
      })
      const { wrapped } = stored
      const { form, answers, content } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      const involved = Involved.parse(readByRules(form, answers))
      const { child, death, residence } = content
      const agencies = involved.agencies ?? []
      const facts = NotifiedFacts.parse({
        ageBand: child.dateOfBirth === null ? null : ageBand(child.dateOfBirth, death.dateOfDeath),
        placeOfDeath: death.placeOfDeath,
        placeOfFatalEvent: death.placeOfFatalEvent ?? null,
        expectedness: death.expectedness,
        jarTriggers: death.jarTriggers ?? [],
        flags: child.flags ?? [],
        coronerReferral: involved.death.coronerReferral ?? null,
        otherReviews: involved.death.otherReviews ?? [],
        phoned: (involved.phoned ?? []).flatMap(({ whom }) => whom ?? []),
        agencyKinds: agencies.flatMap(({ kind }) => kind ?? []),
      })
      const authorities = [residence.localAuthority, involved.child.responsibleAuthority]
      return {
        proposals: proposeAgencies(facts),
        authorities: [...new Set(authorities)].flatMap((typed) => {
          const read = GssCode.safeParse(typed)
          return read.success ? [read.data] : []
        }),
        named: agencies.map(({ kind, name, person, email, phone }) => ({
          kind: kindOfNotified(kind ?? ''),
          organisation: name ?? null,
          person: person ?? null,
          email: email ?? null,
          phone: phone ?? null,
        })),
      }
    })
  })
