import {
  AreaId,
  bankHolidays,
  CaseId,
  ChasingStep,
  InformationRequestId,
  nextStep,
  PlainDate,
  Refusal,
  requireArea,
  SupplementaryFormKind,
} from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { Chaser, chasedRequests, chasersOf } from '../chasing/chaser-store.ts'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'
import { findGap, Gap } from '../gap/gap-store.ts'
import { standingCase } from '../merge/merge-store.ts'
import { findReportingForm } from '../reporting-form/reporting-form-store.ts'
import { requires } from '../rpc.ts'
import { openFormsAskedWith } from '../supplementary-form/request-form-store.ts'
import { findRequest, InformationRequest, publicRequest } from './request-store.ts'

/** What an agency returned, section by section; empty while nothing was returned (drafts are the reporter's own). */
export const readRequest = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, informationRequestId: InformationRequestId }))
  .output(
    InformationRequest.extend({
      caseId: CaseId,
      formVersion: z.string().nullable(),
      sections: z.array(SummarySection),
      /** The supplementary forms asked with it; their sections, too, are empty while nothing was returned. */
      supplementary: z.array(
        z.strictObject({ kind: SupplementaryFormKind, title: z.string(), sections: z.array(SummarySection) }),
      ),
      chasers: z.array(Chaser),
      /** The next chaser while the agency has not answered, and from which day. */
      next: z.strictObject({ step: ChasingStep, on: PlainDate }).nullable(),
      /** That the review goes on without the answer, and what was thought of it. */
      gap: Gap.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, informationRequestId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const request = await findRequest(tx, areaId, informationRequestId)
      if (request === null) throw new Refusal('not-found')
      const { caseId } = request
      requireClass(await seeCase(tx, person, areaId, caseId), 'agency-return')
      await parts.audit.record(
        tx,
        actor,
        areaId,
        {
          action: 'information-request.read',
          object: { kind: 'information-request', id: informationRequestId },
          fieldClasses: ['agency-return'],
        },
        {
          action: 'information-request.read',
          object: { kind: 'case', id: caseId },
          fieldClasses: ['agency-return'],
        },
      )
      const returned =
        request.state === 'returned'
          ? await findReportingForm(tx, parts.keys, areaId, caseId, informationRequestId)
          : null
      const place = { areaId, caseId, informationRequestId }
      const supplementary = await openFormsAskedWith(tx, parts.keys, place)
      const today = parts.clock.today()
      const { ladder } = await chasingSettingsOn(tx, areaId, today)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const [chased] = await chasedRequests(tx, parts.keys, areaId, [informationRequestId])
      return {
        ...publicRequest(request),
        caseId: (await standingCase(tx, areaId, caseId)).caseId,
        formVersion: returned?.form.version ?? null,
        sections: returned === null ? [] : summary(returned.form, returned.answers),
        supplementary: supplementary.map(({ kind, form, answers }) => ({
          kind,
          title: form.title,
          sections: returned === null ? [] : summary(form, answers),
        })),
        chasers: await chasersOf(tx, cipher, areaId, informationRequestId),
        gap: await findGap(tx, cipher, areaId, informationRequestId),
        next: chased === undefined ? null : nextStep(chased, ladder, today, bankHolidays),
      }
    })
  })
