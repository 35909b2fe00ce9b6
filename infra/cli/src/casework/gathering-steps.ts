import type { CaseReviewRouter } from '@cdop/case-review/api'
import type {
  AboutDate,
  CaseId,
  HeldStage,
  HoldReason,
  InformationRequestId,
  NoReviewMeetingReason,
  OrganisationId,
  PlainDate,
} from '@cdop/domain'
import { answersFrom, formInForce, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import type { CaseGround } from './case-ground.ts'
import { eventually } from './eventually.ts'

/** What a case waits for, and until when nobody need ask. */
type CaseHold = {
  readonly reason: HoldReason
  readonly stages: HeldStage[]
  readonly from: PlainDate
  readonly confirmedOn: PlainDate
  readonly nextCheckOn: PlainDate
}

/** What an area's people do to learn what agencies know of a case, and while it has to wait. */
export function gatheringSteps({ client, areaId, coordinator, keyOf }: CaseGround) {
  return {
    async addOrganisation(
      name: string,
      kind: 'general-practice' | 'hospital',
      email: string,
    ): Promise<OrganisationId> {
      const request = await client.onBehalfOf(coordinator)
      const { organisationId } = await request
        .to<CaseReviewRouter>('case-review')
        .organisation.add.mutate({ areaId, name, kind, email, key: keyOf('organisation', name) })
      return organisationId
    },

    async ask(caseId: CaseId, organisationId: OrganisationId): Promise<InformationRequestId> {
      return eventually(['not-found'], async () => {
        const request = await client.onBehalfOf(coordinator)
        const { informationRequestId } = await request
          .to<CaseReviewRouter>('case-review')
          .informationRequest.send.mutate({
            areaId,
            caseId,
            organisationId,
            key: keyOf('ask', caseId, organisationId),
          })
        return informationRequestId
      })
    },

    async answer(
      subject: InformationRequestId,
      on: PlainDate,
      bound: Record<string, unknown>,
    ): Promise<void> {
      const form = formInForce(statutoryForms, REPORTING_FORM, on)
      const answers = answersFrom(form, bound)
      const request = await client.onBehalfOf({ kind: 'link', opens: 'information-request', subject, areaId })
      const reportingForm = request.to<CaseReviewRouter>('case-review').reportingForm
      const begun = await reportingForm.begin.query({})
      await reportingForm.submit.mutate({
        key: keyOf('answer', subject),
        formVersion: form.version,
        version: begun.version,
        answers,
      })
    },

    async recordNoReviewMeeting(
      caseId: CaseId,
      reason: NoReviewMeetingReason,
      decidedOn: PlainDate,
    ): Promise<void> {
      await eventually(['not-found'], async () => {
        const request = await client.onBehalfOf(coordinator)
        await request.to<CaseReviewRouter>('case-review').reviewMeeting.recordNotHeld.mutate({
          areaId,
          caseId,
          reason,
          decidedOn,
          key: keyOf('no-review-meeting', caseId),
        })
      })
    },

    /** Something in the life of the child is written down, as well as its date is known. */
    async writeOfLife(caseId: CaseId, on: AboutDate, what: string): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      await request.to<CaseReviewRouter>('case-review').timeline.record.mutate({
        areaId,
        caseId,
        event: { on, what },
        source: { is: 'office' },
        key: keyOf('life-event', caseId, on),
      })
    },

    /** What an agency wrote of its part is withheld until somebody has asked again. */
    async withholdSummary(caseId: CaseId, reviewOn: PlainDate): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      const { informationRequest, caveat } = request.to<CaseReviewRouter>('case-review')
      const { rows } = await informationRequest.list.query({ areaId, caseId })
      const returned = rows.find(({ state }) => state === 'returned')
      if (returned === undefined) throw new Error('no agency has returned its form')
      const { informationRequestId } = returned
      await caveat.record.mutate({
        areaId,
        caseId,
        target: { of: 'return', informationRequestId, form: 'reporting', part: 'involvement-summary' },
        kind: 'third-party-confidence',
        why: 'Invented: a neighbour spoke in confidence',
        askedBy: 'An invented social worker, 01632 960 014',
        owner: 'coordinator',
        reviewOn,
        key: keyOf('caveat', caseId),
      })
    },

    /** The case has to wait for somebody outside the panel's control. */
    async hold(caseId: CaseId, hold: CaseHold): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      await request.to<CaseReviewRouter>('case-review').hold.record.mutate({
        areaId,
        caseId,
        ...hold,
        contact: 'Office of an invented coroner, 01632 960 001',
        key: keyOf('hold', caseId, hold.reason),
      })
    },
  }
}
