import { FINDING_KINDS, FINDING_REASONS } from '@cdop/de-identification'
import {
  AreaId,
  CaseId,
  CaseReference,
  Instant,
  PackId,
  PackState,
  PersonId,
  Refusal,
  requireArea,
  takesPackDecisions,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { casesRead } from './agenda.ts'
import { decisionsOf } from './decision-store.ts'
import { rowOf, standingOf } from './freshness.ts'
import { sourceKey } from './narratives.ts'
import { packCasesOf } from './pack-case-store.ts'
import { findPack } from './pack-store.ts'
import { CountedKind, NarrativeSource } from './screened.ts'

/** Letters shown on either side of a doubtful item. */
const CONTEXT = 160

/** A doubtful piece of a text in its context: identifying. */
const Doubtful = z.strictObject({
  /** Which text, by its place in the report, and where in it. */
  narrative: z.int(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(FINDING_KINDS),
  reason: z.enum(FINDING_REASONS),
  own: z.boolean(),
  before: z.string(),
  found: z.string(),
  after: z.string(),
  decision: z.strictObject({ hide: z.boolean(), decidedBy: PersonId, decidedAt: Instant }).nullable(),
})

const LeakReport = z.strictObject({
  state: PackState,
  version: z.int(),
  reference: CaseReference,
  standing: z.enum(['same', 'changed', 'missing']),
  takesDecisions: z.boolean(),
  counts: z.array(CountedKind),
  narratives: z.array(z.strictObject({ source: NarrativeSource, label: z.string(), mark: z.string() })),
  items: z.array(Doubtful),
})

/**
 * What was taken out of the texts of a case in a version of a pack, by counts, and each doubtful piece in its context for a
 * person to decide on. Of a text that changed since, nothing is shown: the version is to be built again.
 * @throws Refusal `not-found` also for a case that is not of that meeting any more, and for whoever declared a conflict
 */
export const readLeaks = requires('pack:build')
  .input(z.strictObject({ areaId: AreaId, packId: PackId, caseId: CaseId }))
  .output(LeakReport)
  .query(({ ctx: { actor, parts }, input: { areaId, packId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'identity')
      const pack = await findPack(tx, areaId, packId)
      if (pack === null) throw new Refusal('not-found')
      const item = (await casesRead(tx, areaId, pack.panelMeetingId)).find((one) => one.caseId === caseId)
      const row = rowOf(await packCasesOf(tx, areaId, packId), caseId)
      if (item === undefined || row === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.read-leaks',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity', 'agency-return', 'family'],
      })
      const { screened, narratives, standing } = await standingOf(tx, parts, areaId, pack, {
        item,
        row,
        known: null,
      })
      const texts = new Map(narratives.map((one) => [`${sourceKey(one.source)} ${one.mark}`, one.text]))
      const decided = await decisionsOf(tx, areaId, caseId)
      const items = screened.flatMap((narrative, at) => {
        const text = texts.get(`${sourceKey(narrative.source)} ${narrative.mark}`)
        if (text === undefined) return []
        return narrative.findings
          .filter(({ certainty }) => certainty === 'doubtful')
          .map((finding) => {
            const { start, end, kind, reason, own } = finding
            const row = decided(narrative, finding)
            return {
              narrative: at,
              start,
              end,
              kind,
              reason,
              own,
              before: text.slice(Math.max(0, start - CONTEXT), start),
              found: text.slice(start, end),
              after: text.slice(end, end + CONTEXT),
              decision: row && { hide: row.hide, decidedBy: row.decidedBy, decidedAt: row.decidedAt },
            }
          })
      })
      return {
        state: pack.state,
        version: pack.version,
        reference: item.reference,
        standing,
        takesDecisions: takesPackDecisions(pack.state) && standing === 'same',
        counts: row.counts ?? [],
        narratives: screened.map(({ source, label, mark }) => ({ source, label, mark })),
        items,
      }
    })
  })
