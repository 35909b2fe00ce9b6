import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, CaseReference, mayDo, PanelMeetingId, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import { listedPack } from '../reading/listed-pack.ts'
import { requires } from '../rpc.ts'
import { addComment, CommentText, commentsOn, PanelComment } from './comment-store.ts'
import { namesTheChild } from './names-the-child.ts'

const Place = z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId })

/**
 * A member writes to the chair about a case they read. It counts for no quorum. One that says who the child was is held back
 * from the chair; whoever wrote it is answered the same, for they may not know who the child was.
 */
export const sendComment = requires('pack:read')
  .input(Place.extend({ text: CommentText, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, text } = input
    requireArea(actor, areaId)
    await parts.database.transaction(actor, (tx) => listedPack(tx, parts, person, input))
    const heldBack = await namesTheChild(parts, person, { areaId, caseId, text })
    const change = { areaId, procedure: 'panel-comment.send', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      await listedPack(tx, parts, person, input)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const sent = { personId: person.personId, text, heldBack, sentAt: parts.clock.now() }
      await addComment(tx, cipher, input, { panelCommentId: randomUUID(), ...sent })
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-comment.send',
        object: { kind: 'case', id: caseId },
      })
      return null
    })
  })

/**
 * Comments on a case for a meeting: to a member their own; to the chair everybody's but what is held back, and how much that
 * is; to whoever may know who the child was what is held back.
 */
export const readComments = requires('panel-meeting:read')
  .input(Place)
  .output(
    z.strictObject({
      reference: CaseReference,
      comments: z.array(PanelComment.omit({ heldBack: true })),
      /** How many the chair is not shown. */
      heldBack: z.int().nonnegative(),
    }),
  )
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      const listing = await findListing(tx, areaId, caseId)
      if (listing?.panelMeetingId !== panelMeetingId) throw new Refusal('not-found')
      const chairs =
        mayDo(actor, 'analysis:agree') && seen.classes.includes('pack') && seen.classes.includes('analysis')
      const knows = seen.classes.includes('identity')
      if (!knows) requireClass(seen, 'pack')
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const all = await commentsOn(tx, cipher, input)
      const shown = all.filter(
        ({ personId, heldBack }) =>
          personId === person.personId || (heldBack && knows) || (!heldBack && chairs),
      )
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-comment.read',
        object: { kind: 'case', id: caseId },
      })
      return {
        reference: seen.found.reference,
        comments: shown.map(({ heldBack: _held, ...comment }) => comment),
        heldBack: chairs ? all.filter((one) => !shown.includes(one)).length : 0,
      }
    })
  })
