import type { Db } from '@cdop/database'
import {
  type AreaId,
  type Instant,
  type NationalFailure,
  pauseAfterFailures,
  type ServiceActor,
  standingAfter,
} from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { type NationalDatabase, NationalDatabaseAway, NationalDatabaseRefuses } from './national-database.ts'
import { forgetRoute, noteRouteFailure, onTheirWay, restOf, routeOf, setOut } from './national-route-store.ts'
import { findSubmission, markAnswered, markFailed } from './submission-store.ts'
import { type SubmissionJob, wakeSubmission, wakeSubmissionAgain } from './wake-submission.ts'

/** Submissions woken at once when the way works again; those beyond come by themselves within a quarter of an hour. */
const WOKEN_AT_ONCE = 500

/** Seconds over which those that wait come again, so that they do not all come in one moment. */
const SPREAD = 60

/** The way has failed for some time and is not to be tried now, or another submission tries it at this moment. */
class Rests extends Error {
  constructor() {
    super('the way to the national database rests')
    this.name = 'Rests'
  }
}

/** Seconds until a submission of the area may be tried; 0 when it may now. Once the way has failed for some time, one tries it for all. */
export async function restOfRoute(tx: Db, areaId: AreaId, now: Instant): Promise<number> {
  const route = await routeOf(tx, areaId)
  if (route === null || standingAfter(route) === 'works') return 0
  const rest = restOf(route, now)
  return rest === 0 ? 0 : rest + Math.floor(Math.random() * SPREAD)
}

type Asking = { parts: Parts; self: ServiceActor; job: SubmissionJob }

/** @throws Rests unless the way works, or this is the one call that tries it */
function requireWay({ parts, self, job }: Asking): Promise<void> {
  return parts.database.transaction(self, async (tx) => {
    const route = await routeOf(tx, job.areaId)
    if (route === null || standingAfter(route) === 'works') return
    const now = parts.clock.now()
    if (restOf(route, now) > 0 || !(await setOut(tx, job.areaId, route, now))) throw new Rests()
  })
}

function noteFailure({ parts, self, job }: Asking, why: NationalFailure): Promise<void> {
  return parts.database.transaction(self, async (tx) => {
    await markFailed(tx, job, why)
    const ofItself = await findSubmission(tx, job.areaId, job.submissionId)
    const count = await noteRouteFailure(tx, job.areaId, { why, at: parts.clock.now() })
    await wakeSubmissionAgain(tx, job, pauseAfterFailures(Math.max(count, ofItself?.failures ?? 0)))
    const standing = standingAfter({ why, failures: count })
    parts.log.note('the national database took nothing', { code: standing, count })
  })
}

function noteAnswer({ parts, self, job }: Asking): Promise<void> {
  return parts.database.transaction(self, async (tx) => {
    await markAnswered(tx, job)
    const route = await routeOf(tx, job.areaId)
    if (route === null) return
    const count = await forgetRoute(tx, job.areaId)
    if (standingAfter(route) === 'works') return
    parts.log.note('the national database answers again', { count })
    for (const submissionId of await onTheirWay(tx, job.areaId, WOKEN_AT_ONCE)) {
      await wakeSubmission(tx, { areaId: job.areaId, submissionId })
    }
  })
}

const whyOf = (thrown: unknown): NationalFailure | null => {
  if (thrown instanceof NationalDatabaseRefuses) return 'refused'
  return thrown instanceof NationalDatabaseAway ? 'away' : null
}

/**
 * Has `work` ask the national database, and writes down how the way to it stands: after some failures in a row one
 * submission tries it for all of the area, ever less often; one answer, and all go on. While it rests nothing is asked.
 * @throws what `work` throws
 */
export async function askByRoute(
  asking: Asking,
  national: NationalDatabase,
  work: (national: NationalDatabase) => Promise<void>,
): Promise<void> {
  const { parts, self, job } = asking
  let asked = false
  let answered = false
  const ask = async <Said>(call: () => Promise<Said>): Promise<Said> => {
    if (!asked) await requireWay(asking)
    asked = true
    answered = false
    const said = await call()
    answered = true
    return said
  }
  try {
    await work({
      submit: (key, content) => ask(() => national.submit(key, content)),
      find: (key) => ask(() => national.find(key)),
      withdraw: (key, because) => ask(() => national.withdraw(key, because)),
    })
  } catch (thrown) {
    if (thrown instanceof Rests) {
      const again = (tx: Db) => wakeSubmissionAgain(tx, job, SPREAD)
      return await parts.database.transaction(self, again)
    }
    const why = whyOf(thrown)
    if (why !== null) await noteFailure(asking, why)
    throw thrown
  } finally {
    if (answered) await noteAnswer(asking)
  }
}
