import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type CaseId,
  ConflictOutcome,
  conflictAllows,
  MergeId,
  outcomeRefused,
  type PackId,
  type PanelMeetingId,
  type Person,
  type PersonId,
  strictestOutcome,
} from '@cdop/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  givenReleasedPack,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

/** `pnpm assure` in this room sets 1,000. */
const SEQUENCES = Number(process.env['CONFLICT_SEQUENCES'] ?? 5)
/** Sequences that go on side by side at one meeting, each on two cases of its own: what is looked at there is looked at once. */
const AT_ONCE = Math.min(SEQUENCES, 20)

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

/** Somebody of the panel says something of themselves, or another of them; whoever and whichever case it is, by number. */
type Saying =
  | { does: 'declare'; who: number; of: number; outcome: ConflictOutcome }
  | { does: 'record'; by: number; who: number; of: number; outcome: ConflictOutcome; reason: boolean }
/** Somebody opens the live panel on a case and stays, or reads its pack and marks it as read. */
type Looking = { does: 'follow'; who: number; of: number } | { does: 'read'; who: number; of: number }
/** `fall` is an error of the sequence itself, which no random one has. */
type Act = Saying | Looking | { does: 'merge' } | { does: 'undo' } | { does: 'fall' }

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
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constantFrom('follow' as const, 'read'), who: fc.nat(2), of: which }),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'merge' as const }) },
    { weight: 1, arbitrary: fc.constant({ does: 'undo' as const }) },
  ),
  { minLength: 2, maxLength: 7 },
)

/** The sequences of one meeting, and after which of their steps its pack is taken back and after which it is released anew. */
const days = fc.record({
  sequences: fc.array(acts, { minLength: AT_ONCE, maxLength: AT_ONCE }),
  packGoesAfter: fc.nat(12),
  packComesAfter: fc.nat(12),
})

/** Two cases that may turn out to be of one child. */
class Pair {
  merged = false
  readonly said = new Map<string, ConflictOutcome>()
  /** The live panels somebody opened and was not sent away from since. */
  readonly streams = new Map<string, { who: Person; caseId: CaseId }>()
  readonly first: CaseId
  readonly second: CaseId
  constructor(first: CaseId, second: CaseId) {
    this.first = first
    this.second = second
  }
  readonly both = () => [this.first, this.second]
  readonly there = () => (this.merged ? [this.first] : this.both())
  readonly records = (caseId: CaseId) => (this.merged ? this.both() : [caseId])

  /** What was said last of somebody's interest in a case, of every record of the child the strictest. */
  held(who: PersonId, caseId: CaseId) {
    const said = this.records(caseId).map((one) => this.said.get(`${one} ${who}`))
    return strictestOutcome(said.filter((one) => one !== undefined))
  }
  sees = (who: Person, caseId: CaseId) =>
    this.there().includes(caseId) && this.held(who.personId, caseId) !== 'withdrawn'

  /** What the rules say comes of it: the refusal, or null. */
  expected(act: Saying, by: Person, who: Person, caseId: CaseId) {
    if (!this.sees(by, caseId)) return 'not-found'
    const because = act.does === 'record' && act.reason ? 'declared-by-mistake' : null
    const sayer = by.personId === who.personId ? 'self' : 'another'
    const refused = outcomeRefused(this.held(who.personId, caseId), act.outcome, { by: sayer, because })
    if (refused === 'not-yours-to-lift') return 'conflict-not-yours-to-lift'
    return refused === null ? null : 'conflict-lifted-without-reason'
  }
}

/** By pack, by the live panel's page, by a stream of it that is open, by one's own note. */
type Way = 'pack' | 'mark' | 'seat' | 'stream' | 'note'

type World = {
  area: AreaId
  arranging: Person
  panelMeetingId: PanelMeetingId
  packId: PackId
  pairs: Pair[]
}

/** One meeting with two cases for each sequence, made once: what is undone after each day is a merge, and everybody is new. */
async function givenWorld(): Promise<World> {
  given.clock.set('2026-03-02T10:00:00.000Z')
  const area = newArea()
  const arranging = personIn(area, 'coordinator')
  const office = await given.as(arranging)
  const decidedOn = given.clock.today()
  const place = await givenReading(given, arranging, (await givenCase(given, area)).caseId)
  const { panelMeetingId } = place
  async function listed(): Promise<CaseId> {
    const { caseId } = await givenCase(given, area)
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn }
    await office.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const listing = { areaId: area, caseId, panelMeetingId, summary: 'A child died.', goingOn }
    await office.case.listForPanel({ ...listing, key: newKey() })
    return caseId
  }
  const pairs: Pair[] = []
  for (let n = 0; n < AT_ONCE; n += 1) pairs.push(new Pair(await listed(), await listed()))
  const packId = await givenReleasedPack(given, area, panelMeetingId)
  return { area, arranging, panelMeetingId, packId, pairs }
}

const found = { message: 'not-found' }

/** Waits for all of them, also when one fails: whatever goes on after a failure would meddle with what comes next. */
async function allEnded(going: readonly Promise<unknown>[]): Promise<void> {
  for (const one of await Promise.allSettled(going)) if (one.status === 'rejected') throw one.reason
}

test('in whatever order interests are declared, recorded, lifted, merged and put back, whoever withdrew gets no row, count, pack or seat', async () => {
  const world = await givenWorld()
  await fc.assert(
    fc.asyncProperty(days, (day) => oneDay(world, day)),
    { numRuns: Math.ceil(SEQUENCES / AT_ONCE) },
  )
}, 7_200_000)

test('a day of conflicts that fails ends whole before it is put in order again', async () => {
  const world = await givenWorld()
  const declare: Act = { does: 'declare', who: 0, of: 1, outcome: 'withdrawn' }
  const sequences = world.pairs.map((_, at): Act[] => [
    { does: 'follow', who: 0, of: 1 },
    ...(at === 0 ? [{ does: 'fall' } as const] : [{ does: 'merge' } as const]),
    declare,
  ])
  const day = { sequences: [...sequences], packGoesAfter: 0, packComesAfter: 9 }
  await expect(oneDay(world, day)).rejects.toThrow('fell')
  expect(world.pairs.map(({ merged }) => merged)).not.toContain(true)
  expect(world.pairs.flatMap(({ streams }) => [...streams])).toEqual([])
  const left = await given.test.look`
    select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
  `
  expect(left).toHaveLength(0)
  await oneDay(world, { ...day, sequences: world.pairs.map(() => [declare]) })
}, 600_000)

async function oneDay(
  world: World,
  day: { sequences: Act[][]; packGoesAfter: number; packComesAfter: number },
) {
  const { area, arranging, panelMeetingId, pairs } = world
  const office = await given.as(arranging)
  const [member, chair, both] = [
    personIn(area, 'panel-member'),
    personIn(area, 'chair'),
    personIn(area, 'coordinator', 'panel-member'),
  ]
  const people = [member, chair, both]
  const everybody = [...people, arranging]
  const calls = new Map(await Promise.all(everybody.map(async (who) => [who, await given.as(who)] as const)))
  const callOf = (who: Person) => calls.get(who) ?? office
  const present = people.map(({ personId }) => ({
    personId,
    agency: 'health' as const,
    attendedAs: 'primary' as const,
  }))
  const panel = people.map(() => 'health' as const)
  await office.panelMeeting.recordAttendance({ areaId: area, panelMeetingId, present, panel, key: newKey() })
  for (const pair of pairs) {
    pair.said.clear()
    pair.streams.clear()
  }
  /** The cases of the pack that is open; none while it is taken back. */
  let inPack: readonly CaseId[] = pairs.flatMap((pair) => pair.both())

  /** What intake tells comes one after the other: all at once would wait for one another longer than the database lets them. */
  let line: Promise<unknown> = Promise.resolve()

  /** Has the second case be merged into the first, or stand by itself. */
  async function settle(pair: Pair, becomes: boolean) {
    if (pair.merged === becomes) return
    const told = { caseId: pair.second, mergeId: MergeId.parse(randomUUID()) }
    const telling = line.then(() =>
      given.hear('intake', area, {
        subject: pair.second,
        ...(becomes
          ? { type: 'case.merged.v1', payload: { ...told, intoCaseId: pair.first } }
          : { type: 'case.merge-undone.v1', payload: told }),
      }),
    )
    line = telling.catch(() => {})
    await telling
    pair.merged = becomes
  }

  /** Answers whose view of the pair may have changed. */
  async function take(pair: Pair, act: Act): Promise<readonly Person[]> {
    if (act.does === 'merge' || act.does === 'undo') {
      await settle(pair, act.does === 'merge')
      return people
    }
    if (act.does === 'fall') throw new Error('fell')
    const caseId = act.of === 0 ? pair.first : pair.second
    const who = people[act.who]
    if (act.does === 'follow' || act.does === 'read') {
      if (who !== undefined) await lookAt(pair, who, caseId, [act.does === 'follow' ? 'seat' : 'mark'])
      if (who !== undefined && act.does === 'follow' && pair.sees(who, caseId) && inPack.includes(caseId))
        pair.streams.set(`${caseId} ${who.personId}`, { who, caseId })
      return []
    }
    const by = act.does === 'record' ? everybody[act.by] : who
    // Whoever only reads records nothing of anybody.
    if (who === undefined || by === undefined || (act.does === 'record' && act.by === 0)) return []
    const refusal = pair.expected(act, by, who, caseId)
    const ask = { areaId: area, caseId, outcome: act.outcome, key: newKey() }
    const answer =
      act.does === 'declare'
        ? callOf(by).conflict.declare(ask)
        : callOf(by).conflict.record({
            ...ask,
            personId: who.personId,
            because: act.reason ? 'declared-by-mistake' : null,
            instead: pair.held(who.personId, caseId),
          })
    if (refusal !== null) {
      await expect(answer).rejects.toMatchObject({ message: refusal })
      return [who]
    }
    await answer
    if (pair.held(who.personId, caseId) !== act.outcome)
      for (const one of pair.records(caseId)) pair.said.set(`${one} ${who.personId}`, act.outcome)
    return [who]
  }

  /** Nothing of a case is there for whoever withdrew, by any of some ways of reading it. */
  async function lookAt(pair: Pair, who: Person, caseId: CaseId, ways: readonly Way[]) {
    const call = callOf(who)
    const seat = { areaId: area, panelMeetingId, caseId }
    const kase = { areaId: area, caseId }
    const read: Record<Way, () => Promise<unknown>> = {
      pack: async () => expect((await call.pack.open(kase)).pack.summary).toBeTruthy(),
      mark: async () => {
        const { version } = (await call.pack.open(kase)).reading
        await call.reading.mark({ ...seat, version, key: newKey() })
      },
      seat: async () => expect((await call.livePanel.seat(seat)).reference).toBeTruthy(),
      stream: async () => expect((await call.livePanel.keepSeat(seat)).pass).toBeTruthy(),
      note: async () => expect((await call.privateNote.read(seat)).note).toBeNull(),
    }
    const sees = pair.sees(who, caseId)
    const refused = sees ? { message: 'pack-not-open' } : found
    for (const way of ways) {
      if (sees && inPack.includes(caseId)) await read[way]()
      else await expect(read[way]()).rejects.toMatchObject(refused)
    }
  }

  /** Every page of the live panel that is open is decided anew: who withdrew is sent away for good, everybody else stays. */
  async function lookAtStreams(pair: Pair) {
    for (const [at, { who, caseId }] of [...pair.streams]) {
      await lookAt(pair, who, caseId, ['stream'])
      if (!pair.sees(who, caseId) || !inPack.includes(caseId)) pair.streams.delete(at)
    }
  }

  /** Whether somebody counts and decides, for whoever takes a vote. */
  async function lookAtStanding(pair: Pair, who: Person, caseId: CaseId) {
    const standing = callOf(who).conflict.standing({ areaId: area, caseId })
    if (!pair.sees(who, caseId)) return expect(standing).rejects.toMatchObject(found)
    const { counts, decides } = conflictAllows(pair.held(who.personId, caseId))
    expect(await standing).toMatchObject({ counts, decides })
  }

  const counted = (pair: Pair, caseId: CaseId) =>
    people.filter((who) => conflictAllows(pair.held(who.personId, caseId)).counts)

  /** Who decides a case at the live panel, by its chair. */
  async function lookAtDeciding(pair: Pair, caseId: CaseId) {
    const deciding = callOf(chair).livePanel.deciding({ areaId: area, panelMeetingId, caseId })
    if (!pair.sees(chair, caseId)) return expect(deciding).rejects.toMatchObject(found)
    if (!inPack.includes(caseId)) return expect(deciding).rejects.toMatchObject({ message: 'pack-not-open' })
    if (!conflictAllows(pair.held(chair.personId, caseId)).decides)
      return expect(deciding).rejects.toMatchObject({ message: 'present-for-facts-only' })
    const decide = counted(pair, caseId).map(({ personId }) => personId)
    expect(new Set((await deciding).present)).toEqual(new Set(decide))
  }

  const ofPairs = (cases: readonly { caseId: CaseId }[]) =>
    new Set(cases.map(({ caseId }) => caseId).filter((id) => pairs.some((pair) => pair.both().includes(id))))

  /** Every row and count of the meeting, for one of the panel. */
  async function lookAtMeeting(who: Person) {
    const call = callOf(who)
    const seen = pairs.flatMap((pair) => pair.there().filter((caseId) => pair.sees(who, caseId)))
    const meeting = { areaId: area, panelMeetingId }
    const { agenda } = await call.panelMeeting.read(meeting)
    const read = seen.filter((caseId) => inPack.includes(caseId))
    // One case more is on the agenda, in which nobody has an interest.
    expect(agenda).toHaveLength(seen.length + 1)
    expect(ofPairs(agenda)).toEqual(new Set(seen))
    expect(ofPairs(agenda.filter(({ pack }) => pack === 'open'))).toEqual(new Set(read))
    const { rows } = await call.panelMeeting.list({ areaId: area })
    expect(rows.map((row) => row.cases)).toEqual([seen.length + 1])
    expect(ofPairs((await call.reading.progress(meeting)).cases)).toEqual(new Set(read))
    expect(ofPairs((await call.conflict.own({ ...meeting, agency: null })).items)).toEqual(new Set(seen))
    if (!who.roles.includes('coordinator')) return
    const { counts, rows: worklist } = await call.case.list({ areaId: area, view: 'listed', page: 1 })
    expect(counts.all).toBe(seen.length + 1)
    for (const caseId of ofPairs(worklist)) expect(seen).toContain(caseId)
  }

  async function lookAtQuorum() {
    const { agenda } = await office.panelMeeting.read({ areaId: area, panelMeetingId })
    const all = new Map(agenda.map(({ caseId, quorum }) => [caseId, quorum.counted]))
    for (const pair of pairs)
      for (const caseId of pair.there()) expect(all.get(caseId)).toBe(counted(pair, caseId).length)
  }

  async function withdrawPack() {
    if (inPack.length === 0) return
    const withdrawal = { areaId: area, packId: world.packId, because: 'other' as const, key: newKey() }
    await office.pack.withdraw(withdrawal)
    inPack = []
  }

  async function releasePack() {
    world.packId = await givenReleasedPack(given, area, panelMeetingId)
    inPack = pairs.flatMap((pair) => pair.there())
  }

  async function wholeDay() {
    const steps = Math.max(...day.sequences.map(({ length }) => length))
    for (let step = 0; step < steps; step += 1) {
      await allEnded(
        day.sequences.map(async (sequence, at) => {
          const [act, pair] = [sequence[step], pairs[at]]
          if (act === undefined || pair === undefined) return
          const concerned = await take(pair, act)
          const cases = 'of' in act ? [act.of === 0 ? pair.first : pair.second] : pair.both()
          for (const who of concerned) {
            for (const caseId of cases) {
              await lookAt(pair, who, caseId, ['pack', 'stream'])
              await lookAtStanding(pair, who, caseId)
            }
          }
          for (const caseId of concerned.length === 0 ? [] : cases) await lookAtDeciding(pair, caseId)
          await lookAtStreams(pair)
        }),
      )
      await allEnded(people.map(lookAtMeeting))
      await lookAtQuorum()
      if (step === day.packGoesAfter) await withdrawPack()
      if (step === day.packComesAfter) await releasePack()
    }
    await allEnded(
      pairs.map(async (pair) => {
        await lookAtStreams(pair)
        for (const who of people)
          for (const caseId of pair.both()) await lookAt(pair, who, caseId, ['seat', 'note'])
      }),
    )
  }

  try {
    await wholeDay()
  } finally {
    for (const pair of pairs) pair.streams.clear()
    await allEnded(pairs.map((pair) => settle(pair, false)))
    if (inPack.length < 2 * pairs.length) await releasePack()
  }
}
