import { AreaId, MOST_GUESTS_SENT, maySend, Refusal, RegionalMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { answersIn, saveAnswer } from './answer-store.ts'
import { wakeRegional } from './carry-regional.ts'
import { Guest, saveGuests } from './guest-store.ts'
import { findRegional } from './regional-store.ts'

const Named = z
  .array(Guest)
  .max(MOST_GUESTS_SENT)
  .refine((guests) => new Set(guests.map(({ personId }) => personId)).size === guests.length, {
    message: 'names a person twice',
  })

/**
 * An area that takes part says who of its panel goes to the panels of the others, instead of whom it named before: whoever
 * is left out has no seat there any more. Only the host names chairs. Whether they are of its panel the portal knows, and
 * asks at each of their requests.
 * @throws Refusal `stale` when somebody named others meanwhile; `regional-meeting-answered` while the area does not take
 * part, or it was called off; `forbidden` for a chair the area may not send; `not-found`
 */
export const nameGuests = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      regionalMeetingId: RegionalMeetingId,
      /** Of the area's own word, as the person saw it. */
      wordVersion: z.int().positive(),
      guests: Named,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, regionalMeetingId, guests } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'regional-meeting.name-guests', input, outcome: z.null() },
      async (tx) => {
        const { hostAreaId, cancelledAt } = await findRegional(tx, input, { lock: true })
        const own = (await answersIn(tx, input)).get(areaId)
        if (own?.answer !== 'accepted' || cancelledAt !== null) {
          throw new Refusal('regional-meeting-answered')
        }
        if (own.wordVersion !== input.wordVersion) throw new Refusal('stale')
        if (!guests.every(({ seat }) => maySend(hostAreaId, areaId, seat))) throw new Refusal('forbidden')
        await saveGuests(tx, input, areaId, guests)
        await saveAnswer(tx, input, { ...own, wordVersion: own.wordVersion + 1 })
        await wakeRegional(tx, { regionalMeetingId, hostAreaId })
        await parts.audit.record(
          tx,
          actor,
          areaId,
          {
            action: 'regional-meeting.name-guests',
            object: { kind: 'regional-meeting', id: regionalMeetingId },
          },
          ...guests.map(({ personId }) => ({
            action: 'regional-meeting.name-guest',
            object: { kind: 'person', id: personId },
          })),
        )
        return null
      },
    )
  })
