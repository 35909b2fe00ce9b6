import { givenPerson, plansOf } from '@cdop/database/testing'
import { type CaseId, Instant, nextResponseStates, type ResponseId, ResponseState } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aKey, calling } from '../testing.ts'
import { type GivenResponses, givenResponses, minutesPass, responseTo } from './testing-responses.ts'

let given: GivenResponses
beforeAll(async () => {
  given = await givenResponses()
})
afterAll(() => given.drop())
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))

const at = (typed: string) => Instant.parse(typed)
const asked = async () => responseTo(given, await given.submit())
const decision = (responseId: ResponseId, changes: object = {}) => ({
  areaId: given.mine.areaId,
  responseId,
  version: 1,
  key: aKey(),
  what: { decision: 'start' as const },
  decidedAt: at('2026-03-02T02:10:00.000Z'),
  ...changes,
})
const lead = () => given.as(given.lead).response
const read = (responseId: ResponseId) => lead().read({ areaId: given.mine.areaId, responseId })

describe('the decision on a joint agency response', () => {
  test('keeps when it was made apart from when it was written down, and says that the page was seen', async () => {
    const responseId = await asked()
    expect(await lead().decide(decision(responseId))).toEqual({ responseId, state: 'started' })
    expect(await read(responseId)).toMatchObject({
      state: 'started',
      paging: 'acknowledged',
      acknowledgedBy: given.lead.personId,
      decisions: [
        {
          decision: 'start',
          reason: null,
          decidedAt: '2026-03-02T02:10:00.000Z',
          recordedAt: '2026-03-02T10:00:00.000Z',
          recordedBy: given.lead.personId,
        },
      ],
    })
  })

  test('is made once for a second click, and the page of somebody slower is told', async () => {
    const responseId = await asked()
    const clicked = decision(responseId)
    const first = await lead().decide(clicked)
    expect(await lead().decide(clicked)).toEqual(first)
    await expect(lead().decide(decision(responseId))).rejects.toThrow('stale')
    await expect(lead().decide(decision(responseId, { version: 2 }))).rejects.toThrow('response-decided')
    expect((await read(responseId)).decisions).toHaveLength(1)
  })

  test('not to start one has a coded reason, and may become one to start: both stay written down', async () => {
    const responseId = await asked()
    const what = { decision: 'not-start' as const, reason: 'natural-cause-known' as const }
    await lead().decide(decision(responseId, { what }))
    minutesPass(given, 90)
    const decidedAt = given.clock.now()
    await lead().decide(decision(responseId, { version: 2, decidedAt }))
    const { state, decisions } = await read(responseId)
    expect(state).toBe('started')
    expect(decisions.map((made) => [made.decision, made.reason])).toEqual([
      ['start', null],
      ['not-start', 'natural-cause-known'],
    ])
    await expect(lead().decide(decision(responseId, { what: { decision: 'not-start' } }))).rejects.toThrow()
  })

  test.each([
    ['in the future', '2026-03-02T10:00:01.000Z', 'date-in-future'],
    ['before the day of the death', '2026-02-26T23:59:00.000Z', 'dates-out-of-order'],
  ])('cannot have been made %s', async (_, decidedAt, code) => {
    const responseId = await asked()
    await expect(lead().decide(decision(responseId, { decidedAt }))).rejects.toThrow(code)
    expect(await read(responseId)).toMatchObject({ state: 'awaiting-decision', decisions: [] })
  })

  test.each([
    'coordinator',
    'designated-doctor',
    'panel-member',
    'chair',
    'analyst',
    'administrator',
  ] as const)('is not for a %s', async (role) => {
    const responseId = await asked()
    const { response } = given.as(givenPerson([role], given.mine.areaId))
    await expect(response.decide(decision(responseId))).rejects.toThrow('forbidden')
    await expect(
      response.acknowledge({ areaId: given.mine.areaId, responseId, key: aKey() }),
    ).rejects.toThrow('forbidden')
  })

  test('the lead of another area cannot learn that there is one to decide', async () => {
    const responseId = await asked()
    const other = given.as(givenPerson(['response-lead'], given.theirs.areaId)).response
    for (const areaId of [given.mine.areaId, given.theirs.areaId]) {
      await expect(other.decide(decision(responseId, { areaId }))).rejects.toThrow('not-found')
      await expect(other.acknowledge({ areaId, responseId, key: aKey() })).rejects.toThrow('not-found')
      await expect(other.read({ areaId, responseId })).rejects.toThrow('not-found')
      await expect(other.identify({ areaId, responseId })).rejects.toThrow('not-found')
    }
    const { rows } = await other.list({ areaId: given.theirs.areaId, view: 'all', page: 1 })
    expect(rows).toEqual([])
  })

  test('nothing of a response is there for whoever is in conflict with its case, nor for anybody while that is not known', async () => {
    const notificationId = await given.submit({ child: { nhsNumber: '9990000042' } })
    const responseId = await responseTo(given, notificationId)
    const { areaId } = given.mine
    const question = { areaId, responseId }
    // At night there is no case yet: nobody is in conflict with it, whatever is known.
    expect(await lead().read({ ...question, withheld: null })).toMatchObject({ responseId })
    const { caseId } = await given.accept(notificationId)
    const of = async (withheld: CaseId[] | null) => {
      const { rows, total } = await lead().list({ areaId, view: 'all', page: 1, withheld })
      const { unanswered } = await lead().alerts({ areaId, withheld })
      return { total, unanswered, isListed: rows.some((one) => one.responseId === responseId) }
    }
    const all = await of([])
    expect(all.isListed).toBe(true)
    for (const withheld of [[caseId], null]) {
      const asked = { ...question, withheld }
      await expect(lead().read(asked)).rejects.toThrow('not-found')
      await expect(lead().identify(asked)).rejects.toThrow('not-found')
      await expect(lead().decide(decision(responseId, { withheld }))).rejects.toThrow('not-found')
      await expect(lead().acknowledge({ ...asked, key: aKey() })).rejects.toThrow('not-found')
    }
    expect(await of([caseId])).toEqual({
      total: all.total - 1,
      unanswered: all.unanswered - 1,
      isListed: false,
    })
    expect((await of(null)).isListed).toBe(false)
    expect(await lead().read({ ...question, withheld: [] })).toMatchObject({ state: 'awaiting-decision' })
    await lead().decide(decision(responseId, { withheld: [] }))
  })

  test('who the child is is asked for apart, audited, and no longer answered here once there is a case', async () => {
    const notificationId = await given.submit({ child: { nhsNumber: '9990000034' } })
    const responseId = await responseTo(given, notificationId)
    const question = { areaId: given.mine.areaId, responseId }
    expect(JSON.stringify(await lead().read(question))).not.toContain('Quillfeather')
    expect(JSON.stringify(await lead().identify(question))).toContain('Quillfeather')
    const [entry] = await given.test.look`
      select entry from intake.audit_entries
      where entry ->> 'action' = 'response.identify' and entry -> 'object' ->> 'id' = ${responseId}
    `
    expect(entry).toMatchObject({ entry: { fieldClasses: ['identity'], roles: ['response-lead'] } })
    await given.accept(notificationId)
    expect(await lead().identify({ ...question, withheld: [] })).toEqual({ sections: [], begun: null })
  })
})

test('the list of an area looks at no response of another', async () => {
  const areas = [given.mine.areaId, ...Array.from({ length: 19 }, () => aKey())]
  await given.test.look`
    insert into intake.responses
      (area_id, response_id, state, version, began, triggers, opened_at, nobody_on_call, lived_on, destroy_on)
    select area_id, gen_random_uuid(), 'child-lived', 1, 'before-death', '{}',
      timestamptz '2020-01-01' + n * interval '1 day', false, '2026-01-01', '2026-07-01'
    from unnest(${areas}::uuid[]) area_id, generate_series(1, 200) n`
  await given.test.look`analyze intake.responses`
  const question = { areaId: given.mine.areaId, page: 1 }
  for (const view of ['open', 'all'] as const) {
    const plans = await plansOf(given.test, given.lead, (database) =>
      calling(given.lead, { ...given.parts, database }).response.list({ ...question, view }),
    )
    expect(plans.join()).toContain('responses')
    expect(plans.join()).not.toMatch(/Seq Scan on responses/)
  }
})

describe('the database itself', () => {
  /** A response in a state, as only a superuser could write it. */
  async function inState(state: ResponseState): Promise<string> {
    const responseId = aKey()
    const began = ['started-before-death', 'child-lived', 'destroyed'].includes(state)
    const notificationId = began ? null : await given.submit()
    if (notificationId !== null) {
      await given.test.look`delete from intake.due_steps`
      await given.test.look`delete from intake.response_pages`
      await given.test.look`delete from intake.responses where notification_id = ${notificationId}`
    }
    const other = state === 'joined' ? await asked() : null
    const lived = state === 'child-lived' || state === 'destroyed' ? '2026-03-01' : null
    await given.test.look`
      insert into intake.responses (area_id, response_id, state, version, began, notification_id, joined_to, triggers,
        opened_at, nobody_on_call, lived_on, destroy_on, destroyed_at)
      values (${given.mine.areaId}, ${responseId}, ${state}, 1, ${began ? 'before-death' : 'notification'},
        ${notificationId}, ${other}, '{}', ${given.clock.now()}, false, ${lived}, ${lived},
        ${state === 'destroyed' ? given.clock.now() : null})
    `
    return responseId
  }

  test.each(ResponseState.options)(
    'lets a response that is %s take no step the rules do not know',
    async (from) => {
      const responseId = await inState(from)
      for (const to of ResponseState.options) {
        if (to === from || nextResponseStates[from].includes(to)) continue
        await expect(
          given.test.look`update intake.responses set state = ${to} where response_id = ${responseId}`,
        ).rejects.toThrow(`from ${from} to ${to}`)
      }
    },
  )

  test('ties the record of a child who lived to no notification', async () => {
    const responseId = await inState('child-lived')
    const notificationId = await given.submit()
    await given.test.look`delete from intake.response_pages`
    await given.test.look`delete from intake.responses where notification_id = ${notificationId}`
    await expect(
      given.test.look`
        update intake.responses set notification_id = ${notificationId} where response_id = ${responseId}`,
    ).rejects.toThrow('check constraint')
  })
})
