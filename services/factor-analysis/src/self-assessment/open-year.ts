import { AreaId, concernedBy, isSettledRecommendation, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { actionsIn } from '../action/action-store.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { type Addressee, recommendationsOf } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { askOrganisation } from './ask-organisations.ts'
import { addForm, addYear } from './self-assessment-store.ts'

const Opened = z.strictObject({ forms: z.int() })

/**
 * Opens the self-assessment of a reporting year: one form for each organisation that a recommendation concerns, which is mailed
 * where it answers it. What is
 * recommended afterwards is asked the next year.
 * @throws Refusal `date-in-future` for a year that has not begun, `dates-out-of-order` for a day that is over,
 * `self-assessment-open`, `nothing-to-assess`
 */
export const openSelfAssessment = requires('self-assessment:write')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode, dueOn: PlainDate, key: AttemptKey }))
  .output(Opened)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const openedBy = writerOf(actor)
    const { areaId, year, dueOn } = input
    const today = parts.clock.today()
    const began = PlainDate.parse(reportingYearFrom(year).start)
    if (began > today) throw new Refusal('date-in-future', ['year'])
    if (dueOn < today) throw new Refusal('dates-out-of-order', ['dueOn'])
    const change = { procedure: 'self-assessment.open', areaId, input, outcome: Opened }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (!(await addYear(tx, areaId, { year, dueOn, openedOn: today, openedBy })))
        throw new Refusal('self-assessment-open')
      const actions = await actionsIn(tx, areaId)
      const kinds = new Map<Addressee['organisationId'], Addressee['kind']>()
      const told = (await recommendationsOf(tx, areaId)).map((one) => {
        const owners = actions
          .filter(
            ({ recommendationId, state }) =>
              recommendationId === one.recommendationId && state !== 'no-longer-relevant',
          )
          .map(({ owner }) => owner)
        const organisations = [...(one.addressee === null ? [] : [one.addressee]), ...owners]
        for (const { organisationId, kind } of organisations) kinds.set(organisationId, kind)
        const { recommendationId, informedOn, closedOn, state } = one
        return {
          recommendationId,
          informedOn,
          closedOn,
          settled: isSettledRecommendation(state),
          organisations: organisations.map(({ organisationId }) => organisationId),
        }
      })
      const concerned = concernedBy(told, began)
      if (concerned.size === 0) throw new Refusal('nothing-to-assess')
      for (const [organisationId, recommendationIds] of concerned) {
        const kind = kinds.get(organisationId)
        if (kind === undefined) continue
        await addForm(tx, areaId, year, { organisation: { kind, organisationId }, recommendationIds })
        await askOrganisation(
          tx,
          { parts, self: actor, areaId },
          { year, organisationId, dueOn, step: 'opened' },
        )
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'self-assessment.open',
        object: { kind: 'self-assessment', id: year },
      })
      return { forms: concerned.size }
    })
  })
