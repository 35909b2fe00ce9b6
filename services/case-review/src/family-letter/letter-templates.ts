import {
  AreaId,
  LetterLanguage,
  LetterStage,
  PlainDate,
  Refusal,
  requireArea,
  unknownPlaceholders,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addTemplate, LetterTemplate, templatesOf, Wording } from './template-store.ts'

/** The most versions of all templates together an area keeps. */
const MOST_VERSIONS = 1_000

/** What an area writes to parents at each stage, every version; none where the product's own wording holds. */
export const listTemplates = requires('letter-template:write')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ templates: z.array(LetterTemplate).max(MOST_VERSIONS) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({
      templates: await templatesOf(tx, parts.keys, areaId),
    }))
  })

const Outcome = z.strictObject({ version: z.int() })

/**
 * Changes what an area writes at a stage in a language, for letters drafted from a day on: today or to come. Letters that
 * are drafted stay as they are. `version` is the one the change was made from.
 * @throws Refusal `unknown-placeholder`, `stale`, `dates-out-of-order` for a day that has passed, `too-large` for an area
 * with more versions than it can keep
 */
export const saveTemplate = requires('letter-template:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      stage: LetterStage,
      language: LetterLanguage,
      version: z.int().min(0),
      validFrom: PlainDate,
      wording: Wording,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, stage, language, validFrom, wording } = input
    const change = { procedure: 'letter.save-template', areaId, input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (unknownPlaceholders(wording).length > 0) throw new Refusal('unknown-placeholder', ['wording'])
      if (validFrom < parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
      if ((await templatesOf(tx, parts.keys, areaId)).length >= MOST_VERSIONS) throw new Refusal('too-large')
      const version = input.version + 1
      const changed = { changedBy: person.personId, changedAt: parts.clock.now() }
      await addTemplate(tx, parts.keys, areaId, { stage, language, version, validFrom, wording, ...changed })
      await parts.audit.record(tx, actor, areaId, {
        action: 'letter.save-template',
        object: { kind: 'area', id: areaId },
      })
      return { version }
    })
  })
