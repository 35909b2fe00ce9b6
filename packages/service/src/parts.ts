import { type Audit, auditOf } from '@cdop/audit'
import { clockOffset, connect, type Database, type DeploymentKind, deploymentKind } from '@cdop/database'
import { type Clock, type ServiceName, schemaOf } from '@cdop/domain'
import { type KeyProvider, keysFrom } from '@cdop/encryption'
import { type Publisher, publisherOf } from '@cdop/events'
import { type AnyRouter, type Authority, clientOf, type Destination, type Keyring, keyring } from '@cdop/rpc'
import { type ErrorReports, errorReports, followedClock, type Log, logOf } from '@cdop/runtime'
import type { ServiceEnvironment } from './environment.ts'
import { refuseOtherKeys, refuseUnsafeSettings } from './start-checks.ts'

/** What every use case of a service may need. */
export type ServiceParts = {
  service: ServiceName
  database: Database
  audit: Audit
  publisher: Publisher
  clock: Clock
  keys: KeyProvider
  keyring: Keyring
  deployment: DeploymentKind
  /** For what goes wrong beside a use case that does not fail for it; holds no text somebody typed. */
  log: Log
  /** A typed client of another service, for one request and on somebody's authority. Milliseconds when work is long. */
  call<Router extends AnyRouter>(
    callee: ServiceName,
    authority: Authority,
    deadline?: number,
  ): ReturnType<typeof clientOf<Router>>
}

/** The parts, and what only the process around them needs. */
export type OpenParts = {
  parts: ServiceParts
  log: Log
  reports: ErrorReports
  close(): Promise<void>
}

/** The root key of a service: 32 bytes of base64url. @throws Error in one sentence */
function rootKey(encoded: string): Uint8Array {
  const root = Buffer.from(encoded, 'base64url')
  if (root.length !== 32) throw new Error('The encryption key is not 32 bytes of base64url.')
  return root
}

/**
 * Opens everything a service stands on.
 * @throws Error in one sentence when the database was made with other keys or does not keep what it commits
 */
export async function openParts(service: ServiceName, environment: ServiceEnvironment): Promise<OpenParts> {
  const log = logOf(service)
  const reports = errorReports(environment.sentryDsn)
  const keys = keysFrom(rootKey(environment.encryptionKey))
  const ring = await keyring(service, environment.signingKey, environment.trustedKeys)
  const database = connect(environment.databaseUrl, { max: 12 })
  try {
    await refuseUnsafeSettings(database)
    await refuseOtherKeys(database, schemaOf(service), keys.fingerprint())
    const deployment = await deploymentKind(database)
    const clock = await followedClock(() => clockOffset(database))
    const parts = partsOver({ service, database, keys, ring, clock, deployment, log, urls: environment.urls })
    return {
      parts,
      log,
      reports,
      async close() {
        clock.stop()
        await reports.flush()
        await database.close()
      },
    }
  } catch (thrown) {
    await database.close()
    throw thrown
  }
}

/** The parts from what they are made of: the same for a process and for a test. */
export function partsOver(made: {
  service: ServiceName
  database: Database
  keys: KeyProvider
  ring: Keyring
  clock: Clock
  deployment: DeploymentKind
  log?: Log
  urls: Readonly<Record<ServiceName, string>>
  fetch?: Destination['fetch']
}): ServiceParts {
  const { service, database, keys, ring, clock, deployment, urls, fetch, log = logOf(service) } = made
  return {
    service,
    database,
    audit: auditOf(service, clock),
    publisher: publisherOf(service, clock),
    clock,
    keys,
    keyring: ring,
    deployment,
    log,
    call: (callee, authority, deadline) =>
      clientOf(
        {
          keyring: ring,
          callee,
          url: urls[callee],
          ...(fetch && { fetch }),
          ...(deadline !== undefined && { deadline }),
        },
        authority,
      ),
  }
}
