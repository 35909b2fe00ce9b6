import { type ServiceName, schemaOf } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'

/** The settings of this process: what an operator may hand down to the services. */
export type Settings = Readonly<Record<string, string | undefined>>

/** How a service's own settings begin: `CASE_REVIEW` in `CASE_REVIEW_PORT`. */
export function stemOf(service: ServiceName): string {
  return schemaOf(service).toUpperCase()
}

/** What a live deployment must be told, because a demonstration makes it up. */
const LIVE = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'PORTAL_PUBLIC_URL',
  'TRUSTED_KEYS',
]
const LIVE_OF: Partial<Record<ServiceName, readonly string[]>> = {
  'case-review': ['DOCUMENT_STORE', 'CLAMD_ADDRESS'],
  portal: ['DOCUMENTS_PUBLIC_URL'],
}
const LIVE_EACH = ['DATABASE_URL', 'SIGNING_KEY', 'ENCRYPTION_KEY']

/** @throws {PlainError} naming every setting a live deployment of these services lacks */
export function refuseIncompleteLive(settings: Settings, services: readonly ServiceName[]): void {
  const wanted = [
    ...LIVE,
    ...services.flatMap((name) => LIVE_OF[name] ?? []),
    ...services.flatMap((name) => LIVE_EACH.map((what) => `${stemOf(name)}_${what}`)),
  ]
  const missing = wanted.filter((name) => !settings[name] && !settings[`${name}_FILE`])
  if (missing.length === 0) return
  throw new PlainError(
    `This database is marked live, and a live start makes up no keys, users or mail: set ${missing.join(', ')} (or each as …_FILE).`,
  )
}

/**
 * The password a service's role gets: that of its own address when there is one, else a development key's.
 * @throws {PlainError} when the address has no password in it
 */
export function passwordFor(settings: Settings, service: ServiceName, development?: string): string {
  const name = `${stemOf(service)}_DATABASE_URL`
  const given = settings[name]
  const password = given === undefined ? development : passwordIn(given)
  if (password === undefined || password === '') {
    throw new PlainError(
      `${name} must be given as postgres://${schemaOf(service)}_app:password@host:5432/database, so that the role can be made.`,
    )
  }
  return password
}

function passwordIn(url: string): string | undefined {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : undefined
}
