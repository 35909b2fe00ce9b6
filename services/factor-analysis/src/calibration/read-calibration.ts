import { AreaId, CalibrationKey, calibrationCases, mayDo, PersonId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { codesOn } from '../double-coding/codebook-on.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { countedAnswers } from './calibration-answer-store.ts'
import { finishedBy, ownStates } from './calibration-coding-store.ts'
import { CalibrationFigures, calibrationFigures } from './calibration-figures.ts'
import { CalibrationRound, roundsOf } from './calibration-round-store.ts'

const ListedCase = z.strictObject({
  key: CalibrationKey,
  title: z.string(),
  /** How far whoever asks is themselves. */
  state: z.enum(['none', 'draft', 'final']),
})

/** The invented cases there are, how far one is oneself, and which rounds were opened. */
export const listCalibration = requires('calibration:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ cases: z.array(ListedCase), rounds: z.array(CalibrationRound) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const reader = writerOf(actor)
    return parts.database.transaction(actor, async (tx) => {
      const own = await ownStates(tx, areaId, reader)
      return {
        cases: calibrationCases.map(({ key, edition, title }) => {
          const found = own.find((one) => one.caseKey === key && one.edition === edition)
          return { key, title, state: found?.state ?? ('none' as const) }
        }),
        rounds: await roundsOf(tx, areaId),
      }
    })
  })

const Taker = z.strictObject({ personId: PersonId, finished: z.array(CalibrationKey) })

/** Who has coded which of the invented cases. Of what they said, nothing. */
export const readTakers = requires('calibration:follow')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(Taker))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const current = new Set(calibrationCases.map(({ key, edition }) => `${key}/${edition}`))
      const finished = (await finishedBy(tx, areaId)).filter(({ caseKey, edition }) =>
        current.has(`${caseKey}/${edition}`),
      )
      return [...Map.groupBy(finished, ({ personId }) => personId)].map(([personId, own]) => ({
        personId,
        finished: own.map(({ caseKey }) => caseKey),
      }))
    })
  })

/**
 * How far the members of an area agree with what was intended and with one another. Whoever codes sees it of the cases they have
 * coded themselves: before, it would tell what to answer.
 */
export const readCalibrationFigures = requires('calibration:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      /** At what a factor counts as found. */
      foundWhen: z.enum(['recorded', 'may-have', 'modifiable']),
    }),
  )
  .output(CalibrationFigures.extend({ ofOwn: z.boolean() }))
  .query(({ ctx: { actor, parts }, input: { areaId, foundWhen } }) => {
    requireArea(actor, areaId)
    if (actor.kind !== 'person') throw new Refusal('not-found')
    return parts.database.transaction(actor, async (tx) => {
      const ofOwn = mayDo(actor, 'calibration:code')
      const own = await ownStates(tx, areaId, actor.personId)
      const shown = calibrationCases.filter(
        ({ key, edition }) =>
          !ofOwn ||
          own.some((one) => one.caseKey === key && one.edition === edition && one.state === 'final'),
      )
      const counted = await countedAnswers(tx, areaId)
      const cases = shown.flatMap((one) => {
        const answers = counted.filter(
          ({ caseKey, edition }) => caseKey === one.key && edition === one.edition,
        )
        return answers.length === 0 ? [] : [{ one, answers: answers.map(({ codes }) => codes) }]
      })
      const figures = calibrationFigures(cases, codesOn(parts.clock.today()), foundWhen)
      return { ...figures, ofOwn }
    })
  })
