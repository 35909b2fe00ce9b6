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
import { caveatsOf } from '../caveat/caveat-store.ts'
import { CaveatMark, marksOn } from '../caveat/withhold.ts'
import { Chaser, chasedRequests, chasersOf } from '../chasing/chaser-store.ts'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'
import { findGap, Gap } from '../gap/gap-store.ts'
import { standingCase } from '../merge/merge-store.ts'
import { Filling, fillingOf } from '../reporting-form/filling.ts'
import { ReturnVersion, returnVersions } from '../returned-form/correction-store.ts'
import { DecidedReturn, decisionsOf } from '../returned-form/return-decision-store.ts'
import { findReturn, ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { SectionCompleteness, sectionCompleteness } from '../returned-form/section-completeness.ts'
import { requires } from '../rpc.ts'
import { askedForm, formsAskedWith } from '../supplementary-form/request-form-store.ts'
import { recipientOf } from './recipient-of.ts'
import { Recipient } from './recipient-store.ts'
import { findRequest, InformationRequest, publicRequest } from './request-store.ts'
import { findSaidBy, SaidBy } from './said-by.ts'

/** What an agency returned, section by section; empty while nothing was returned (drafts are the reporter's own). */
export const readRequest = requires('information-request:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      /** An earlier version of what was returned; the newest when it is left out. */
      entry: z.number().int().positive().optional(),
    }),
  )
  .output(
    InformationRequest.extend({
      caseId: CaseId,
      formVersion: z.string().nullable(),
      /** Which version of what was returned this is, and which there are, the newest first. */
      entry: z.number().int().positive().nullable(),
      versions: z.array(ReturnVersion),
      /** What somebody made of each version, the newest first. */
      decisions: z.array(DecidedReturn),
      sections: z.array(SummarySection),
      /** Whom answers are kept from, by the question or group: the office reads them all the same. */
      caveats: z.array(
        z.strictObject({ form: ReturnedFormName, question: z.string(), marks: z.array(CaveatMark) }),
      ),
      /** How far each form that was returned was answered, section by section. */
      completeness: z.array(
        z.strictObject({
          name: ReturnedFormName,
          title: z.string(),
          sections: z.array(SectionCompleteness),
        }),
      ),
      /** How far each form is that the agency fills in now, section by section, without an answer; empty while it fills in none. */
      filling: z.array(Filling),
      /** The supplementary forms asked with it; their sections, too, are empty while nothing was returned. */
      supplementary: z.array(
        z.strictObject({ kind: SupplementaryFormKind, title: z.string(), sections: z.array(SummarySection) }),
      ),
      /** Whom it went to, and who said that nothing is known. */
      recipient: Recipient,
      saidBy: SaidBy.nullable(),
      chasers: z.array(Chaser),
      /** The next chaser while the agency has not answered, and from which day. */
      next: z.strictObject({ step: ChasingStep, on: PlainDate }).nullable(),
      /** That the review goes on without the answer, and what was thought of it. */
      gap: Gap.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, informationRequestId, entry = null } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const request = await findRequest(tx, areaId, informationRequestId)
      if (request === null) throw new Refusal('not-found')
      const { caseId } = request
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
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
      const place = { areaId, caseId, informationRequestId }
      const returned = await findReturn(tx, parts.keys, place, entry)
      if (returned === null && entry !== null) throw new Refusal('not-found')
      const forms = returned?.forms ?? []
      // What was entered on behalf of an agency may be a supplementary form alone.
      const reporting = forms.find(({ name }) => name === 'reporting')
      const asked = await formsAskedWith(tx, areaId, [informationRequestId])
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const today = parts.clock.today()
      const { ladder } = await chasingSettingsOn(tx, areaId, today)
      const [chased] = await chasedRequests(tx, parts.keys, areaId, [informationRequestId])
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      return {
        ...publicRequest(request),
        recipient: await recipientOf(tx, parts.keys, areaId, request),
        saidBy: await findSaidBy(tx, cipher, areaId, informationRequestId),
        caseId: (await standingCase(tx, areaId, caseId)).caseId,
        formVersion: reporting?.form.version ?? null,
        entry: returned?.entry ?? null,
        versions: returned === null ? [] : await returnVersions(tx, cipher, place),
        decisions: await decisionsOf(tx, cipher, place),
        sections: reporting === undefined ? [] : summary(reporting.form, reporting.answers),
        supplementary: asked.map((one) => {
          const back = forms.find(({ name }) => name === one.kind)
          const { title } = askedForm(one)
          return { kind: one.kind, title, sections: back ? summary(back.form, back.answers) : [] }
        }),
        caveats: forms.flatMap(({ name, form }) =>
          [...marksOn({ informationRequestId, name, form }, caveats)].map(([question, marks]) => ({
            form: name,
            question,
            marks,
          })),
        ),
        completeness: forms.map(({ name, form, answers }) => ({
          name,
          title: form.title,
          sections: sectionCompleteness(form, answers),
        })),
        filling: await fillingOf(tx, parts, place, request.state),
        chasers: await chasersOf(tx, cipher, areaId, informationRequestId),
        gap: await findGap(tx, cipher, areaId, informationRequestId),
        next: chased === undefined ? null : nextStep(chased, ladder, today, bankHolidays),
      }
    })
  })
