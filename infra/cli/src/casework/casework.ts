import { createHash } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type AgeBand,
  type CaseId,
  type HeldStage,
  type HoldReason,
  type InformationRequestId,
  type NoReviewMeetingReason,
  type NotificationId,
  type OrganisationId,
  type PanelMeetingId,
  type PlainDate,
  Refusal,
  whoMustBeTold,
} from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import {
  ANALYSIS_FORM,
  type Answers,
  answersFrom,
  formInForce,
  NOTIFICATION_FORM,
  REPORTING_FORM,
  statutoryForms,
} from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import type { InventedNotification } from '../invented/invented-child.ts'
import type { OperatorClient } from '../stack/operator-client.ts'
import { sayDifferentChildren } from './different-children.ts'
import { eventually } from './eventually.ts'
import type { Staff } from './staff-area.ts'

/** What a case waits for, and until when nobody need ask. */
export type CaseHold = {
  readonly reason: HoldReason
  readonly stages: HeldStage[]
  readonly from: PlainDate
  readonly confirmedOn: PlainDate
  readonly nextCheckOn: PlainDate
}

/** What the panel is to agree, as the analysis form's answers stand under its domain paths. */
export type AgreedAnalysis = Readonly<Record<string, unknown>>

/**
 * What an area's people do with a case, one step each, through the services' own procedures. `label` makes the
 * idempotency keys: the same label done twice is done once, so an interrupted run can be run again.
 */
export function caseworkOf(client: OperatorClient, staff: Staff, label: string) {
  const { areaId } = staff.area
  const coordinator = staff.holding('coordinator')
  const keyOf = (...what: readonly (string | number)[]) =>
    createHash('sha256')
      .update([label, areaId, ...what].join('|'))
      .digest('hex')
      .slice(0, 40)

  return {
    async notify(name: string, notification: InventedNotification, receivedOn: PlainDate) {
      const form = formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
      const request = await client.onBehalfOf(coordinator)
      const { notificationId } = await request.to<IntakeRouter>('intake').notification.submit.mutate({
        areaId,
        key: keyOf('notify', name),
        formVersion: form.version,
        answers: answersFrom(form, notification),
        receivedOn,
      })
      return notificationId
    },

    /** Who confirmed the death and the child, on the day it was notified. Waits until intake knows the area. */
    async confirm(name: string, notificationId: NotificationId, on: PlainDate): Promise<void> {
      const word = {
        by: 'hospital-doctor' as const,
        name: 'Dr Invented Example',
        organisation: 'Example Hospital',
        on,
        time: null,
      }
      await eventually(['not-found'], async () => {
        const request = await client.onBehalfOf(coordinator)
        await request.to<IntakeRouter>('intake').confirmation.record.mutate({
          areaId,
          notificationId,
          key: keyOf('confirm', name),
          version: 0,
          death: word,
          identity: word,
        })
      })
    },

    /** Waits until intake knows the area. Invented children are different ones, however alike. */
    accept(name: string, notificationId: NotificationId): Promise<CaseId> {
      return eventually(['not-found', 'duplicate-undecided'], async () => {
        const request = await client.onBehalfOf(coordinator)
        try {
          const { caseId } = await request.to<IntakeRouter>('intake').notification.accept.mutate({
            areaId,
            notificationId,
            key: keyOf('accept', name),
            version: 1,
          })
          return caseId
        } catch (thrown) {
          if (thrown instanceof Refusal && thrown.code === 'duplicate-undecided') {
            await sayDifferentChildren(request, areaId, notificationId)
          }
          throw thrown
        }
      })
    },

    /** Everybody who must be told of the death has been. */
    async tell(caseId: CaseId, ageBand: AgeBand, on: PlainDate): Promise<void> {
      const told = { outcome: 'told' as const, by: 'Sam Example', on }
      const entries = whoMustBeTold(ageBand).map((recipient) => ({ recipient, version: 0, told }))
      const request = await client.onBehalfOf(coordinator)
      await request
        .to<CaseReviewRouter>('case-review')
        .toldList.record.mutate({ areaId, caseId, entries, key: keyOf('tell', caseId) })
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

    /** The report was wrong: everything sent about the case is recalled. */
    async reportInError(notificationId: NotificationId, caseId: CaseId): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      const fieldClasses = ['identity' as const]
      const { pass } = await request.to<CaseReviewRouter>('case-review').case.open.query({
        areaId,
        caseId,
        fieldClasses,
      })
      await request.to<IntakeRouter>('intake').notification.reportInError.mutate({
        areaId,
        notificationId,
        key: keyOf('in-error', notificationId),
        version: 2,
        reason: 'wrong-child-named',
        nationalDatabaseTold: true,
        confirmedTwice: true,
        ...(pass !== null && { pass }),
      })
    },

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

    async arrangeMeeting(heldOn: PlainDate): Promise<PanelMeetingId> {
      const request = await client.onBehalfOf(coordinator)
      const { panelMeetingId } = await request
        .to<CaseReviewRouter>('case-review')
        .panelMeeting.arrange.mutate({ areaId, kind: 'standard', heldOn, key: keyOf('meeting', heldOn) })
      return panelMeetingId
    },

    async recordAttendance(panelMeetingId: PanelMeetingId): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      await request.to<CaseReviewRouter>('case-review').panelMeeting.recordAttendance.mutate({
        areaId,
        panelMeetingId,
        present: [...staff.panel],
        key: keyOf('attendance', panelMeetingId),
      })
    },

    async listForPanel(caseId: CaseId, panelMeetingId: PanelMeetingId, summary: string): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      await request.to<CaseReviewRouter>('case-review').case.listForPanel.mutate({
        areaId,
        caseId,
        panelMeetingId,
        summary,
        key: keyOf('list', caseId, panelMeetingId),
      })
    },

    async agree(caseId: CaseId, on: PlainDate, analysis: AgreedAnalysis): Promise<void> {
      const form = formInForce(statutoryForms, ANALYSIS_FORM, on)
      const answers: Answers = answersFrom(form, { analysis })
      const request = await client.onBehalfOf(staff.holding('chair'))
      const { pass } = await request.to<CaseReviewRouter>('case-review').pack.open.query({ areaId, caseId })
      const factorAnalysis = request.to<FactorAnalysisRouter>('factor-analysis').analysis
      const { version } = await factorAnalysis.saveDraft.mutate({
        areaId,
        caseId,
        pass,
        version: 0,
        formVersion: form.version,
        answers,
        key: keyOf('draft', caseId),
      })
      await factorAnalysis.agree.mutate({ areaId, caseId, pass, version, key: keyOf('agree', caseId) })
    },

    async close(caseId: CaseId, nationalSubmissionOn: PlainDate): Promise<void> {
      await eventually(['not-allowed-in-this-state'], async () => {
        const request = await client.onBehalfOf(coordinator)
        await request.to<CaseReviewRouter>('case-review').case.close.mutate({
          areaId,
          caseId,
          nationalSubmissionOn,
          key: keyOf('close', caseId),
        })
      })
    },
  }
}

export type Casework = ReturnType<typeof caseworkOf>
