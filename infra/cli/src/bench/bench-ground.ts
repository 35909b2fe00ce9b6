import { readFile } from 'node:fs/promises'
import { connect, type Database } from '@cdop/database'
import { type AreaId, type ServiceName, schemaOf } from '@cdop/domain'
import { keysFrom } from '@cdop/encryption'
import { keyring } from '@cdop/rpc'
import { systemClock } from '@cdop/runtime'
import { partsOver, type ServiceParts } from '@cdop/service'
import type { Staff } from '../casework/staff-area.ts'
import { developmentKeys } from '../keys/development-keys.ts'
import { placeIn } from '../place.ts'
import { staffOf } from '../seed/seed-cases.ts'
import { seedDemonstration } from '../seed/seed-demonstration.ts'
import { type OperatorClient, operatorClient } from '../stack/operator-client.ts'
import { asRole } from '../stack/plan.ts'
import { type Stack, startStack } from '../stack/start-stack.ts'

/** Everything running for a measurement. */
export interface BenchGround {
  readonly stack: Stack
  readonly client: OperatorClient
  /** As the administrator, who sees every row. */
  readonly admin: Database
  readonly signal: AbortSignal
  staffOf(areaId: AreaId): Staff
  /** The address of the database as a service's own role knows it: row security holds there. */
  databaseUrlOf(service: ServiceName): Promise<string>
  /** The parts of a service over another connection, to run one use case in this process. */
  partsOf(service: ServiceName, database: Database): Promise<ServiceParts>
  /** Hears what is being done. */
  report(line: string): void
}

/** Starts the whole product on a new database, durable as in production, and stops it after the work. */
export async function withGround<Result>(
  { folder, signal, report }: Pick<BenchGround, 'signal' | 'report'> & { folder: string },
  work: (ground: BenchGround) => Promise<Result>,
): Promise<Result> {
  const place = placeIn(folder)
  report('Starting the product on a new database …')
  const stack = await startStack({ place, signal })
  const admin = connect(stack.adminUrl, { max: 1 })
  try {
    const staff = staffOf(await seedDemonstration(stack, undefined, signal))
    return await work({
      stack,
      client: await operatorClient(stack),
      admin,
      signal,
      report,
      staffOf(areaId) {
        const found = staff.find(({ area }) => area.areaId === areaId)
        if (found === undefined) throw new Error('nobody works in this area')
        return found
      },
      databaseUrlOf: (service) => databaseUrlOf(stack, place.keys, service),
      partsOf: (service, database) => partsOf(stack, place.keys, service, database),
    })
  } finally {
    await admin.close()
    await stack.stop()
  }
}

async function databaseUrlOf(stack: Stack, keysDir: string, service: ServiceName): Promise<string> {
  const keys = await developmentKeys(keysDir)
  return asRole(stack.adminUrl, `${schemaOf(service)}_app`, keys.of[service].databasePassword)
}

async function partsOf(
  { urls, deployment }: Stack,
  keysDir: string,
  service: ServiceName,
  database: Database,
): Promise<ServiceParts> {
  const keys = await developmentKeys(keysDir)
  const { signingKeyFile, encryptionKeyFile } = keys.of[service]
  const read = async (path: string) => (await readFile(path, 'utf8')).trim()
  return partsOver({
    service,
    database,
    keys: keysFrom(Buffer.from(await read(encryptionKeyFile), 'base64url')),
    ring: await keyring(
      service,
      JSON.parse(await read(signingKeyFile)),
      JSON.parse(await read(keys.trustedKeysFile)),
    ),
    clock: systemClock(),
    deployment,
    urls,
  })
}
