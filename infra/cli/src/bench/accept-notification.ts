import { randomUUID } from 'node:crypto'
import { connect, type Database } from '@cdop/database'
import { type Actor, type NotificationId, RequestId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { createApp } from '@cdop/intake/app'
import { inParallel } from '../replay/in-parallel.ts'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import type { OperatorClient, OperatorRequest } from '../stack/operator-client.ts'
import { backgroundWorkDone } from './background-work.ts'
import { type BareTransaction, bareTransaction, OPENING, provenRows } from './bare-transaction.ts'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { acceptanceRows, requireSameRows, rowsBetween } from './changed-rows.ts'
import { inventedDeaths, notifyAll } from './invented-notifications.ts'
import { storePeople } from './known-people.ts'
import { recordedStatements } from './recorded-statements.ts'
import { millisecondsOf, perSecond } from './statistics.ts'

const AT_ONCE = 20
/** What is measured mails nothing. */
const noMail = { send: async () => {} }
/** The first warms up and is not counted. */
const ROUNDS = 5
const PER_ROUND = 100
/** Of which a few are set aside. */
const SUBMITTED = 2 * ROUNDS * PER_ROUND + 200

const area = demonstrationAreas.WYB

/** Acceptances a second through the running service among so many people, against the same statements sent bare. */
export async function acceptNotification(
  ground: BenchGround,
  people: number,
): Promise<readonly BenchResult[]> {
  const { keys } = await ground.partsOf('intake', ground.admin)
  await storePeople(ground.admin, keys, { ...ground, count: people, areaId: area.areaId })
  const coordinator = ground.staffOf(area.areaId).holding('coordinator')
  ground.report(`accept-notification: submitting ${SUBMITTED} notifications …`)
  const deaths = inventedDeaths(ground, area.areaId, SUBMITTED, 0)
  const everyone = await notifyAll(ground, area.areaId, deaths)
  // Among so many some look alike by chance: a person would have to compare them first.
  const alike = await ground.admin.sql<{ id: string }[]>`
    select notification_id as id from intake.duplicate_reviews
    union select candidate_notification_id from intake.duplicate_reviews`
  const doubtful = new Set(alike.map(({ id }) => id))
  const submitted = everyone.filter((id) => !doubtful.has(id))
  const next = (count: number) => submitted.splice(0, count)

  const [example, proven] = next(2)
  if (example === undefined || proven === undefined) throw new Error('no notification was submitted')
  const start = await acceptanceRows(ground.admin)
  const recorded = await recordedStatements(
    ground,
    'intake',
    (parts) => createApp({ ...parts, mail: noMail, portalPublicUrl: '' }),
    async (client) => accept(await client.onBehalfOf(coordinator), example),
  )
  const one = rowsBetween(start, await acceptanceRows(ground.admin))
  const actor: Actor = { ...coordinator, requestId: RequestId.parse(randomUUID()) }
  const bare = bareTransaction(recorded, actor, [area.areaId, idOf(actor)])
  const url = await ground.databaseUrlOf('intake')
  const instead = (id: NotificationId) => new Map([[example, id]])
  // What a statement finds differs from child to child (somebody alike); what it writes does not.
  const writes = recorded.slice(OPENING, -1).map(({ text }) => /\b(insert into|update)\b/.test(text))
  const written = (counts: readonly number[]) => counts.filter((_, at) => writes[at]).join()
  const rows = written(await provenRows(url, recorded, (database) => bare.send(database, instead(proven))))

  const pool = connect(url, { max: AT_ONCE })
  try {
    const rounds: Round[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      ground.report(`accept-notification: round ${round} of ${ROUNDS} …`)
      await backgroundWorkDone(ground)
      const before = await acceptanceRows(ground.admin)
      const value = await acceptedPerSecond(ground.client, coordinator, next(PER_ROUND))
      await backgroundWorkDone(ground)
      const between = await acceptanceRows(ground.admin)
      const ceiling = await barePerSecond(
        bare,
        pool,
        next(PER_ROUND).map(instead),
        (counts) => written(counts) === rows,
      )
      const after = await acceptanceRows(ground.admin)
      requireSameRows(one, rowsBetween(before, between), PER_ROUND)
      requireSameRows(one, rowsBetween(between, after), PER_ROUND)
      rounds.push({ value, ceiling })
    }
    return [
      resultOf(
        {
          name: `accept-notification-among-${people}`,
          what: `notifications accepted by the running intake service, ${AT_ONCE} at once, ${people} people stored; ceiling: its ${recorded.length} statements sent bare`,
          unit: 'per second',
        },
        rounds.slice(1),
        { people, atOnce: AT_ONCE, perRound: PER_ROUND, statements: recorded.length },
      ),
    ]
  } finally {
    await pool.close()
  }
}

function idOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new Error('a person accepts notifications')
  return actor.personId
}

function accept(request: OperatorRequest, notificationId: NotificationId): Promise<unknown> {
  return request.to<IntakeRouter>('intake').notification.accept.mutate({
    areaId: area.areaId,
    notificationId,
    key: randomUUID(),
    version: 1,
  })
}

async function acceptedPerSecond(
  client: OperatorClient,
  coordinator: Parameters<OperatorClient['onBehalfOf']>[0],
  ids: readonly NotificationId[],
): Promise<number> {
  // The portal's word on who asks is signed before the clock runs; the token of each call is part of the call.
  const asked = await Promise.all(
    ids.map(async (id) => ({ id, request: await client.onBehalfOf(coordinator) })),
  )
  const taken = await millisecondsOf(() =>
    inParallel(asked, AT_ONCE, ({ id, request }) => accept(request, id)),
  )
  return perSecond(ids.length, taken)
}

/** @throws Error when one changed other numbers of rows than the first */
async function barePerSecond(
  bare: BareTransaction,
  pool: Database,
  instead: readonly ReadonlyMap<string, string>[],
  asWritten: (counts: readonly number[]) => boolean,
): Promise<number> {
  const taken = await millisecondsOf(() =>
    inParallel(instead, AT_ONCE, async (named) => {
      const changed = await bare.send(pool, named)
      if (!asWritten(changed)) throw new Error('a bare transaction changed other numbers of rows')
    }),
  )
  return perSecond(instead.length, taken)
}
