import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { RequestId, type ServiceActor } from '@cdop/domain'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Delivery } from './deliver.ts'
import { accepted, givenTwoServices, type TwoServices } from './testing-two-services.ts'
import { addJob, dropJob, startWorker, WORKER, type Worker, type WorkerParts } from './worker.ts'

describe('the worker of a service', () => {
  let given: TwoServices
  let worker: Worker | null = null
  const failures: [job: string, thrown: unknown][] = []
  beforeAll(async () => {
    given = await givenTwoServices()
  })
  afterEach(async () => {
    await worker?.stop()
    worker = null
    failures.length = 0
    given.heard.length = 0
  })
  afterAll(() => given.drop())

  async function start(jobs: NonNullable<WorkerParts['jobs']> = {}, delivery: Partial<Delivery> = {}) {
    worker = await startWorker({
      url: given.intake.appUrl,
      delivery: { ...given.delivery, ...delivery },
      jobs,
      onFailure: (job, thrown) => failures.push([job, thrown]),
    })
    return worker
  }
  const add = (name: string, payload: Readonly<Record<string, string>>, key: string = randomUUID()) =>
    given.intake.database.transaction(given.person, (tx) => addJob(tx, 'intake', name, payload, key))
  const until = (met: () => boolean) =>
    vi.waitFor(() => expect(met()).toBe(true), { timeout: 30_000, interval: 5 })

  test('works as the service’s own role, within its walls', async () => {
    const seen: unknown[] = []
    const own: ServiceActor = {
      kind: 'service',
      service: 'intake',
      areaId: given.areaId,
      onBehalfOf: null,
      requestId: RequestId.parse(randomUUID()),
    }
    await start({
      'look-around': async (payload) => {
        const rows = await given.intake.database.transaction(own, (tx) => tx`select current_user as role`)
        seen.push(payload, rows[0]?.['role'])
      },
    })
    await add('look-around', { caseId: 'a' })
    await until(() => seen.length === 2)
    expect(seen).toEqual([{ caseId: 'a' }, 'intake_app'])
    const sessions = await given.intake.look`
      select distinct usename from pg_stat_activity
      where datname = current_database() and query ilike '%intake_jobs%' and usename <> 'postgres'`
    expect(sessions).toEqual([{ usename: 'intake_app' }])
  })

  test('is woken by the commit, not by the clock, and by nothing that was taken back', async () => {
    let ran = 0
    await start({
      count: async () => {
        ran += 1
      },
    })
    const undone = given.intake.database.transaction(given.person, async (tx) => {
      await addJob(tx, 'intake', 'count', {}, 'undone')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const waits: number[] = []
    for (let turn = 1; turn <= 5; turn += 1) {
      const committed = performance.now()
      await add('count', {})
      await until(() => ran === turn)
      waits.push(performance.now() - committed)
    }
    // Without a wake-up each would wait the second between two looks; on a busy machine one comes through sooner.
    expect(Math.min(...waits)).toBeLessThan(900)
    expect(ran).toBe(5)
  })

  test('lets a job wait for as long as it was told', async () => {
    const ran: string[] = []
    await start({
      note: async (payload) => {
        ran.push(JSON.stringify(payload))
      },
    })
    await given.intake.database.transaction(given.person, async (tx) => {
      await addJob(tx, 'intake', 'note', { when: 'later' }, 'later', { inSeconds: 600 })
      await addJob(tx, 'intake', 'note', { when: 'soon' }, 'soon', { inSeconds: 0.2 })
    })
    await until(() => ran.length === 1)
    expect(ran).toEqual(['{"when":"soon"}'])
  })

  test('brings what was published, and tries again by itself when the subscriber was away', async () => {
    let away = true
    await start(
      {},
      {
        send: async (...call) => {
          if (call[0] === 'reporting') return
          if (away) throw new Error('away')
          await given.send(...call)
        },
      },
    )
    const subject = randomUUID()
    await given.publish(accepted(subject))
    await setTimeout(100)
    away = false
    await until(() => given.heard.includes(subject))
    expect(given.heard).toEqual([subject])
    expect(failures).toEqual([])
  })

  test('waits longer after every failure, so that a short outage sets nothing aside', async () => {
    const tries: number[] = []
    const subject = randomUUID()
    await start(
      {},
      {
        maxAttempts: 9,
        send: async (subscriber) => {
          if (subscriber !== 'case-review') return
          tries.push(performance.now())
          throw new Error('away')
        },
      },
    )
    await given.publish(accepted(subject))
    await vi.waitFor(() => expect(tries.length).toBeGreaterThanOrEqual(4), { timeout: 30_000 })
    const [first = 0, second = 0, third = 0, fourth = 0] = tries
    expect(second - first).toBeGreaterThan(300)
    expect(third - second).toBeGreaterThan(700)
    expect(fourth - third).toBeGreaterThan(1_400)
  })

  test('does not run a job that was taken back, and runs one whose taking back was undone', async () => {
    const ran: unknown[] = []
    await start({ note: async (payload) => void ran.push(payload) })
    const { database } = given.intake
    await database.transaction(given.person, async (tx) => {
      await addJob(tx, 'intake', 'note', { what: 'dropped' }, 'dropped', { inSeconds: 0.5 })
      await addJob(tx, 'intake', 'note', { what: 'kept' }, 'kept', { inSeconds: 0.5 })
    })
    await database.transaction(given.person, (tx) => dropJob(tx, 'intake', 'dropped'))
    await database
      .transaction(given.person, async (tx) => {
        await dropJob(tx, 'intake', 'kept')
        throw new Error('undone')
      })
      .catch(() => undefined)
    await until(() => ran.length > 0)
    expect(ran).toEqual([{ what: 'kept' }])
  })

  test('tells of a job that failed, and keeps no word of the failure', async () => {
    await start({
      fail: async () => {
        throw new TypeError('no mailbox for aurelia@example.org')
      },
    })
    await add('fail', {}, 'failing')
    await until(() => failures.length > 0)
    expect(failures[0]?.[0]).toBe('fail')
    await worker?.stop()
    worker = null
    const kept = await given.intake.look<{ lastError: string }[]>`
      select last_error from intake_jobs._private_jobs where key = 'failing'`
    expect(kept[0]?.lastError).toContain('TypeError')
    expect(kept[0]?.lastError).not.toContain('aurelia')
  })

  test('stops cleanly: lets the job under way finish, starts no other, leaves none locked', async () => {
    let finished = 0
    let started = 0
    const running = await start({
      slow: async () => {
        started += 1
        await setTimeout(200)
        finished += 1
      },
    })
    await add('slow', {})
    await until(() => started === 1)
    await running.stop()
    worker = null
    expect(finished).toBe(1)
    await add('slow', {})
    await setTimeout(50)
    expect(started).toBe(1)
    const locked = await given.intake.look`
      select id from intake_jobs._private_jobs where locked_at is not null`
    expect(locked).toHaveLength(0)
  })

  test('survives the server cutting its connections while it stops, and leaves none', async () => {
    const running = await start({ note: async () => {} })
    const cut = () => given.intake.look`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = ${WORKER}`
    const stopping = running.stop()
    expect((await cut()).length).toBeGreaterThan(0)
    await stopping
    worker = null
    await expect.poll(cut).toEqual([])
  })
})
