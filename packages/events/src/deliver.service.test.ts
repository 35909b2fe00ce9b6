import { randomUUID } from 'node:crypto'
import { type EventEnvelope, Refusal, ReleaseId, RequestId, type ServiceActor } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliver, type Send } from './deliver.ts'
import { receive } from './receive.ts'
import { replayStream } from './replay-stream.ts'
import { accepted, clock, givenTwoServices, type TwoServices } from './testing-two-services.ts'

describe('an event on its way', () => {
  let given: TwoServices
  beforeAll(async () => {
    given = await givenTwoServices()
  })
  afterAll(() => given.drop())
  beforeEach(() => {
    given.heard.length = 0
  })

  const bring = (subject: string, send: Send = given.send) =>
    deliver({ ...given.delivery, send }, given.stream(subject))
  const replay = () =>
    given.intake.database.transaction(given.person, (tx) =>
      replayStream(tx, 'intake', given.areaId, 'case-review'),
    )
  async function logOf(subject: string): Promise<EventEnvelope[]> {
    const sent: EventEnvelope[] = []
    await bring(subject, async (_subscriber, _actor, events) => {
      sent.push(...events)
    })
    await replay()
    return sent
  }

  test('is heard once, however often it is delivered', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject))
    const events = await logOf(subject)
    for (let again = 0; again < 5; again += 1) {
      await bring(subject)
      await replay()
      await bring(subject, (subscriber, actor) => given.send(subscriber, actor, events))
      await replay()
    }
    expect(given.heard).toEqual([subject])
  })

  test('is heard once when five deliveries arrive at the same moment', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject), accepted(subject))
    await Promise.all(Array.from({ length: 5 }, () => bring(subject)))
    expect(given.heard).toEqual([subject, subject])
    expect(await bring(subject)).toEqual({ state: 'delivered', attempts: 0 })
  })

  test('is heard once when a second delivery comes before the first has been committed', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject))
    const events = await logOf(subject)
    const { promise: secondWaits, resolve: release } = Promise.withResolvers<void>()
    const actor: ServiceActor = {
      kind: 'service',
      service: 'intake',
      areaId: given.areaId,
      onBehalfOf: null,
      requestId: RequestId.parse(randomUUID()),
    }
    const hear = (before: () => Promise<void>) =>
      given.caseReview.database.transaction(actor, async (tx) => {
        await receive(
          tx,
          { service: 'case-review', clock },
          { 'notification.accepted.v1': async () => void given.heard.push(subject) },
          { actor, parts: {}, input: { publisher: 'intake', events: [...events] } },
        )
        await before()
      })
    const first = hear(() => secondWaits)
    await expect.poll(() => given.heard).toHaveLength(1)
    const second = hear(async () => undefined)
    await expect
      .poll(
        () => given.caseReview.look`
          select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      .not.toHaveLength(0)
    release()
    await Promise.all([first, second])
    expect(given.heard).toEqual([subject])
  })

  test('comes in order, fifty and more at a time', async () => {
    const subject = randomUUID()
    await given.publish(...Array.from({ length: 120 }, () => accepted(subject)))
    const versions: number[] = []
    await bring(subject, async (subscriber, actor, events) => {
      versions.push(...events.map((event) => event.version))
      await given.send(subscriber, actor, events)
    })
    expect(versions).toEqual(Array.from({ length: 120 }, (_, before) => before + 1))
    expect(given.heard).toHaveLength(120)
  })

  test('that comes early is refused without an effect, and heard once the earlier one has come', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject), accepted(subject))
    const early: Send = (subscriber, actor, events) => given.send(subscriber, actor, events.slice(1))
    expect(await bring(subject, early)).toEqual({ state: 'waiting', attempts: 1 })
    expect(given.heard).toEqual([])
    expect(await bring(subject)).toEqual({ state: 'delivered', attempts: 0 })
    expect(given.heard).toEqual([subject, subject])
  })

  test('reaches a subscriber that lost what came before it', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject), accepted(subject))
    await bring(subject)
    await given.caseReview.look`delete from case_review.inbox where subject = ${subject}`
    await given.publish(accepted(subject))
    expect(await bring(subject)).toMatchObject({ state: 'waiting' })
    expect(await bring(subject)).toMatchObject({ state: 'delivered' })
    expect(given.heard).toHaveLength(5)
  })

  test('is heard once when the subscriber is killed after its commit and before its answer', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject))
    const killed: Send = async (...call) => {
      await given.send(...call)
      throw new Error('connection reset')
    }
    expect(await bring(subject, killed)).toMatchObject({ state: 'waiting' })
    expect(await bring(subject)).toMatchObject({ state: 'delivered' })
    expect(given.heard).toEqual([subject])
  })

  test('that fails again and again is set aside with its reason, and only its subject waits', async () => {
    const [bad, good] = [randomUUID(), randomUUID()]
    await given.publish(accepted(bad), accepted(good))
    const failing: Send = async () => {
      throw new Refusal('not-allowed-in-this-state')
    }
    const states: string[] = []
    for (let turn = 0; turn < 4; turn += 1) states.push((await bring(bad, failing)).state)
    expect(states).toEqual(['waiting', 'waiting', 'quarantined', 'quarantined'])
    const [row] = await given.intake.look`
      select reason, attempts, quarantined_at from intake.deliveries where subject = ${bad}`
    expect(row).toMatchObject({ reason: 'not-allowed-in-this-state', attempts: 3 })
    expect(row?.['quarantinedAt']).not.toBeNull()
    expect(await bring(good)).toMatchObject({ state: 'delivered' })
    await given.publish(accepted(bad))
    expect(await bring(bad)).toMatchObject({ state: 'quarantined' })
    expect(given.heard).toEqual([good])

    expect(await replay()).toBeGreaterThanOrEqual(2)
    expect(await bring(bad)).toMatchObject({ state: 'delivered' })
    expect(given.heard).toEqual([good, bad, bad])
  })

  test('that failed keeps no word of the failure, only its kind', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject))
    await bring(subject, async () => {
      throw new TypeError('Aurelia Example cannot be read')
    })
    expect(await given.intake.look`select reason from intake.deliveries where subject = ${subject}`).toEqual([
      { reason: 'TypeError' },
    ])
  })

  test('is sent again from the first when a replay is asked for while it is under way', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject), accepted(subject))
    let asked = false
    const versions: number[][] = []
    await bring(subject, async (subscriber, actor, events) => {
      versions.push(events.map((event) => event.version))
      await given.send(subscriber, actor, events)
      if (asked) return
      asked = true
      await given.publish(accepted(subject))
      await replay()
    })
    // The cursor stood at 1 both before and after, so what was sent counts; nothing is skipped.
    expect(versions.flat()).toEqual([1, 2, 3])
    await replay()
    await bring(subject, async (_subscriber, _actor, events) => {
      versions.push(events.map((event) => event.version))
    })
    expect(versions.at(-1)).toEqual([1, 2, 3])
  })

  test('that another service alone can tell is refused, whoever delivers it', async () => {
    const subject = randomUUID()
    await given.publish({
      type: 'release.built.v1',
      subject,
      payload: { releaseId: ReleaseId.parse(subject) },
    })
    expect(await bring(subject)).toMatchObject({ state: 'waiting' })
    const reason = await given.intake.look`select reason from intake.deliveries where subject = ${subject}`
    expect(reason).toEqual([{ reason: 'forbidden' }])
    expect(await given.caseReview.look`select from case_review.inbox where subject = ${subject}`).toEqual([])
  })

  test('in the name of another service or area is refused', async () => {
    const subject = randomUUID()
    await given.publish(accepted(subject))
    const posing: Send = (subscriber, actor, events) =>
      given.send(subscriber, { ...actor, service: 'reporting' }, events)
    expect(await bring(subject, posing)).toMatchObject({ state: 'waiting' })
    expect(given.heard).toEqual([])
    const reason = await given.intake.look`select reason from intake.deliveries where subject = ${subject}`
    expect(reason).toEqual([{ reason: 'forbidden' }])
  })
})
