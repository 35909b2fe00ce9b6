import { connect, type SentStatement } from '@cdop/database'
import type { ServiceName } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import type { Hono } from 'hono'
import { type OperatorClient, operatorClient } from '../stack/operator-client.ts'
import type { BenchGround } from './bench-ground.ts'

/**
 * The statements one use case of a service sends, found out by running it for once in this process, with everything
 * before and after the database as in its own. Those of its last transaction: a setting the service reads for itself before it is
 * in no ceiling, which makes the ceiling the harder one to reach.
 * @throws Error when it did its work in no transaction, or one was not committed
 */
export async function recordedStatements(
  ground: BenchGround,
  service: ServiceName,
  appOf: (parts: ServiceParts) => Hono,
  useCase: (client: OperatorClient) => Promise<unknown>,
): Promise<readonly SentStatement[]> {
  let statements: SentStatement[] = []
  const database = connect(await ground.databaseUrlOf(service), {
    max: 1,
    onStatement: (statement) => statements.push(statement),
  })
  try {
    const app = appOf(await ground.partsOf(service, database))
    const { keysDir, urls } = ground.stack
    const client = await operatorClient({ keysDir, urls, fetch: async (request) => app.fetch(request) })
    // What opening a connection sends is no part of the use case.
    await database.withoutActor(async () => undefined)
    statements = []
    await useCase(client)
    const marks = statements
      .map(({ text }) => text.trim())
      .filter((text) => /^(begin|commit|rollback)/.test(text))
    if (!/^begin,commit(,begin,commit)*$/.test(marks.join())) {
      throw new Error(`${service}: expected committed transactions, and it was ${marks.join(', ') || 'none'}`)
    }
    return statements.slice(statements.findLastIndex(({ text }) => text.trim().startsWith('begin')))
  } finally {
    await database.close()
  }
}
