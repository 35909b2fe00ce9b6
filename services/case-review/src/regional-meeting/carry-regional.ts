import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, RegionalMeetingId, RequestId, type ServiceActor } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import type { Parts } from '../parts.ts'
import { type AreaAnswer, answersIn, notAnswered, saveAnswer } from './answer-store.ts'
import { type Guest, guestsFrom, saveGuests, tellSeats } from './guest-store.ts'
import { callOffOwnMeeting, moveOwnMeeting } from './own-meeting.ts'
import {
  findRegional,
  type Regional,
  type RegionalOf,
  type RegionalWords,
  regionalIn,
  regionalWords,
  saveRegional,
} from './regional-store.ts'

/** The job that brings the areas of a regional meeting to know the same of it. */
export const CARRY_REGIONAL = 'carry-regional'

const Carrying = z.strictObject({ regionalMeetingId: RegionalMeetingId, hostAreaId: AreaId })
type Carrying = z.infer<typeof Carrying>

/** Seconds after which it is done again, in case the process at it has died: done, it does nothing. */
const MAKE_SURE_AFTER = 60

/** Has what was said of it carried to the other areas once this transaction has committed. */
export async function wakeRegional(tx: Db, carrying: Carrying): Promise<void> {
  const key = `${CARRY_REGIONAL}:${carrying.regionalMeetingId}`
  await addJob(tx, 'case-review', CARRY_REGIONAL, carrying, key)
  await addJob(tx, 'case-review', CARRY_REGIONAL, carrying, `${key}:again`, { inSeconds: MAKE_SURE_AFTER })
}

const itself = (areaId: AreaId): ServiceActor => caseReviewIn(areaId, RequestId.parse(randomUUID()))

/** What an area says: its answer, and whom it sends to the others while it takes part. */
type Word = AreaAnswer & { guests: readonly Guest[] }

type Planned = { regional: Regional; words: RegionalWords; asked: readonly AreaId[]; own: Word }

/** What an area says of itself at this moment. */
async function wordOf(tx: Db, of: RegionalOf): Promise<Word> {
  const said = (await answersIn(tx, of)).get(of.areaId) ?? notAnswered(of.areaId)
  return { ...said, guests: said.answer === 'accepted' ? await guestsFrom(tx, of, of.areaId) : [] }
}

/** What the host has planned, whom it asked, and what it says itself. */
function planned(parts: Parts, { hostAreaId: areaId, regionalMeetingId }: Carrying): Promise<Planned> {
  return parts.database.transaction(itself(areaId), async (tx) => {
    const of = { areaId, regionalMeetingId }
    const regional = await findRegional(tx, of)
    const words = await regionalWords(tx, await areaCipher(tx, parts.keys, areaId), of)
    const answers = await answersIn(tx, of)
    const asked = [...answers.keys()].filter((one) => one !== areaId)
    return { regional, words, asked, own: await wordOf(tx, of) }
  })
}

/** Brings the plan to an area that was asked, and comes back with that area's word. */
function bringPlan(parts: Parts, areaId: AreaId, { regional: plan, words, own }: Planned): Promise<Word> {
  const { regionalMeetingId } = plan
  const [of, self] = [{ areaId, regionalMeetingId }, itself(areaId)]
  return parts.database.transaction(self, async (tx) => {
    const before = await regionalIn(tx, of, { lock: true })
    if (before === null) {
      await saveRegional(tx, await areaCipher(tx, parts.keys, areaId), areaId, plan, words)
      await saveAnswer(tx, of, notAnswered(areaId))
      const { guests: _later, ...answer } = own
      await saveAnswer(tx, of, { ...answer, wordVersion: 0 })
      await parts.audit.record(tx, self, areaId, {
        action: 'regional-meeting.asked',
        object: { kind: 'regional-meeting', id: regionalMeetingId },
      })
      await parts.publisher.publish(tx, self, areaId, {
        type: 'regional-meeting.asked.v1',
        subject: regionalMeetingId,
        payload: { regionalMeetingId },
      })
    } else if (before.planVersion < plan.planVersion) {
      await saveRegional(tx, await areaCipher(tx, parts.keys, areaId), areaId, plan, words)
      const regional = { ...plan, panelMeetingId: before.panelMeetingId }
      if (plan.cancelledAt === null)
        await moveOwnMeeting(tx, { actor: self, parts }, { areaId, regional }, words)
      else await callOffOwnMeeting(tx, { actor: self, parts }, { areaId, regional })
      await parts.audit.record(tx, self, areaId, {
        action: 'regional-meeting.planned-anew',
        object: { kind: 'regional-meeting', id: regionalMeetingId },
      })
    }
    return wordOf(tx, of)
  })
}

/** An area hears what the others said and whom they send. An older word never takes the place of a newer one. */
function hearWords(
  parts: Parts,
  areaId: AreaId,
  { regionalMeetingId }: Carrying,
  words: readonly Word[],
): Promise<void> {
  const [of, self] = [{ areaId, regionalMeetingId }, itself(areaId)]
  return parts.database.transaction(self, async (tx) => {
    const { panelMeetingId } = await findRegional(tx, of, { lock: true })
    const known = await answersIn(tx, of)
    let heard = false
    for (const { guests, ...said } of words) {
      const before = known.get(said.ofAreaId)
      if (said.ofAreaId === areaId || (before !== undefined && said.wordVersion <= before.wordVersion))
        continue
      heard = true
      await saveAnswer(tx, of, said)
      await saveGuests(tx, of, said.ofAreaId, guests)
      await parts.audit.record(tx, self, areaId, {
        action: 'regional-meeting.heard',
        object: { kind: 'regional-meeting', id: regionalMeetingId },
      })
    }
    if (heard) await tellSeats(tx, { actor: self, parts }, areaId, panelMeetingId)
  })
}

/**
 * Brings the areas of a regional meeting to know the same of it: each is looked at and written to in a transaction of its
 * own, behind its own wall. Wherever it is cut off it is taken up again from what the rows say, and twice is once.
 */
export async function carryRegional(parts: Parts, payload: unknown): Promise<void> {
  const carrying = Carrying.parse(payload)
  const plan = await planned(parts, carrying)
  const said = [plan.own]
  for (const areaId of plan.asked) said.push(await bringPlan(parts, areaId, plan))
  const taking = said.filter(({ answer }) => answer === 'accepted').map(({ ofAreaId }) => ofAreaId)
  for (const areaId of new Set([carrying.hostAreaId, ...taking])) {
    await hearWords(parts, areaId, carrying, said)
  }
}
