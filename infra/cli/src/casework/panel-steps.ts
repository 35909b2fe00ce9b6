import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, GateItem, type PanelMeetingId, type PlainDate } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, type Answers, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import type { SpokenFor } from '../stack/operator-client.ts'
import type { CaseGround } from './case-ground.ts'
import { eventually } from './eventually.ts'
import type { Staff } from './staff-area.ts'

/** What the panel is to agree, as the analysis form's answers stand under its domain paths. */
export type AgreedAnalysis = Readonly<Record<string, unknown>>

const FURTHER_QUESTIONS_SINCE = '2026-11-01'

/** With the answers the form asks for since November 2026: no referral, and a perinatal event was one of immaturity. */
function asAskedIn(formVersion: string, analysis: AgreedAnalysis): AgreedAnalysis {
  if (formVersion < FURTHER_QUESTIONS_SINCE) return analysis
  const categories = analysis['categories']
  const perinatal = Array.isArray(categories) && categories.includes('8')
  return {
    ...analysis,
    ...(perinatal && { perinatalKinds: ['immaturity-or-prematurity'] }),
    referrals: { police: 'no', coroner: 'no', hse: 'no', cspr: 'no' },
  }
}

/** What an area's people and its panel do from the meeting to the end of a case. */
export function panelSteps({ client, areaId, coordinator, staff, keyOf }: CaseGround) {
  /** Somebody of the panel signs the confidentiality statement, where they are asked to. */
  async function sign(person: SpokenFor, who: string): Promise<void> {
    const request = await client.onBehalfOf(person)
    const { panelStatement } = request.to<CaseReviewRouter>('case-review')
    const { version, maySign, lapsesOn } = await panelStatement.read.query({ areaId })
    if (!maySign) return
    const key = keyOf('sign', who, lapsesOn ?? 'first')
    await panelStatement.sign.mutate({ areaId, version, key })
  }

  return {
    /** Everybody of the panel signs, but those who have joined it only now. */
    async signStatements(isNew: (member: Staff['panel'][number]) => boolean): Promise<void> {
      for (const member of staff.panel.filter((one) => !isNew(one))) {
        const { personId, roles } = member
        const purpose = 'child-death-review' as const
        const kind = 'person' as const
        await sign({ kind, personId, roles: [...roles], areaIds: [areaId], purpose }, personId)
      }
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
        present: staff.panel.map(({ personId, agency }) => ({
          personId,
          agency,
          attendedAs: 'primary' as const,
        })),
        panel: staff.panel.map(({ agency }) => agency),
        key: keyOf('attendance', panelMeetingId),
      })
    },

    async listForPanel(caseId: CaseId, panelMeetingId: PanelMeetingId, summary: string): Promise<void> {
      await eventually(['not-confirmed'], async () => {
        const request = await client.onBehalfOf(coordinator)
        await request.to<CaseReviewRouter>('case-review').case.listForPanel.mutate({
          areaId,
          caseId,
          panelMeetingId,
          summary,
          goingOn: GateItem.options.map((item) => ({ item, reason: 'known-another-way' })),
          key: keyOf('list', caseId, panelMeetingId),
        })
      })
    },

    async agree(caseId: CaseId, on: PlainDate, analysis: AgreedAnalysis): Promise<void> {
      const form = formInForce(statutoryForms, ANALYSIS_FORM, on)
      const answers: Answers = answersFrom(form, { analysis: asAskedIn(form.version, analysis) })
      const chair = staff.holding('chair')
      await sign(chair, 'chair')
      const request = await client.onBehalfOf(chair)
      const { pass } = await request
        .to<CaseReviewRouter>('case-review')
        .pack.analysis.query({ areaId, caseId })
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
