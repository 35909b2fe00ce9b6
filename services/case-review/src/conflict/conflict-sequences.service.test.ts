import { randomUUID } from 'node:crypto'
import {
  type CaseId,
  ConflictOutcome,
  conflictAllows,
  MergeId,
  outcomeRefused,
  type Person,
  strictestOutcome,
} from '@cdop/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

/** `pnpm assure` in this room sets 1,000. */
const SEQUENCES = Number(process.env['CONFLICT_SEQUENCES'] ?? 5)

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

/** Somebody of the panel says something of themselves, or another of them; whoever and whichever case it is, by number. */
type Saying =
  | { does: 'declare'; who: number; of: number; outcome: ConflictOutcome }
  | { does: 'record'; by: number; who: number; of: number; outcome: ConflictOutcome; reason: boolean }
type Act = Saying | { does: 'merge' } | { does: 'undo' }

const which = fc.nat(1)
const outcome = fc.constantFrom(...ConflictOutcome.options)
const acts = fc.array<Act>(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('declare' as const), who: fc.nat(2), of: which, outcome }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('record' as const),
        by: fc.nat(3),
        who: fc.nat(2),
        of: which,
        outcome,
        reason: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'merge' as const }) },
    { weight: 1, arbitrary: fc.constant({ does: 'undo' as const }) },
  ),
  { minLength: 2, maxLength: 7 },
)

test('in whatever order interests are declared, recorded, lifted, merged and put back, whoever withdrew gets no row, count or pack', async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  const area = newArea()
  const arranging = personIn(area, 'coordinator')
  const first = (await givenCase(given, area)).caseId
  const second = (await givenCase(given, area)).caseId
  const cases = [first, second]
  const { panelMeetingId } = await givenListing(given, arranging, first)
  const office = await given.as(arranging)
  const today = given.clock.today()
  await office.reviewMeeting.recordNotHeld({
    areaId: area,
    caseId: second,
    reason: 'died-abroad',
    decidedOn: today,
    key: newKey(),
  })
  // An agenda stands in the order its cases were listed in.
  given.clock.set('2026-03-02T10:05:00.000Z')
  const listing = { areaId: area, caseId: second, panelMeetingId, summary: 'A child died.', goingOn }
  await office.case.listForPanel({ ...listing, key: newKey() })

  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const people = [
        personIn(area, 'panel-member'),
        personIn(area, 'chair'),
        personIn(area, 'coordinator', 'panel-member'),
      ]
      const everybody = [...people, arranging]
      const present = people.map(({ personId }) => ({
        personId,
        agency: 'health' as const,
        attendedAs: 'primary' as const,
      }))
      await office.panelMeeting.recordAttendance({
        areaId: area,
        panelMeetingId,
        present,
        panel: people.map(() => 'health' as const),
        key: newKey(),
      })
      const said = new Map<string, ConflictOutcome>()
      let merged = false
      const records = (caseId: CaseId) => (merged ? cases : [caseId])
      const held = (who: Person, caseId: CaseId) =>
        strictestOutcome(
          records(caseId).flatMap((one) => {
            const outcome = said.get(`${one} ${who.personId}`)
            return outcome === undefined ? [] : [outcome]
          }),
        )
      const there = () => (merged ? [first] : [first, second])
      const seenBy = (who: Person) => there().filter((one) => held(who, one) !== 'withdrawn')

      /** What the rules say comes of it: the refusal, or null. */
      function expected(act: Saying, by: Person, who: Person, caseId: CaseId) {
        if (!seenBy(by).includes(caseId)) return 'not-found'
        const because = act.does === 'record' && act.reason ? 'declared-by-mistake' : null
        const sayer = by.personId === who.personId ? 'self' : 'another'
        const refused = outcomeRefused(held(who, caseId), act.outcome, { by: sayer, because })
        if (refused === 'not-yours-to-lift') return 'conflict-not-yours-to-lift'
        return refused === null ? null : 'conflict-lifted-without-reason'
      }

      /** Has the second case be merged into the first, or stand by itself. */
      async function settle(becomes: boolean) {
        if (merged === becomes) return
        const told = { caseId: second, mergeId: MergeId.parse(randomUUID()) }
        await given.hear('intake', area, {
          subject: second,
          ...(becomes
            ? { type: 'case.merged.v1', payload: { ...told, intoCaseId: first } }
            : { type: 'case.merge-undone.v1', payload: told }),
        })
        merged = becomes
      }

      async function take(act: Act) {
        if (act.does === 'merge' || act.does === 'undo') {
          await settle(act.does === 'merge')
          return
        }
        const caseId = act.of === 0 ? first : second
        const who = people[act.who]
        const by = act.does === 'record' ? everybody[act.by] : who
        // Whoever only reads records nothing of anybody.
        if (who === undefined || by === undefined || (act.does === 'record' && act.by === 0)) return
        const refusal = expected(act, by, who, caseId)
        const call = await given.as(by)
        const ask = { areaId: area, caseId, outcome: act.outcome, key: newKey() }
        const answer =
          act.does === 'declare'
            ? call.conflict.declare(ask)
            : call.conflict.record({
                ...ask,
                personId: who.personId,
                because: act.reason ? 'declared-by-mistake' : null,
                instead: held(who, caseId),
              })
        if (refusal !== null) {
          await expect(answer).rejects.toMatchObject({ message: refusal })
          return
        }
        await answer
        if (held(who, caseId) === act.outcome) return
        for (const one of records(caseId)) said.set(`${one} ${who.personId}`, act.outcome)
      }

      async function look(who: Person) {
        const seen = seenBy(who)
        const call = await given.as(who)
        const { agenda } = await call.panelMeeting.read({ areaId: area, panelMeetingId })
        expect(agenda.map(({ caseId }) => caseId)).toEqual(seen)
        const { rows } = await call.panelMeeting.list({ areaId: area })
        expect(rows.map((row) => row.cases)).toEqual([seen.length])
        for (const caseId of cases) {
          const opened = call.pack.open({ areaId: area, caseId })
          if (seen.includes(caseId)) expect((await opened).pack.summary).toBeTruthy()
          else await expect(opened).rejects.toMatchObject({ message: 'not-found' })
        }
        if (!who.roles.includes('coordinator')) return
        const worklist = await call.case.list({ areaId: area, view: 'listed', page: 1 })
        expect(new Set(worklist.rows.map((row) => row.caseId))).toEqual(new Set(seen))
        expect(worklist.counts.all).toBe(seen.length)
      }

      for (const act of sequence) {
        await take(act)
        await Promise.all(people.map(look))
        const { agenda } = await office.panelMeeting.read({ areaId: area, panelMeetingId })
        expect(agenda.map(({ caseId, quorum }) => [caseId, quorum.counted])).toEqual(
          there().map((one) => [one, people.filter((who) => conflictAllows(held(who, one)).counts).length]),
        )
      }
      await settle(false)
    }),
    { numRuns: SEQUENCES },
  )
}, 3_600_000)
