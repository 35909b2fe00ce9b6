import { connect, type SentStatement } from '@cdop/database'
import type { ServiceName } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import type { Hono } from 'hono'
import { type OperatorClient, operatorClient } from '../stack/operator-client.ts'
import type { BenchGround } from './bench-ground.ts'

/**
 * The statements one use case of a service sends, found out by running it for once in this process, with everything
 * before and after the database as in its own.
 * @throws Error when it did not do its work in exactly one transaction
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
    if (marks.join() !== 'begin,commit') {
      throw new Error(`${service}: expected one transaction, and it was ${marks.join(', ') || 'none'}`)
    }
    return statements
  } finally {
    await database.close()
  }
}
