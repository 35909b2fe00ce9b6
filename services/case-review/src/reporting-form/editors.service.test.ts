import { DatabaseError } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

/** `pnpm assure` in this room sets 5,000. */
const INTERLEAVINGS = Number(process.env['INTERLEAVINGS'] ?? 40)
const QUESTION = 'involvement-summary'

const { formVersion } = reportingAnswers()

let given: GivenCaseReview
let area: AreaId
let reporter: Awaited<ReturnType<GivenCaseReview['as']>>
beforeAll(async () => {
  given = await givenCaseReview()
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  const coordinator = personIn(area, 'coordinator')
  const { caseId } = await givenCase(given, area)
  const call = await given.as(coordinator)
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'team@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  reporter = await given.as(linkHolder(area, sent.informationRequestId))
})
afterAll(() => given.drop())

/** What a reporter sees before them: the text so far and which version it is. */
type Before = { version: number; words: readonly string[] }

async function open(): Promise<Before> {
  const { version, answers } = await reporter.reportingForm.begin({})
  const text = String(answers?.[QUESTION] ?? '')
  return { version, words: text === '' ? [] : text.split(' ') }
}

const keep = (before: Before, words: readonly string[], key = newKey()) =>
  reporter.reportingForm.saveDraft({
    key,
    formVersion,
    version: before.version,
    answers: words.length === 0 ? {} : { [QUESTION]: words.join(' ') },
  })

/** Null when somebody was faster, or, on a machine that is far too busy, held the form for longer than one waits for it. */
async function keptOrNot(save: () => ReturnType<typeof keep>): Promise<{ version: number } | null> {
  try {
    return await save()
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message === 'stale') return null
    if (thrown instanceof Error && sqlState(thrown.cause) === LOCK_NOT_AVAILABLE) return null
    throw thrown
  }
}

const LOCK_NOT_AVAILABLE = '55P03'

const sqlState = (cause: unknown) => (cause instanceof DatabaseError ? cause.sqlState : null)

/**
 * One person at the form: opens it, adds a word of their own, saves, perhaps presses twice, and opens it again when told
 * that somebody was faster.
 */
function editor(name: string) {
  let before: Before | null = null
  let said = 0
  return {
    accepted: [] as string[],
    async act(twice: boolean): Promise<void> {
      if (before === null) {
        before = await open()
        return
      }
      const word = `${name}${said}`
      const key = newKey()
      const words = [...before.words, word]
      const from = before
      before = null
      const saved = await keptOrNot(() => keep(from, words, key))
      if (saved === null) return
      this.accepted.push(word)
      said += 1
      if (twice) expect([saved, null]).toContainEqual(await keptOrNot(() => keep(from, words, key)))
    },
  }
}

const steps = fc.record({
  editors: fc.integer({ min: 2, max: 5 }),
  // Steps of one inner list happen at the same time.
  turns: fc.array(
    fc.array(fc.record({ by: fc.nat(4), twice: fc.boolean() }), { minLength: 1, maxLength: 3 }),
    { minLength: 3, maxLength: 8 },
  ),
})

test('however two to five people take turns at one form, what was said to be kept is there, once', async () => {
  let saved = 0
  await fc.assert(
    fc.asyncProperty(steps, async ({ editors, turns }) => {
      const begun = await open()
      const { version } = await keep(begun, [])
      const people = Array.from({ length: editors }, (_, index) => editor(`abcde`.charAt(index)))
      for (const turn of turns) {
        // Nobody does two things at once.
        const each = new Map(turn.map(({ by, twice }) => [by % editors, twice]))
        await Promise.all([...each].map(([by, twice]) => people[by]?.act(twice)))
      }
      const accepted = people.flatMap((person) => person.accepted)
      saved += accepted.length
      const now = await open()
      expect([...now.words].sort()).toEqual([...accepted].sort())
      expect(now.version).toBe(version + accepted.length)
    }),
    { numRuns: INTERLEAVINGS },
  )
  expect(saved).toBeGreaterThan(INTERLEAVINGS)
}, 3_600_000)
