import type { Db } from '@cdop/database'
import { type ServiceName, schemaOf } from '@cdop/domain'
import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
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
  /** Hears of a job that failed: its name and the kind of error, nothing of its payload. */
  onFailure(job: string, cause: unknown): void
}

export interface Worker {
  stop(): Promise<void>
}

/** Seconds until the next try after a failure: doubling to a minute, with jitter so that a crowd spreads out. */
function pauseAfter(attempts: number): number {
  return Math.min(60, 2 ** attempts * 0.25) * (0.75 + Math.random() / 2)
}

/** Starts the job runner of a service. A job woken by a commit starts within some 25 ms. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { delivery } = parts
  const schema = jobSchemaOf(schemaOf(delivery.service))
  const taskList: TaskList = {
    [DELIVER]: async (payload, steps) => {
      const job = DeliverJob.parse(payload)
      const outcome = await deliver(delivery, job)
      if (outcome === 'waiting') {
        const runAt = new Date(Date.now() + pauseAfter(steps.job.attempts) * 1000)
        await steps.addJob(DELIVER, job, { jobKey: deliverJobKey(job), runAt })
      }
    },
  }
  for (const [name, job] of Object.entries(parts.jobs ?? {})) {
    taskList[name] = async (payload) => job(payload)
  }
  const runner: Runner = await run({
    connectionString: parts.url,
    schema,
    concurrency: parts.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') parts.onFailure('worker', new Error(message.split('\n')[0]?.slice(0, 80)))
    }),
  })
  return { stop: () => runner.stop() }
}

/** Adds a job of the service in the transaction that needs it done. `key` makes a second one replace the first. */
export async function addJob(
  tx: Db,
  service: ServiceName,
  name: string,
  payload: Readonly<Record<string, string>>,
  key: string,
): Promise<void> {
  const jobs = jobSchemaOf(schemaOf(service))
  await tx`select ${tx(jobs)}.add_job(${name}, payload => ${tx.json(payload)}::json, job_key => ${key})`
}
