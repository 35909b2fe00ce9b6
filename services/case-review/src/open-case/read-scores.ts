import {
  FactorDomain,
  fromLegacyDomain,
  fromLegacyScore,
  LegacyScore,
  type OpenCaseScore,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { ServiceUnavailable } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { AtItem, seeItem } from '../family-item/listed-item.ts'
import { knownAlone, screenedAlone } from '../family-item/screened-alone.ts'
import { knownOf } from '../pack/screen-pack.ts'
import { requires } from '../rpc.ts'
import { keptScoresOf } from './kept-scores-store.ts'

const Score = z.strictObject({
  score: LegacyScore,
  /** What the score is today. */
  relevance: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** The domain of today, where both were cut alike. */
  today: FactorDomain.nullable(),
  /** The domain as it was written. Null, like the two below, where what the case is known by cannot be asked for. */
  domain: z.string().nullable(),
  factor: z.string().nullable(),
  words: z.string().nullable(),
  scoredOn: PlainDate.nullable(),
})

/** The words of a line, each of which may name somebody. */
const textsOf = ({ domain, factor, words }: OpenCaseScore): string[] => [domain, factor ?? '', words ?? '']

/** The form is drawn up also while what the case is known by cannot be asked for: then without the words. */
function withoutWords(thrown: unknown): null {
  if (thrown instanceof ServiceUnavailable) return null
  throw thrown
}

/**
 * What an analysis on the older form said of a case that was open elsewhere, for whoever draws up the panel's own: each score
 * as it was, its relevance today beside it, and every word de-identified by the screening alone. Audited first.
 * @throws Refusal `not-found`, `statement-not-signed`, `pack-not-open` also once it has expired
 */
export const readScores = requires('analysis:read')
  .input(AtItem)
  .output(z.strictObject({ scores: z.array(Score) }))
  .query(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId } = input
    requireArea(actor, areaId)
    const { found, kept } = await parts.database.transaction(actor, async (tx) => {
      // What was written elsewhere goes with the pack, as what agencies answered does.
      const { found } = await seeItem(tx, parts, person, input, { reads: 'pack' })
      const kept: OpenCaseScore[] = []
      for (const record of found.caseIds) {
        const cipher = await caseCipher(tx, parts.keys, areaId, record)
        kept.push(...(await keptScoresOf(tx, cipher, areaId, record)))
      }
      if (kept.length > 0) {
        await parts.audit.record(tx, actor, areaId, {
          action: 'kept-scores.read',
          object: { kind: 'case', id: caseId },
          fieldClasses: ['analysis'],
        })
      }
      return { found, kept }
    })
    if (kept.length === 0) return { scores: [] }
    const onBehalf = { areaId, onBehalfOf: person.personId, requestId: actor.requestId }
    const known = await knownAlone(parts, onBehalf, caseId).catch(withoutWords)
    const texts = await parts.database.transaction(actor, async (tx) => {
      if (known === null) return null
      const { identifiers } = await knownOf(tx, parts, areaId, found, known)
      return screenedAlone(tx, parts.keys, input, identifiers, kept.flatMap(textsOf))
    })
    return {
      scores: kept.map(({ domain, score, scoredOn }, at) => {
        const [written = null, factor = null, words = null] = texts?.slice(at * 3, at * 3 + 3) ?? []
        const { relevance } = fromLegacyScore(score)
        const today = fromLegacyDomain(domain)
        return {
          score,
          relevance,
          today,
          domain: written,
          factor: factor || null,
          words: words || null,
          scoredOn,
        }
      }),
    }
  })
