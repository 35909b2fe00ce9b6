import { AreaId, CaseId, CaseReference, PanelMeetingId, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { casesRead } from './agenda.ts'
import { alikeOf } from './alike.ts'
import { rowOf, standingOf } from './freshness.ts'
import { PackCaseOutcome, packCasesOf } from './pack-case-store.ts'
import { keptPackRules, ruleFor } from './pack-rule-store.ts'
import { PackRow, packsOf } from './pack-store.ts'
import { CountedKind } from './screened.ts'

const Case = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  /** Null while it has not had its turn. */
  outcome: PackCaseOutcome.nullable(),
  /** Whether it is in the newest version as it is now; `missing` once it was listed since. */
  standing: z.enum(['same', 'changed', 'missing']),
  counts: z.array(CountedKind),
  doubtful: z.int(),
  open: z.int(),
  /** How many deaths of the area share age band, sex and month with it, itself counted. */
  alike: z.int(),
})

/**
 * The versions of a meeting's pack, how far the newest has come, and how each case of the meeting stands to it. A case in
 * which the person declared a conflict is not there, and counts nowhere.
 * @throws Refusal `not-found`
 */
export const readPacks = requires('pack:build')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      heldOn: PlainDate,
      releaseBy: PlainDate,
      late: z.boolean(),
      versions: z.array(PackRow),
      cases: z.array(Case),
      /** Cases of the newest version that have had their turn, of how many. */
      turns: z.strictObject({ done: z.int(), of: z.int() }),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Refusal('not-found')
      const versions = await packsOf(tx, areaId, panelMeetingId)
      const [newest] = versions
      const seen = (await casesRead(tx, areaId, panelMeetingId)).filter(
        ({ conflicted }) => !conflicted.includes(personId),
      )
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'pack.read', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...seen.map(({ caseId: id }) => ({ action: 'pack.read', object: { kind: 'case', id } })),
      )
      const rows = newest === undefined ? [] : await packCasesOf(tx, areaId, newest.packId)
      const mine = rows.filter(({ caseId }) => seen.some((one) => one.caseId === caseId))
      const cases: z.infer<typeof Case>[] = []
      for (const item of seen) {
        const { caseId, reference } = item
        const row = rowOf(rows, caseId)
        const stands =
          newest === undefined
            ? null
            : await standingOf(tx, parts, areaId, newest, { item, row, known: null })
        cases.push({
          caseId,
          reference,
          outcome: row?.outcome ?? null,
          standing: stands?.standing ?? 'missing',
          counts: row?.counts ?? [],
          doubtful: row?.doubtful ?? 0,
          open: row?.open ?? 0,
          alike: await alikeOf(tx, areaId, caseId),
        })
      }
      const { releaseBy, late } = ruleFor(
        await keptPackRules(tx, areaId),
        meeting.heldOn,
        parts.clock.today(),
      )
      const done = mine.filter(({ outcome }) => outcome !== null).length
      return { heldOn: meeting.heldOn, releaseBy, late, versions, cases, turns: { done, of: mine.length } }
    })
  })
