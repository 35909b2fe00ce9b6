import { randomBytes, randomUUID } from 'node:crypto'
import {
  AreaId,
  CodingSampleId,
  type PlainDate as Day,
  PanelMeetingId,
  PlainDate,
  Refusal,
  SecondCodingId,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { type CodedCase, chooseForDoubleCoding } from '@cdop/statistics'
import { z } from 'zod'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addSample, agreedCases, assignCase } from './coding-sample-store.ts'

/** More than an area agrees in three years. */
const MOST_CASES = 500

const DrawSample = z.strictObject({
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  /** Cases agreed before are not drawn. */
  agreedFrom: PlainDate,
  /** Of the cases that can be drawn, from 1 to 100. */
  percent: z.int().min(1).max(100),
  fewest: z.int().min(0).max(200),
  /** Of each kind of panel. */
  fewestOfKind: z.int().min(0).max(50),
  key: AttemptKey,
})

const Drawn = z.strictObject({ sampleId: CodingSampleId, drawn: z.int().positive() })

const notAfter = (day: Day, today: Day) => {
  if (day > today) throw new Refusal('date-in-future', ['agreedFrom'])
}

/**
 * Draws agreed cases for a meeting to code a second time, by chance alone and in proportion to the kinds of panel that agreed
 * them: never by what was said of them. The rule and the seed are kept, so that the drawing can be repeated; nobody is shown the
 * seed. A case is drawn once, and never for a meeting at which somebody was who decided it.
 * @throws Refusal `date-in-future`, `not-found`, `nothing-to-code-again`
 */
export const drawSample = requires('double-coding:arrange')
  .input(DrawSample)
  .output(Drawn)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, panelMeetingId, agreedFrom } = input
    const drawnBy = writerOf(actor)
    notAfter(agreedFrom, parts.clock.today())
    const rule = {
      share: input.percent / 100,
      fewest: input.fewest,
      fewestInStratum: input.fewestOfKind,
    }
    const listed = await parts.database.transaction(actor, (tx) =>
      agreedCases(tx, areaId, agreedFrom, MOST_CASES),
    )
    const candidates = await caseReviewFor({ actor, assertion, parts }).secondCoding.candidates.query({
      areaId,
      panelMeetingId,
      agreed: listed.map((one) => ({ caseId: one.caseId, panelMeetingId: one.panelMeetingId })),
    })
    const known = new Map(candidates.map((one) => [one.caseId, one]))
    const change = { procedure: 'doubleCoding.draw', areaId, input, outcome: Drawn }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const agreed = await agreedCases(tx, areaId, agreedFrom, MOST_CASES)
      const coded = agreed.flatMap(({ caseId, panelMeetingId: first, secondMeetingId }): CodedCase[] => {
        const candidate = known.get(caseId)
        if (candidate === undefined) return []
        const codedBy = secondMeetingId === null ? [first] : [first, secondMeetingId]
        const mayNotCode = candidate.mayBeCoded ? [] : [panelMeetingId]
        return [{ caseId, stratum: candidate.kind, codedBy, mayNotCode }]
      })
      const seed = randomBytes(16).toString('hex')
      const { assigned } = chooseForDoubleCoding(coded, [panelMeetingId], rule, seed)
      if (assigned.length === 0) throw new Refusal('nothing-to-code-again')
      const sampleId = CodingSampleId.parse(randomUUID())
      await addSample(tx, areaId, {
        sampleId,
        panelMeetingId,
        agreedFrom,
        ...rule,
        seed,
        possible: coded.length,
        drawn: assigned.length,
        drawnBy,
        drawnAt: parts.clock.now(),
      })
      const drawn = []
      for (const { caseId: chosen, stratum } of assigned) {
        const found = agreed.find(({ caseId }) => caseId === chosen)
        const candidate = found && known.get(found.caseId)
        if (found === undefined || candidate === undefined) continue
        const isNew = await assignCase(tx, areaId, {
          codingId: SecondCodingId.parse(randomUUID()),
          sampleId,
          caseId: found.caseId,
          revision: found.revision,
          reference: candidate.reference,
          stratum,
          panelMeetingId,
          firstMeetingId: found.panelMeetingId,
          firstDecidedBy: candidate.decidedBy,
        })
        // Somebody else drew it at this very moment: both drawings roll back to one.
        if (!isNew) throw new Refusal('stale')
        drawn.push(found.caseId)
      }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...drawn.map((id) => ({ action: 'double-coding.draw', object: { kind: 'case', id } })),
      )
      return { sampleId, drawn: drawn.length }
    })
  })
