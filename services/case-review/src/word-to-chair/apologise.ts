import { AreaId, CaseId, mayDo, PanelMeetingId, PersonId, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { openedMeeting } from '../regional-meeting/opened-meeting.ts'
import { requires } from '../rpc.ts'
import { addApology, apologiesFor, apologyOf } from './apology-store.ts'
import { casesWithHeldBack } from './comment-store.ts'

/**
 * What was said of not coming to a meeting: the asking person's own apology; for the chair and for whoever arranges
 * meetings everybody's, and for the latter in which cases a comment is held back.
 */
export const readApologies = requires('panel-meeting:read')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      own: z.strictObject({ entry: z.int().min(0), apologises: z.boolean() }),
      /** Null for whoever only reads. */
      all: z.array(PersonId).nullable(),
      heldBack: z.array(CaseId),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      const { seat } = await openedMeeting(tx, person, { areaId, panelMeetingId, today })
      await requireStatement(tx, person, areaId, today)
      const arranges = mayDo(actor, 'panel-meeting:arrange')
      const toldAll = arranges || (mayDo(actor, 'analysis:agree') && seat !== 'member')
      if (toldAll) {
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-apology.read',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
      }
      const held = arranges ? await casesWithHeldBack(tx, areaId, panelMeetingId) : []
      const seen = await accessTo(tx, person, areaId, held, today)
      return {
        own: await apologyOf(tx, areaId, panelMeetingId, person.personId),
        all: toldAll ? await apologiesFor(tx, areaId, panelMeetingId) : null,
        heldBack: seen.filter(({ classes }) => classes.includes('identity')).map(({ line }) => line.caseId),
      }
    })
  })

/**
 * A member says that they cannot come to a meeting, or that they can after all. `entry` is the newest they saw, 0 for none.
 * @throws Refusal `stale` when they said something in another window meanwhile, `not-found`
 */
export const sendApology = requires('pack:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      apologises: z.boolean(),
      entry: z.int().min(0),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, apologises } = input
    const change = { areaId, procedure: 'panel-apology.send', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      await openedMeeting(tx, person, { areaId, panelMeetingId, today: parts.clock.today() })
      const before = await apologyOf(tx, areaId, panelMeetingId, person.personId)
      if (before.entry !== input.entry || before.apologises === apologises) throw new Refusal('stale')
      const said = { personId: person.personId, apologises, entry: before.entry + 1, at: parts.clock.now() }
      if (!(await addApology(tx, areaId, panelMeetingId, said))) throw new Refusal('stale')
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-apology.send',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      return null
    })
  })
