import {
  actorKey,
  CaseId,
  CaseReference,
  isAnswered,
  isWaitedFor,
  latestPromise,
  PlainDate,
  promisesLeft,
  SupplementaryFormKind,
} from '@cdop/domain'
import { formInForce, REPORTING_FORM, SectionWords, statutoryForms } from '@cdop/forms'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { caseReviewIn, requireRequestHolder } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'
import { dueNow } from '../information-request/request-store.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { PartialReturn, partialReturnsOf } from '../returned-form/partial-return-store.ts'
import { decisionsOf, Missing } from '../returned-form/return-decision-store.ts'
import { requires } from '../rpc.ts'
import { openFormsAskedWith } from '../supplementary-form/request-form-store.ts'
import { answering } from './answering.ts'
import { findReportingForm } from './reporting-form-store.ts'
import { sectionWords } from './section-store.ts'

/** What the reporter needs to go on: which child is meant comes from intake, with the pass. */
export const beginReportingForm = requires('information-request:answer')
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      caseId: CaseId,
      reference: CaseReference,
      organisationName: z.string(),
      formVersion: z.string(),
      dueOn: PlainDate,
      answers: z.record(z.string(), z.unknown()).nullable(),
      version: z.number().int().nonnegative(),
      /** What was said of its sections. */
      words: SectionWords,
      returned: z.boolean(),
      /** The version that is being made, while the agency corrects what it returned. */
      correcting: z.number().int().min(2).nullable(),
      /** What the panel's office asked for when it sent the form back. */
      sentBack: Missing.nullable(),
      /** What else the agency was asked for with this request, each as far as it has come. */
      supplementary: z.array(
        z.strictObject({
          kind: SupplementaryFormKind,
          stages: z.array(z.string()).nullable(),
          formVersion: z.string(),
          version: z.number().int().nonnegative(),
          answers: z.record(z.string(), z.unknown()),
          words: SectionWords,
        }),
      ),
      /** The part that was sent last, while the rest is waited for; and what may be promised now, null where nothing may. */
      part: PartialReturn.pick({
        entry: true,
        sentAt: true,
        promisedOn: true,
        sectionsCompleted: true,
        sectionsAsked: true,
      }).nullable(),
      mayPromise: z.strictObject({ latest: PlainDate, left: z.int().positive() }).nullable(),
      /** It was returned as "nothing known". */
      nothingKnown: z.boolean(),
      /** For the identity of the child meant; none once the form has been returned: it is needed no more. */
      pass: z.string().nullable(),
    }),
  )
  .query(async ({ ctx: { actor, parts } }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const today = parts.clock.today()
    // Whoever holds a link sees nothing of how the area chases.
    const self = caseReviewIn(areaId, holder.requestId)
    const { promise } = await parts.database.transaction(self, (tx) => chasingSettingsOn(tx, areaId, today))
    return parts.database.transaction(holder, async (tx) => {
      const { request, found } = await answering(tx, holder)
      const saved = await findReportingForm(tx, parts.keys, areaId, found.caseId, informationRequestId)
      const place = { areaId, caseId: found.caseId, informationRequestId }
      const promised = (await partialReturnsOf(tx, place)).filter(({ round }) => round === request.round)
      const left = promisesLeft({ state: request.state, promises: promised.length }, promise)
      const part = isWaitedFor(request.state) ? (promised.at(-1) ?? null) : null
      const supplementary = await openFormsAskedWith(tx, parts.keys, place)
      const wordsOf = await sectionWords(tx, place)
      const form = saved?.form ?? formInForce(statutoryForms, REPORTING_FORM, today)
      const correcting = await openCorrection(tx, place)
      const returned = isAnswered(request.state) && correcting === null
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const decisions = request.state === 'sent-back' ? await decisionsOf(tx, cipher, place) : []
      await parts.audit.record(tx, holder, areaId, {
        action: 'reporting-form.begin',
        object: { kind: 'case', id: found.caseId },
        fieldClasses: returned ? [] : ['identity'],
      })
      const pass = returned
        ? null
        : await issuePass(parts.keyring, {
            holder: actorKey(holder),
            caseIds: [found.caseId],
            fieldClasses: ['identity'],
            requestId: holder.requestId,
          })
      return {
        caseId: found.caseId,
        reference: found.reference,
        organisationName: request.organisationName,
        formVersion: form.version,
        dueOn: dueNow(request),
        answers: saved?.answers ?? null,
        version: saved?.version ?? 0,
        words: wordsOf('reporting'),
        returned,
        correcting,
        sentBack: decisions[0]?.missing ?? null,
        supplementary: supplementary.map(({ kind, stages, formVersion, version, answers }) => ({
          kind,
          stages,
          formVersion,
          version,
          answers,
          words: wordsOf(kind),
        })),
        part: part && {
          entry: part.entry,
          sentAt: part.sentAt,
          promisedOn: part.promisedOn,
          sectionsCompleted: part.sectionsCompleted,
          sectionsAsked: part.sectionsAsked,
        },
        mayPromise: left === 0 ? null : { latest: latestPromise(today, promise), left },
        nothingKnown: request.state === 'nothing-known',
        pass,
      }
    })
  })
