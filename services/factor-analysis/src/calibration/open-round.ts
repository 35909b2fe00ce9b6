import { randomUUID } from 'node:crypto'
import { AreaId, CalibrationKey, CalibrationRoundId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { calibrationCaseCalled } from './asked-case.ts'
import { addRound } from './calibration-round-store.ts'

const Opened = z.strictObject({ roundId: CalibrationRoundId })

/**
 * Asks the members of an area to code some invented cases by a day. Each still codes alone, and nothing is held back from anybody
 * who does not.
 * @throws Refusal `not-found` for a case there is not, `dates-out-of-order` for a day that is over
 */
export const openCalibrationRound = requires('calibration:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      caseKeys: z.array(CalibrationKey).min(1).max(50),
      closesOn: PlainDate,
    }),
  )
  .output(Opened)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, closesOn } = input
    const openedBy = writerOf(actor)
    const openedOn = parts.clock.today()
    if (closesOn < openedOn) throw new Refusal('dates-out-of-order', ['closesOn'])
    const caseKeys = [...new Set(input.caseKeys)]
    for (const caseKey of caseKeys) calibrationCaseCalled(caseKey)
    const change = { procedure: 'calibration.openRound', areaId, input, outcome: Opened }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const roundId = CalibrationRoundId.parse(randomUUID())
      await addRound(tx, areaId, { roundId, caseKeys, openedOn, closesOn, openedBy })
      await parts.audit.record(tx, actor, areaId, {
        action: 'calibration.open-round',
        object: { kind: 'calibration-round', id: roundId },
      })
      return { roundId }
    })
  })
