import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CallerName, type ServiceName } from '@cdop/domain'
import { keysFrom } from '@cdop/encryption'
import { PlainError } from '@cdop/postgres'
import { newSigningKey } from '@cdop/rpc'
import { z } from 'zod'
import { replaceFile, secretOnce } from './write-secret.ts'

/** What one service is given: the files that hold its keys, and the password of its database role. */
export interface ServiceKeys {
  readonly signingKeyFile: string
  readonly encryptionKeyFile: string
  readonly databasePassword: string
  /** Names the encryption key without revealing it, as the database remembers it. */
  readonly fingerprint: string
}

/** The keys of a demonstration. A live deployment brings its own and never reads these. */
export interface DevelopmentKeys {
  readonly of: Readonly<Record<ServiceName, ServiceKeys>>
  readonly trustedKeysFile: string
  /** What the portal and the local identity provider know each other by. */
  readonly signInSecret: string
  /** What case-review says to the stand-in for the national database. */
  readonly nationalDatabaseToken: string
}

const PrivateKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
})

/** Where a caller's private signing key lies. */
export function signingKeyFile(folder: string, caller: CallerName): string {
  return join(folder, `${caller}.signing-key.json`)
}

/** Where the public keys of all callers lie. */
export function trustedKeysFile(folder: string): string {
  return join(folder, 'trusted-keys.json')
}

/**
 * Makes whatever is missing of the development keys, for their owner alone, and returns them all. A key that exists
 * is never replaced: what was encrypted with it could never be read again.
 * @throws {PlainError} when a file there does not hold a key
 */
export async function developmentKeys(folder: string): Promise<DevelopmentKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await publishTrustedKeys(folder)
  const [portal, reporting, factorAnalysis, caseReview, intake] = await Promise.all([
    serviceKeys(folder, 'portal'),
    serviceKeys(folder, 'reporting'),
    serviceKeys(folder, 'factor-analysis'),
    serviceKeys(folder, 'case-review'),
    serviceKeys(folder, 'intake'),
  ])
  return {
    of: { portal, reporting, 'factor-analysis': factorAnalysis, 'case-review': caseReview, intake },
    trustedKeysFile: trustedKeysFile(folder),
    signInSecret: await random(join(folder, 'sign-in-secret')),
    nationalDatabaseToken: await random(join(folder, 'national-database-token')),
  }
}

async function serviceKeys(folder: string, service: ServiceName): Promise<ServiceKeys> {
  const encryptionKeyFile = join(folder, `${service}.encryption-key`)
  const root = Buffer.from(await random(encryptionKeyFile), 'base64url')
  return {
    fingerprint: keysFrom(root).fingerprint(),
    signingKeyFile: signingKeyFile(folder, service),
    encryptionKeyFile,
    databasePassword: await random(join(folder, `${service}.database-password`)),
  }
}

/** 32 bytes as base64url. */
async function random(path: string): Promise<string> {
  const text = (await secretOnce(path, async () => `${randomBytes(32).toString('base64url')}\n`)).trim()
  if (Buffer.from(text, 'base64url').length !== 32) throw damaged(path)
  return text
}

async function publishTrustedKeys(folder: string): Promise<void> {
  const pairs = await Promise.all(
    CallerName.options.map(async (caller) => [caller, await publicKeyOf(folder, caller)] as const),
  )
  await replaceFile(trustedKeysFile(folder), `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`)
}

async function publicKeyOf(
  folder: string,
  caller: CallerName,
): Promise<{ kty: string; crv: string; x: string }> {
  const path = signingKeyFile(folder, caller)
  const text = await secretOnce(path, async () => `${JSON.stringify((await newSigningKey()).privateKey)}\n`)
  const key = PrivateKey.safeParse(parsed(text))
  if (!key.success) throw damaged(path)
  const { kty, crv, x } = key.data
  return { kty, crv, x }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function damaged(path: string): PlainError {
  return new PlainError(
    `The file ${path} does not hold a key: put back the one it held, or start with a new database and no keys.`,
  )
}
