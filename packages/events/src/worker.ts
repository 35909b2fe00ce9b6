import { EventEmitter } from 'node:events'
import type { Db } from '@cdop/database'
import { type ServiceName, schemaOf } from '@cdop/domain'
import { Logger, type Runner, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { type Delivery, deliver } from './deliver.ts'
import { DELIVER, DeliverJob, deliverJobKey } from './deliver-job.ts'
import { jobSchemaOf } from './migrate-jobs.ts'

/** A job of a service besides delivery: takes its payload, parses it, does one thing. */
export type Job = (payload: unknown) => Promise<void>

export type WorkerParts = {
  url: string
  delivery: Delivery
  /** Other jobs of the service, by name. */
  jobs?: Readonly<Record<string, Job>>
  concurrency?: number
  /** Hears of a job that failed: its name and what it threw. Only the kind of error is kept with the job. */
  onFailure(job: string, cause: unknown): void
}

export interface Worker {
  stop(): Promise<void>
}

/** What the job tables keep of a failure: its kind. A message may hold what somebody typed, or an address. */
class JobFailed extends Error {
  constructor(thrown: unknown) {
    super(thrown instanceof Error ? thrown.name : typeof thrown)
    this.name = 'JobFailed'
    this.stack = this.message
  }
}

/** Seconds until the next try after a failure: doubling to a minute, with jitter so that a crowd spreads out. */
function pauseAfter(attempts: number): number {
  return Math.min(60, 2 ** attempts * 0.25) * (0.75 + Math.random() / 2)
}

/** The runner's own troubles, for the log. */
function told(parts: WorkerParts): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:fatalError', ({ error }) => parts.onFailure('worker', error))
  events.on('pool:listen:error', ({ error }) => parts.onFailure('worker', error))
  events.on('worker:getJob:error', ({ error }) => parts.onFailure('worker', error))
  return events
}

/** Starts the job runner of a service. A job woken by a commit starts within some 25 ms. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { delivery } = parts
  const schema = jobSchemaOf(schemaOf(delivery.service))
  const telling =
    (name: string, task: Task): Task =>
    async (payload, steps) => {
      try {
        await task(payload, steps)
      } catch (thrown) {
        parts.onFailure(name, thrown)
        throw new JobFailed(thrown)
      }
    }
  const taskList: TaskList = {
    [DELIVER]: telling(DELIVER, async (payload, steps) => {
      const job = DeliverJob.parse(payload)
      const { state, attempts } = await deliver(delivery, job)
      if (state === 'waiting') {
        const runAt = new Date(Date.now() + pauseAfter(attempts) * 1000)
        await steps.addJob(DELIVER, job, { jobKey: deliverJobKey(job), jobKeyMode: 'preserve_run_at', runAt })
      }
    }),
  }
  for (const [name, job] of Object.entries(parts.jobs ?? {})) {
    taskList[name] = telling(name, (payload) => job(payload))
  }
  const pool = connectionsOf(parts.url)
  const runner: Runner = await run({
    pgPool: pool,
    schema,
    concurrency: parts.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    // Only batches are waited for at a stop: without them a job that just ended would stay locked for hours.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList,
    // Its lines quote errors; what failed is told above and below, without their words.
    logger: new Logger(() => () => undefined),
    events: told(parts),
  }).catch(async (thrown: unknown) => {
    await pool.end()
    throw thrown
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

/** What the database calls the worker's connections. */
export const WORKER = 'cdop worker'

/**
 * The worker's own connections. The runner's would be left to close by themselves once it has stopped, and one that the
 * server cut meanwhile would end the process. A connection that breaks is replaced; what it was doing fails, and that is
 * told.
 */
function connectionsOf(url: string): Pool {
  const pool = new Pool({ connectionString: mayForget(url), max: 10 })
  const broken = (): void => undefined
  pool.on('error', broken)
  pool.on('connect', (client) => void client.on('error', broken))
  return pool
}

/**
 * The worker's own commits (this job is taken, that one is done) need not wait for the disk. Undone by a power cut, a
 * job runs again, which every job must bear anyway; what a job itself commits is not touched by this.
 */
function mayForget(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', '-c synchronous_commit=off')
  address.searchParams.set('application_name', WORKER)
  return address.href
}

/**
 * Adds a job of the service in the transaction that needs it done. `key` makes a second one replace the first.
 * `inSeconds` is how long it waits; by the machine's clock, so a job that must keep to business time looks at the
 * service's clock when it runs and adds itself again if it is early.
 */
export async function addJob(
  tx: Db,
  service: ServiceName,
  name: string,
  payload: Readonly<Record<string, string>>,
  key: string,
  { inSeconds = 0 }: { inSeconds?: number } = {},
): Promise<void> {
  const jobs = jobSchemaOf(schemaOf(service))
  await tx`
    select ${tx(jobs)}.add_job(
      ${name}, payload => ${tx.json(payload)}::json, job_key => ${key},
      run_at => ${inSeconds === 0 ? null : new Date(Date.now() + inSeconds * 1000).toISOString()}::timestamptz
    )`
}

/** Takes a job back that waits under this key, when the transaction commits. One that is running runs on. */
export async function dropJob(tx: Db, service: ServiceName, key: string): Promise<void> {
  const jobs = jobSchemaOf(schemaOf(service))
  await tx`select ${tx(jobs)}.remove_job(${key})`
}
