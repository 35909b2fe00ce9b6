import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type Actor,
  type InboxHolder,
  OrganisationId,
  PlainDate,
  pointersIn,
  Refusal,
  SelfAssessmentAnswers,
} from '@cdop/domain'
import { AttemptKey, changeOnce, type ServiceParts } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { factorAnalysisIn } from '../area/own-account.ts'
import type { Asking } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { formAsRead, SelfAssessmentForm } from './read-form.ts'
import { keepForm, SavedForm, writtenIn } from './save-form.ts'
import { formsOf, openedYears, submittedForms } from './self-assessment-store.ts'

/** @throws Refusal `forbidden` for whoever has not opened the inbox of a mailbox */
function inboxHolder(actor: Actor): InboxHolder {
  if (actor.kind !== 'link' || actor.opens !== 'inbox') throw new Refusal('forbidden')
  return actor
}

/** For which organisations, by name, the holder of an inbox answers: case-review knows whose mailbox it is today. */
async function ownOrganisations({ assertion, parts }: Asking): Promise<ReadonlyMap<OrganisationId, string>> {
  if (assertion === null) throw new Refusal('not-found')
  const caseReview = parts.call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion })
  const { organisations } = await caseReview.inbox.organisations.query({})
  return new Map(organisations.map(({ organisationId, name }) => [organisationId, name]))
}

const own = ({ areaId, requestId }: InboxHolder) => factorAnalysisIn(areaId, requestId)

/**
 * The name of an organisation whose form the holder of an inbox opens. That they tried another's is kept.
 * @throws Refusal `not-found` for another organisation's form: it might as well not exist
 */
async function requireOwn(
  asking: Asking,
  holder: InboxHolder,
  organisationId: OrganisationId,
): Promise<string> {
  const name = (await ownOrganisations(asking)).get(organisationId)
  if (name !== undefined) return name
  const { parts } = asking
  await parts.database.transaction(own(holder), (tx) =>
    parts.audit.record(tx, holder, holder.areaId, {
      action: 'self-assessment.open-own',
      object: { kind: 'organisation', id: organisationId },
      decision: 'refused',
    }),
  )
  throw new Refusal('not-found')
}

const audited = (
  parts: ServiceParts,
  holder: InboxHolder,
  tx: Parameters<ServiceParts['audit']['record']>[0],
  action: string,
  id: string,
) => parts.audit.record(tx, holder, holder.areaId, { action, object: { kind: 'organisation', id } })

/** What the organisations of an inbox are asked, the newest year first. */
export const listAskedForms = requires('self-assessment:answer')
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      forms: z.array(
        z.strictObject({
          year: ReportingYearCode,
          organisationId: OrganisationId,
          name: z.string(),
          dueOn: PlainDate,
          recommendations: z.int(),
          submitted: z.boolean(),
        }),
      ),
    }),
  )
  .query(async ({ ctx: { actor, assertion, parts } }) => {
    const holder = inboxHolder(actor)
    const organisations = await ownOrganisations({ actor, assertion, parts })
    if (organisations.size === 0) return { forms: [] }
    const { areaId } = holder
    return parts.database.transaction(own(holder), async (tx) => {
      const forms = []
      for (const { year, dueOn } of await openedYears(tx, areaId)) {
        const answered = await submittedForms(tx, areaId, year)
        for (const { organisation, recommendationIds } of await formsOf(tx, areaId, year)) {
          const { organisationId } = organisation
          const name = organisations.get(organisationId)
          if (name === undefined) continue
          await audited(parts, holder, tx, 'self-assessment.list-asked', organisationId)
          const submitted = answered.has(organisationId)
          const recommendations = recommendationIds.length
          forms.push({ year, organisationId, name, dueOn, recommendations, submitted })
        }
      }
      return { forms }
    })
  })

/**
 * The form of an organisation, to whoever has opened the inbox of its mailbox: once it was submitted, as it was submitted last. A
 * correction the office is writing is not theirs to see. Audited first. @throws Refusal `not-found`
 */
export const openOwnForm = requires('self-assessment:answer')
  .input(z.strictObject({ year: ReportingYearCode, organisationId: OrganisationId }))
  .output(SelfAssessmentForm.extend({ name: z.string() }))
  .query(async ({ ctx: { actor, assertion, parts }, input }) => {
    const holder = inboxHolder(actor)
    const name = await requireOwn({ actor, assertion, parts }, holder, input.organisationId)
    const form = await parts.database.transaction(own(holder), (tx) =>
      formAsRead(tx, parts, holder.areaId, { ...input, byItself: true }, () =>
        audited(parts, holder, tx, 'self-assessment.open-own', input.organisationId),
      ),
    )
    return { ...form, name }
  })

/**
 * Saves what an organisation says itself: as far as it has come, or, whole, submitted once. Its words are looked through for NHS
 * numbers and case references alone: whoever may not know who a child was would learn it from what is found.
 * @throws Refusal as `saveSelfAssessment`
 */
export const answerOwnForm = requires('self-assessment:answer')
  .input(
    z.strictObject({
      year: ReportingYearCode,
      organisationId: OrganisationId,
      version: z.int().nonnegative(),
      edit: z.int().nonnegative(),
      key: AttemptKey,
      answers: SelfAssessmentAnswers,
      submit: z.boolean(),
    }),
  )
  .output(SavedForm)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const holder = inboxHolder(actor)
    const { areaId } = holder
    await requireOwn({ actor, assertion, parts }, holder, input.organisationId)
    const found = pointersIn(writtenIn(input.answers).join('\n\n'))
    if (found.length > 0) throw new Refusal('identifiers-in-note', found)
    const change = { procedure: 'self-assessment.answer', areaId, input, outcome: SavedForm }
    return changeOnce({ actor: own(holder), parts }, change, async (tx) => {
      const saved = await keepForm(tx, parts, areaId, { ...input, by: null })
      const action = input.submit ? 'self-assessment.submit-own' : 'self-assessment.save-own'
      await audited(parts, holder, tx, action, input.organisationId)
      return saved
    })
  })
