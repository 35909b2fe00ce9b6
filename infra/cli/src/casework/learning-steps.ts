import type { CaseReviewRouter } from '@cdop/case-review/api'
import { addDays, addMonths, type CalibrationKey, type OrganisationId, PlainDate } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { reportingYearOf } from '@cdop/statistics'
import type { SpokenFor } from '../stack/operator-client.ts'
import type { CaseGround } from './case-ground.ts'
import type { AgreedAnalysis } from './panel-steps.ts'

/** What an area's people do with what was learnt, and so that its panel goes on judging alike. */
export function learningSteps({ client, areaId, staff, coordinator, keyOf }: CaseGround) {
  const to = async (person: SpokenFor) =>
    (await client.onBehalfOf(person)).to<FactorAnalysisRouter>('factor-analysis')

  return {
    /** An urgent alert about a thing that is sold, and a learning point about it. */
    async warn(): Promise<void> {
      const { urgentAlert, learning } = await to(coordinator)
      await urgentAlert.raise.mutate({
        areaId,
        kind: 'product',
        source: 'review-meeting',
        words: {
          what: 'Invented: a sleeping nest sold for newborn babies is soft enough to cover a face.',
          doNow:
            'Ask families with a newborn baby whether they have one, and what else the baby could sleep on.',
        },
        caseIds: [],
        key: keyOf('alert'),
      })
      await learning.issue.mutate({
        areaId,
        facts: { source: 'review-meeting', themes: ['safer-sleeping'], factors: [] },
        words: {
          text: 'Invented: families are asked where their baby sleeps, and seldom to show it.',
          origin: null,
        },
        caseIds: [],
        key: keyOf('learning'),
      })
    },

    /** A recommendation to an organisation, issued and told to it on the day. */
    async recommend(organisationId: OrganisationId, on: PlainDate): Promise<void> {
      const { recommendation } = await to(coordinator)
      const { recommendationId } = await recommendation.propose.mutate({
        areaId,
        facts: {
          level: 'local',
          source: 'panel',
          addressee: { kind: 'hospital', organisationId },
          themes: ['safer-sleeping'],
          factors: [],
          dueOn: addMonths(on, 12),
        },
        words: {
          text: 'Invented: ask every family before discharge to show or tell where their baby will sleep.',
          indicator: 'Share of discharge notes that say where the baby will sleep',
          owner: 'Head of midwifery',
          origin: null,
        },
        caseIds: [],
        key: keyOf('recommendation'),
      })
      await recommendation.record.mutate({
        ...{ areaId, recommendationId, version: 1, act: 'issue', on, words: null },
        key: keyOf('recommendation-issued'),
      })
    },

    /** The year's self-assessment of every organisation that something is recommended to. */
    async openSelfAssessment(today: PlainDate): Promise<void> {
      const { selfAssessment } = await to(coordinator)
      await selfAssessment.open.mutate({
        areaId,
        year: reportingYearOf(today).code,
        dueOn: addDays(today, 30),
        key: keyOf('self-assessment'),
      })
    },

    /** Somebody of the panel codes two invented cases: one stays a draft that is whole, one is finished. */
    async calibrate(
      today: PlainDate,
      [drafted, finished]: readonly [CalibrationKey, CalibrationKey],
      coded: AgreedAnalysis,
    ): Promise<void> {
      const asked = { areaId, caseKeys: [drafted, finished], closesOn: addDays(today, 60) }
      await (await to(coordinator)).calibration.openRound.mutate({ ...asked, key: keyOf('calibration') })
      const { calibration } = await to(staff.holding('panel-member'))
      const form = formInForce(statutoryForms, ANALYSIS_FORM, today)
      const answers = answersFrom(form, { analysis: coded })
      for (const caseKey of [drafted, finished]) {
        const save = { areaId, caseKey, version: 0, formVersion: form.version, answers }
        await calibration.save.mutate({ ...save, key: keyOf('coded', caseKey) })
      }
      await calibration.finish.mutate({
        areaId,
        caseKey: finished,
        version: 1,
        key: keyOf('coded-whole', finished),
      })
    },

    /** Finished reviews are drawn, for somebody who did not decide them to look at. */
    async drawReviews(agreedFrom: PlainDate): Promise<void> {
      const { reviewQuality } = await to(coordinator)
      await reviewQuality.draw.mutate({ areaId, agreedFrom, percent: 10, fewest: 3, key: keyOf('quality') })
    },

    /** An independent scrutineer questions how the area does. */
    async challenge(): Promise<void> {
      const { challenge } = await to(staff.holding('scrutineer'))
      await challenge.raise.mutate({
        areaId,
        subject: { kind: 'area' },
        words: 'Invented: agencies take longer to answer than last year. What is being done about it?',
        key: keyOf('challenge'),
      })
    },

    /** Two meetings of next year are planned, and not arranged yet. */
    async planYear(today: PlainDate): Promise<void> {
      const nextYear = reportingYearOf(addMonths(today, 12))
      const first = addMonths(PlainDate.parse(nextYear.start), 2)
      const request = await client.onBehalfOf(coordinator)
      await request.to<CaseReviewRouter>('case-review').panelYear.add.mutate({
        areaId,
        year: nextYear.code,
        version: 0,
        kind: 'standard',
        days: { by: 'dates', dates: [first, addMonths(first, 3)] },
        ...{ startsAt: '09:30', endsAt: '12:30', place: null },
        key: keyOf('year-plan'),
      })
    },
  }
}
