import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { requireDraftHolder } from './draft-access.ts'
import { presentForm, sealDraft } from './draft-answers.ts'
import { findDraft, saveDraftAnswers } from './draft-store.ts'

const Saving = z.strictObject({
  key: AttemptKey,
  formVersion: z.string().max(40),
  version: z.int().positive(),
  /** The page whose answers are new. */
  page: z.string().max(80),
  answers: z.record(z.string().max(80), z.unknown()),
})
const Saved = z.strictObject({ version: z.int().positive() })

/**
 * Keeps what was answered so far. Each answer is held to the form; any may still be missing.
 * @throws Refusal `stale` when it was saved in between, `notification-sent`, `invalid-answers`, `not-found`
 */
export const saveDraft = requires('notification-draft:write')
  .input(Saving)
  .output(Saved)
  .mutation(({ ctx, input }) => {
    const holder = requireDraftHolder(ctx.actor)
    const { keys, clock, audit } = ctx.parts
    const { areaId, subject: draftId } = holder
    const form = presentForm(clock.today())
    if (form.version !== input.formVersion) throw new Refusal('stale')
    // It stands in clear: nothing but the name of a page.
    if (!form.pages.some(({ linkId }) => linkId === input.page))
      throw new Refusal('invalid-answers', ['page'])
    const read = form.draftSchema.safeParse(input.answers)
    if (!read.success) {
      throw new Refusal('invalid-answers', [
        ...new Set(read.error.issues.map((issue) => issue.path.join('.'))),
      ])
    }
    const change = { procedure: 'notification-draft.save', areaId, input, outcome: Saved }
    return changeOnce(ctx, change, async (tx) => {
      const at = clock.now()
      const draft = await findDraft(tx, { areaId, draftId }, at, { lock: true })
      if (draft.notificationId !== null) throw new Refusal('notification-sent')
      if (draft.version !== input.version) throw new Refusal('stale')
      const version = draft.version + 1
      const owner = { areaId, draftId, wrapped: draft.wrapped }
      const answers = sealDraft(keys, owner, { form, answers: read.data }, at)
      await saveDraftAnswers(
        tx,
        { areaId, draftId },
        { formVersion: form.version, answers, page: input.page, version },
      )
      await audit.record(tx, holder, areaId, {
        action: 'notification-draft.save',
        object: { kind: 'notification-draft', id: draftId },
      })
      return { version }
    })
  })
